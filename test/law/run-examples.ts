import { isDeepStrictEqual } from 'node:util';
import { answered } from '#electron/commands/answer.ts';
import { isLawCommand, lawCommand } from '#electron/commands/law-commands.ts';
import type { LawExample } from '#test/unit/law-examples.ts';
import { casesOf, type ExampleCase, provedElsewhere } from './example-cases.ts';

export interface ExampleResult extends ExampleCase {
  /** What the command answered, of the fields that are expected. */
  readonly got: unknown;
  readonly same: boolean;
}

/** Runs every example that a command shows, in this process. */
export async function runExamples(examples: readonly LawExample[]): Promise<readonly ExampleResult[]> {
  const results: ExampleResult[] = [];
  for (const example of examples.flatMap(casesOf)) {
    const [command = '', ...rest] = example.args;
    if (!isLawCommand(command)) throw new Error(`${example.id}: no command ${command}`);
    if (Object.values(example.expected).includes(undefined)) throw new Error(`${example.id}: nothing to expect`);
    const { json } = await answered(() => lawCommand(command, rest, () => undefined));
    const got = sameFields(example.expected, json);
    results.push({ ...example, got, same: isDeepStrictEqual(got, example.expected) });
  }
  return results;
}

/** Examples that no command shows and that are not proved elsewhere either. */
export function unprovedExamples(examples: readonly LawExample[]): readonly string[] {
  const unproved = examples.filter((example) => casesOf(example).length === 0 && !(example.id in provedElsewhere));
  return unproved.map(({ id }) => id);
}

/** The fields of `got` that `shape` has; an error as it is, a list with all its entries. */
function sameFields(shape: unknown, got: unknown): unknown {
  if (isRecord(got) && 'error' in got) return got;
  if (Array.isArray(shape) && Array.isArray(got))
    return got.map((entry, at) => sameFields(shape[at] ?? shape[0], entry));
  if (!isRecord(shape) || !isRecord(got)) return got;
  return Object.fromEntries(Object.entries(shape).map(([name, part]) => [name, sameFields(part, got[name])]));
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
