import type { Locator } from 'playwright-core';
import { camt, ing, mt940, ownAccount, rabobank, type WrittenLine } from '#test/unit/bank-files.ts';
import { party, tax, totals, ublText } from '#test/unit/ubl-text.ts';
import { zipOf } from '#test/unit/zip-text.ts';
import { addAdministration, goTo, makeAdministration, type NewAdministration } from './book-steps.ts';
import { type Owed, receivablesFile } from './drop-fixtures.ts';
import type { VoldaanWindow } from './voldaan-window.ts';

/*
 * Moment 1 of the product: twelve files of five clients, dropped together. Every client has a list of two days ago and a bank file
 * of yesterday, each in another form; one has invoices besides, one a report of balances.
 */

export const momentDay = '2026-11-20';
const listDay = '2026-11-18';
const bankDay = '2026-11-19';

export interface Client extends NewAdministration {
  readonly kvk: string;
  readonly vatId: string;
  /** Prefix of its invoice numbers. */
  readonly mark: string;
}

export const clients = {
  garage: {
    name: 'Garage Noord B.V.',
    iban: 'NL20INGB0001234567',
    kvk: '20000001',
    vatId: 'NL176543211B01',
    mark: 'G',
  },
  kapsalon: { name: 'Kapsalon Zuid', iban: 'NL44RABO0123456789', kvk: '20000002', vatId: 'NL253086425B01', mark: 'K' },
  drukkerij: {
    name: 'Drukkerij Oost B.V.',
    iban: 'NL91ABNA0417164300',
    kvk: '20000003',
    vatId: 'NL329629633B01',
    mark: 'D',
  },
  advies: { name: 'Midden Advies', iban: 'NL39RABO0300065264', kvk: '20000004', vatId: 'NL406172845B01', mark: 'A' },
  bakkerij: {
    name: 'Bakkerij West B.V.',
    iban: 'NL02ABNA0123456789',
    kvk: '20000005',
    vatId: 'NL482716058B01',
    mark: 'B',
  },
} as const satisfies Readonly<Record<string, Client>>;

/** Who owes the clients something; the same names at each, under numbers of their own. */
const debtors = [
  ['1001', 'Café de Zon', 'NL69INGB0123456789'],
  ['1002', 'Hotel Maan', 'NL18RABO0123459876'],
  ['1003', 'Drogist Ster', 'NL86INGB0002445588'],
] as const;

/** Two overdue invoices of each, one that is not due yet. */
const dates = [
  ['2026-08-15', '2026-09-14', 12_100],
  ['2026-09-20', '2026-10-20', 24_200],
  ['2026-11-05', '2026-12-05', 36_300],
] as const;

function owedTo({ mark }: Client): readonly Owed[] {
  return debtors.flatMap(([code], at) =>
    dates.map(([date, dueDate, amount], place) => {
      const total = amount + 100 * at;
      return { code, number: `${mark}-26${at + 1}${place + 1}`, date, dueDate, total, open: total };
    }),
  );
}

function auditfileOf(client: Client): string {
  const relations = debtors.map(([code, name]) => [code, `custSupName="${name}" eMail=${code}@voorbeeld.nl`] as const);
  return receivablesFile({ ...client, day: listDay }, owedTo(client), new Map(relations));
}

const amount = (cents: number) => `${Math.trunc(cents / 100)},${String(cents % 100).padStart(2, '0')}`;
const written = (date: string) => date.split('-').reverse().join('-');
const nameOf = (code: string) => debtors.find(([known]) => known === code)?.[1] ?? '';

/** The open items as Exact Online reports them, under the name of the administration. */
function exactReport(client: Client): string {
  const owed = owedTo(client);
  const rows = owed.map(({ code, number, date, dueDate, open }) =>
    [
      ...['70', code, nameOf(code), number, number, '', written(date), written(dueDate ?? date), '30', 'Levering'],
      ...[amount(open), amount(open)],
    ].join(';'),
  );
  const sum = amount(owed.reduce((total, { open }) => total + open, 0));
  return [
    'Openstaande posten: debiteuren',
    `Administratie;2 - ${client.name}`,
    `Peildatum;${written(listDay)}`,
    'Valuta;EUR',
    '',
    'Dagboek: Code;Code;Naam;Factuurnummer;Boekstuknummer;Uw ref.;Factuurdatum;Vervaldatum;Betalingsconditie: Code;Omschrijving: Kopregel;Bedrag;Openstaand',
    ...rows,
    `;;Totaal;;;;;;;;${sum};${sum}`,
  ].join('\r\n');
}

/** What every debtor owes, by age: a report to lay the list beside. */
function balances(client: Client): string {
  const rows = debtors.map(([code, name]) => {
    const own = owedTo(client).filter((owed) => owed.code === code);
    const of = (place: number) => amount(own[place]?.open ?? 0);
    return [code, name, amount(own.reduce((sum, { open }) => sum + open, 0)), of(2), of(1), of(0)].join(';');
  });
  return [
    `Ouderdomsanalyse debiteuren per ${written(listDay)}`,
    `KvK-nummer: ${client.kvk}`,
    'Debiteurnummer;Naam;Totaal;0-30 dagen;31-60 dagen;61-90 dagen',
    ...rows,
  ].join('\r\n');
}

const paying = (debtor: number, cents: number, text: string, reference: string): WrittenLine => {
  const [, name, iban] = debtors[debtor] ?? debtors[0];
  return { date: bankDay, amount: cents, name, iban, text, reference };
};

/** The first debtor pays its oldest invoice; the second both that are due, in one sum. */
const receipts = ({ mark }: Client): readonly WrittenLine[] => [
  paying(0, 12_100, `factuur ${mark}-2611`, `${mark}1`),
  paying(1, 12_200 + 24_300, `${mark}-2621 en ${mark}-2622`, `${mark}2`),
];
const strange = ({ mark }: Client): WrittenLine => ({
  ...{ date: bankDay, amount: 7_777, name: 'J. Onbekend', iban: 'NL13TEST0123456789', text: 'zie brief' },
  reference: `${mark}3`,
});

const bankFile = (
  client: Client,
  write: (lines: readonly WrittenLine[]) => string,
  more: readonly WrittenLine[] = [],
) => write([...receipts(client), ...more]).replaceAll(ownAccount, client.iban);

function invoice(client: Client, number: string, [code, customer]: (typeof debtors)[number]): string {
  return ublText({
    number,
    date: bankDay,
    due: '2026-12-19',
    supplier: party(client.name, client.kvk),
    customer: party(customer, `7777${code}`),
    tax: tax('21.00'),
    totals: totals('100.00', '121.00', '121.00'),
    lines:
      '<cac:InvoiceLine><cbc:LineExtensionAmount currencyID="EUR">100.00</cbc:LineExtensionAmount></cac:InvoiceLine>',
  });
}

const { garage, kapsalon, drukkerij, advies, bakkerij } = clients;

/** The twelve, by file name; each says whose it is by account, KvK number, VAT id or name. */
export const twelveFiles: Readonly<Record<string, string | Uint8Array>> = {
  'garage-noord.xaf': auditfileOf(garage),
  'MT940_garage.sta': bankFile(garage, mt940, [strange(garage)]),
  'auditfile kapsalon.xaf': auditfileOf(kapsalon),
  'camt053 kapsalon.xml': bankFile(kapsalon, camt),
  'drukkerij-oost.xaf': auditfileOf(drukkerij),
  'CSV_drukkerij.csv': bankFile(drukkerij, rabobank),
  'verkoopfacturen.zip': zipOf({
    'D-2691.xml': invoice(drukkerij, 'D-2691', debtors[0]),
    'D-2692.xml': invoice(drukkerij, 'D-2692', debtors[2]),
  }),
  'midden-advies.xaf': auditfileOf(advies),
  'ing advies.csv': bankFile(advies, ing, [strange(advies)]),
  'Openstaande posten.csv': exactReport(bakkerij),
  'ouderdomsanalyse.csv': balances(bakkerij),
  'bank bakkerij.xml': bankFile(bakkerij, (lines) => camt(lines, '08')),
};

/** The five administrations; the garage is made last and stays open. */
export async function makeClients(window: VoldaanWindow): Promise<void> {
  const [first, ...others] = [kapsalon, drukkerij, advies, bakkerij, garage];
  await makeAdministration(window, first!);
  for (const client of others) await addAdministration(window, client);
}

export function confirmAll({ page }: VoldaanWindow): Locator {
  return page.getByRole('button', { name: 'Alles bevestigen: 5 administraties' });
}

/** Until all five are in their books. */
export async function allConfirmed({ page }: VoldaanWindow): Promise<void> {
  await page.getByText('5 administraties verwerkt', { exact: true }).waitFor();
  await page.getByRole('button', { name: 'Sluiten' }).waitFor();
}

/** From what confirming all did to Vandaag of one client, ready to work in. */
export async function openToday(window: VoldaanWindow, name: string): Promise<void> {
  await goTo(window, 'import');
  await window.page.getByRole('button', { name: `Vandaag van ${name}` }).click();
  await window.page.getByRole('button', { name, exact: true }).waitFor();
  await window.page.getByRole('grid', { name: 'Wat er vandaag te doen is' }).getByText('Drogist Ster').waitFor();
}
