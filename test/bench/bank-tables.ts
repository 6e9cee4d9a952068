import Papa from 'papaparse';
import { addDays } from '#shared/dates/civil.ts';
import { seededRandom } from '#shared/demo/random.ts';
import { readBankCsv } from '#shared/formats/bank/csv/read.ts';
import { formatAmount } from '#shared/money/cents.ts';
import { type BenchRow, peakMemory, raced, row } from './measure.ts';

const plain = (cents: number): string => formatAmount(Math.abs(cents)).replaceAll('.', '');

/** Transactions of a business account: a day of some hundred lines, a balance that follows. */
function* transactions(count: number, seed: number) {
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

/** A table as ING gives it since 2020: unsigned amounts, labels in the text. */
export function ingTable(count: number, seed = 1): string {
  const lines = [
    '"Datum";"Naam / Omschrijving";"Rekening";"Tegenrekening";"Code";"Af Bij";"Bedrag (EUR)";"Mutatiesoort";"Mededelingen";"Saldo na mutatie";"Tag"',
  ];
  for (const { line, cents, balance, date, iban } of transactions(count, seed)) {
    const name = `Debiteur ${line % 700} B.V.`;
    const day = date.split('-').reverse().join('-');
    const text = `Naam: ${name} Omschrijving: Factuur F${line} IBAN: ${iban} Kenmerk: E${line} Valutadatum: ${day}`;
    lines.push(
      `"${date.replaceAll('-', '')}";"${name}";"NL69INGB0123456789";"${iban}";"OV";"${cents < 0 ? 'Af' : 'Bij'}";"${plain(cents)}";"Overschrijving";"${text}";"${plain(balance)}";""`,
    );
  }
  return lines.join('\r\n');
}

/** A table as Rabobank gives it: 26 columns, signed amounts. */
export function rabobankTable(count: number, seed = 1): string {
  const lines = [
    '"IBAN/BBAN","Munt","BIC","Volgnr","Datum","Rentedatum","Bedrag","Saldo na trn","Tegenrekening IBAN/BBAN","Naam tegenpartij","Naam uiteindelijke partij","Naam initiërende partij","BIC tegenpartij","Code","Batch ID","Transactiereferentie","Machtigingskenmerk","Incassant ID","Betalingskenmerk","Omschrijving-1","Omschrijving-2","Omschrijving-3","Reden retour","Oorspr bedrag","Oorspr munt","Koers"',
  ];
  const signed = (cents: number): string => `${cents < 0 ? '-' : '+'}${plain(cents)}`;
  for (const { line, cents, balance, date, iban } of transactions(count, seed)) {
    lines.push(
      `"NL44RABO0123456789","EUR","RABONL2U","${String(line).padStart(18, '0')}","${date}","${date}","${signed(cents)}","${signed(balance)}","${iban}","Debiteur ${line % 700}","","","RABONL2U","cb","","E${line}","","","","Factuur F${line} met dank"," ","","","","",""`,
    );
  }
  return lines.join('\r\n');
}

/** How fast bank tables are read, beside Papa Parse to arrays over the same bytes in the same run (issue 4: at least 40 %). */
export async function bankTableRows(count: number): Promise<readonly BenchRow[]> {
  const rows: BenchRow[] = [];
  for (const [bank, text, delimiter] of [
    ['ING', ingTable(count), ';'],
    ['Rabobank', rabobankTable(count), ','],
  ] as const) {
    const bytes = new TextEncoder().encode(text);
    const size = `${count} lines, ${Math.round(bytes.length / 1e6)} MB`;
    const { speeds, shares } = await raced(
      7,
      bytes,
      () => Papa.parse(new TextDecoder().decode(bytes), { delimiter, quoteChar: '"' }),
      () => readBankCsv(bytes),
    );
    rows.push(row(`read ${bank} table`, speeds, { size, unit: 'MB/s' }));
    rows.push(row(`read ${bank} table, share of Papa Parse`, shares, { size, unit: '%', must: 40 }));
    rows.push(row(`read ${bank} table, most memory`, [peakMemory(bank, count)], { size, unit: 'MB' }));
  }
  return rows;
}
