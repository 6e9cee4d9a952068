/*
 * Shape of a letter template. Texts hold placeholders in braces, from the closed list below; electron/letters fills them
 * and its linter refuses what would make a letter incomplete.
 */

export const placeholders = ['creditor', 'count', 'deadline', 'days', 'invoice', 'total', 'processedUntil'] as const;

/**
 * What a paragraph may depend on. A debtor of unknown kind is addressed as a consumer: never more is claimed than is
 * certain. `term-agreed`: who is late is in default without notice (art. 6:83 BW). `netherlands` is a debtor in the Netherlands (or without an address), to whom Dutch articles may be quoted.
 */
export const conditions = [
  'one-item',
  'several-items',
  'business',
  'consumer',
  'public',
  'netherlands',
  'abroad',
  'charges',
  'no-charges',
  'term-agreed',
  'term-not-agreed',
  'deadline',
] as const;
export type Condition = (typeof conditions)[number];

/** Printed when every condition holds. */
export interface Paragraph {
  readonly when?: readonly Condition[];
  readonly text: string;
}

/** The texts of one kind of letter in one language. */
export interface LetterTemplate {
  /** Rises with every change of wording. */
  readonly version: number;
  /** Title above the letter. */
  readonly heading: string;
  /** Mail subject; no amounts (they are read over shoulders). */
  readonly subject: { readonly one: string; readonly several: string };
  /** What is the matter, before the table. */
  readonly opening: readonly Paragraph[];
  /** What is asked, with the deadline. */
  readonly request: readonly Paragraph[];
  /** What happens when it is not done; empty below aanmaning. */
  readonly consequence: readonly Paragraph[];
  readonly closing: string;
}

/** Words all letters of a language share. */
export interface LetterLabels {
  readonly salutation: string;
  readonly date: string;
  readonly ourReference: string;
  readonly yourReference: string;
  /** The same for a public body. */
  readonly purchaseOrder: string;
  readonly debtorNumber: string;
  readonly attention: string;
  readonly registered: string;
  readonly columns: {
    readonly number: string;
    readonly date: string;
    readonly due: string;
    readonly total: string;
    readonly paid: string;
    readonly open: string;
    readonly claimed: string;
  };
  readonly credit: string;
  readonly receipt: string;
  readonly deposit: string;
  readonly advance: string;
  readonly alsoOpen: string;
  readonly derivedDue: string;
  readonly partlyClaimed: string;
  readonly principal: string;
  readonly interest: { readonly business: string; readonly consumer: string; readonly public: string };
  readonly costs: string;
  readonly total: string;
  readonly toPay: string;
  readonly noLaterThan: string;
  readonly iban: string;
  readonly inNameOf: string;
  readonly quoting: string;
  readonly scan: string;
  readonly payOnline: string;
  readonly processed: string;
  readonly objection: string;
  readonly objectionTo: { readonly email: string; readonly phone: string; readonly both: string };
  readonly page: string;
  readonly kvk: string;
  readonly vatId: string;
  readonly wki: string;
  readonly weekdays: readonly [string, string, string, string, string, string, string];
  /** How a day with its weekday is written: `{weekday}` and `{date}`. */
  readonly dayWithWeekday: string;
  readonly days: { readonly one: string; readonly several: string };
}
