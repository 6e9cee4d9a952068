import { addDays, type IsoDate } from '../../dates/civil.ts';
import type { ParsedItem } from '../../formats/table/reading.ts';
import type { Cents } from '../../money/cents.ts';
import { saidOf } from '../bank/not-worked-in.ts';
import type { Debtor } from '../debtor.ts';
import type { ItemId, ListedBalance, OpenItem } from '../item.ts';

/** What an item of a list is read against besides itself. */
export interface ListFacts {
  readonly asOf: IsoDate;
  readonly bankUntil: IsoDate;
  /** It names everything that is open. */
  readonly full: boolean;
  readonly importId: string;
  /** The list states what an item came to beside what is open: a single column of amounts may be either. */
  readonly statesTotal: boolean;
  readonly statesKind: boolean;
  /** The administration's term, for debtors without their own. */
  readonly termDays: number;
  /** Single invoices, as they were made out. */
  readonly asInvoiced: boolean;
  /** The user said up to which day payments are worked in; null = nothing was said. */
  readonly saidUntil: IsoDate | null;
  /** Date of the last full list that stands; null without one. */
  readonly known: IsoDate | null;
  /** Bank date of that list. */
  readonly fullUntil: IsoDate | null;
}

/** Whether a full list of a later day stands: this one then says nothing about what is open. */
export function isOlder({ asOf, known }: Pick<ListFacts, 'asOf' | 'known'>): boolean {
  return known !== null && asOf < known;
}

/**
 * Whether an item the books do not have was paid before the list was made: a full list of a later day would have named it. A
 * single invoice is as old as its date, so a list of the same day counts as well.
 */
export function isPaidBefore({ date }: ParsedItem, list: ListFacts): boolean {
  const { known, asInvoiced, asOf } = list;
  if (known === null) return false;
  if (asInvoiced) return date === null || date <= known;
  return isOlder(list) && (date ?? asOf) <= known;
}

/**
 * What is open, and up to which bank date payments are in it. An invoice as it was made out holds none, one prepaid those of its
 * day, unless the user said more.
 */
function listedBalance({ open, total, date }: ParsedItem, list: ListFacts): ListedBalance {
  if (!list.asInvoiced || date === null) return { open, bankUntil: list.bankUntil };
  const made = open === total ? addDays(date, -1) : date;
  return { open, bankUntil: list.saidUntil !== null && list.saidUntil > made ? list.saidUntil : made };
}

/** An item with the bank date of a list of only some items that names it; itself where the list is another. */
export function namedBy({ full, asInvoiced, bankUntil }: ListFacts, item: OpenItem): OpenItem {
  return full || asInvoiced || item.namedUntil === bankUntil ? item : { ...item, namedUntil: bankUntil };
}

/** An item the list is the first to name. */
export function newItem(
  id: ItemId,
  parsed: ParsedItem,
  debtor: Debtor,
  list: ListFacts,
  creditFor: string | null,
): OpenItem {
  const { details } = parsed;
  return namedBy(list, {
    id,
    number: parsed.number,
    kind: parsed.kind,
    date: parsed.date,
    ...dueDate(parsed, null, debtor, list),
    total: parsed.total,
    currency: parsed.currency,
    listed: listedBalance(parsed, list),
    creditFor,
    description: details.description ?? null,
    yourReference: details.yourReference ?? null,
    vatCents: details.vatCents ?? null,
    vatCode: details.vatCode ?? null,
    paymentLink: details.paymentLink ?? null,
    directDebit: details.directDebit ?? null,
    termAgreed: details.termAgreed ?? null,
    policyId: null,
    cycle: 1,
    state: 'open',
    ...(details.paymentReference && { paymentReference: details.paymentReference }),
    ...(details.discount && { discount: details.discount }),
    outside: outside(parsed, null, list),
    importId: list.importId,
  });
}

/** A known item with what the list states of it; its balance and state are decided by the caller. */
export function restatedItem(
  before: OpenItem,
  parsed: ParsedItem,
  debtor: Debtor,
  list: ListFacts,
  creditFor: string | null,
): OpenItem {
  const { details } = parsed;
  const held = before.kind === 'deposit' || before.kind === 'advance' || before.kind === 'receipt';
  return {
    ...before,
    number: parsed.number || before.number,
    kind: held && !list.statesKind ? before.kind : parsed.kind,
    date: parsed.date ?? before.date,
    ...dueDate(parsed, before, debtor, list),
    total: statedTotal(parsed, before, list),
    currency: parsed.currency,
    creditFor: creditFor ?? before.creditFor,
    description: details.description ?? before.description,
    yourReference: details.yourReference ?? before.yourReference,
    vatCents: details.vatCents ?? before.vatCents,
    vatCode: details.vatCode ?? before.vatCode,
    paymentLink: details.paymentLink ?? before.paymentLink,
    directDebit: details.directDebit ?? before.directDebit,
    termAgreed: details.termAgreed ?? before.termAgreed,
    ...(details.paymentReference && { paymentReference: details.paymentReference }),
    ...(details.discount && { discount: details.discount }),
    outside: outside(parsed, before, list),
  };
}

/** What it came to: never less than before where the list may mean what is open; a receipt came to what it was. */
function statedTotal({ total }: ParsedItem, before: OpenItem, { statesTotal }: ListFacts): Cents {
  if (statesTotal && before.kind !== 'receipt') return total;
  const isSameSign = total < 0 === before.total < 0;
  return isSameSign && Math.abs(total) > Math.abs(before.total) ? total : before.total;
}

/** What a list says of a known item; beside it what the list before said, as far as something may hang on it. */
export function nextListed(
  { listed }: OpenItem,
  { open, total }: Pick<ParsedItem, 'open' | 'total'>,
  { bankUntil }: Pick<ListFacts, 'bankUntil'>,
  lowered: Cents,
  full: ListedBalance['full'],
): ListedBalance {
  const said = listed && saidOf(listed);
  const until = said && lowered > 0 ? bankUntil : said?.lowered?.until;
  const sum = (said?.lowered?.amount ?? 0) + lowered;
  const before = said && said.bankUntil < bankUntil ? plainly(said) : said?.before;
  return {
    open,
    bankUntil,
    ...(before !== undefined && open !== total ? { before } : {}),
    ...(sum > 0 && until !== undefined ? { lowered: { amount: sum, until } } : {}),
    ...(full && { full }),
  };
}

/**
 * What is kept of the last full list beside what a list says of an item: nothing where that is a full one itself. `stillOpen`: what
 * the newest list still has open of what is paid here.
 */
export function besideFull(
  listed: ListedBalance | null,
  stillOpen: Cents | null,
  { full, fullUntil: bankUntil }: Pick<ListFacts, 'full' | 'fullUntil'>,
): ListedBalance['full'] {
  if (full || bankUntil === null || !listed) return undefined;
  const said = saidOf(listed);
  if (said.full?.bankUntil === bankUntil) return said.full;
  if (stillOpen !== null) return { open: stillOpen, bankUntil };
  // A list of before that one said it last: that one lacked it.
  if (said.bankUntil !== bankUntil) return { open: 0, bankUntil };
  return { open: said.gone ? (said.gone.again ?? 0) : said.open, bankUntil };
}

/** An item with what the last full list has open of it beside what a list of only some items says; without where it has the word. */
export function withFull(item: OpenItem, full: ListedBalance['full']): OpenItem {
  if (!item.listed) return item;
  const known = saidOf(item.listed).full;
  if (known?.open === full?.open && known?.bankUntil === full?.bankUntil) return item;
  return { ...item, listed: keptFull(item.listed, full) };
}

function keptFull({ stated, full: _, ...said }: ListedBalance, full: ListedBalance['full']): ListedBalance {
  return stated ? { ...said, stated: keptFull(stated, full) } : { ...said, ...(full && { full }) };
}

function plainly({ open, bankUntil }: ListedBalance): Pick<ListedBalance, 'open' | 'bankUntil'> {
  return { open, bankUntil };
}

/** A known item with what its invoice states and the books lack; its balance and state stay. `before` itself when nothing. */
export function completedItem(before: OpenItem, parsed: ParsedItem, creditFor: string | null): OpenItem {
  const { details } = parsed;
  const isStated = before.dueDate !== null && !before.dueDerived;
  const due = isStated || parsed.dueDate === null ? before : { dueDate: parsed.dueDate, dueDerived: false };
  const discount = before.discount ?? details.discount;
  const paymentReference = before.paymentReference ?? details.paymentReference;
  const after: OpenItem = {
    ...before,
    date: before.date ?? parsed.date,
    dueDate: due.dueDate,
    dueDerived: due.dueDerived,
    creditFor: before.creditFor ?? creditFor,
    description: before.description ?? details.description ?? null,
    yourReference: before.yourReference ?? details.yourReference ?? null,
    vatCents: before.vatCents ?? details.vatCents ?? null,
    vatCode: before.vatCode ?? details.vatCode ?? null,
    paymentLink: before.paymentLink ?? details.paymentLink ?? null,
    directDebit: before.directDebit ?? details.directDebit ?? null,
    termAgreed: before.termAgreed ?? details.termAgreed ?? null,
    ...(paymentReference && { paymentReference }),
    ...(discount && { discount }),
  };
  return sameItem(before, after) ? before : after;
}

/**
 * Due date as stated, else as known, else invoice date + term of the row, the debtor or the administration, marked as
 * computed (criterion A4). Only what is claimed falls due: credit notes and receipts have none unless stated.
 */
function dueDate(
  parsed: ParsedItem,
  before: OpenItem | null,
  debtor: Debtor,
  list: ListFacts,
): Pick<OpenItem, 'dueDate' | 'dueDerived'> {
  if (parsed.dueDate !== null) return { dueDate: parsed.dueDate, dueDerived: false };
  if (before && before.dueDate !== null && !before.dueDerived) return { dueDate: before.dueDate, dueDerived: false };
  const date = parsed.date ?? before?.date ?? null;
  if (date === null || parsed.open <= 0)
    return { dueDate: before?.dueDate ?? null, dueDerived: before?.dueDerived ?? false };
  const days = parsed.details.termDays ?? debtor.termDays ?? list.termDays;
  return { dueDate: addDays(date, days), dueDerived: true };
}

/** Level reached before Voldaan (criterion A10); level 0 is none. A later date replaces an earlier one. */
function outside(parsed: ParsedItem, before: OpenItem | null, list: ListFacts): OpenItem['outside'] {
  const { outsideLevel, outsideDate } = parsed.details;
  const known = before?.outside ?? null;
  if (outsideLevel === undefined || outsideLevel === 0) return known;
  const on = outsideDate ?? (known?.level === outsideLevel ? known.on : list.asOf);
  if (known && known.on > on) return known;
  return known?.level === outsideLevel && known.on === on ? known : { level: outsideLevel, on };
}

/** Whether two items say the same, apart from how far the bank is processed. */
export function sameItem(a: OpenItem, b: OpenItem): boolean {
  for (const key of Object.keys(a) as (keyof OpenItem)[]) {
    if (key === 'listed' || key === 'namedUntil' || key === 'outside' || key === 'discount') continue;
    if (a[key] !== b[key]) return false;
  }
  if (a.discount?.amount !== b.discount?.amount || a.discount?.until !== b.discount?.until) return false;
  if (a.discount?.kind !== b.discount?.kind || a.paymentReference !== b.paymentReference) return false;
  return a.outside?.level === b.outside?.level && a.outside?.on === b.outside?.on && a.listed?.open === b.listed?.open;
}

/** Invoice numbers a credit note can name. */
export function numbersToName(items: readonly ParsedItem[], known: Iterable<OpenItem>): ReadonlyMap<string, string> {
  const numbers = new Map<string, string>();
  for (const { number, kind } of known)
    if (kind === 'invoice' && number.length > 2) numbers.set(number.toUpperCase(), number);
  for (const { number, kind } of items)
    if (kind === 'invoice' && number.length > 2) numbers.set(number.toUpperCase(), number);
  return numbers;
}

/**
 * The invoice a credit note is for (criterion B2): the one it states, else one it names as a whole word in its description or
 * reference; null when it names none.
 */
export function namedInvoice(item: ParsedItem, numbers: ReadonlyMap<string, string>): string | null {
  const { description = '', yourReference = '', creditFor } = item.details;
  if (creditFor !== undefined) return numbers.get(creditFor.toUpperCase()) ?? creditFor;
  const text = `${description} ${yourReference}`.toUpperCase();
  const own = item.number.toUpperCase();
  for (const word of text.split(/[\s,;:()[\]"']+/)) {
    const bare = word.replace(/^[#.]+|[.!?]+$/g, '');
    if (bare !== own && numbers.has(bare)) return numbers.get(bare)!;
  }
  if (text.trim() === '') return null;
  for (const [upper, number] of numbers) {
    if (upper !== own && /[\s,;:()]/.test(upper) && ` ${text} `.includes(` ${upper} `)) return number;
  }
  return null;
}
