import { identifyRfReference } from '#shared/identifiers/rf-reference.ts';
import { accountAsGiven, hasIbanForm } from '../account-number.ts';
import {
  accountOrNull,
  type InformationContext,
  nothingSaid,
  referenceOrNull,
  textOrNull,
} from '../information/information.ts';
import { readInformation } from '../information/read.ts';
import type { BankTransaction, BatchMark } from '../statement.ts';
import type { StatementLine } from './values.ts';

/** A statement line with what its own tag and the `:86:` behind it say, as the file has them. */
export interface RawTransaction {
  readonly line: StatementLine;
  /** Lines of `:61:` after the first. */
  readonly details: readonly string[];
  information: string[] | null;
  readonly row: number;
}

/** Banks of the Volksbank write the counter-account where others have a reference. */
const volksbank: ReadonlySet<string | null> = new Set(['SNS', 'ASN Bank', 'RegioBank']);
const keywords: ReadonlySet<string> = new Set([
  'NONREF',
  'NON REF',
  'EREF',
  'MARF',
  'PREF',
  'KREF',
  'MREF',
  'NOTPROVIDED',
]);

/** Width of the reference of `:61:`; Rabobank pads it and writes the name behind it. */
const referenceWidth = 16;

/**
 * A transaction from a statement line and its information (formats document §3.1, §3.2). The account of the statement, named
 * in the text of its costs, is nobody's counter-account.
 */
export function transactionOf(raw: RawTransaction, bank: string | null, own: string): BankTransaction {
  const { line } = raw;
  const subfields = referencesOf(raw, bank);
  const known = knownParty(raw, subfields, bank);
  const { account, name } = known;
  const context: InformationContext = { isCredit: line.isCredit, bank, account, name };
  const said = raw.information === null ? nothingSaid : readInformation(raw.information, context);
  const counterAccount = said.counterpartyAccount ?? known.account;
  const transaction: BankTransaction = {
    bookDate: line.entryDate ?? line.valueDate,
    valueDate: line.valueDate,
    amount: line.amount,
    counterpartyName: said.counterpartyName ?? known.name,
    counterpartyIban: counterAccount === own ? null : counterAccount,
    remittance: said.remittance ?? (raw.information === null ? subfields.text : null),
    structuredReference: said.structuredReference ?? structuredIn(line, subfields, bank),
    endToEndId: said.endToEndId,
    mandateId: said.mandateId,
    returnReason: said.returnReason,
    bankReference: subfields.bank,
    row: raw.row,
  };
  if (counterAccount !== null || said.batchReference === undefined) return transaction;
  return { ...transaction, batch: batchOf(said.batchReference) };
}

/** A line of nobody with the reference of a batch is that batch in one amount. */
function batchOf(reference: string): BatchMark {
  return { role: 'whole', entry: 0, count: null, references: [reference] };
}

interface References {
  /** Before `//`: of the account holder, or a keyword, or a counter-account. */
  readonly own: string;
  readonly bank: string | null;
  /** Behind a padded reference. */
  readonly name: string | null;
  /** Supplementary details: the second line, without `/TRCD/`. */
  readonly text: string | null;
}

function referencesOf({ line, details }: RawTransaction, bank: string | null): References {
  let { rest } = line;
  let text = details.length === 1 ? details[0]! : details.join('');
  if (details.length > 0) {
    // The bank's reference can be cut; what goes on is what stands before the code of the transaction.
    const code = text.indexOf('/TRCD/');
    if (code >= 0) {
      if (code > 0) rest += text.slice(0, code);
      text = '';
    } else text = details.join(' ');
  }
  const slashes = rest.indexOf('//');
  const own = slashes < 0 ? rest : rest.slice(0, slashes);
  const isPadded = bank === 'Rabobank' && slashes < 0 && own.length > referenceWidth;
  return {
    own: (isPadded ? own.slice(0, referenceWidth) : own).trim(),
    bank: slashes < 0 ? null : referenceOrNull(rest.slice(slashes + 2)),
    name: isPadded ? textOrNull(own.slice(referenceWidth)) : null,
    text: textOrNull(text),
  };
}

/** Of the counterparty, on one line. */
const accountAndName = /^(P?\d[\d.]{6,13}|[A-Z]{2}\d{2}[A-Z0-9]{8,30})\s+(\S*\p{L}.*)$/u;

const nobody = { account: null, name: null };

/** Counter-account and name that stand outside `:86:`. */
function knownParty(
  { line, information }: RawTransaction,
  { own, name, text }: References,
  bank: string | null,
): { account: string | null; name: string | null } {
  if (volksbank.has(bank)) {
    return { account: looksLikeAccount(own) ? accountOrNull(own) : null, name: text };
  }
  if (bank === 'Rabobank') {
    // Where no information follows, the second line is the text itself.
    const below = information === null ? null : text;
    const [, number, behind] = accountAndName.exec(below ?? '') ?? [];
    const account = [number ?? text, name, line.type === 'NMSC' ? null : own].find(looksLikeAccount);
    const named = [name, behind ?? below].find((one) => one !== null && !looksLikeAccount(one));
    return { account: accountOrNull(account ?? undefined), name: named ?? null };
  }
  if (text === null) return nobody;
  const compact = accountAsGiven(text);
  return { account: hasIbanForm(compact) ? compact : null, name: null };
}

function looksLikeAccount(text: string | null): boolean {
  if (text === null) return false;
  return /^(?:P?\d[\d.]{4,13}|[A-Z]{2}\d{2}[A-Z0-9]{8,30})$/.test(text.replaceAll(' ', ''));
}

/** A reference of the account holder that is itself a betalingskenmerk or an RF reference. */
function structuredIn(line: StatementLine, { own, bank }: References, of: string | null): string | null {
  if (own === '' || keywords.has(own)) return null;
  if (of === 'ING' && /^\d{16}$/.test(own)) return own;
  if (volksbank.has(of) && line.type === 'NACC' && /^\d{16}$/.test(bank ?? '')) return bank;
  return /^RF\d{2}/.test(own) ? identifyRfReference(own).normalised : null;
}
