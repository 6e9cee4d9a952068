import { daysBetween, formatDate } from '../dates/civil.ts';
import { formatMoney } from '../money/cents.ts';
import type { ItemIndex } from './item-index.ts';
import { chanceOf, type Line, owedBy, priorOfDebtor } from './line.ts';
import { Owing } from './owing.ts';
import type { Entry, Owner } from './owner.ts';
import type { Evidence } from './payer-evidence.ts';
import { namedReadings } from './readings.ts';
import { amountReason, namingReasons, namingWeight, partsOf } from './reasons.ts';
import type { Scored } from './scoring.ts';

/** Numbers at least this telling count when several debtors are named. */
const namedFrom = 5;

/** One payment for several debtors whose numbers are all named: a parent, a factor, an office that pays for its clients. */
export function namedAcrossDebtors(line: Line): readonly Scored[] {
  const { receipt, mentions, payer, index } = line;
  const namings = mentions.namings.filter(
    ({ entry, weight, doubtful }) => weight >= namedFrom && !doubtful && entry.item.currency === receipt.currency,
  );
  const owed = namings.map(({ entry }) => owedBy(line, entry)).filter(({ open }) => open !== 0);
  const owners = new Set(owed.map(({ entry }) => entry.owner));
  if (owners.size < 2) return [];
  const owing = new Owing(owed, receipt.date, receipt.currency, index.tolerance);
  const reading = namedReadings(owed, owing, receipt.amount).find(({ isExact }) => isExact);
  if (!reading) return [];
  const debtor = payerAmong(owners, line);
  const amount = chanceOf(line, debtor) + reading.weight;
  // That the payer is one of them is as good as ever; that it is none of them is no surprise.
  const who = payer.byAccount.includes(debtor) || payer.byName.has(debtor) ? payer.evidenceFor(debtor) : null;
  const weight = priorOfDebtor - 2 + (who?.weight ?? 0) + namingWeight(namings) + amount;
  const reasons: Evidence[] = [
    ...(who?.reasons ?? []),
    ...namingReasons(namings),
    { code: 'several-debtors', params: { count: owners.size }, weight: -2 },
    amountReason(reading, receipt, amount),
  ];
  return [
    { weight, candidate: { parts: partsOf(reading), debtorId: debtor.id, rest: reading.rest, score: 0, reasons } },
  ];
}

/** Of the debtors named, the one who pays; the first named when it is none of them. */
function payerAmong(owners: ReadonlySet<Owner>, { payer }: Line): Owner {
  const all = [...owners];
  return (
    all.find((owner) => payer.byAccount.includes(owner)) ?? all.find((owner) => payer.byName.has(owner)) ?? all[0]!
  );
}

/** Texts of a batch of direct debits, as banks write them. */
const batchText = /\b(?:INCASSO(?:BATCH|OPDRACHT)?|BATCH|VERZAMEL\w*|TOTAAL \d+ (?:VZ|POSTEN)|SDD|DIRECT DEBIT)\b/i;

/** The collected sum of a batch of direct debits: every debit of one due date, to the cent. */
export function directDebitBatch(line: Line): readonly Scored[] {
  const { receipt, payer, index, mentions } = line;
  const isOwnBatch = receipt.iban === null && (payer.names.length === 0 || batchText.test(receipt.remittance ?? ''));
  if (!isOwnBatch || mentions.namings.length > 0) return [];
  const found: Scored[] = [];
  for (const [due, entries] of index.directDebits()) {
    const open = openOf(entries, line, index);
    const total = open.reduce((sum, { open: amount }) => sum + amount, 0);
    if (open.length < 2 || total !== receipt.amount) continue;
    const days = Math.abs(daysBetween(due, receipt.date));
    if (days > 10) continue;
    const said = batchText.test(receipt.remittance ?? '') ? 3 : 0;
    const amount = chanceOf(line, open[0]!.entry.owner) - 1;
    const parts = open.map(({ entry, open: part }) => ({
      debtorId: entry.owner.id,
      itemId: entry.item.id,
      amount: part,
      discount: 0,
    }));
    const params = {
      amount: formatMoney(receipt.amount, receipt.currency),
      count: open.length,
      date: formatDate(due),
    };
    const reasons: Evidence[] = [{ code: 'batch', params, weight: amount + said }];
    found.push({
      weight: -2 + amount + said - days / 3,
      candidate: { parts, debtorId: open[0]!.entry.owner.id, rest: 0, score: 0, reasons },
    });
  }
  return found;
}

function openOf(entries: readonly Entry[], line: Line, index: ItemIndex) {
  const { date, currency } = line.receipt;
  return entries
    .filter(({ item }) => item.currency === currency)
    .map((entry) => ({ entry, open: index.balanceOn(entry, date) }))
    .filter(({ open }) => open > 0);
}
