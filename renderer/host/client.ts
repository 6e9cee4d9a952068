import { FailureError, fail, type Result } from '#shared/contract/errors.ts';
import type { Channel, HostEvent, HostEventData, Input, Output } from '#shared/contract/ipc.ts';

/** What the preload of either host exposes. */
export interface Bridge {
  call(channel: string, input: unknown): Promise<unknown>;
  on(event: string, listener: (data: unknown) => void): unknown;
}

declare global {
  interface Window {
    voldaan?: Bridge;
  }
}

type Listener = (data: unknown) => void;

let installed: Bridge | null = null;
const listeners = new Map<string, Set<Listener>>();

const hostGone = () => fail('host-gone', 'the host does not answer');

/** Takes the bridge of the host, once, before the first call. Tests and the development page pass a memory host's. */
export function installBridge(bridge: Bridge): void {
  installed = bridge;
  for (const event of listeners.keys()) listen(bridge, event);
}

function bridge(): Bridge | null {
  if (!installed && typeof window !== 'undefined' && window.voldaan) installBridge(window.voldaan);
  return installed;
}

function listen(to: Bridge, event: string): void {
  to.on(event, (data) => {
    if (to !== installed) return;
    for (const listener of listeners.get(event) ?? []) listener(data);
  });
}

/**
 * Calls the host. Never rejects: without a host, and when the bridge breaks under a call, it is the failure `host-gone`.
 * A host that closes in order answers every call under way with that failure itself; one that is killed takes the page
 * with it, as main process and window, or pipe and browser, end together.
 */
export function call<C extends Channel>(channel: C, input: Input<C>): Promise<Result<Output<C>>> {
  const host = bridge();
  if (!host) return Promise.resolve(hostGone());
  return host.call(channel, input).then((answer) => answer as Result<Output<C>>, hostGone);
}

/** Calls the host where a failure ends the work: rejects with a `FailureError`. */
export async function ask<C extends Channel>(channel: C, input: Input<C>): Promise<Output<C>> {
  const answer = await call(channel, input);
  if (!answer.ok) throw new FailureError(answer.error);
  return answer.value;
}

/** Listens to the host; returns how to stop. */
export function on<E extends HostEvent>(event: E, listener: (data: HostEventData<E>) => void): () => void {
  const known = listeners.get(event);
  const all = known ?? new Set<Listener>();
  listeners.set(event, all);
  all.add(listener as Listener);
  const host = bridge();
  if (!known && host) listen(host, event);
  return () => all.delete(listener as Listener);
}

/** Whether a host is there; the development page may ask for one in memory with `?host=memory`. */
export async function connectHost(): Promise<boolean> {
  if (import.meta.env.DEV && !bridge() && new URLSearchParams(location.search).get('host') === 'memory') {
    const { memoryHost } = await import('./memory.ts');
    installBridge(memoryHost());
  }
  return bridge() !== null;
}
