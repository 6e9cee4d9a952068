import type { CDPSession, Page } from 'playwright-core';
import type { Dispatch } from '../host.ts';

/** The way between the page and this process: calls in, answers and events out. */
export interface WindowBridge {
  emit(event: string, data: unknown): void;
}

/** Exposed while a document starts, then taken away by the init script, so that no other script finds it. */
const bindingName = '__voldaanSend';
const receiverName = '__voldaanReceive';

/** Runs first in every document; gives `window.voldaan` to the main frame of our origin and to nothing else. */
function initScript(origin: string): string {
  return `(() => {
  const send = globalThis.${bindingName};
  delete globalThis.${bindingName};
  if (window.top !== window || location.origin !== ${JSON.stringify(origin)} || !send) return;
  const pending = new Map();
  const listeners = new Map();
  let calls = 0;
  Object.defineProperty(globalThis, '${receiverName}', { value: (text) => {
    const message = JSON.parse(text);
    if (message.event) {
      for (const listener of listeners.get(message.event) ?? []) listener(message.data);
      return;
    }
    pending.get(message.id)?.(message.result);
    pending.delete(message.id);
  } });
  const voldaan = Object.freeze({
    call: (channel, input) => new Promise((resolve) => {
      calls += 1;
      pending.set(calls, resolve);
      send(JSON.stringify({ id: calls, channel, input }));
    }),
    on: (event, listener) => {
      if (!listeners.has(event)) listeners.set(event, new Set());
      listeners.get(event).add(listener);
      return () => listeners.get(event).delete(listener);
    },
  });
  Object.defineProperty(window, 'voldaan', { value: voldaan });
})();`;
}

interface Context {
  readonly id: number;
  readonly origin: string;
  readonly auxData?: { readonly frameId?: string; readonly isDefault?: boolean };
}

/**
 * Lays the bridge in `page`, over a session of its own: a plain binding instead of Playwright's, whose answers are
 * evaluated in the page. A call is accepted from the main world of the main frame, on our origin, and from nowhere else.
 */
export async function bridgeWindow(page: Page, origin: string, dispatch: Dispatch): Promise<WindowBridge> {
  const session = await page.context().newCDPSession(page);
  const trusted = new Set<number>();
  let current: number | null = null;
  const { frameTree } = await session.send('Page.getFrameTree');
  const mainFrame = frameTree.frame.id;

  session.on('Runtime.executionContextCreated', ({ context }: { context: Context }) => {
    const { frameId, isDefault } = context.auxData ?? {};
    if (frameId !== mainFrame || isDefault !== true || context.origin !== origin) return;
    trusted.add(context.id);
    current = context.id;
  });
  session.on('Runtime.executionContextDestroyed', ({ executionContextId }) => {
    trusted.delete(executionContextId);
    if (current === executionContextId) current = null;
  });
  session.on('Runtime.executionContextsCleared', () => {
    trusted.clear();
    current = null;
  });
  session.on('Runtime.bindingCalled', ({ name, payload, executionContextId }) => {
    if (name !== bindingName) return;
    void answer(session, dispatch, trusted.has(executionContextId), payload, executionContextId);
  });

  await session.send('Page.enable');
  await session.send('Runtime.enable');
  await session.send('Runtime.addBinding', { name: bindingName });
  await session.send('Page.addScriptToEvaluateOnNewDocument', { source: initScript(origin) });
  return {
    emit(event, data) {
      if (current !== null) void deliver(session, current, { event, data });
    },
  };
}

async function answer(
  session: CDPSession,
  dispatch: Dispatch,
  isTrusted: boolean,
  payload: string,
  contextId: number,
): Promise<void> {
  const call = parsedCall(payload);
  if (!call) return;
  const result = await dispatch(call.channel, call.input, isTrusted);
  await deliver(session, contextId, { id: call.id, result });
}

function parsedCall(payload: string): { id: number; channel: string; input: unknown } | null {
  try {
    const call: unknown = JSON.parse(payload);
    if (typeof call !== 'object' || call === null || !('id' in call) || !('channel' in call)) return null;
    if (typeof call.id !== 'number' || typeof call.channel !== 'string') return null;
    return { id: call.id, channel: call.channel, input: 'input' in call ? call.input : undefined };
  } catch {
    return null;
  }
}

async function deliver(session: CDPSession, contextId: number, message: unknown): Promise<void> {
  try {
    await session.send('Runtime.callFunctionOn', {
      functionDeclaration: `function (text) { globalThis.${receiverName}?.(text); }`,
      executionContextId: contextId,
      arguments: [{ value: JSON.stringify(message) }],
      silent: true,
    });
  } catch {
    // The document that asked is gone (reloaded or closed): nobody is left to hear the answer.
  }
}
