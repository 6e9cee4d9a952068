import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { LawProblem } from '#shared/law/problem.ts';

/** A worked example as it stands in the file; amounts are decimal strings. */
export interface LawExample {
  readonly id: string;
  readonly topic: string;
  readonly input: Readonly<Record<string, unknown>>;
  readonly expected?: Readonly<Record<string, unknown>>;
  readonly expected_published?: unknown;
}

const path = join(import.meta.dirname, '../../../shared/law/examples.json');

/** The worked examples whose id starts with the prefix; none where the file does not lie beside the project. */
export function lawExamples(prefix: string): readonly LawExample[] {
  if (!existsSync(path)) {
    console.warn(`examples ${prefix}* skipped: the worked examples do not lie beside the project`);
    return [];
  }
  const { computed, published } = JSON.parse(readFileSync(path, 'utf8'));
  return [...computed, ...published].filter(({ id }) => id.startsWith(prefix));
}

/** A decimal string in cents, without floating point. */
export function centsOf(decimal: unknown): number {
  const [whole = '', decimals = ''] = String(decimal).split('.');
  return Number(`${whole}${decimals.padEnd(2, '0')}`);
}

/** What the law engine refuses; an answer, or another error, fails the test. */
export function problemOf(ask: () => unknown): LawProblem {
  try {
    ask();
  } catch (problem) {
    if (problem instanceof LawProblem) return problem;
    throw problem;
  }
  throw new Error('nothing was refused');
}
