import type { Line } from '../line.ts';
import { laterOfSame } from '../named-days.ts';
import type { Naming } from '../naming.ts';
import type { Owing } from '../owing.ts';
import type { Reading } from '../readings.ts';
import type { Add, DoubtedReading } from './case.ts';

/** A naming at least this telling says which of the invoices of one amount is meant. */
const saidFrom = 2;

/** What days say against a reading. */
export function doubtsOfWhen(doubted: DoubtedReading, add: Add): void {
  const { line, reading, isTelling } = doubted;
  if (!isTelling) doubtsOfUnnamed(doubted, add);
  const early = reading.parts.find(({ owed }) => owed.open > 0 && (owed.entry.item.date ?? '') > line.receipt.date);
  if (early) add('before-invoice', -2, 0.15, { number: early.owed.entry.item.number });
}

/** What months, days, words for more than one, and amounts that come back say against a reading of which no number is named. */
function doubtsOfUnnamed({ line, known, reading, used }: DoubtedReading, add: Add): void {
  const { receipt, mentions } = line;
  const byDay = known.namings.filter(isByDay);
  const isDated = used.some(isByDay);
  const [other] = byDay.filter(({ entry }) => !reading.parts.some(({ owed }) => owed.entry === entry));
  if (other && !isDated && !known.paid.includes(other))
    add('period-differs', -2, 0.3, { number: other.entry.item.number, written: other.written });
  const [first] = reading.parts;
  const stated = used.some(({ by }) => by === 'date') ? amountBeside(line, reading) : undefined;
  if (stated !== undefined) add('amount-beside', 0, 0.1, { amount: stated });
  if (isGathered(reading) && hasDouble(known.owing, reading)) add('amount-recurs', 0, 0.1);
  if (reading.parts.some(({ owed }) => owed.open < 0)) return;
  const text = receipt.remittance ?? '';
  if (first === undefined || reading.parts.length > 1) return;
  if (first.owed.open === first.owed.entry.item.total && saysPart.test(text)) add('part-meant', -1, 0.15);
  if (saysSeveral.test(text)) add('several-meant', 0, 0.1);
  if (
    isDated ||
    used.some(({ by, weight }) => by !== 'date' && weight >= saidFrom) ||
    !laterOfSame(first.owed.entry, receipt.date)
  )
    return;
  const [month] = mentions.when.months.values();
  if (month !== undefined && byDay.length === 0) add('period-unknown', -1, 0.25, { written: month });
  else if (byDay.length === 0) add('amount-recurs', 0, 0.1);
}

function isByDay({ by, weight }: Naming): boolean {
  return by === 'period' || (by === 'date' && weight >= 2.5);
}

/** An amount in euros in the text that is neither what came in nor what an invoice is of: the day beside it is of that one. */
function amountBeside({ receipt }: Line, { parts }: Reading): string | undefined {
  for (const [, whole, cents] of (receipt.remittance ?? '').matchAll(inEuros)) {
    const stated = Number(whole!.replaceAll('.', '') + cents!);
    if (
      stated !== receipt.amount &&
      !parts.some(({ owed }) => owed.open === stated || owed.entry.item.total === stated)
    )
      return `${whole},${cents}`;
  }
  return;
}

const inEuros = /(?:€|\beur) ?(\d{1,3}(?:\.\d{3})+|\d+),(\d\d)(?!\d)/gi;

/** Whether it is a sum of some of what is open, picked by the amount alone. */
function isGathered({ fit, parts }: Reading): boolean {
  return parts.length > 1 && (fit === 'due' || fit === 'row' || fit === 'some' || fit === 'netted');
}

/** Whether another item is open of the amount of one that is paid: either may be meant. */
function hasDouble({ invoiced }: Owing, { parts }: Reading): boolean {
  const within = new Set(parts.map(({ owed }) => owed.entry));
  const amounts = new Set(parts.map(({ owed }) => owed.open));
  return invoiced.some(({ entry, open }) => amounts.has(open) && !within.has(entry));
}

const saysPart =
  /\b(?:restant|rest(?:bedrag|ant)?|remainder|deel(?:betaling)?|gedeelte\w*|[1-9]e termijn|termijn [1-9]|slottermijn)\b/i;
const saysSeveral = /\b(?:facturen|fakturen|nota[’']?s|rekeningen|invoices|div(?:erse)?\.? fact\w*)\b/i;
