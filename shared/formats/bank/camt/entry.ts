import type { IsoDate } from '#shared/dates/civil.ts';
import { type Cents, sumOf } from '#shared/money/cents.ts';
import type { Warnings } from '../../problem.ts';
import { nodeAt, nodesAt, textOf, type XmlNode } from '../../xml/tree.ts';
import { type Information, nothingSaid, referenceOrNull, textOrNull } from '../information/information.ts';
import { readInformation } from '../information/read.ts';
import { isSlashTagged, readSlashTags } from '../information/slash-tags.ts';
import { isReturnReason, returnReasonIn } from '../return-reasons.ts';
import type { BankTransaction, BatchMark } from '../statement.ts';
import { counterpartyOf, type OwnAccount } from './parties.ts';
import { mostText, remittanceOf } from './remittance.ts';
import { centsOf, currencyOf, dateAt, dateTextAt, directionOf, signedAmount } from './values.ts';

/** A transaction of a CAMT file, with what ties it to its entry. */
export interface CamtTransaction extends BankTransaction {
  /** Currency its entry names; null when it names none. */
  readonly currency: string | null;
  /** Number of its entry in the statement, from 1: the transactions of one entry sum to what the account moved by. */
  readonly entry: number;
  /** What a notification (camt.054) of the same entry can share with it: the references of the bank and of the batch. */
  readonly entryReferences: readonly string[];
}

/** What the statement around an entry says. */
export interface EntryContext extends OwnAccount {
  /** Number of the entry, from 1. */
  readonly number: number;
  readonly bank: string | null;
  /** The day of the statement, for an entry that has none of its own; null when the statement states none before it. */
  readonly day: IsoDate | null;
}

/**
 * The transactions of a booked `Ntry`; null when its amount, sign or date cannot be read, which is warned about. An entry may
 * have no date (both are optional in the schema): it was booked by the day of its statement. A batch is taken apart only when
 * its details sum to the entry.
 */
export function transactionsOf(
  entry: XmlNode,
  context: EntryContext,
  warnings: Warnings,
): readonly CamtTransaction[] | null {
  const amount = signedAmount(entry);
  if (amount.problem !== null) {
    warnings.add(`camt-${amount.problem}`, { given: amount.given }, entry.line);
    return null;
  }
  const valueDate = dateAt(entry, 'ValDt');
  const booked = dateAt(entry, 'BookgDt');
  const stated = booked ?? valueDate;
  const bookDate = stated ?? context.day;
  if (bookDate === null) {
    warnings.add('camt-date', {}, entry.line);
    return null;
  }
  const given = booked === null ? dateTextAt(entry, 'BookgDt') : null;
  if (given !== null) warnings.add('camt-date-unreadable', { given: given.slice(0, 30) }, entry.line);
  else if (stated === null) warnings.add('camt-date-of-statement', {}, entry.line);
  if (amount.isNegative) warnings.add('camt-negative', {}, entry.line);
  const batches = nodesAt(entry, 'NtryDtls/Btch');
  const references = referencesOf(entry, context, batches);
  const isAssumed = stated === null;
  const whole: Booked = { entry, context, bookDate, isAssumed, valueDate, currency: amount.currency, references };
  const details = nodesAt(entry, 'NtryDtls/TxDtls').filter((detail) => detail.first !== null);
  if (details.length <= 1) {
    const detail = details[0] ?? null;
    const only = transactionOf(whole, detail, amount.cents);
    if (detail !== null || batches.length === 0) return [only];
    const batch: BatchMark = { role: 'whole', entry: context.number, count: countOf(batches), references };
    return [{ ...asBatch(only, whole, []), batch }];
  }
  const parts = amountsOf(details, amount.cents, amount.currency);
  if (parts !== null) {
    const batch: BatchMark = { role: 'part', entry: context.number, count: details.length, references };
    return details.map((detail, i) => ({ ...transactionOf(whole, detail, parts[i]!), batch }));
  }
  warnings.add('camt-batch-kept', { count: details.length }, entry.line);
  const batch: BatchMark = { role: 'whole', entry: context.number, count: details.length, references };
  return [{ ...asBatch(transactionOf(whole, null, amount.cents), whole, details), batch }];
}

/** Payments in the batches of an entry; null unless each says how many. */
function countOf(batches: readonly XmlNode[]): number | null {
  const counts = batches.map((batch) => Number(textOf(batch, 'NbOfTxs') ?? 'none'));
  return counts.every((count) => Number.isSafeInteger(count)) ? sumOf(counts, (count) => count) : null;
}

interface Booked {
  readonly entry: XmlNode;
  readonly context: EntryContext;
  readonly bookDate: IsoDate;
  /** The entry has no date of its own. */
  readonly isAssumed: boolean;
  readonly valueDate: IsoDate | null;
  readonly currency: string | null;
  readonly references: readonly string[];
}

/** Signed amounts of the details of a batch; null unless each has one in the currency of the entry and they sum to it. */
function amountsOf(details: readonly XmlNode[], total: Cents, currency: string | null): readonly Cents[] | null {
  const side = total < 0 ? -1 : 1;
  const plain: Cents[] = [];
  const signed: Cents[] = [];
  for (const detail of details) {
    const cents = amountOf(detail, currency);
    if (cents === null) return null;
    plain.push(cents === 0 ? 0 : cents * side);
    signed.push(cents === 0 ? 0 : cents * (directionOf(detail) ?? side));
  }
  if (sumOf(signed, (cents) => cents) === total) return signed;
  return sumOf(plain, (cents) => cents) === total ? plain : null;
}

/** What a detail moves the account by, without sign: `Amt` since version 04, `AmtDtls` before. */
function amountOf(detail: XmlNode, currency: string | null): Cents | null {
  for (const path of ['Amt', 'AmtDtls/TxAmt/Amt', 'AmtDtls/CntrValAmt/Amt', 'AmtDtls/InstdAmt/Amt']) {
    const amount = nodeAt(detail, path);
    if (amount === null) continue;
    const own = currencyOf(amount);
    if (own !== null && currency !== null && own !== currency) continue;
    const cents = centsOf(amount.text.trim());
    if (typeof cents === 'number') return cents;
  }
  return null;
}

function transactionOf(booked: Booked, detail: XmlNode | null, amount: Cents): CamtTransaction {
  const { entry, context } = booked;
  const isCredit = amount >= 0;
  const party = counterpartyOf(detail, isCredit, context);
  const remittance = remittanceOf(detail);
  const about = textOrNull(textOf(detail, 'AddtlTxInf')?.slice(0, mostText));
  const aboutEntry = textOrNull(textOf(entry, 'AddtlNtryInf')?.slice(0, mostText));
  const said = saidIn([remittance.text, about, aboutEntry], detail === null, booked, isCredit);
  const isTagged = (text: string | null) =>
    text !== null && said !== nothingSaid && text.includes('/') && isSlashTagged(text);
  const typed = isTagged(remittance.text) ? null : remittance.text;
  const spare = remittance.reference === null || detail === null ? aboutEntry : null;
  const fallback = [about, spare].find((text) => text !== null && !isTagged(text)) ?? null;
  const transaction: CamtTransaction = {
    bookDate: booked.bookDate,
    valueDate: booked.valueDate,
    amount,
    currency: booked.currency,
    counterpartyName: party.name ?? said.counterpartyName,
    counterpartyIban: party.account ?? said.counterpartyAccount,
    remittance: typed ?? said.remittance ?? fallback,
    structuredReference: remittance.reference ?? said.structuredReference,
    endToEndId: referenceAt(detail, 'Refs/EndToEndId') ?? said.endToEndId,
    mandateId: referenceAt(detail, 'Refs/MndtId') ?? said.mandateId,
    returnReason: returnReasonOf(entry, detail, [about, aboutEntry]) ?? said.returnReason,
    bankReference: bankReferenceOf(booked, detail),
    row: detail?.line ?? entry.line,
    entry: context.number,
    entryReferences: booked.references,
  };
  return booked.isAssumed ? { ...transaction, dateAssumed: true } : transaction;
}

/** What the first of the texts that is made of tags says; of an entry without details, what any text says. */
function saidIn(
  texts: readonly (string | null)[],
  isAlone: boolean,
  { context: { bank, account } }: Booked,
  isCredit: boolean,
): Information {
  const about = { isCredit, bank, account: null, name: null };
  for (const text of texts) if (text?.includes('/') && isSlashTagged(text)) return readSlashTags(text, about);
  const text = texts.find((one) => one !== null) ?? null;
  if (!isAlone || text === null) return nothingSaid;
  const said = readInformation([text], about);
  return said.counterpartyAccount === account ? { ...said, counterpartyAccount: null } : said;
}

function referenceAt(node: XmlNode | null, path: string): string | null {
  return referenceOrNull(textOf(node, path) ?? undefined);
}

/** The bank's reference of the transaction, else of its entry. */
function bankReferenceOf({ entry, context }: Booked, detail: XmlNode | null): string | null {
  return (
    referenceAt(detail, 'Refs/AcctSvcrRef') ?? referenceAt(entry, 'AcctSvcrRef') ?? entryReferenceOf(entry, context)
  );
}

/** `NtryRef`; null where it only counts the entries of the file, so that the same payment has another in the next export. */
function entryReferenceOf(entry: XmlNode, { number }: EntryContext): string | null {
  const reference = referenceAt(entry, 'NtryRef');
  return reference !== null && /^\d+$/.test(reference) && Number(reference) === number ? null : reference;
}

/** Families of bank transactions that take an earlier one back (ISO 20022 bank transaction codes). */
const returns: ReadonlySet<string> = new Set(['RRTN', 'UPDD', 'PRDD', 'RCDD', 'UPCT', 'RPCR', 'ARET']);

/** The code in `RtrInf`; for a return that has none there, the one its text names. */
function returnReasonOf(entry: XmlNode, detail: XmlNode | null, texts: readonly (string | null)[]): string | null {
  const information = nodeAt(detail, 'RtrInf');
  if (information !== null) {
    const reason = nodeAt(information, 'Rsn') ?? nodeAt(information, 'RtrRsn');
    const code = textOf(reason, 'Cd') ?? textOf(reason, 'Prtry');
    if (code !== null) return isReturnReason(code) ? code : (returnReasonIn(code) ?? code);
    const told = returnReasonIn(textOf(information, 'AddtlInf'));
    if (told !== null) return told;
  } else if (!isReturn(entry, detail)) return null;
  for (const text of texts) {
    const told = returnReasonIn(text);
    if (told !== null) return told;
  }
  return null;
}

function isReturn(entry: XmlNode, detail: XmlNode | null): boolean {
  const reversal = textOf(entry, 'RvslInd');
  if (reversal === 'true' || reversal === '1') return true;
  const family = textOf(detail, 'BkTxCd/Domn/Fmly/SubFmlyCd') ?? textOf(entry, 'BkTxCd/Domn/Fmly/SubFmlyCd');
  return family !== null && returns.has(family);
}

/** Details told of a batch that is not taken apart; further ones are only in the file. */
const mostDetails = 50;

/** One transaction for a whole batch: what its details say is its remittance, so that invoice numbers are still found. */
function asBatch(whole: CamtTransaction, { references }: Booked, details: readonly XmlNode[]): CamtTransaction {
  const told = details.slice(0, mostDetails).map((detail) => {
    const { text, reference } = remittanceOf(detail);
    return [text, reference, referenceAt(detail, 'Refs/EndToEndId')].filter((part) => part !== null).join(' ');
  });
  const named = references.filter((reference) => reference !== whole.bankReference);
  const texts = [whole.remittance, ...(told.length > 0 ? told : named)].filter((text) => text !== null && text !== '');
  return { ...whole, remittance: texts.length === 0 ? null : [...new Set(texts)].join('; ') };
}

/** References of the bank, and of the batch where the entry booked one. */
function referencesOf(entry: XmlNode, context: EntryContext, batches: readonly XmlNode[]): readonly string[] {
  const own = [referenceAt(entry, 'AcctSvcrRef'), entryReferenceOf(entry, context)];
  const named = batches.flatMap((batch) => [referenceAt(batch, 'PmtInfId'), referenceAt(batch, 'MsgId')]);
  return [...own, ...named].filter((reference) => reference !== null);
}
