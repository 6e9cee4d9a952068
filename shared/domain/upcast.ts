import { FailureError } from '../contract/errors.ts';
import { type Change, lineVersion } from './books.ts';

/** Brings a line of shape version n to n + 1; the one at index n − 1. Pure, and never changed once shipped. */
const upcasters: readonly ((change: Change) => Change)[] = [];

/** A change in the present shape. Refuses one of a newer version (`newer-version`): dropping what it cannot read would lose it. */
export function currentLine(change: Change): Change {
  if (change.v > lineVersion) {
    throw new FailureError({ code: 'newer-version', message: `line version ${change.v}`, params: {} });
  }
  return upcasters.slice(change.v - 1).reduce((line, upcast) => upcast(line), change);
}
