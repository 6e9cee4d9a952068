import { useMemo, useSyncExternalStore } from 'react';

/** Where the window is: the parts of `#/debiteuren/12?soort=zakelijk`. Filters live in `query`. */
export interface Address {
  readonly path: readonly string[];
  readonly query: URLSearchParams;
}

export function parseAddress(hash: string): Address {
  const [path = '', query = ''] = hash.replace(/^#?\/?/, '').split('?', 2);
  return { path: path.split('/').filter(Boolean).map(decode), query: new URLSearchParams(query) };
}

function decode(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}

/** The hash of a place: `addressOf(['debiteuren', 12], { soort: 'zakelijk' })`; empty and null query values are left out. */
export function addressOf(
  path: readonly (string | number)[],
  query: Readonly<Record<string, string | null>> | URLSearchParams = {},
): string {
  const entries = query instanceof URLSearchParams ? [...query] : Object.entries(query);
  const search = new URLSearchParams(entries.filter((entry): entry is [string, string] => Boolean(entry[1])));
  const text = search.toString();
  return `#/${path.map((part) => encodeURIComponent(part)).join('/')}${text ? `?${text}` : ''}`;
}

/** Ids as a query names them, `12,15`; null when it names none. */
export function idsIn(text: string | null): ReadonlySet<number> | null {
  const ids = (text ?? '').split(',').map(Number).filter(Number.isInteger);
  return text && ids.length > 0 ? new Set(ids) : null;
}

/** Goes to a place; `replace` when going back should not stop here (typing in a filter). */
export function goTo(address: string, how: 'push' | 'replace' = 'push'): void {
  if (how === 'push') {
    location.hash = address;
    return;
  }
  history.replaceState(history.state, '', address);
  window.dispatchEvent(new HashChangeEvent('hashchange'));
}

function subscribe(heard: () => void): () => void {
  window.addEventListener('hashchange', heard);
  return () => window.removeEventListener('hashchange', heard);
}

/** The address in a component, which renders again when it changes. */
export function useAddress(): Address {
  const hash = useSyncExternalStore(subscribe, () => location.hash);
  return useMemo(() => parseAddress(hash), [hash]);
}
