/**
 * The forms in which payers write an invoice number (formats.md §3.5). `F2026-0012`: in full `F20260012`, without the
 * letters in front `20260012`, without the zeros in front of each group `F202612`, without the century `260012`.
 */
export interface NumberForms {
  /** Capitals and digits only, without a word as `factuur` in front. Empty for a receipt without a number. */
  readonly full: string;
  /** Without letters in front; the same as `full` when there are none. */
  readonly bare: string;
  /** `bare` without zeros in front of each group of digits. */
  readonly short: string;
  /** `full` without zeros in front of each group of digits. */
  readonly lean: string;
  /** `bare` without the century of a year in front; null when no year stands in front. */
  readonly shortYear: string | null;
  /** Digits of the last group, without zeros in front: what is left when the payer writes only the serial number. */
  readonly serial: string;
  /** Digits before a year at the end, without zeros in front: `313` of `0313/2026`; null when no year stands there. */
  readonly beforeYear: string | null;
  /** Places in `full` where a group begins. */
  readonly groups: readonly number[];
}

const words =
  /^\s*(?:verkoop)?(?:factuur(?:nummer|nr)?|faktuur(?:nummer|nr)?|fact(?:uur)?nr|fact|fnr|invoice(?:\s*(?:no|nr|number))?|nota(?:nummer|nr)?|nummer|nr|no)(?![a-z])[\s.:#-]*/i;

const none: NumberForms = {
  full: '',
  bare: '',
  short: '',
  lean: '',
  shortYear: null,
  serial: '',
  beforeYear: null,
  groups: [],
};

function isDigit(code: number): boolean {
  return code >= 48 && code <= 57;
}

/** Letters and digits of a text in capitals, accents dropped. */
export function compact(text: string): string {
  const upper = isPlain(text) ? text.toUpperCase() : text.normalize('NFKD').toUpperCase();
  return upper.replace(/[^A-Z0-9]+/g, '');
}

function isPlain(text: string): boolean {
  for (let at = 0; at < text.length; at++) if (text.charCodeAt(at) > 126) return false;
  return true;
}

/** The forms of an invoice number; a number without digits has only itself. */
export function numberForms(number: string): NumberForms {
  if (number === '') return none;
  const code = number.charCodeAt(0) | 32;
  // f, i, n, v: only these can begin one of the words.
  const bareNumber = code === 102 || code === 105 || code === 110 || code === 118 ? withoutWord(number) : number;
  const upper = isPlain(bareNumber) ? bareNumber.toUpperCase() : bareNumber.normalize('NFKD').toUpperCase();
  let full = '';
  let short = '';
  let lean = '';
  let serial = '';
  let before = '';
  let bareFrom = -1;
  const groups: number[] = [];
  let previous = 0;
  for (let at = 0; at < upper.length; at++) {
    const char = upper.charCodeAt(at);
    const kind = isDigit(char) ? 1 : char >= 65 && char <= 90 ? 2 : 0;
    if (kind === 0) {
      previous = 0;
      continue;
    }
    if (kind !== previous) {
      groups.push(full.length);
      if (kind === 1) {
        if (bareFrom < 0) bareFrom = full.length;
        before = serial;
        serial = '';
      }
    }
    if (kind === 1 && (char !== 48 || serial !== '')) serial += upper[at];
    if (!(kind === 1 && serial === '')) {
      lean += upper[at];
      if (bareFrom >= 0) short += upper[at];
    }
    full += upper[at];
    previous = kind;
  }
  if (bareFrom < 0) return { ...none, full, bare: full, short: full, lean: full, groups };
  const bare = bareFrom === 0 ? full : full.slice(bareFrom);
  const secondGroup = groups.find((group) => group > bareFrom);
  const beforeYear = before !== '' && /^20[1-4]\d$/.test(serial) ? before : null;
  const hasYear = /^20[1-4]\d/.test(bare) && secondGroup === bareFrom + 4;
  return { full, bare, short, lean, shortYear: hasYear ? bare.slice(2) : null, serial, beforeYear, groups };
}

function withoutWord(number: string): string {
  const rest = number.replace(words, '');
  return /\d/.test(rest) ? rest : number;
}

/** Whether two texts differ by one character wrong, missing or too many, or by two neighbours in the wrong order. */
export function isOneSlipAway(a: string, b: string): boolean {
  if (a === b || Math.abs(a.length - b.length) > 1) return false;
  let from = 0;
  while (from < a.length && a[from] === b[from]) from++;
  let endA = a.length;
  let endB = b.length;
  while (endA > from && endB > from && a[endA - 1] === b[endB - 1]) {
    endA--;
    endB--;
  }
  if (endA - from <= 1 && endB - from <= 1) return true;
  return endA - from === 2 && endB - from === 2 && a[from] === b[from + 1] && a[from + 1] === b[from];
}
