/** Closed set of why a text is no such identifier; the texts are `identifiers.reason.<code>` in the catalogue. */
export const identifierReasons = [
  'empty',
  'characters',
  'length',
  'country',
  'form',
  'length-code',
  'check-digits',
] as const;
export type IdentifierReason = (typeof identifierReasons)[number];

/** An identifier as it is stored, or why the text is none. */
export type Identified =
  | { readonly normalised: string; readonly reason: null }
  | { readonly normalised: null; readonly reason: IdentifierReason };

export function identified(normalised: string): Identified {
  return { normalised, reason: null };
}

export function unidentified(reason: IdentifierReason): Identified {
  return { normalised: null, reason };
}

/** A text as people type it, without the marks they group it by, a–z upper case; lookalikes of letters stay what they are. */
export function ungrouped(text: string, marks: RegExp = /[\s.\-/]/g): string {
  return text
    .trim()
    .replace(marks, '')
    .replace(/[a-z]/g, (letter) => letter.toUpperCase());
}
