import type { Protocol, Session } from 'electron';
import type { AppResponse } from '../app-files.ts';

const appScheme = 'app';
export const appOrigin = 'app://voldaan';

/** Must run before the app is ready: gives `app:` an origin of its own, with IndexedDB, fetch and module workers. */
export function registerAppScheme(protocol: Pick<Protocol, 'registerSchemesAsPrivileged'>): void {
  const privileges = { standard: true, secure: true, supportFetchAPI: true, codeCache: true };
  protocol.registerSchemesAsPrivileged([{ scheme: appScheme, privileges }]);
}

/** Answers `app://voldaan/…` from the built files; any other host of the scheme is 404. */
export function serveApp(
  protocol: Pick<Protocol, 'handle'>,
  respond: (pathname: string) => Promise<AppResponse>,
): void {
  protocol.handle(appScheme, async (request) => {
    const url = new URL(request.url);
    if (url.host !== 'voldaan') return new Response('404', { status: 404 });
    const { status, headers, body } = await respond(url.pathname);
    return new Response(Buffer.from(body), { status, headers: { ...headers } });
  });
}

/** Whether a request stays within the application: its own files, and bytes the page itself made. */
export function staysInside(address: string): boolean {
  if (address.startsWith('blob:')) return address.startsWith(`blob:${appOrigin}/`);
  return address.startsWith(`${appOrigin}/`) || address.startsWith('data:');
}

/** Cancels every request to anywhere but the app itself. Returns how many were refused so far. */
export function refuseForeignRequests(session: Pick<Session, 'webRequest'>): () => number {
  let refused = 0;
  session.webRequest.onBeforeRequest((details, answer) => {
    const cancel = !staysInside(details.url);
    if (cancel) refused += 1;
    answer({ cancel });
  });
  return () => refused;
}
