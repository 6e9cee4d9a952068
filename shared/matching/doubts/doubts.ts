import { type Line, tellingFrom } from '../line.ts';
import type { Naming } from '../naming.ts';
import type { Evidence } from '../payer-evidence.ts';
import type { Reading } from '../readings.ts';
import type { Add, Known } from './case.ts';
import { doubtsOfNumbers } from './numbers.ts';
import { doubtsOfPayer } from './payer.ts';
import { doubtsOfPurpose } from './purpose.ts';
import { doubtsOfSums } from './sums.ts';
import { doubtsOfWhen } from './when.ts';

/**
 * What speaks against a reading of one debtor: things on the receipt it leaves unexplained, and what it takes for granted.
 * `doubt` is the chance that something is meant that is not among the candidates.
 */
export function doubtsOf(line: Line, known: Known, reading: Reading, used: readonly Naming[]): readonly Evidence[] {
  const doubts: Evidence[] = [];
  const add: Add = (code, weight, doubt, params = {}) => doubts.push({ code, params, weight, doubt });
  const doubted = { line, known, reading, used, isTelling: used.some(({ weight }) => weight >= tellingFrom) };
  doubtsOfPayer(doubted, add);
  doubtsOfNumbers(doubted, add);
  doubtsOfWhen(doubted, add);
  doubtsOfSums(doubted, add);
  doubtsOfPurpose(doubted, add);
  return doubts;
}
