import { randomUUID } from 'node:crypto';
import { type Failure, FailureError, fail, ok, type Result } from '#shared/contract/errors.ts';
import { type Channel, contract } from '#shared/contract/ipc.ts';
import { limits } from '#shared/contract/limits.ts';
import { diskError } from '../files/disk.ts';
import type { Handlers } from './handlers/types.ts';
import { inputSize } from './input-size.ts';
import type { Log } from './log.ts';

function isChannel(channel: string): channel is Channel {
  return Object.hasOwn(contract, channel);
}

/**
 * Runs one call: sender, channel, size and input are checked before its handler sees it. Answers a value whatever
 * happens; an unexpected error becomes `internal` with an id that is also in the log.
 */
export async function runCall(
  handlers: Handlers,
  log: Log,
  call: { readonly channel: string; readonly input: unknown; readonly trusted: boolean },
): Promise<Result<unknown>> {
  if (!call.trusted) {
    await log.write('warn', 'call.untrusted', {});
    return fail('untrusted-sender', 'call from another page');
  }
  if (typeof call.channel !== 'string' || !isChannel(call.channel)) {
    return fail('unknown-channel', 'no such channel');
  }
  try {
    const size = inputSize(call.input, limits.callBytes);
    if (size === null) return fail('bad-input', 'input is nested too deep');
    if (size > limits.callBytes) return fail('too-large', call.channel, { limitBytes: limits.callBytes });
    const parsed = contract[call.channel].input.safeParse(call.input);
    if (!parsed.success) {
      return fail('bad-input', `${call.channel}: ${parsed.error.issues[0]?.path.join('.') ?? ''}`);
    }
    const handler = handlers[call.channel] as (input: unknown) => Promise<unknown>;
    return ok(await handler(parsed.data));
  } catch (thrown) {
    return { ok: false, error: await expected(diskError(thrown), call.channel, log) };
  }
}

async function expected(thrown: unknown, channel: string, log: Log): Promise<Failure> {
  if (thrown instanceof FailureError) {
    await log.write('warn', 'call.failed', { channel, code: thrown.failure.code });
    return thrown.failure;
  }
  const id = randomUUID();
  await log.write('error', 'call.internal', { channel, id, at: originOf(thrown) });
  return { code: 'internal', message: 'unexpected error', params: { id } };
}

/** Name of the error and the place in Voldaan's code it came from: enough to find it, without its message, which may hold content. */
function originOf(thrown: unknown): string {
  if (!(thrown instanceof Error)) return typeof thrown;
  const place = /([\w-]+\.[cm]?[jt]s:\d+)/.exec(thrown.stack ?? '')?.[1] ?? '';
  return `${thrown.name}:${place}`;
}
