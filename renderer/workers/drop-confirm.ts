import { FailureError, fail } from '#shared/contract/errors.ts';
import type { Books } from '#shared/domain/books.ts';
import type { Moment } from '#shared/domain/changes.ts';
import type { DropChoices, DropOutcome } from '#shared/domain/drop.ts';
import { type ComparedUnit, compareUnit } from '#shared/domain/drop-compare.ts';
import type { ReadUnit } from '#shared/domain/drop-unit.ts';
import { hashText } from '#shared/domain/event.ts';
import type { ImportRecord } from '#shared/domain/imports.ts';

export interface UnitToConfirm {
  readonly read: ReadUnit;
  readonly choices: DropChoices;
}

/** Runs a rule on the books as they are when its turn comes, and commits what it made. */
type Write = (rule: (books: Books, moment: Moment) => ComparedUnit) => Promise<ImportRecord | null>;

/**
 * Writes the units that are taken, one commit each, under one group. One that cannot be written stops those after it and is
 * named; what was written before it stands. Units that cannot come in, or would change nothing, are passed over.
 */
export async function confirmUnits(
  units: readonly UnitToConfirm[],
  stored: Readonly<Record<string, readonly string[]>>,
  write: Write,
): Promise<DropOutcome> {
  const records: ImportRecord[] = [];
  let group: string | null = null;
  for (const { read, choices } of units) {
    if (choices.take === false || read.content.sort === 'refused') continue;
    try {
      const record = await write((books, moment) => {
        const of = hashText(`${read.sha256} ${moment.at} ${books.seq}`).slice(0, 16);
        group ??= `drop-${of}`;
        // The commit number makes the id one of a kind, also for the same file within the same second.
        return compareUnit(
          books,
          read,
          choices,
          { importId: `import-${of}`, group, stored: stored[read.id] ?? [] },
          moment,
        );
      });
      if (record) records.push(record);
    } catch (error) {
      const { code, message } = error instanceof FailureError ? error.failure : fail('internal', String(error)).error;
      return { records, stopped: { unit: read.id, code, message } };
    }
  }
  return { records, stopped: null };
}
