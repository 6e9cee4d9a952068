import { describe, expect, it } from 'vitest';
import { applyChanges, type Books } from '#shared/domain/books.ts';
import { ChangeSet } from '#shared/domain/changes.ts';
import { firstBrokenEvent } from '#shared/domain/event.ts';
import { diffImport } from '#shared/domain/import/diff.ts';
import { previewOf } from '#shared/domain/import/preview-of.ts';
import { undoImport, undoImports } from '#shared/domain/import/undo.ts';
import { undoLinesOf } from '#shared/domain/import/undo-lines.ts';
import type { Letter } from '#shared/domain/letter.ts';
import { freshBooks, importReading, importText, itemOf, pay } from './import-books.ts';
import { readText } from './table-text.ts';

const head = 'Debiteurnummer;Naam;E-mail;Factuurnummer;Factuurdatum;Vervaldatum;Factuurbedrag;Openstaand';
const first = [
  head,
  '1001;Kok;kok@x.example;F1;01-10-2026;31-10-2026;1.000,00;1.000,00',
  '1001;Kok;kok@x.example;F2;01-10-2026;31-10-2026;50,00;50,00',
].join('\n');
const second = [
  head,
  '1001;Kok;nieuw@x.example;F1;01-10-2026;31-10-2026;1.000,00;700,00',
  '1001;Kok;nieuw@x.example;F3;01-11-2026;01-12-2026;70,00;70,00',
  '1002;Bos;;G1;01-11-2026;;10,00;10,00',
].join('\n');
const moment = { today: '2026-11-21', at: '2026-11-21T10:00:00' };

/** The lines of all debtors, without tables that are empty. */
function ledgersOf(books: Books): object {
  return Object.fromEntries(
    [...books.ledgers].map(([id, ledger]) => [
      id,
      Object.fromEntries(Object.entries(ledger).filter(([, lines]) => Object.keys(lines).length > 0)),
    ]),
  );
}

async function twoImports(): Promise<{ books: Books; before: object; id: string }> {
  const books = freshBooks();
  await importText(books, first, '2026-11-10', { asOf: '2026-11-10' });
  const before = structuredClone(ledgersOf(books));
  const { record } = await importText(books, second, '2026-11-20', { asOf: '2026-11-20' });
  return { books, before, id: record.id };
}

describe('an import is taken back as a whole', () => {
  it('every line is what it was; the events stay and say so', async () => {
    const { books, before, id } = await twoImports();
    expect(ledgersOf(books)).not.toEqual(before);
    const events = books.chains.get(1)!.length;
    const undone = undoImport(books, id, moment);
    if (!undone.ok) throw new Error(undone.reason);
    applyChanges(books, undone.changes);
    expect(ledgersOf(books)).toEqual(before);
    expect(books.records.import.get(id)?.undone).toBe(true);
    expect(books.chains.get(1)!.length).toBe(events + 1);
    expect(books.chains.get(1)!.at(-1)).toMatchObject({ type: 'import-undone', data: { importId: id } });
    expect(books.chains.get('administration')!.at(-1)).toMatchObject({ type: 'import-undone' });
    for (const chain of books.chains.values()) expect(firstBrokenEvent(chain)).toBeNull();
  });

  it('the number of a debtor that went is not given to another', async () => {
    const { books, id } = await twoImports();
    const undone = undoImport(books, id, moment);
    if (undone.ok) applyChanges(books, undone.changes);
    expect(books.ledgers.has(2)).toBe(false);
    await importText(books, `${second.replace('1002;Bos', '1003;Vos')}`, '2026-11-22', { asOf: '2026-11-22' });
    expect(books.ledgers.has(2)).toBe(false);
    expect(books.ledgers.has(3)).toBe(true);
  });

  it('after undoing, the same file imports again', async () => {
    const { books, id } = await twoImports();
    const undone = undoImport(books, id, moment);
    if (undone.ok) applyChanges(books, undone.changes);
    const again = await importText(books, second, '2026-11-22', { asOf: '2026-11-20' });
    expect(again.record).toMatchObject({ debtorsNew: 1, itemsNew: 2 });
    expect(itemOf(books, '1001', 'F1').listed?.open).toBe(70000);
  });
});

describe('an import is not taken back when something rests on it', () => {
  it('a later import', async () => {
    const { books } = await twoImports();
    const [earlier, later] = [...books.records.import.values()];
    const refused = { ok: false, reason: 'later-import', by: later!.fileName };
    expect(undoImport(books, earlier!.id, moment)).toMatchObject(refused);
  });

  it.each([
    ['planned', false],
    ['issued', false],
    ['cancelled', true],
  ] as const)('a letter that is %s', async (state, ok) => {
    const { books, id } = await twoImports();
    const set = new ChangeSet(books, '2026-11-21');
    set.put(1, 'letter', 'L1', { id: 'L1', state } as Letter);
    set.event(1, 'letter-planned', { letterId: 'L1', items: ['F1'] });
    applyChanges(books, set.changes);
    expect(undoImport(books, id, moment)).toMatchObject(ok ? { ok } : { ok, reason: 'letter', debtorId: 1 });
  });

  it('a confirmation, and a note on a debtor that would go', async () => {
    const confirmed = await twoImports();
    const closing = new ChangeSet(confirmed.books, '2026-11-21');
    closing.event(1, 'item-closed', { items: ['F2'] });
    applyChanges(confirmed.books, closing.changes);
    expect(undoImport(confirmed.books, confirmed.id, moment)).toMatchObject({
      reason: 'later-work',
      by: 'item-closed',
    });
    const noted = await twoImports();
    const note = new ChangeSet(noted.books, '2026-11-21');
    note.put(2, 'note', 'n1', { id: 'n1', at: '2026-11-21', text: 'gebeld', corrects: null });
    applyChanges(noted.books, note.changes);
    expect(undoImport(noted.books, noted.id, moment)).toMatchObject({ reason: 'later-work', debtorId: 2, by: 'note' });
  });

  it('twice, or an import that is not there', async () => {
    const { books, id } = await twoImports();
    const undone = undoImport(books, id, moment);
    if (undone.ok) applyChanges(books, undone.changes);
    expect(undoImport(books, id, moment)).toMatchObject({ ok: false, reason: 'undone' });
    expect(undoImport(books, 'weg', moment)).toMatchObject({ ok: false, reason: 'unknown' });
  });

  it('more than three imports ago', async () => {
    const books = freshBooks();
    const { record } = await importText(books, first, '2026-11-10', { asOf: '2026-11-10' });
    for (const day of ['11', '12', '13']) await importText(books, first, `2026-11-${day}`, { asOf: `2026-11-${day}` });
    expect(undoImport(books, record.id, moment)).toMatchObject({ ok: false, reason: 'too-old' });
  });
});

describe('imports confirmed together', () => {
  const day = (n: number) => `2026-11-${String(n).padStart(2, '0')}`;
  /** A list per day, with one more invoice each time. */
  async function imported(books: Books, days: readonly number[], group?: string): Promise<readonly string[]> {
    const ids: string[] = [];
    for (const n of days) {
      const more = Array.from({ length: n }, (_, i) => `1001;Kok;;D${i};01-10-2026;31-10-2026;10,00;10,00`);
      const reading = await readText([first, ...more].join('\n'));
      const source = { choices: { asOf: day(n) }, ...(group === undefined ? {} : { group }) };
      ids.push(importReading(books, reading, day(n), source).record.id);
    }
    return ids;
  }

  it('count as one: the last three drops can be taken back, whatever is in them', async () => {
    const books = freshBooks();
    const [alone] = await imported(books, [1]);
    const many = await imported(books, [2, 3, 4, 5], 'drop-1');
    const [second] = await imported(books, [6], 'drop-2');
    expect(undoLinesOf(books, alone!)).not.toBeNull();
    const [third] = await imported(books, [7], 'drop-3');
    expect(undoLinesOf(books, alone!)).toBeNull();
    for (const id of [...many, second!, third!]) expect(undoLinesOf(books, id)).not.toBeNull();
  });

  it('are taken back all or none', async () => {
    const books = freshBooks();
    await imported(books, [1]);
    const before = structuredClone(ledgersOf(books));
    const ids = await imported(books, [2, 3], 'drop-1');
    expect(undoImports(books, [...ids, 'weg'].toReversed(), moment)).toMatchObject({ ok: false, reason: 'unknown' });
    const undone = undoImports(books, ids.toReversed(), moment);
    if (!undone.ok) throw new Error(undone.reason);
    applyChanges(books, undone.changes);
    expect(ledgersOf(books)).toEqual(before);
    expect(ids.map((id) => books.records.import.get(id)?.undone)).toEqual([true, true]);
  });
});

describe('the preview says what an import would do', () => {
  it('counts, examples, dates and the same file imported before', async () => {
    const books = freshBooks();
    await importText(books, first, '2026-11-10', { asOf: '2026-11-10' });
    pay(books, 1, 'F1', '2026-11-15', 100000);
    const text = second.replace('1.000,00;700,00', '1.000,00;1.000,00');
    const reading = await readText(text);
    const diff = diffImport(books, reading, {}, '2026-11-20', 'next');
    const preview = previewOf(books, reading, diff, { id: 'p', sha256: 'other', today: '2026-11-20' });
    expect(preview).toMatchObject({
      asOf: '2026-11-20',
      asOfGiven: false,
      bankUntil: '2026-11-20',
      full: true,
      items: 3,
      totalOpen: 108000,
      debtorsNew: 1,
      debtorsChanged: 1,
      itemsNew: 2,
      itemsChanged: 0,
      itemsSame: 1,
      itemsGone: 1,
      sameAs: null,
    });
    expect(preview.examples).toEqual([
      { sort: 'gone', debtor: 'Kok', number: 'F2', currency: 'EUR', before: 5000, after: null },
      { sort: 'paid-here', debtor: 'Kok', number: 'F1', currency: 'EUR', before: 0, after: 0 },
      { sort: 'new', debtor: 'Kok', number: 'F3', currency: 'EUR', before: null, after: 7000 },
      { sort: 'new', debtor: 'Bos', number: 'G1', currency: 'EUR', before: null, after: 1000 },
    ]);
  });

  it('a refused table has a preview as far as reading came', async () => {
    const books = freshBooks();
    const reading = await readText('Factuurnummer;Openstaand\nF1;1,00\n');
    const preview = previewOf(books, reading, null, { id: 'p', sha256: 'x', today: '2026-11-20' });
    expect(preview.refusal?.code).toBe('no-debtor-column');
    expect(preview.unclearSign).toBe(null);
    expect(preview.columns.map(({ field }) => field)).toEqual(['number', 'open']);
    expect(preview.itemsNew).toBe(0);
  });

  it('what the user chose for a layout is taken next time', async () => {
    const books = freshBooks();
    const text = 'Relatie;Volgnummer X;Datum;Openstaand\nKok;F1;01-10-2026;1.234\n';
    await importText(books, text, '2026-11-10', { columns: { 1: 'number' }, decimals: 'comma' });
    const { readTable } = await import('#shared/formats/table/read.ts');
    const next = await readTable({
      fileName: 'lijst.csv',
      bytes: new TextEncoder().encode(text),
      remembered: (fingerprint) => books.records.mapping.get(fingerprint),
    });
    expect(next.remembered).toBe(true);
    expect(next.items[0]).toMatchObject({ number: 'F1', open: 123400 });
    expect(next.columns[1]).toMatchObject({ field: 'number', why: 'remembered' });
  });

  it('what the user said a sign of several currencies stands for is asked in the preview and kept', async () => {
    const books = freshBooks();
    const text = 'Klant;Factuurnummer;Datum;Openstaand\nKok;F1;01-10-2026;$12,50\n';
    const source = { id: 'p', sha256: 'x', today: '2026-11-20' };
    expect(previewOf(books, await readText(text), null, source).unclearSign).toMatchObject({ sign: '$' });
    await importText(books, text, '2026-11-10', { signCurrency: 'USD' });
    expect([...books.records.mapping.values()]).toMatchObject([{ signCurrency: 'USD' }]);
  });
});
