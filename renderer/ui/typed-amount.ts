import { decimalEvidence, readAmount } from '#shared/formats/table/amounts.ts';
import type { Cents } from '#shared/money/cents.ts';

/** An amount as people type one, `1.234,56` or `1234.56`; where both readings are possible, as the language writes it. Null for none. */
export function typedAmount(text: string, language: 'nl' | 'en'): Cents | null {
  const typed = text.trim();
  if (typed === '') return null;
  const evidence = decimalEvidence([typed]);
  const cents = readAmount(typed, evidence.mark ?? (language === 'nl' ? 'comma' : 'point'));
  return cents === null || cents < 0 ? null : cents;
}

export interface TypedAmounts {
  readonly amounts: readonly Cents[];
  /** What is no amount, as it was typed; null when all are. */
  readonly wrong: string | null;
}

/** Amounts with a `+` or `;` between them; empty places do not count. */
export function typedAmounts(text: string, language: 'nl' | 'en'): TypedAmounts {
  const parts = text
    .split(/[+;]/)
    .map((part) => part.trim())
    .filter(Boolean);
  const read = parts.map((part) => ({ part, cents: typedAmount(part, language) }));
  return {
    amounts: read.flatMap(({ cents }) => (cents === null ? [] : [cents])),
    wrong: read.find(({ cents }) => cents === null)?.part ?? null,
  };
}
