import { type Failure, FailureError } from '#shared/contract/errors.ts';

/** The part of a worker, window or message port that calls travel over. */
export interface Port {
  postMessage(message: unknown, options: { transfer: Transferable[] }): void;
  addEventListener(type: 'message', listener: (event: MessageEvent) => void): void;
}

type Message =
  | { readonly kind: 'call'; readonly id: number; readonly method: string; readonly args: readonly unknown[] }
  | { readonly kind: 'answer'; readonly id: number; readonly value: unknown }
  | { readonly kind: 'failure'; readonly id: number; readonly failure: Failure };

type Methods = Readonly<Record<string, object>>;

/**
 * Joins two sides of a port: each offers named objects of methods and gets the other's as proxies. Call and answer both ways,
 * failures arrive as `FailureError`; array buffers among the arguments are handed over, not copied.
 */
export function join<Theirs extends Methods>(port: Port, ours: Methods): Theirs {
  const waiting = new Map<number, { resolve(value: unknown): void; reject(error: Error): void }>();
  let calls = 0;

  async function answer(call: Extract<Message, { kind: 'call' }>): Promise<void> {
    try {
      const [noun, verb] = call.method.split('.') as [string, string];
      const target = ours[noun];
      const method: unknown = target && Reflect.get(target, verb);
      if (typeof method !== 'function') throw new Error(`no method ${call.method}`);
      const value: unknown = await method.apply(target, call.args);
      port.postMessage({ kind: 'answer', id: call.id, value } satisfies Message, { transfer: [] });
    } catch (error) {
      port.postMessage({ kind: 'failure', id: call.id, failure: failureFrom(error) } satisfies Message, {
        transfer: [],
      });
    }
  }

  port.addEventListener('message', ({ data }: MessageEvent<Message>) => {
    if (data.kind === 'call') {
      void answer(data);
      return;
    }
    const asked = waiting.get(data.id);
    waiting.delete(data.id);
    if (data.kind === 'answer') asked?.resolve(data.value);
    else asked?.reject(new FailureError(data.failure));
  });

  const send = (method: string, args: readonly unknown[]) =>
    new Promise((resolve, reject) => {
      const id = ++calls;
      waiting.set(id, { resolve, reject });
      const transfer = args.filter((arg): arg is ArrayBuffer => arg instanceof ArrayBuffer);
      port.postMessage({ kind: 'call', id, method, args } satisfies Message, { transfer });
    });

  const proxy = (noun: string) =>
    new Proxy(
      {},
      {
        get:
          (_target, verb) =>
          (...args: unknown[]) =>
            send(`${noun}.${String(verb)}`, args),
      },
    );
  const nouns = new Map<string, object>();
  return new Proxy({} as Theirs, {
    get: (_target, noun) => {
      const known = nouns.get(String(noun)) ?? proxy(String(noun));
      nouns.set(String(noun), known);
      return known;
    },
  });
}

function failureFrom(error: unknown): Failure {
  if (error instanceof FailureError) return error.failure;
  return {
    code: 'internal',
    message: error instanceof Error ? (error.stack ?? error.message) : String(error),
    params: {},
  };
}
