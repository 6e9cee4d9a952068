import { FailureError, fail } from '#shared/contract/errors.ts';

/** How long a window that is closing may take to let go. */
const patienceMs = 5000;

/**
 * Takes the right to write a book, shared by every window and worker of the app's origin; resolves to how to give it back.
 * Rejects with `locked` when another keeps it.
 */
export function lockBook(book: string): Promise<() => void> {
  return new Promise((resolve, reject) => {
    navigator.locks
      .request(
        `voldaan-writer-${book}`,
        { signal: AbortSignal.timeout(patienceMs) },
        () => new Promise<void>((release) => resolve(() => release())),
      )
      .catch(() => reject(new FailureError(fail('locked', `another window writes ${book}`, { book }).error)));
  });
}
