import { FailureError } from '#shared/contract/errors.ts';

type JournalCode = 'bad-input' | 'journal-behind' | 'journal-broken' | 'safe-mode';

export function journalFailure(code: JournalCode, message: string): FailureError {
  return new FailureError({ code, message, params: {} });
}

/** Refuses (`bad-input`) what is not one line of JSON holding a list: it would be found out only when a book is rebuilt. */
export function requireChanges(part: string): void {
  if (/[\r\n]/.test(part)) throw journalFailure('bad-input', 'a part holds a line break');
  let parsed: unknown;
  try {
    parsed = JSON.parse(part);
  } catch {
    throw journalFailure('bad-input', 'a part is not JSON');
  }
  if (!Array.isArray(parsed)) throw journalFailure('bad-input', 'a part is not a list of changes');
}
