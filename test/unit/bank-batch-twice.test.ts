import { beforeEach, describe, expect, it } from 'vitest';
import type { BankLine } from '#shared/domain/bank/line.ts';
import { applyChanges, type Books } from '#shared/domain/books.ts';
import { runCommand } from '#shared/domain/commands/run.ts';
import { undoImport } from '#shared/domain/import/undo.ts';
import { openTotal } from '#shared/domain/open-total.ts';
import { readCamt } from '#shared/formats/bank/camt/read.ts';
import type { ReadFile } from '#shared/formats/bank/file-set.ts';
import { readMt940 } from '#shared/formats/bank/mt940/read.ts';
import { bankFile, bankLine, importBank, linesIn, ownAccount, standing } from './bank-books.ts';
import { entry, type Kind, message, money, tag } from './camt-text.ts';
import { debtorByCode, freshBooks, importText, openOf } from './import-books.ts';

const day = '2026-11-18';
const today = '2026-11-21';
const moment = { today, at: `${today}T12:00:00` };
const list = [
  'Debiteurnummer;Naam;Factuurnummer;Factuurdatum;Vervaldatum;Factuurbedrag;Openstaand',
  '1001;Kok Bouw B.V.;F26-0101;01-10-2026;31-10-2026;100,00;100,00',
  '1002;Smit Advies VOF;F26-0102;01-10-2026;31-10-2026;200,00;200,00',
  '1003;Vis Handel;F26-0103;01-10-2026;31-10-2026;300,00;300,00',
].join('\n');

function camt(entries: string, kind: Kind = '053', fileName = `${kind}.xml`): ReadFile {
  const head = tag('Id', fileName) + tag('Acct', tag('Id', tag('IBAN', ownAccount)) + tag('Ccy', 'EUR'));
  return { fileName, reading: readCamt(new TextEncoder().encode(message(head + entries, kind))) };
}

interface Batch {
  readonly amount?: string;
  readonly reference?: string | null;
  readonly batch?: string;
  readonly on?: string;
}

const booked = (on: string) => ({ booked: tag('Dt', on), value: tag('Dt', on) });

function wholeEntry({
  amount = '300.00',
  reference = 'REF1',
  batch = tag('NbOfTxs', '2'),
  on = day,
}: Batch = {}): string {
  return entry({ amount, reference, ...booked(on), details: tag('Btch', batch) });
}

function partsEntry({ reference = 'REF1', batch = '', on = day }: Batch = {}): string {
  const detail = (amount: string, name: string, number: string): string =>
    tag(
      'TxDtls',
      tag('Refs', tag('EndToEndId', number)) +
        tag('AmtDtls', tag('TxAmt', money(amount))) +
        tag('RltdPties', tag('Dbtr', tag('Nm', name))) +
        tag('RmtInf', tag('Ustrd', number)),
    );
  const parts = detail('100.00', 'Kok Bouw B.V.', 'F26-0101') + detail('200.00', 'Smit Advies VOF', 'F26-0102');
  return entry({ amount: '300.00', reference, ...booked(on), details: tag('Btch', batch) + parts });
}

function mt940(reference: string, said: string): ReadFile {
  const text = [
    '{1:F01INGBNL2ABXXX0000000000}{2:I940INGBNL2AXXXN}{4:',
    ':20:P1',
    `:25:${ownAccount}EUR`,
    ':28C:1',
    ':60F:C261117EUR1000,00',
    `:61:2611181118C300,00N${reference}`,
    `:86:${said}`,
    ':62F:C261118EUR1300,00',
    '-}',
  ].join('\r\n');
  return { fileName: 'totaal.940', reading: readMt940(new TextEncoder().encode(text)) };
}

const csvWhole = (remittance: string, bankReference: string | null = null): ReadFile =>
  bankFile([bankLine(day, 30_000, { counterpartyName: null, counterpartyIban: null, remittance, bankReference })], {
    format: 'bankcsv',
    fileName: 'totaal.csv',
  });

const parts = camt(partsEntry());
const notified = camt(partsEntry(), '054');
/** Wholes that are certainly the batch, as each format writes them. */
const certain: readonly (readonly [string, ReadFile, ReadFile])[] = [
  ['CAMT with a count', camt(wholeEntry(), '053', 'totaal.xml'), notified],
  ['MT940 with the reference of the bank', mt940('DDTNONREF//REF1', 'TOTAAL 2 VZ'), parts],
  [
    'MT940 with the reference of the batch',
    mt940('DDTPREF//26005', '/PREF/INC-7//REMI/USTD//TOTAAL 2 VZ/'),
    camt(partsEntry({ batch: tag('PmtInfId', 'INC-7') })),
  ],
  ['CSV with nothing but a count', csvWhole('TOTAAL 2 VZ'), parts],
];
/** Wholes that may be the batch and may be other money. */
const doubtful: readonly (readonly [string, ReadFile, ReadFile])[] = [
  ['nothing says it is a batch', csvWhole('storting', 'REF1'), parts],
  ['the references differ', csvWhole('TOTAAL 2 VZ', 'ANDERS'), parts],
  ['the counts differ', csvWhole('TOTAAL 3 VZ', 'REF1'), parts],
  ['neither a count nor a reference', csvWhole('SEPA INCASSO BATCH'), parts],
];

let books: Books;

beforeEach(async () => {
  books = freshBooks();
  await importText(books, list, '2026-11-17', { asOf: '2026-11-17', bankUntil: '2026-11-17' });
});

const open = () => ['1001', '1002', '1003'].map((code, at) => openOf(books, code, `F26-010${at + 1}`));
const whole = (): BankLine | undefined => [...books.records.bankLine.values()].find(({ amount }) => amount === 30_000);

function matchWhole(): void {
  const debtorId = debtorByCode(books, '1003').id;
  const [itemId] = Object.keys(books.ledgers.get(debtorId)!.item!);
  const line = whole()!;
  const command = {
    type: 'match-line',
    lineId: line.id,
    parts: [{ debtorId, itemId: itemId!, amount: 30_000, discount: 0 }],
    creditTo: null,
    settle: [],
  } as const;
  applyChanges(books, runCommand(books, command, moment));
}

describe('a batch in one amount and its payments are the same money (criterion A7)', () => {
  it.each(certain)('%s, first the whole: it is set aside', (_, one, exploded) => {
    importBank(books, [one], day);
    expect(linesIn(books, 'review')).toMatchObject([{ amount: 30_000 }]);
    const before = standing(books);
    const { diff, record } = importBank(books, [exploded], today);
    expect(open()).toEqual([0, 0, 30_000]);
    expect(linesIn(books, 'review')).toEqual([]);
    expect(whole()).toMatchObject({ state: 'set-aside', twice: 'whole' });
    expect(diff.warnings.map(({ problem }) => problem.code)).toContain('bank-batch-whole');
    const undone = undoImport(books, record.id, moment);
    if (!undone.ok) throw new Error(undone.reason);
    applyChanges(books, undone.changes);
    expect(standing(books)).toEqual(before);
  });

  it.each(certain)('%s, first the payments: it is known', (_, one, exploded) => {
    importBank(books, [exploded], day);
    const { diff } = importBank(books, [one], today);
    expect(diff.counts).toMatchObject({ lines: 1, linesKnown: 1, linesToReview: 0 });
    expect(open()).toEqual([0, 0, 30_000]);
    expect(whole()).toBeUndefined();
  });

  it.each(certain)('%s, in one import, in either order', async (_, one, exploded) => {
    for (const files of [
      [one, exploded],
      [exploded, one],
    ]) {
      books = freshBooks();
      await importText(books, list, '2026-11-17', { asOf: '2026-11-17', bankUntil: '2026-11-17' });
      importBank(books, files, today);
      expect(open()).toEqual([0, 0, 30_000]);
      expect(linesIn(books, 'review')).toEqual([]);
    }
  });

  it.each(certain)('%s, matched by hand before its payments come: they are set aside', (_, one, exploded) => {
    importBank(books, [one], day);
    matchWhole();
    const { diff, record } = importBank(books, [exploded], today);
    expect(openTotal(books)).toBe(30_000);
    expect(linesIn(books, 'set-aside')).toMatchObject([
      { amount: 10_000, twice: 'part', importId: record.id },
      { amount: 20_000, twice: 'part', importId: record.id },
    ]);
    expect(diff.counts).toMatchObject({ lines: 2, linesKnown: 2, linesMatched: 0 });
    expect(importBank(books, [exploded], today).changes).toEqual([]);
  });

  it.each(doubtful)('it waits and says what it may be when %s, in either order', async (_, one, exploded) => {
    for (const files of [[one], [exploded]].flatMap((first, at, both) => [[first, both[1 - at]!]])) {
      books = freshBooks();
      await importText(books, list, '2026-11-17', { asOf: '2026-11-17', bankUntil: '2026-11-17' });
      for (const file of files) importBank(books, file, today);
      expect(open()).toEqual([0, 0, 30_000]);
      expect(linesIn(books, 'review')).toMatchObject([{ amount: 30_000, twice: 'perhaps-whole' }]);
    }
  });

  it.each(doubtful)('its payments wait when it was matched by hand and %s', (_, one, exploded) => {
    importBank(books, [one], day);
    matchWhole();
    importBank(books, [exploded], today);
    expect(openTotal(books)).toBe(30_000);
    expect(linesIn(books, 'review')).toMatchObject([{ twice: 'perhaps-part' }, { twice: 'perhaps-part' }]);
  });

  it.each([
    ['amount', wholeEntry({ amount: '300.01' })],
    ['day', wholeEntry({ on: '2026-11-19' })],
  ])('of another %s it is other money', (_, other) => {
    importBank(books, [parts], day);
    importBank(books, [camt(other, '053', 'totaal.xml')], today);
    const [line] = linesIn(books, 'review');
    expect(line).toBeDefined();
    expect(line!.twice).toBeUndefined();
  });

  it('two equal wholes are not one batch', () => {
    const two = camt(wholeEntry({ reference: null }) + wholeEntry({ reference: null }), '053', 'totaal.xml');
    importBank(books, [two], day);
    importBank(books, [parts], today);
    expect(linesIn(books, 'review').map(({ twice }) => twice)).toEqual(['perhaps-whole', 'perhaps-whole']);
  });

  it('a set-aside whole that waits again was matched since: its payments cannot be undone under it', () => {
    importBank(books, [certain[0]![1]], day);
    const { record } = importBank(books, [notified], today);
    applyChanges(books, runCommand(books, { type: 'review-line', lineId: whole()!.id }, moment));
    matchWhole();
    expect(undoImport(books, record.id, moment)).toMatchObject({ ok: false, reason: 'later-work' });
  });
});
