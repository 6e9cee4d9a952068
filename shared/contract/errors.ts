/** Closed set of error codes that cross the bridge or reach the CLI; the Dutch text is `errors.<code>` in the catalogue. */
export const errorCodes = [
  'bad-input',
  'too-large',
  'unknown-channel',
  'untrusted-sender',
  'host-gone',
  'internal',
  'disk-full',
  'safe-mode',
  'read-only',
  'not-found',
  'outside-root',
  'journal-broken',
  'journal-behind',
  'newer-version',
  'locked',
  'render-failed',
  'missing-glyph',
  'logo-missing',
  'cancelled',
  'no-browser',
  'not-supported',
  'unreadable',
] as const;
export type ErrorCode = (typeof errorCodes)[number];

/** An expected failure: a value, never thrown across a boundary. */
export interface Failure {
  readonly code: ErrorCode;
  /** For the log and support; the user reads the catalogue's text. */
  readonly message: string;
  readonly params: Readonly<Record<string, string | number>>;
}

export type Result<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: Failure };

export function ok<T>(value: T): Result<T> {
  return { ok: true, value };
}

export function fail(code: ErrorCode, message: string, params: Failure['params'] = {}): { ok: false; error: Failure } {
  return { ok: false, error: { code, message, params } };
}

/** Carries a {@link Failure} through code that throws; dispatch turns it back into a value. */
export class FailureError extends Error {
  constructor(readonly failure: Failure) {
    super(`${failure.code}: ${failure.message}`);
    this.name = 'FailureError';
  }
}
