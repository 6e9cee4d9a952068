import { labelledIban } from '../account-number.ts';
import {
  accountOrNull,
  type Information,
  type InformationContext,
  markedOgm,
  nothingSaid,
  returnCodeInText,
  returnInText,
  textOrNull,
} from './information.ts';
import { joinedLines } from './joined-lines.ts';

/** Reads the text of banks that tag nothing: accounts and names stand at known places, the rest is the payer's text. */
export function readFreeText(lines: readonly string[], context: InformationContext): Information {
  const filled = lines.filter((line) => line.trim() !== '');
  const first = filled[0];
  if (first === undefined) return nothingSaid;
  const read =
    labelledAtEnd(filled) ?? accountFirst(filled, first, context) ?? dottedAccount(filled, first) ?? ibanAndBic(filled);
  const found = { ...nothingSaid, remittance: textOrNull(joinedLines(filled)), ...read };
  const { remittance } = found;
  return {
    ...found,
    counterpartyAccount: found.counterpartyAccount ?? context.account ?? labelledIban(remittance ?? ''),
    structuredReference: found.structuredReference ?? markedReference(filled) ?? markedOgm(remittance ?? ''),
    returnReason:
      returnCodeInText(remittance) ?? (context.isCredit ? null : returnInText(remittance, remittance ?? '')),
  };
}

/** Knab: a last line `REK: iban/NAAM: name`, or only the name. */
function labelledAtEnd(lines: readonly string[]): Partial<Information> | null {
  const last = lines.at(-1)!;
  const found = /^(?:REK: ?([A-Z0-9 .]+?))?\/?(?:NAAM: ?(.*))?$/.exec(last.trim());
  if (!found || (found[1] === undefined && found[2] === undefined)) return null;
  return {
    counterpartyAccount: accountOrNull(found[1]),
    counterpartyName: textOrNull(found[2]),
    remittance: textOrNull(joinedLines(lines.slice(0, -1))),
  };
}

/** SNS, ASN, RegioBank: the first line repeats the counter-account and the name. */
function accountFirst(
  lines: readonly string[],
  first: string,
  context: InformationContext,
): Partial<Information> | null {
  const { account } = context;
  if (account === null || account.length < 5 || !first.startsWith(account)) return null;
  return {
    counterpartyAccount: account,
    counterpartyName: context.name ?? textOrNull(first.slice(account.length)),
    remittance: textOrNull(joinedLines(lines.slice(1))),
  };
}

/** ABN AMRO before SEPA: `12.34.56.789 NAME`, `GIRO 123456 NAME    text`. */
function dottedAccount(lines: readonly string[], first: string): Partial<Information> | null {
  const found = /^(?:(\d{2}\.\d{2}\.\d{2}\.\d{3})|GIRO +(\d{2,10})) +(\S.*)$/.exec(first);
  if (!found) return null;
  const [name = '', ...rest] = found[3]!.split(/ {2,}/);
  return {
    counterpartyAccount: accountOrNull(found[1] ?? found[2]),
    counterpartyName: textOrNull(name),
    remittance: textOrNull(joinedLines([rest.join(' '), ...lines.slice(1)])),
  };
}

const withBic = /^(.{0,40}?)\b([A-Z]{2}\d{2}[A-Z0-9]{8,30}) ([A-Z]{4}[A-Z]{2}[A-Z0-9]{2}(?:[A-Z0-9]{3})?) (.*)$/s;

/** ING before 2014: IBAN, BIC, name and text in one, the name known only where `NOTPROVIDED` follows it. */
function ibanAndBic(lines: readonly string[]): Partial<Information> | null {
  const text = joinedLines(lines);
  const giro = /^(\d{10}) +(?=\S)/.exec(text);
  if (giro) return { counterpartyAccount: accountOrNull(giro[1]), remittance: textOrNull(text.slice(giro[0].length)) };
  const found = withBic.exec(text);
  if (!found) return null;
  const [, kind = '', iban, , rest = ''] = found;
  const [name, said] = kind === '' ? rest.split(/ NOTPROVIDED\b/) : [];
  const named = said !== undefined;
  return {
    counterpartyAccount: accountOrNull(iban),
    counterpartyName: named ? textOrNull(name) : null,
    remittance: textOrNull(named ? said : `${kind}${rest}`),
  };
}

const marked = /(?:BETALINGSKENM(?:ERK|\.)?\s*[:.]?|SCOR\/CUR\/|ACCEPTGIRO(?:NUMMER)?:)\s*(\d(?: ?\d){6,15})(?!\d)/i;

/** Digits a betalingskenmerk has; check digits are not asked, the bank did. */
const lengths: ReadonlySet<number> = new Set([7, 9, 10, 11, 12, 13, 14, 16]);

/** A betalingskenmerk that the text names as one. */
function markedReference(lines: readonly string[]): string | null {
  for (const line of [...lines, joinedLines(lines)]) {
    const found = marked.exec(line);
    const digits = found ? found[1]!.replaceAll(' ', '') : undefined;
    if (digits !== undefined && lengths.has(digits.length)) return digits;
  }
  return null;
}
