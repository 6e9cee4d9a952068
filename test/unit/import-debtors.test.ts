import { describe, expect, it } from 'vitest';
import { applyChanges } from '#shared/domain/books.ts';
import { undoImport } from '#shared/domain/import/undo.ts';
import { freshnessOf } from '#shared/dunning/freshness.ts';
import { debtorByCode, freshBooks, importText, itemOf } from './import-books.ts';

const items = 'Debiteurnummer;Naam;Factuurnummer;Factuurdatum;Openstaand\n1;Kok;F1;01-10-2026;100,00\n';
const debtors = [
  'Debiteurnummer;Naam;Soort debiteur;Adres;Postcode;Plaats;E-mail;Betalingstermijn',
  '1;Kok Bakkerij;zakelijk;Kade 1;8011 AA;Zwolle;kok@x.example;14',
  '2;Bos;particulier;Dijk 2;8011 AB;Zwolle;;30',
].join('\n');
const moment = { today: '2026-11-25', at: '2026-11-25' };

describe('a list of debtors', () => {
  it('makes new ones known and says more of known ones; nothing is presumed paid, no data become fresh', async () => {
    const books = freshBooks();
    await importText(books, items, '2026-11-10', { asOf: '2026-11-10' });
    const { record } = await importText(books, debtors, '2026-11-20');
    expect(record).toMatchObject({ kind: 'debtors', full: false, debtorsNew: 1, debtorsChanged: 1, itemsGone: 0 });
    expect(debtorByCode(books, '1')).toMatchObject({ name: 'Kok Bakkerij', kind: 'business', termDays: 14 });
    expect(debtorByCode(books, '2')).toMatchObject({ kind: 'consumer', naturalPerson: true, since: '2026-11-20' });
    expect(itemOf(books, '1', 'F1').state).toBe('open');
    expect(freshnessOf(books.records.import.values(), null, '2026-11-25')).toMatchObject({
      listAsOf: '2026-11-10',
      bankUntil: '2026-11-10',
    });
  });

  it('keeps the credit limits it states, and leaves a limit alone that it does not state', async () => {
    const limits = (...of: readonly string[]) =>
      `Debiteurnummer;Naam;Plaats;Kredietlimiet\n${of.map((limit, i) => `${i + 1};Debiteur ${i + 1};Ede;${limit}`).join('\n')}\n`;
    const books = freshBooks();
    await importText(books, limits('5.000,00', '0,00'), '2026-11-20');
    expect([debtorByCode(books, '1').creditLimit, 'creditLimit' in debtorByCode(books, '2')]).toEqual([500_000, false]);
    const { record } = await importText(books, limits('', '750,00'), '2026-11-21');
    expect(record).toMatchObject({ debtorsChanged: 1 });
    expect([debtorByCode(books, '1').creditLimit, debtorByCode(books, '2').creditLimit]).toEqual([500_000, 75_000]);
  });

  it('a second time changes nothing', async () => {
    const books = freshBooks();
    await importText(books, debtors, '2026-11-20');
    expect((await importText(books, debtors, '2026-11-20')).changes).toEqual([]);
  });

  it('is taken back as a whole, but not while one of its debtors has an item of its own', async () => {
    const books = freshBooks();
    const { record } = await importText(books, debtors, '2026-11-20');
    const later = structuredClone(books);
    const undone = undoImport(books, record.id, moment);
    if (!undone.ok) throw new Error(undone.reason);
    applyChanges(books, undone.changes);
    expect(books.ledgers.size).toBe(0);
    const bos = debtorByCode(later, '2').id;
    applyChanges(later, [{ table: 'item', key: String(bos), lineId: 'F9', line: { id: 'F9' }, v: 1 }]);
    expect(undoImport(later, record.id, moment)).toMatchObject({ ok: false, reason: 'later-work', debtorId: bos });
  });
});

describe('totals to compare with', () => {
  const ages = 'Debiteurnummer;Naam;0-30;31-60;61-90;> 90\n1;Kok;60,00;40,00;0,00;0,00\n2;Bos;5,00;0,00;0,00;0,00\n';

  it('are kept beside the books, once, and change nothing in them', async () => {
    const books = freshBooks();
    await importText(books, items, '2026-11-10', { asOf: '2026-11-10' });
    const before = structuredClone([...books.ledgers]);
    const { record } = await importText(books, ages, '2026-11-20', { asOf: '2026-11-18' });
    expect(record).toMatchObject({ kind: 'control', full: false, totalOpen: 10_500, itemsGone: 0, debtorsNew: 0 });
    expect([...books.records.control.values()]).toEqual([
      {
        id: record.id,
        importId: record.id,
        fileName: 'lijst.csv',
        asOf: '2026-11-18',
        total: 10_500,
        debtors: [
          { code: '1', name: 'Kok', open: 10_000 },
          { code: '2', name: 'Bos', open: 500 },
        ],
      },
    ]);
    expect([...books.ledgers]).toEqual(before);
    expect((await importText(books, ages, '2026-11-21', { asOf: '2026-11-18' })).changes).toEqual([]);
    const undone = undoImport(books, record.id, moment);
    if (!undone.ok) throw new Error(undone.reason);
    applyChanges(books, undone.changes);
    expect(books.records.control.size).toBe(0);
  });
});
