import { describe, expect, it } from 'vitest';
import type { TableReading } from '#shared/formats/table/reading.ts';
import { readText, warningsOf } from './table-text.ts';

/** The same rows with the columns in another order, some of them left out. */
function arranged(text: string, order: readonly number[]): string {
  return text
    .split('\n')
    .map((line) => {
      const cells = line.split(';');
      return order.map((at) => cells[at] ?? '').join(';');
    })
    .join('\n');
}

/** What matters of a reading: whose it is and what every item is. */
function linesOf(reading: TableReading): readonly string[] {
  return reading.items.map(({ debtorCode, debtorName, number, kind, date, dueDate, total, open, currency }) =>
    [debtorCode, debtorName, number, kind, date, dueDate, total, open, currency].join(' | '),
  );
}

const exactReport = `Openstaande posten: debiteuren
Administratie;2 - Proeftuin B.V.
Peildatum;30-09-2026
Valuta;EUR

Dagboek: Code;Code;Naam;Factuurnummer;Boekstuknummer;Uw ref.;Factuurdatum;Vervaldatum;Betalingsconditie: Code;Omschrijving: Kopregel;Bedrag;Openstaand
70;400;Smederij De Vonk;26700001;26700001;ORD 9;01-08-2026;31-08-2026;30;Hekwerk;1.210,00;1.210,00
70;;;26700014;26700014;;11-09-2026;11-10-2026;30;;-60,50;-60,50
70;401;Tuinderij Zonzij;26700015;26700015;;12-09-2026;26-09-2026;14;Bloembakken;242,00;100,00
;;Totaal;;;;;;;;1.391,50;1.249,50`;
const exactItems = [
  '400 | Smederij De Vonk | 26700001 | invoice | 2026-08-01 | 2026-08-31 | 121000 | 121000 | EUR',
  '400 | Smederij De Vonk | 26700014 | credit | 2026-09-11 | 2026-10-11 | -6050 | -6050 | EUR',
  '401 | Tuinderij Zonzij | 26700015 | invoice | 2026-09-12 | 2026-09-26 | 24200 | 10000 | EUR',
];

const twinfield = `Dagboek;Naam;Boekst.nr.;Status;Boekdatum;Debiteur;Naam;Valuta;Bedrag;Euro;Openstaand bedrag;Factuurnr.;Vervaldatum;Betaalstatus;Betaalnr.;Openstaand bedrag transactievaluta
VRK;Verkoopboek;202600011;Definitief;03-08-2026;1001;Smederij De Vonk;EUR;121,00;121,00;121,00;2026-011;02-09-2026;Beschikbaar;;121,00
VRK;Verkoopboek;202600012;Definitief;04-08-2026;1002;Harbour Ltd;GBP;100,00;118,00;118,00;2026-012;03-09-2026;Beschikbaar;;100,00
VRK;Verkoopboek;202600013;Definitief;05-08-2026;1002;Harbour Ltd;GBP;-10,00;-11,80;-11,80;2026-013;;Beschikbaar;;-10,00`;
const twinfieldItems = [
  '1001 | Smederij De Vonk | 2026-011 | invoice | 2026-08-03 | 2026-09-02 | 12100 | 12100 | EUR',
  '1002 | Harbour Ltd | 2026-012 | invoice | 2026-08-04 | 2026-09-03 | 10000 | 10000 | GBP',
  '1002 | Harbour Ltd | 2026-013 | credit | 2026-08-05 |  | -1000 | -1000 | GBP',
];

const yuki = `Code grootboekrekening;Omschrijving grootboekrekening;Datum factuur;Openstaand bedrag;Omschrijving factuur;Referentie;Vervaldatum;Relatienaam;Relatiecode;Bankrekening
13000;Debiteuren;3-8-26;1210.00;Factuur 2026-011;2026-011;2-9-26;Smederij De Vonk;D7;NL13TEST0123456789
13000;Debiteuren;4-8-26;-60.50;Creditnota 2026-012;;;Smederij De Vonk;D7;
16000;Crediteuren;4-8-26;-99.00;Factuur 88;88;;Leverancier;C2;`;
const yukiItems = [
  'D7 | Smederij De Vonk | 2026-011 | invoice | 2026-08-03 | 2026-09-02 | 121000 | 121000 | EUR',
  'D7 | Smederij De Vonk | 2026-012 | credit | 2026-08-04 |  | -6050 | -6050 | EUR',
];

const globe = `Debiteur;Soort;Uw referentie;Onze ref.;Omschrijving;Datum;Verv.dat.;Oud;Bedrag;Val;Koers;Bedrag EUR
300;factuur;PO 4;26001;Levering;03-08-26;02-09-26;80;1210.00;EUR;1.000000;1210.00
300;creditnota;;26002;Retour;04-08-26;03-09-26;79;-60.50;EUR;1.000000;-60.50
301;factuur;;26003;Export;05-08-26;04-09-26;78;100.00;USD;0.900000;90.00`;
const globeItems = [
  '300 |  | 26001 | invoice | 2026-08-03 | 2026-09-02 | 121000 | 121000 | EUR',
  '300 |  | 26002 | credit | 2026-08-04 | 2026-09-03 | -6050 | -6050 | EUR',
  '301 |  | 26003 | invoice | 2026-08-05 | 2026-09-04 | 10000 | 10000 | USD',
];

const eBoekhouden = `MutNr;MutDatum;MutFactuur;RelCode;RelBedrijf;Bedrag;Voldaan;Openstaand
81;03-08-2026;F11;V1;Smederij De Vonk;1210,00;0,00;1210,00
82;04-08-2026;F12;V1;Smederij De Vonk;242,00;142,00;100,00`;
const eBoekhoudenItems = [
  'V1 | Smederij De Vonk | F11 | invoice | 2026-08-03 |  | 121000 | 121000 | EUR',
  'V1 | Smederij De Vonk | F12 | invoice | 2026-08-04 |  | 24200 | 10000 | EUR',
];

const eBoekhoudenCsv = `Relatiecode;Relatie;Factuurnummer;Factuurdatum;Vervaldatum;Bedrag;Openstaand;Soort
V1;Smederij De Vonk;F11;03-08-2026;02-09-2026;1210,00;1210,00;Debiteur
C9;Leverancier;88;04-08-2026;03-09-2026;50,00;50,00;Crediteur`;

const snelstart = `fldDagboek;fldBoekingcode;Datum;Grootboeknummer;Debet;Credit;ImportBoekingID;Boekstuk;Omschrijving;Relatiecode;Factuurnummer;Kostenplaatsnummer
Verkoop;1;03-08-2026;1300;1210,00;;;214;Hekwerk;20001;26011;
Verkoop;1;03-08-2026;8000;;1000,00;;214;Hekwerk;;26011;
Verkoop;1;03-08-2026;1671;;210,00;;214;Hekwerk;;26011;
Bank;2;20-08-2026;1300;;500,00;;3;Betaling;20001;26011;
Bank;2;28-08-2026;1300;;300,00;;4;Betaling;20001;26011;
Verkoop;3;05-08-2026;1300;;121,00;;215;Retour;20002;26012;
Verkoop;4;06-08-2026;1300;50,00;;;216;Klein;20002;26013;
Bank;5;07-08-2026;1300;;50,00;;5;Betaling;20002;26013;`;
const snelstartItems = [
  '20001 |  | 26011 | invoice | 2026-08-03 |  | 121000 | 41000 | EUR',
  '20002 |  | 26012 | credit | 2026-08-05 |  | -12100 | -12100 | EUR',
];

const afas = `Administratie omschrijving;Dagboekcode;Nummer debiteur;Naam debiteur;Factuurnummer;Factuurdatum;Vervaldatum;Factuurbedrag;Openstaand bedrag;Btw-nummer;E-mail
Proeftuin;50;10007;Smederij De Vonk;26011;03-08-2026;02-09-2026;1.210,00;1.210,00;NL001234567B01;info@vonk.example`;

const moneybird = `Factuurnummer;Contact;Referentie;Factuurdatum;Vervaldatum;Status;Totaal excl. btw;Btw;Totaal incl. btw
2026-0011;Smederij De Vonk;PO 4;2026-08-03;2026-09-02;Te laat;1000.00;210.00;1210.00
2026-0012;Smederij De Vonk;;2026-08-04;2026-09-03;Betaald;100.00;21.00;121.00
;Smederij De Vonk;;2026-08-05;2026-09-04;Concept;100.00;21.00;121.00
2026-0013;Tuinderij Zonzij;;2026-08-06;2026-09-05;Openstaand;200.00;42.00;242.00`;
const moneybirdItems = [
  ' | Smederij De Vonk | 2026-0011 | invoice | 2026-08-03 | 2026-09-02 | 121000 | 121000 | EUR',
  ' | Tuinderij Zonzij | 2026-0013 | invoice | 2026-08-06 | 2026-09-05 | 24200 | 24200 | EUR',
];

describe('exports of packages are known by their headings and read as they mean it (formats §4)', () => {
  it.each([
    ['exact-online', 'its report of open items', exactReport, exactItems],
    [
      'exact-online',
      'its interface',
      'AccountCode,AccountName,Amount,CurrencyCode,Description,DueDate,EntryNumber,InvoiceDate,InvoiceNumber,JournalCode,YourRef\n400,De Vonk,1210.00,EUR,Hekwerk,2026-08-31,26700001,2026-08-01,26700001,70,ORD 9',
      ['400 | De Vonk | 26700001 | invoice | 2026-08-01 | 2026-08-31 | 121000 | 121000 | EUR'],
    ],
    ['twinfield', 'the debiteurenkaart', twinfield, twinfieldItems],
    [
      'twinfield',
      'in English',
      'Daybook;Name;Number;Status;Date;Customer;Name;Currency;Value;Base value;Open value;Inv.no;Due date\nVRK;Sales;11;final;03-08-2026;1001;De Vonk;EUR;121,00;121,00;21,00;F1;02-09-2026\nVRK;Sales;12;final;04-08-2026;1002;Harbour Ltd;GBP;100,00;118,00;118,00;F2;03-09-2026',
      [
        '1001 | De Vonk | F1 | invoice | 2026-08-03 | 2026-09-02 | 12100 | 2100 | EUR',
        '1002 | Harbour Ltd | F2 | invoice | 2026-08-04 | 2026-09-03 | 11800 | 11800 | EUR',
      ],
    ],
    ['yuki', 'its migration file', yuki, yukiItems],
    ['yuki', 'its migration file without headings', yuki.split('\n').slice(1).join('\n'), yukiItems],
    [
      'yuki',
      'in English',
      'GL account code;GL account description;Invoice date;Outstanding amount;Invoice description;Reference;Due date;Contact name;Contact code\n13000;Debtors;3-8-2026;121.00;Factuur F1;F1;2-9-2026;De Vonk;D7',
      ['D7 | De Vonk | F1 | invoice | 2026-08-03 | 2026-09-02 | 12100 | 12100 | EUR'],
    ],
    ['exact-globe', 'its report of open items', globe, globeItems],
    ['e-boekhouden', 'its interface', eBoekhouden, eBoekhoudenItems],
    [
      'e-boekhouden',
      'its table',
      eBoekhoudenCsv,
      ['V1 | Smederij De Vonk | F11 | invoice | 2026-08-03 | 2026-09-02 | 121000 | 121000 | EUR'],
    ],
    ['snelstart', 'bookings with debet and credit', snelstart, snelstartItems],
    [
      'afas',
      'an analysis',
      afas,
      ['10007 | Smederij De Vonk | 26011 | invoice | 2026-08-03 | 2026-09-02 | 121000 | 121000 | EUR'],
    ],
    ['moneybird', 'a list of invoices', moneybird, moneybirdItems],
  ])('%s: %s', async (profile, _, text, items) => {
    const reading = await readText(text);
    expect(reading.refusal).toBeNull();
    expect(reading.profile).toBe(profile);
    expect(linesOf(reading)).toEqual(items);
  });

  it('a column Btw beside amounts is one of amounts', async () => {
    const reading = await readText(moneybird);
    expect(reading.items.map(({ details }) => details.vatCents)).toEqual([21000, 4200]);
    expect(reading.debtors[0]!.vatId).toBeNull();
  });

  it.each([
    ['twinfield', 'reversed', arranged(twinfield, [...Array(16).keys()].reverse()), twinfieldItems],
    [
      'twinfield',
      'the names before the codes',
      arranged(twinfield, [1, 6, 0, 5, 11, 4, 12, 7, 8, 13, 15, 2, 10, 9]),
      twinfieldItems,
    ],
    [
      'twinfield',
      'without the amounts in the currency of the invoice',
      arranged(twinfield, [0, 1, 2, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13]),
      [
        twinfieldItems[0],
        '1002 | Harbour Ltd | 2026-012 | invoice | 2026-08-04 | 2026-09-03 | 11800 | 11800 | EUR',
        '1002 | Harbour Ltd | 2026-013 | credit | 2026-08-05 |  | -1180 | -1180 | EUR',
      ],
    ],
    ['yuki', 'shuffled', arranged(yuki, [8, 7, 6, 5, 3, 4, 2, 0]), yukiItems],
    ['yuki', 'without the reference', arranged(yuki, [8, 7, 6, 4, 3, 2, 0]), yukiItems],
    ['yuki', 'without the code of the ledger account', arranged(yuki, [1, 2, 3, 4, 5, 6, 7, 8]), yukiItems],
    ['exact-globe', 'without the exchange rate', arranged(globe, [8, 9, 0, 1, 2, 3, 5, 6, 7]), globeItems],
    ['snelstart', 'shuffled', arranged(snelstart, [10, 9, 5, 4, 3, 2, 1, 0]), snelstartItems],
    ['moneybird', 'reversed', arranged(moneybird, [8, 7, 6, 5, 4, 3, 2, 1, 0]), moneybirdItems],
  ])('%s with columns %s', async (profile, _, text, items) => {
    const reading = await readText(text);
    expect(reading.profile).toBe(profile);
    expect(linesOf(reading)).toEqual(items);
  });

  it('Twinfield with only the name of the journal left: debtors go by their codes', async () => {
    const reading = await readText(arranged(twinfield, [0, 1, 2, 4, 5, 7, 8, 9, 10, 11, 12, 13]));
    expect(reading.items.map(({ debtorCode, debtorName }) => [debtorCode, debtorName])).toEqual([
      ['1001', ''],
      ['1002', ''],
      ['1002', ''],
    ]);
  });

  it('bookings leave out other accounts, and are never a full list', async () => {
    const reading = await readText(snelstart);
    expect(reading).toMatchObject({ kind: 'list', full: false });
    expect(reading.skipped.map(({ row, reason }) => `${row} ${reason}`)).toEqual([
      '3 other-account',
      '4 other-account',
      '8 settled',
    ]);
    expect(reading.settled).toEqual([{ row: 8, debtor: 1, number: '26013' }]);
    expect(warningsOf(reading)[0]).toContain('boekingen van een periode');
  });

  it('a list of suppliers only is refused by name', async () => {
    const [head, , , supplier] = yuki.split('\n');
    expect((await readText(`${head}\n${supplier}\n`)).refusal?.code).toBe('only-creditors');
    const byHeadings = await readText(
      'Crediteurnr;Crediteur;Factuurnr;Vervaldatum;Openstaand\n1;Kok;F1;31-10-2026;10,00\n',
    );
    expect(byHeadings.refusal?.code).toBe('only-creditors');
  });
});

describe('a profile only fills in what the user can change', () => {
  it('a list of nobody in particular has none', async () => {
    const reading = await readText(
      'Debiteurnummer;Naam;Factuurnummer;Factuurdatum;Openstaand\n1;Kok;F1;01-10-2026;10,00\n',
    );
    expect(reading.profile).toBeNull();
  });

  it('says which columns come from it', async () => {
    const reading = await readText(yuki);
    expect(reading.columns.filter(({ why }) => why === 'profile').map(({ heading }) => heading)).toEqual([
      'Code grootboekrekening',
      'Omschrijving factuur',
      'Referentie',
    ]);
  });

  it('the user can choose another, or none', async () => {
    const none = await readText(globe, { profile: null });
    expect(none.profile).toBeNull();
    const other = await readText('Code,Naam,Factuurnummer,Amount\n1,Kok,F1,10.00', { profile: 'exact-online' });
    expect(other.profile).toBe('exact-online');
  });

  it('a column chosen by hand and a remembered mapping both win', async () => {
    const chosen = await readText(yuki, { columns: { 4: 'number', 5: 'yourReference' } });
    expect(chosen.items[0]).toMatchObject({ number: 'Factuur 2026-011', details: { yourReference: '2026-011' } });
    const { readTable } = await import('#shared/formats/table/read.ts');
    const remembered = await readTable({
      fileName: 'lijst.csv',
      bytes: new TextEncoder().encode(yuki),
      remembered: (fingerprint) => ({
        fingerprint,
        columns: { 'openstaand bedrag': 'open', 'omschrijving factuur': 'number', relatienaam: 'debtorName' },
        decimals: null,
        dateOrder: null,
      }),
    });
    expect(remembered).toMatchObject({ profile: 'yuki', remembered: true });
    expect(remembered.items[0]).toMatchObject({ number: 'Factuur 2026-011', debtorCode: '' });
  });
});
