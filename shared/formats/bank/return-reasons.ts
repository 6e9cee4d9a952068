/**
 * Reasons of returned payments and direct debits (ISO 20022 external return reasons, as used in SEPA) that have a text of
 * their own in the catalogue, under `formats.return`.
 */
export const returnReasons = [
  ...['AC01', 'AC03', 'AC04', 'AC06', 'AC13', 'AG01', 'AG02', 'AM02', 'AM04', 'AM05', 'AM09', 'BE01', 'BE04', 'BE05'],
  ...['CNOR', 'CURR', 'CUST', 'DNOR', 'DT01', 'DUPL', 'ED05', 'FF01', 'FF05', 'FOCR', 'FR01', 'FRAD', 'MD01', 'MD02'],
  ...['MD06', 'MD07', 'MS02', 'MS03', 'NARR', 'NOAS', 'RC01', 'RF01', 'RR01', 'RR02', 'RR03', 'RR04', 'SL01', 'SL11'],
  ...['SL12', 'SL13', 'SL14', 'SVNR', 'TECH', 'TM01', 'UPAY'],
] as const;

export type ReturnReason = (typeof returnReasons)[number];

const known: ReadonlySet<string> = new Set(returnReasons);

export function isReturnReason(code: string): code is ReturnReason {
  return known.has(code);
}

/** The first code of a return a text names as a word of its own; null when it names none. */
export function returnReasonIn(text: string | null): ReturnReason | null {
  if (text === null) return null;
  for (const [word] of text.matchAll(/\b[A-Z]{2}(?:\d{2}|[A-Z]{2})\b/g)) if (isReturnReason(word)) return word;
  return null;
}

type Translate = (key: string, params: Record<string, string | number>) => string;

/** Why a payment or direct debit came back, in the user's language, with the code; `code` as the bank file has it. */
export function returnReasonText(translate: Translate, code: string): string {
  return translate(`formats.return.${isReturnReason(code) ? code : 'other'}`, { code });
}
