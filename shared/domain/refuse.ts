import { type ErrorCode, FailureError, fail } from '../contract/errors.ts';

/** Stops a write rule: nothing is written, the caller gets the failure. */
export function refuse(
  code: ErrorCode,
  message: string,
  params: Readonly<Record<string, string | number>> = {},
): never {
  throw new FailureError(fail(code, message, params).error);
}
