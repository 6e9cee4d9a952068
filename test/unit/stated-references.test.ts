import { describe, expect, it } from 'vitest';
import type { Books } from '#shared/domain/books.ts';
import { readBankCsv } from '#shared/formats/bank/csv/read.ts';
import type { ReadFile } from '#shared/formats/bank/file-set.ts';
import type { BankReading } from '#shared/formats/bank/statement.ts';
import { en } from '#shared/i18n/en/index.ts';
import { nl } from '#shared/i18n/nl/index.ts';
import { identifyBetalingskenmerk, makeBetalingskenmerk } from '#shared/identifiers/betalingskenmerk.ts';
import { formatOgm, makeOgm } from '#shared/identifiers/ogm.ts';
import { formatRfReference, makeRfReference } from '#shared/identifiers/rf-reference.ts';
import type { Receipt } from '#shared/matching/match.ts';
import { matchReceipts } from '#shared/matching/match-receipts.ts';
import { Matcher } from '#shared/matching/matcher.ts';
import { importBank, linesIn, ownAccount } from './bank-books.ts';
import { entry, message, read, statementHead, tag } from './camt-text.ts';
import { booksWith, invoice } from './dunning-books.ts';
import { freshBooks, importReading, importText, invoicesOf, itemOf, openOf } from './import-books.ts';
import { bestOf, receipt } from './matching-books.ts';
import { around, readText } from './mt940-text.ts';

const today = '2026-11-21';
const kenmerk = makeBetalingskenmerk('850426741301240')!;
const rf = makeRfReference('539007547034')!;
const ogm = makeOgm('1234567890')!;
const kinds = { betalingskenmerk: kenmerk, 'RF reference': rf, OGM: ogm, 'free text': 'KLANT-778899' };
const name = 'Bakkerij Zuid B.V.';
/** The code of the debtor: where none is stated, the name. */
const codes: Readonly<Record<string, string>> = { UBL: name, list: '7' };

/** Where an invoice says what it is to be paid with. */
const sources: Readonly<Record<string, (reference: string) => Promise<Books>>> = {
  UBL: async (reference) => {
    const books = freshBooks();
    const means = `<cac:PaymentMeans><cbc:PaymentMeansCode>30</cbc:PaymentMeansCode><cbc:PaymentID>${reference}</cbc:PaymentID></cac:PaymentMeans>`;
    importReading(books, invoicesOf({ number: 'F-1', means }), '2026-11-10');
    return books;
  },
  list: async (reference) => {
    const books = freshBooks();
    const heads =
      'Debiteurnummer;Naam;Factuurnummer;Factuurdatum;Vervaldatum;Factuurbedrag;Openstaand;Betalingskenmerk';
    const row = `7;${name};F-1;01-10-2026;31-10-2026;121,00;121,00;${reference}`;
    await importText(books, `${heads}\n${row}`, '2026-11-10', { asOf: '2026-11-10' });
    return books;
  },
};

const file = (fileName: string, reading: BankReading): ReadFile => ({ fileName, reading });
const camt = (remittance: string): ReadFile => {
  const party = tag('RltdPties', tag('Dbtr', tag('Nm', 'M. Oudshoorn')));
  const details = tag('TxDtls', party + tag('RmtInf', remittance));
  const booked = tag('Dt', '2026-11-12');
  const one = entry({ amount: '121.00', booked, value: booked, details });
  return file('a.xml', read(message(statementHead() + one)));
};
const mt940 = (text: string): ReadFile =>
  file(
    'a.940',
    readText(
      around(
        `:61:2611121112C121,00NTRFNONREF//26000001\r\n:86:/CNTP/NL44RABO0123456789/RABONL2U/M. Oudshoorn///REMI/${text}/`,
      ),
    ),
  );
const rabo = (said: Readonly<Record<string, string>>): ReadFile => {
  const row: Readonly<Record<string, string>> = {
    'IBAN/BBAN': ownAccount,
    Munt: 'EUR',
    BIC: 'RABONL2U',
    Volgnr: '000000000000000001',
    Datum: '2026-11-12',
    Rentedatum: '2026-11-12',
    Bedrag: '+121,00',
    'Saldo na trn': '+121,00',
    'Tegenrekening IBAN/BBAN': 'NL20INGB0001234567',
    'Naam tegenpartij': 'M. Oudshoorn',
    Betalingskenmerk: '',
    'Omschrijving-1': '',
    ...said,
  };
  const line = (cells: readonly string[]) => cells.map((cell) => `"${cell}"`).join(',');
  const text = `${line(Object.keys(row))}\r\n${line(Object.values(row))}\r\n`;
  return file('a.csv', readBankCsv(new TextEncoder().encode(text)));
};

/** Where the bank puts it. */
const places: Readonly<Record<string, (reference: string) => ReadFile>> = {
  'CAMT Strd': (reference) => camt(tag('Strd', tag('CdtrRefInf', tag('Ref', reference)))),
  'CAMT Ustrd': (reference) => camt(tag('Ustrd', `Betaling ${reference} met dank`)),
  'MT940 STRD': (reference) => mt940(`STRD/CUR/${reference}`),
  'MT940 USTD': (reference) => mt940(`USTD//${reference}`),
  'CSV column': (reference) => rabo({ Betalingskenmerk: reference }),
  'CSV description': (reference) => rabo({ 'Omschrijving-1': reference }),
};

const everyWay = Object.entries(kinds).flatMap(([kind, reference]) =>
  Object.keys(sources).flatMap((source) =>
    Object.keys(places).map((place) => [kind, source, place, reference] as const),
  ),
);

describe('an item is paid by whoever quotes its own reference with its amount (criterion A8)', () => {
  it.each(everyWay)('%s from a %s in %s', async (_, source, place, reference) => {
    const books = await sources[source]!(reference);
    const code = codes[source]!;
    expect(itemOf(books, code, 'F-1').paymentReference).toBe(reference);
    importBank(books, [places[place]!(reference)], today);
    expect(linesIn(books, 'matched')).toHaveLength(1);
    expect(openOf(books, code, 'F-1')).toBe(0);
  });

  it('an invoice that repeats its number as reference has none of its own', async () => {
    expect(itemOf(await sources.UBL!('F-1'), name, 'F-1').paymentReference).toBeUndefined();
  });

  it('stays with an item when a list after it does not state it', async () => {
    const list = (day: string) =>
      `Debiteurnummer;Naam;Factuurnummer;Factuurdatum;Vervaldatum;Factuurbedrag;Openstaand\n7;${name};F-1;01-10-2026;${day};121,00;121,00`;
    const books = await sources.list!(kenmerk);
    await importText(books, list('30-10-2026'), '2026-11-15', { asOf: '2026-11-15' });
    expect(itemOf(books, '7', 'F-1')).toMatchObject({ dueDate: '2026-10-30', paymentReference: kenmerk });
  });
});

const korenmaat = { counterparty: 'Bakkerij Korenmaat', iban: 'NL91ABNA0417164300' };
const deVries = { counterparty: 'P. de Vries', iban: 'NL20INGB0001234567' };
const stranger = { counterparty: 'M. Oudshoorn', iban: 'NL44RABO0123456789' };
const spaced = kenmerk.replace(/(.{4})(?=.)/g, '$1 ');
const fixed = makeBetalingskenmerk('10023')!;

const books = booksWith(
  {
    debtor: { name: 'Bakkerij Korenmaat B.V.', iban: korenmaat.iban },
    items: [
      invoice('2026-0012', { total: 1_210_00, paymentReference: kenmerk }),
      invoice('2026-0013', { total: 242_11, paymentReference: `Betalingskenmerk: ${rf}` }),
    ],
  },
  {
    debtor: { name: 'Drukkerij Hansen' },
    items: [
      invoice('2026-0021', { total: 100_00, paymentReference: fixed }),
      invoice('2026-0022', {
        total: 200_00,
        paymentReference: fixed,
        discount: { kind: 'early-payment', amount: 4_00, until: '2026-03-10' },
      }),
      invoice('2026-0023', { total: 300_00, paymentReference: fixed, state: 'closed' }),
      invoice('2026-0024', { total: 1_210_00, paymentReference: formatOgm(ogm) }),
    ],
  },
  {
    debtor: { name: 'P. de Vries', iban: deVries.iban },
    items: [
      invoice('2026-0031', { total: 45_10, paymentReference: '5551212' }),
      invoice('2026-0032', { total: 45_10, paymentReference: '5551212' }),
    ],
  },
);
const match = (line: Receipt) => matchReceipts(books, [line])[0]!;

type Case = readonly [text: string, amount: number, given: Partial<Receipt>, best: string, accepted: boolean];

describe('a reference items state themselves', () => {
  it.each<Case>([
    [spaced, 1_210_00, stranger, '2026-0012 1210.00', true],
    [`Betalingskenmerk${kenmerk}`, 1_210_00, stranger, '2026-0012 1210.00', true],
    [`uw kenmerk ${formatRfReference(rf)} Bakkerij`, 242_11, stranger, '2026-0013 242.11', true],
    [formatOgm(ogm), 1_210_00, stranger, '2026-0024 1210.00', true],
    // The reference of one item, an amount of nobody.
    [kenmerk, 87_65, stranger, '2026-0012 87.65', false],
    // One reference of several items: the amount decides.
    [fixed, 100_00, stranger, '2026-0021 100.00', true],
    [fixed, 200_00, stranger, '2026-0022 200.00', true],
    [fixed, 196_00, stranger, '2026-0022 196.00 (4.00 kept)', true],
    [fixed, 300_00, stranger, '2026-0021 100.00 + 2026-0022 200.00', true],
    [fixed, 150_00, stranger, 'any', false],
    ['5551212', 45_10, stranger, '2026-0031 45.10', false],
    // A digit more or less is another reference.
    [`9${kenmerk}`, 1_210_00, stranger, 'any', false],
  ])('%s %d', (text, amount, given, best, accepted) => {
    for (const place of [{ remittance: text }, { remittance: null, structuredReference: text }]) {
      const found = match(receipt(amount, null, { ...given, ...place }));
      if (best !== 'any') expect(bestOf(found)).toBe(best);
      expect(found.accepted).toBe(accepted);
    }
  });

  it('in the end-to-end id', () => {
    const found = match(receipt(1_210_00, null, { ...stranger, endToEndId: kenmerk }));
    expect([bestOf(found), found.accepted]).toEqual(['2026-0012 1210.00', true]);
  });

  it('paid from the account of another debtor is proposed first, and waits', () => {
    for (const put of [{ remittance: spaced }, { structuredReference: kenmerk }, { endToEndId: kenmerk }]) {
      const found = match(receipt(1_210_00, null, { ...deVries, ...put }));
      expect([bestOf(found), found.accepted]).toEqual(['2026-0012 1210.00', false]);
      expect(found.candidates[0]!.reasons.map(({ code }) => code)).toContain('account-of-other');
    }
  });

  it('paid from that account again is taken at once, after it was confirmed to pay for this debtor', () => {
    const line = receipt(1_210_00, kenmerk, deVries);
    const matcher = new Matcher(books);
    matcher.take(matcher.match(line).candidates[0]!, line);
    const next = matcher.match({ ...line, id: 'next', amount: 242_11, remittance: rf });
    expect([bestOf(next), next.accepted]).toEqual(['2026-0013 242.11', true]);
  });

  it('is given as the reason, in both languages', () => {
    const found = match(receipt(1_210_00, spaced, stranger));
    const reason = found.candidates[0]!.reasons.find(({ code }) => code === 'named-payment-reference');
    expect(reason?.params).toEqual({ number: '2026-0012', written: spaced });
    expect(nl.matching.reason['named-payment-reference']).toContain('betalingskenmerk {{written}}');
    expect(en.matching.reason['named-payment-reference']).toContain('payment reference {{written}}');
  });

  it('that many debtors share says nothing', () => {
    const shared = Array.from({ length: 12 }, (_, place) => ({
      debtor: { name: `Afnemer ${place}` },
      items: [invoice(`2026-01${10 + place}`, { total: 100_00 + place, paymentReference: fixed })],
    }));
    expect(matchReceipts(booksWith(...shared), [receipt(100_03, fixed, stranger)])[0]!.accepted).toBe(false);
  });
});

describe('a structured reference nobody has', () => {
  const plain = booksWith({
    debtor: { name: 'Bakkerij Korenmaat B.V.', iban: korenmaat.iban },
    items: [invoice('2026-0012', { total: 121_37 })],
  });
  const foreign = makeRfReference('A77B1')!;
  const places: readonly (readonly [string, (text: string) => Partial<Receipt>])[] = [
    ['Strd', (text) => ({ structuredReference: text })],
    ['Ustrd', (text) => ({ remittance: text })],
    ['Ustrd, called a reference', (text) => ({ remittance: `betalingskenmerk ${text}` })],
  ];
  const each = [kenmerk, spaced, rf, foreign, formatOgm(ogm)].flatMap((text) =>
    places.map(([place, put]) => [text, place, put(text)] as const),
  );

  it.each(each)('%s in %s is no evidence against name or account with the amount', (_, _place, put) => {
    for (const payer of [korenmaat, { ...korenmaat, iban: null }, { ...korenmaat, counterparty: null }]) {
      const [found] = matchReceipts(plain, [receipt(121_37, null, { ...payer, ...put })]);
      expect([bestOf(found!), found!.accepted]).toEqual(['2026-0012 121.37', true]);
    }
  });

  it('is not seen in numbers of ours that stand beside each other, whatever their check digit', () => {
    const others = Array.from({ length: 20 }, (_, place) => String(30 + place).padStart(4, '0'));
    const right = others.find((own) => identifyBetalingskenmerk(`202600122026${own}`).normalised !== null)!;
    const pair = booksWith({
      items: [invoice('2026-0012', { total: 121_37 }), invoice(`2026-${right}`, { total: 50_11 })],
    });
    const [found] = matchReceipts(pair, [receipt(171_48, `2026 0012 2026 ${right}`, stranger)]);
    expect([bestOf(found!), found!.accepted]).toEqual([`2026-0012 121.37 + 2026-${right} 50.11`, true]);
  });

  it.each([
    ['a number as ours', plain, '2026-9912'],
    ['a reference around a number as ours', plain, makeBetalingskenmerk('20269912')!],
    ['a reference as the items state', books, makeBetalingskenmerk('850426741309999')!],
  ])('but built as %s it means something else', (_, own, text) => {
    const amount = own === plain ? 121_37 : 1_210_00;
    for (const place of [{ remittance: `kenmerk ${text}` }, { structuredReference: text }]) {
      const [found] = matchReceipts(own, [receipt(amount, null, { ...korenmaat, ...place })]);
      expect(found!.accepted).toBe(false);
    }
  });
});
