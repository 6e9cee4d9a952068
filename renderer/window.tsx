import '@mantine/core/styles.css';
import '@mantine/spotlight/styles.css';
import './app/fonts.css';
import './ui/mantine.css';
import './ui/tokens.css';
import { setNonce } from 'get-nonce';
import { createRoot } from 'react-dom/client';
import type { Result } from '#shared/contract/errors.ts';
import type { Output } from '#shared/contract/ipc.ts';
import { App } from './app/App.tsx';
import { Providers } from './app/Providers.tsx';
import { loadScreen, routeOf } from './app/routes.ts';
import { parseAddress } from './commands/address.ts';
import { startSession } from './state/session.ts';

// The first screen is fetched while the books are opened.
loadScreen(routeOf(parseAddress(location.hash)).screen);

/** Draws the window and starts the session. The nonce comes first, since Mantine writes a style on its first drawing. */
export function openWindow(answer: Result<Output<'app.start'>>): void {
  const nonce = answer.ok ? answer.value.styleNonce : '';
  setNonce(nonce);
  createRoot(document.getElementById('root')!).render(
    <Providers nonce={nonce}>
      <App />
    </Providers>,
  );
  void startSession(answer);
}
