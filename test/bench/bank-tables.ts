import Papa from 'papaparse';
import { addDays } from '#shared/dates/civil.ts';
import { seededRandom } from '#shared/demo/random.ts';
import { readBankCsv } from '#shared/formats/bank/csv/read.ts';
import { formatAmount, toDecimal } from '#shared/money/cents.ts';
import { type BenchRow, peakMemory, raced, row } from './measure.ts';

interface Line {
  readonly line: number;
  readonly cents: number;
  readonly balance: number;
  readonly date: string;
  readonly iban: string;
}

/** Transactions of a business account: a day of some hundred lines, a balance that follows. */
function* transactions(count: number, seed: number): Generator<Line> {
  const random = seededRandom(seed);
  let balance = 5_000_000;
  for (let line = 0; line < count; line++) {
    const cents = Math.floor(random() * 500_000) - 200_000;
    balance += cents;
    yield {
      line,
      cents,
      balance,
      date: addDays('2024-01-01', Math.floor(line / 250)),
      iban: `NL13RABO0${100_000_000 + (line % 700)}`,
    };
  }
}

const plain = (cents: number): string => formatAmount(Math.abs(cents)).replaceAll('.', '');
const signed = (cents: number): string => `${cents < 0 ? '-' : '+'}${plain(cents)}`;
const minus = (cents: number): string => `${cents < 0 ? '-' : ''}${plain(cents)}`;
const compact = (date: string): string => date.replaceAll('-', '');
const dayFirst = (date: string): string => date.split('-').reverse().join('-');
const quoted = (cells: readonly string[], separator: string): string => `"${cells.join(`"${separator}"`)}"`;

interface BankLayout {
  readonly separator: string;
  /** Empty where the bank writes none. */
  readonly headings: string;
  readonly written: (line: Line) => string;
}

export const banks = ['ING', 'Rabobank', 'ABN AMRO', 'Knab', 'Revolut'] as const;
type Bank = (typeof banks)[number];

/** Tables as banks give them: ING since 2020 with labels in the text, Rabobank in 26 columns, the others without quotes. */
const layouts: Readonly<Record<Bank, BankLayout>> = {
  ING: {
    separator: ';',
    headings:
      '"Datum";"Naam / Omschrijving";"Rekening";"Tegenrekening";"Code";"Af Bij";"Bedrag (EUR)";"Mutatiesoort";"Mededelingen";"Saldo na mutatie";"Tag"',
    written: ({ line, cents, balance, date, iban }) => {
      const name = `Debiteur ${line % 700} B.V.`;
      const text = `Naam: ${name} Omschrijving: Factuur F${line} IBAN: ${iban} Kenmerk: E${line} Valutadatum: ${dayFirst(date)}`;
      const party = [compact(date), name, 'NL69INGB0123456789', iban, 'OV', cents < 0 ? 'Af' : 'Bij'];
      return quoted([...party, plain(cents), 'Overschrijving', text, plain(balance), ''], ';');
    },
  },
  Rabobank: {
    separator: ',',
    headings:
      '"IBAN/BBAN","Munt","BIC","Volgnr","Datum","Rentedatum","Bedrag","Saldo na trn","Tegenrekening IBAN/BBAN","Naam tegenpartij","Naam uiteindelijke partij","Naam initiërende partij","BIC tegenpartij","Code","Batch ID","Transactiereferentie","Machtigingskenmerk","Incassant ID","Betalingskenmerk","Omschrijving-1","Omschrijving-2","Omschrijving-3","Reden retour","Oorspr bedrag","Oorspr munt","Koers"',
    written: ({ line, cents, balance, date, iban }) => {
      const own = ['NL44RABO0123456789', 'EUR', 'RABONL2U', String(line).padStart(18, '0'), date, date];
      const party = [signed(cents), signed(balance), iban, `Debiteur ${line % 700}`, '', '', 'RABONL2U', 'cb', ''];
      const text = [`E${line}`, '', '', '', `Factuur F${line} met dank`, ' ', '', '', '', '', ''];
      return quoted([...own, ...party, ...text], ',');
    },
  },
  'ABN AMRO': {
    separator: '\t',
    headings: '',
    written: ({ line, cents, balance, date, iban }) => {
      const text = `/TRTP/SEPA OVERBOEKING/IBAN/${iban}/BIC/RABONL2U/NAME/Debiteur ${line % 700} B.V./REMI/Factuur F${line}/EREF/E${line}`;
      const balances = [minus(balance - cents), minus(balance), compact(date), minus(cents)];
      return ['123456789', 'EUR', compact(date), ...balances, text].join('\t');
    },
  },
  Knab: {
    separator: ';',
    headings:
      'Rekeningnummer;Transactiedatum;Valutacode;CreditDebet;Bedrag;Tegenrekeningnummer;Tegenrekeninghouder;Valutadatum;Betaalwijze;Omschrijving;Type betaling;Machtigingsnummer;Incassant ID;Adres;Referentie;Boekdatum;',
    written: ({ line, cents, date, iban }) => {
      const day = dayFirst(date);
      const party = [
        'NL44KNAB0123456789',
        day,
        'EUR',
        cents < 0 ? 'D' : 'C',
        plain(cents),
        iban,
        `Debiteur ${line % 700}`,
      ];
      const text = [day, 'Ontvangen betaling', `Factuur F${line} met dank`, 'Overboeking', '', '', ''];
      return [...party, ...text, `R${String(line).padStart(9, '0')}`, day, ''].join(';');
    },
  },
  Revolut: {
    separator: ',',
    headings: 'Type,Product,Started Date,Completed Date,Description,Amount,Fee,Currency,State,Balance',
    written: ({ line, cents, balance, date }) => {
      const text = `From Debiteur ${line % 700} F${line}`;
      const money = [toDecimal(cents), '0.00', 'EUR', 'COMPLETED', toDecimal(balance)];
      return ['TRANSFER', 'Current', `${date} 10:11:12`, `${date} 10:11:14`, text, ...money].join(',');
    },
  },
};

/** A table as a bank gives it, of so many lines. */
export function bankTable(bank: Bank, count: number, seed = 1): string {
  const { headings, written } = layouts[bank];
  const lines = headings === '' ? [] : [headings];
  for (const line of transactions(count, seed)) lines.push(written(line));
  return lines.join('\r\n');
}

/** How fast bank tables are read, beside Papa Parse to arrays over the same bytes in the same run (issue 4: at least 40 %). */
export async function bankTableRows(count: number): Promise<readonly BenchRow[]> {
  const rows: BenchRow[] = [];
  for (const bank of banks) {
    const { separator } = layouts[bank];
    const bytes = new TextEncoder().encode(bankTable(bank, count));
    const size = `${count} lines, ${Math.round(bytes.length / 1e6)} MB`;
    const { speeds, shares } = await raced(
      bytes,
      () => Papa.parse(new TextDecoder().decode(bytes), { delimiter: separator, quoteChar: '"' }),
      () => readBankCsv(bytes),
    );
    rows.push(row(`read ${bank} table`, speeds, { size, unit: 'MB/s' }));
    rows.push(row(`read ${bank} table, share of Papa Parse`, shares, { size, unit: '%', must: 40 }));
    rows.push(row(`read ${bank} table, most memory`, [peakMemory(bank, count)], { size, unit: 'MB' }));
  }
  return rows;
}
