import { labelledIban } from '../account-number.ts';
import {
  accountOrNull,
  type Information,
  markedOgm,
  referenceOrNull,
  returnCode,
  returnCodeInText,
  returnInText,
  returnOfSort,
  textOrNull,
} from './information.ts';

/**
 * Characters that open a numbered part: German and Polish banks `?20`, Triodos `>20`, others `~`, `<`, `^`, `@`.
 * A plus sign may open a telephone number: only behind a code, and with the first number of a text (Romanian banks).
 */
const opened = /^\s*\d{0,3}([?>~<^@])\d{2}|^\d{3}(\+)20/;
/** Question marks and plus signs are text, too: only the numbers that banks use open a part behind them. */
const numbers: Readonly<Record<string, string>> = { '?': '[0-367]\\d', '+': '2\\d|3[0-3]|6[0-5]' };
const partsBy = new Map(
  [...'?>~<^@+'].map((mark) => [mark, new RegExp(`\\${mark}(${numbers[mark] ?? '\\d{2}'})`)] as const),
);

/** The character that opens numbered parts in this text, or below a line with only its code; null when it has none. */
export function subFieldMark([first = '', second = '']: readonly string[]): string | null {
  return markOf(first) ?? (/^\d{3}\s*$/.test(first) ? markOf(second) : null);
}

function markOf(line: string): string | null {
  const found = opened.exec(line);
  return found?.[1] ?? found?.[2] ?? null;
}

/** Width of a numbered part: what fills it goes on in the next. */
const partWidth = 27;

/** Reads a text in numbered parts: account, name, purpose and, in German files, the sort of the line each have their numbers. */
export function readSubFields(text: string, mark: string, isCredit: boolean): Information {
  const pieces = text.split(partsBy.get(mark)!);
  const parts = new Map<string, string>();
  for (let i = 1; i < pieces.length; i += 2) {
    const code = pieces[i]!;
    const value = pieces[i + 1]!;
    parts.set(code, parts.has(code) ? `${parts.get(code)} ${value}` : value);
  }
  if (mark === '>') return triodos(parts);
  const read = numbered(parts);
  return isCredit || read.returnReason !== null ? read : { ...read, returnReason: returnOf(read, pieces[0]!, parts) };
}

/** Codes of German banks for a direct debit that came back, of a company and of anybody; others use them for other things. */
const returnedDebit = /^\s*10[89]\b/;
const german = /lastschr|r(?:ü|ue?)ck/i;

/** Why money that left came back to somebody, by the code, the sort and the text of its line; null where it did not. */
function returnOf({ remittance }: Information, code: string, parts: ReadonlyMap<string, string>): string | null {
  const sort = parts.get('00') ?? '';
  const reason = returnInText(remittance, `${sort} ${remittance ?? ''}`) ?? returnOfSort(sort);
  return reason ?? (returnedDebit.test(code) && german.test(sort) ? 'MS03' : null);
}

/** Numbers of `:NS:` (text 01–14, name 15 and 16, account 34) as the numbered parts of `:86:` they stand for. */
const partOfNonSwift: Readonly<Record<string, string>> = {
  ...Object.fromEntries(Array.from({ length: 10 }, (_, i) => [String(i + 1).padStart(2, '0'), `2${i}`])),
  ...{ '11': '60', '12': '61', '13': '62', '14': '63', '15': '32', '16': '33', '34': '31' },
};

/** The lines of `:NS:` of MT940, each with its number before it, as one text in numbered parts. */
export function nonSwiftParts(lines: readonly string[]): string {
  const parts = lines.map((line) => {
    const part = partOfNonSwift[line.slice(0, 2)];
    return part === undefined ? '' : `?${part}${line.slice(2)}`;
  });
  return `000${parts.join('')}`;
}

const ibanForm = /^[A-Z]{2}\d{2}[A-Z0-9]{8,30}$|^[A-Z]{2}[A-Z0-9]{2}[A-Z]{4}\d{10}$/;
const bicForm = /^[A-Z]{4}[A-Z]{2}[A-Z0-9]{2}(?:[A-Z0-9]{3})?$/;

/** Account in 10, or BIC and IBAN in 20 and 21; then name, address and text in one, which nothing keeps apart. */
function triodos(parts: ReadonlyMap<string, string>): Information {
  const account = accountOrNull(parts.get('21'));
  const named = account !== null && ibanForm.test(account) && bicForm.test((parts.get('20') ?? '').trim());
  const texts = [...parts].filter(([code]) => code >= (named ? '22' : '20') && code <= '29').map(([, text]) => text);
  return said({ account: named ? account : accountOrNull(parts.get('10')), text: joinedParts(texts), name: null });
}

function numbered(parts: ReadonlyMap<string, string>): Information {
  const purpose = [...parts].filter(([code]) => /^(?:2\d|6[0-5])$/.test(code)).map(([, text]) => text);
  const given = [parts.get('32'), parts.get('33')].filter((part) => part !== undefined);
  const name = given.filter((part) => part.trim() !== '/');
  return said({
    account: accountOrNull(parts.get('38') ?? parts.get('31')),
    name: textOrNull(joinedParts(name)),
    text: joinedParts(purpose),
  });
}

/** Parts as one text; a keyword (`EREF+`) always begins a new word. */
function joinedParts(parts: readonly string[]): string {
  let text = '';
  parts.forEach((part, i) => {
    const before = parts[i - 1];
    text += before !== undefined && before.length >= partWidth && !keywordAtStart.test(part) ? part : ` ${part}`;
  });
  return text;
}

const words = 'EREF|KREF|MREF|CRED|DEBT|SVWZ|ABWA|ABWE|IBAN|BIC|PURP|COAM|OAMT|ORCR|ORMR|SQTP|MDAT|DDAT|RREF|RTRN';
const keywordAtStart = new RegExp(`^(?:${words})[+:]`);
const keyword = new RegExp(`(?:^|\\s)(${words})(?:\\+|: )`);

/** Whether a text names its parts as German banks do: `EREF+… MREF+… SVWZ+…`, `… EREF: … MREF: …`. */
export function hasKeywords(text: string): boolean {
  return /(?:^|\s)(?:EREF|KREF|MREF|SVWZ)(?:\+|: )/.test(text);
}

/** Commerzbank writes its keywords out. */
const spelledOut: readonly (readonly [RegExp, string])[] = [
  [/\bEND-TO-END-REF\.: ?/i, 'EREF+'],
  [/(?:\b(?:CORE|B2B|COR1) ?\/ ?)?\bMANDATSREF\.?: ?/i, 'MREF+'],
  [/\bGL(?:Ä|AE|A)UBIGER-ID: ?/i, 'CRED+'],
  [/\bKUNDENREFERENZ: ?/i, 'KREF+'],
];

/** Whether a text names its parts in the words of Commerzbank: `… End-to-End-Ref.: …`. */
export function hasSpelledOutKeywords(text: string): boolean {
  return /\bEND-TO-END-REF\.:/i.test(text);
}

function withKeywords(text: string): string {
  if (!/REF\.:/i.test(text)) return text;
  return spelledOut.reduce((known, [written, word]) => known.replace(written, ` ${word}`), text);
}

/** Reads `EREF+… MREF+… SVWZ+…`; what stands before the first keyword belongs to the text. */
export function readKeywords(text: string): Information {
  return said({ account: null, name: null, text });
}

interface Said {
  readonly account: string | null;
  readonly name: string | null;
  readonly text: string;
}

function said({ account, name, text }: Said): Information {
  const pieces = withKeywords(text).split(keyword);
  const values = new Map<string, string>();
  for (let i = 1; i < pieces.length; i += 2) values.set(pieces[i]!, pieces[i + 1]!);
  const remittance = textOrNull([pieces[0], values.get('SVWZ')].filter((part) => part?.trim()).join(' '));
  return {
    counterpartyName: name ?? textOrNull(values.get('ABWA') ?? values.get('ABWE')),
    counterpartyAccount: account ?? accountOrNull(values.get('IBAN')) ?? labelledIban(text),
    remittance,
    structuredReference: /^RF\d{2}[A-Z0-9]{1,21}$/.test(remittance ?? '') ? remittance : markedOgm(remittance ?? ''),
    endToEndId: referenceOrNull(values.get('EREF')),
    mandateId: referenceOrNull(values.get('MREF')),
    returnReason: returnCode(values.get('RTRN')) ?? returnCodeInText(remittance),
  };
}
