import type { Cents } from '../../money/cents.ts';

export interface AmountFound {
  readonly start: number;
  readonly length: number;
  readonly cents: Cents;
}

const sign = '(?:€|eur(?:o)?\\b\\.?|euros\\b)';
const whole = "(?:\\d{1,3}(?:[.,' ]\\d{3})+|\\d+)";
const cents = '(?:[.,](?:\\d{2}(?!\\d)|-{1,2}|=))';
const signed = new RegExp(
  `${sign}\\s{0,2}(-?${whole}${cents}?)|(?<![\\d.,/:-])(${whole}${cents}?)\\s{0,2}${sign}`,
  'g',
);
/** Two decimals and no sign: a figure in a table. Not a date, an article, a percentage or part of a longer number. */
const bare = new RegExp(
  `(?<![\\d.,/:-]|[a-z])(${whole}[.,]\\d{2})(?![\\d/:%]|[.,-]\\d|\\.? ?%|-\\d| (?:procent|percent|prozent|pour cent))`,
  'g',
);

/** Every amount of money in a folded letter, in euros; in the order in which they stand. */
export function amountsIn(folded: string): readonly AmountFound[] {
  const found: AmountFound[] = [];
  for (const match of folded.matchAll(signed)) {
    const cents = parseAmount(match[1] ?? match[2] ?? '');
    if (cents !== null) found.push({ start: match.index, length: match[0].length, cents });
  }
  for (const match of folded.matchAll(bare)) {
    const inside = found.some(({ start, length }) => match.index >= start && match.index < start + length);
    // "4.12." is a German date.
    const isDay =
      /^\d{1,2}\.\d{2}$/.test(match[0]) &&
      folded.charAt(match.index + match[0].length) === '.' &&
      Number(match[0].slice(-2)) <= 12;
    const cents = inside || isDay ? null : parseAmount(match[1] ?? '');
    if (cents !== null) found.push({ start: match.index, length: match[0].length, cents });
  }
  return found.sort((one, other) => one.start - other.start);
}

/** `1.234,56`, `1,234.56`, `1 234,56`, `525`, `525,-`: the last sign with two digits behind it starts the cents. */
function parseAmount(text: string): Cents | null {
  const plain = text.replace(/[.,](?:-{1,2}|=)$/, '').replace(/[' ]/g, '');
  const match = /^(-?)([\d.,]*?)(?:[.,](\d{2}))?$/.exec(plain);
  if (!match) return null;
  const [, minus, units = '', decimals = '00'] = match;
  const digits = units.replace(/[.,]/g, '');
  if (digits === '' || digits.length > 11) return null;
  const amount = Number(digits) * 100 + Number(decimals);
  return minus ? -amount : amount;
}
