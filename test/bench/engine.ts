import { addDays } from '#shared/dates/civil.ts';
import { newAdministration } from '#shared/domain/administration.ts';
import { applyChanges, type Books, emptyBooks } from '#shared/domain/books.ts';
import { changeParts } from '#shared/domain/folded-changes.ts';
import { importChanges } from '#shared/domain/import/changes.ts';
import { diffImport } from '#shared/domain/import/diff.ts';
import { summariseAll } from '#shared/domain/summary-rules.ts';
import { computeProposals } from '#shared/dunning/proposals.ts';
import { readTable } from '#shared/formats/table/read.ts';
import { interestOver } from '#shared/law/interest.ts';
import { builtInRates } from '#shared/law/rates.ts';
import { type BenchRow, row, timed } from './measure.ts';
import { type ListSize, openItemsCsv } from './open-items.ts';

export const benchDay = '2026-11-20';

/** Books of an administration that imported a generated list of this size. */
export async function importedBooks(size: ListSize, books: Books = emptyBooks()): Promise<Books> {
  const administration = newAdministration({
    id: 'bench',
    name: 'Meetbedrijf B.V.',
    iban: 'NL59RABO0118529307',
    email: 'debiteuren@meetbedrijf.example',
    address: { street: 'Kade 1', postalCode: '8011 AA', city: 'Zwolle', country: 'NL' },
  });
  books.records.administration.set('administration', administration);
  const { changes } = await importOf(books, size);
  applyChanges(books, changes);
  return books;
}

async function importOf(books: Books, size: ListSize) {
  const bytes = new TextEncoder().encode(openItemsCsv(size, benchDay));
  const reading = await readTable({ fileName: 'lijst.csv', bytes });
  const diff = diffImport(books, reading, {}, benchDay, 'import-1');
  return importChanges(books, reading, diff, { sha256: 'bench', choices: {} }, { today: benchDay, at: benchDay });
}

/** The rules alone, in Node: reading, comparing, ageing with segments and proposals. */
export async function engineRows(size: ListSize): Promise<BenchRow[]> {
  const label = `${size.items} items, ${size.debtors} debtors`;
  const bytes = new TextEncoder().encode(openItemsCsv(size, benchDay));
  const reading = await readTable({ fileName: 'lijst.csv', bytes });
  const empty = emptyBooks();
  const moment = { today: benchDay, at: benchDay };
  const books = await importedBooks(size);
  const administration = [...books.records.administration.values()][0];
  if (!administration) throw new Error('bench books have no administration');
  const fresh = () => diffImport(empty, reading, {}, benchDay, 'import-1');
  return [
    row('read a table (rules only)', await timed(5, () => readTable({ fileName: 'lijst.csv', bytes })), {
      size: label,
    }),
    row(
      'compare and make changes (rules only)',
      await timed(5, () => {
        const { changes } = importChanges(empty, reading, fresh(), { sha256: 'bench', choices: {} }, moment);
        return [...changeParts(changes)].length;
      }),
      { size: label },
    ),
    row(
      'ageing + segments + proposals',
      await timed(9, () => {
        summariseAll(books, benchDay);
        computeProposals(books, administration, { today: benchDay });
      }),
      { size: label, must: 1_000, aim: 200 },
    ),
    row('interest over debts of all ages', await timed(9, () => interestLines(1_000_000)), {
      size: '1000000 lines',
      must: 1_000,
    }),
  ];
}

/** Works out debts that fell due from 2016 on, one by one, until so many lines of interest were made. */
function interestLines(wanted: number): number {
  let made = 0;
  for (let debt = 0; made < wanted; debt++) {
    const { lines } = interestOver({
      principal: 10_000 + debt * 37,
      rate: { kind: debt % 2 === 0 ? 'handel' : 'wettelijk' },
      due: addDays('2016-01-01', debt % 3_900),
      until: benchDay,
      dayCount: '365',
      tables: builtInRates,
    });
    made += lines.length;
  }
  return made;
}
