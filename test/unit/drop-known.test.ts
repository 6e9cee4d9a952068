import { describe, expect, it } from 'vitest';
import { DropComparison } from '#renderer/workers/drop-comparison.ts';
import { applyChanges, type Books } from '#shared/domain/books.ts';
import { ChangeSet } from '#shared/domain/changes.ts';
import { compareUnit } from '#shared/domain/drop/compare.ts';
import type { ReadUnit } from '#shared/domain/drop/unit.ts';
import { firstBrokenEvent } from '#shared/domain/event.ts';
import { allSteps } from '#shared/domain/steps.ts';
import { bankFile, bankLine, ownAccount } from './bank-books.ts';
import { freshBooks } from './import-books.ts';
import { readText } from './table-text.ts';

const moment = { today: '2026-11-20', at: '2026-11-20T10:00:00' };
const later = { ...moment, at: '2026-11-20T10:05:00' };
const ports = { onProgress: () => undefined, requireCurrent: () => undefined };
const unit = (id: string, given: Pick<ReadUnit, 'format' | 'content'>): ReadUnit => ({
  ...{ id, files: [id], sha256: id, warnings: [], ...given },
  owner: { owner: 'open', by: 'account' },
});

async function dropped(): Promise<readonly { readonly read: ReadUnit; readonly choices: object }[]> {
  const text =
    'Debiteurnummer;Naam;Factuurnummer;Factuurdatum;Vervaldatum;Openstaand\n1;J. Kok;F1;01-10-2026;31-10-2026;100,00';
  const reading = { ...(await readText(text)), asOf: '2026-11-10' };
  const read = [bankFile([bankLine('2026-11-18', 10_000, { remittance: 'factuur F1' })])];
  return [
    { read: unit('lijst', { format: 'table', content: { sort: 'list', reading } }), choices: {} },
    {
      read: unit('bank', { format: 'mt940', content: { sort: 'bank', bank: null, read, accounts: [ownAccount] } }),
      choices: {},
    },
  ];
}

/** The list is written, under the id it was shown with, or under another. */
function writeList(books: Books, [list]: Awaited<ReturnType<typeof dropped>>, importId: string): void {
  const under = { importId, group: 'drop', stored: [], copies: new Map<string, string>(), found: null };
  applyChanges(books, allSteps(compareUnit(books, list!.read, list!.choices, under, later)).changes);
  books.seq++;
}

function writeNote(books: Books): void {
  const set = new ChangeSet(books, later.at);
  set.record('setting', 'note', 'something else');
  applyChanges(books, set.changes);
  books.seq++;
}

describe('what a bank file was found to do is written only on the books it was found on', () => {
  it.each([
    ['the list before it was written as it was shown', 'list', true],
    ['something else was written instead, and the list not', 'note', false],
    ['the same list was written as another import', 'other', false],
    ['nothing was written', 'nothing', false],
  ] as const)('%s', async (_, became, isKnown) => {
    const [books, units] = [freshBooks(), await dropped()];
    const comparison = new DropComparison();
    await comparison.preview('drop', units, books, moment, ports);
    const shown = comparison.known(units, 0, books, later)!;
    if (became === 'list') writeList(books, units, shown.importId);
    if (became === 'other') writeList(books, units, 'import-of-another-window');
    if (became === 'note') writeNote(books);
    expect(comparison.known(units, 1, books, later)?.found?.bank != null).toBe(isKnown);
  });

  it('shown as it would be, with events that are sealed when they are written', async () => {
    const [books, units] = [freshBooks(), await dropped()];
    const comparison = new DropComparison();
    await comparison.preview('drop', units, books, moment, ports);
    const hashes = (of: Books) => [...of.chains.values()].flat().map(({ hash }) => hash);
    const shown = comparison.known(units, 0, books, later)!;
    expect(new Set(hashes(comparison.after(books, units)))).toEqual(new Set(['']));
    writeList(books, units, shown.importId);
    expect([...books.chains.values()].map(firstBrokenEvent)).toEqual([null, null]);
  });

  it('nor after a later start, of which nothing is known', async () => {
    const [books, units] = [freshBooks(), await dropped()];
    const before = new DropComparison();
    await before.preview('drop', units, books, moment, ports);
    writeList(books, units, before.known(units, 0, books, later)!.importId);
    const killed = new DropComparison();
    expect(killed.known(units, 1, books, later)).toBeNull();
    const { units: again } = await killed.preview('again', units, books, later, ports);
    expect(again.map(({ sameAs }) => sameAs !== null)).toEqual([true, false]);
    expect(killed.known(units, 1, books, later)?.found?.bank?.counts).toMatchObject({ lines: 1, linesMatched: 1 });
  });
});
