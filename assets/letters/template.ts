/*
 * Shape of a letter template. Texts hold placeholders in braces, from the closed list below; electron/letters fills them
 * and its linter refuses what would make a letter incomplete.
 */

import type { PaymentReference } from '#shared/identifiers/payment-reference.ts';

export const placeholders = ['creditor', 'count', 'deadline', 'days', 'invoice', 'total', 'processedUntil'] as const;

/**
 * What a paragraph about interest and costs may name besides: amounts (`costs` with VAT, `perDay` after `until`, `totalWithCosts` once announced costs are due),
 * the last day counted, and the ground as a phrase with its article or clause.
 */
export const chargePlaceholders = [
  'principal',
  'interest',
  'interestPhrase',
  'interestArticle',
  'until',
  'perDay',
  'costs',
  'costsPhrase',
  'costsArticle',
  'costsVat',
  'costsWithoutVat',
  'vatPercent',
  'totalWithCosts',
] as const;

/**
 * What a paragraph may depend on. A debtor of unknown kind is addressed as a consumer: never more is claimed than is
 * certain. `term-agreed`: who is late is in default without notice (art. 6:83 BW). One of `netherlands`, `belgium` and
 * `abroad` holds: whose law the claim follows; Dutch or Belgian articles may be quoted under their own only, and none
 * abroad. One of `charges` (something is charged), `announced` (nothing is, something is announced), `waived` (neither:
 * the creditor gave it up) and `no-charges` holds; of interest and of costs each one of its three. `statutory-claim`: nothing is charged,
 * announced or given up, and the law of the Netherlands or Belgium is followed, so what it grants may be announced. `vat`:
 * the costs were increased by VAT.
 */
export const conditions = [
  'one-item',
  'several-items',
  'business',
  'consumer',
  'public',
  'netherlands',
  'belgium',
  'abroad',
  'charges',
  'announced',
  'waived',
  'no-charges',
  'interest-charged',
  'interest-announced',
  'no-interest',
  'costs-charged',
  'costs-announced',
  'no-costs',
  'vat',
  'statutory-claim',
  'no-statutory-claim',
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
  /** Under an item: what was paid of it, one by one with `{amount}` and `{date}`. */
  readonly payments: {
    /** Before them: `{payments}`. */
    readonly all: string;
    readonly money: string;
    /** Seen on a list that holds what came in up to the day. */
    readonly list: string;
    readonly back: string;
    readonly 'let-go': string;
    /** The part of which no day is known. */
    readonly earlier: string;
  };
  readonly credit: string;
  readonly receipt: string;
  readonly deposit: string;
  readonly advance: string;
  readonly alsoOpen: string;
  readonly derivedDue: string;
  readonly partlyClaimed: string;
  readonly principal: string;
  readonly total: string;
  readonly toPay: string;
  readonly noLaterThan: string;
  readonly iban: string;
  readonly inNameOf: string;
  /** Before what is to be quoted: any text, or a structured reference by its sort. */
  readonly quoting: Readonly<Record<PaymentReference['sort'], string>>;
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

/** Ground of interest or costs: what it is called on a line, in a sentence, and the article or `{clause}` it rests on. */
export interface ChargeGround {
  readonly name: string;
  readonly phrase: string;
  readonly article: string;
}

/** What a language says about interest and costs, the same in every kind of letter but the veertiendagenbrief. */
export interface ChargeTexts {
  readonly interest: {
    readonly trade: ChargeGround;
    readonly public: ChargeGround;
    readonly consumer: ChargeGround;
    readonly agreed: ChargeGround;
    readonly 'belgian-trade': ChargeGround;
    readonly 'belgian-consumer': ChargeGround;
  };
  readonly costs: {
    readonly tariff: ChargeGround;
    readonly agreed: ChargeGround;
    readonly 'belgian-trade': ChargeGround;
    readonly 'belgian-consumer': ChargeGround;
  };
  /** Lines under the table; `{name}` and `{article}` are the ground's. */
  readonly lines: { readonly interest: string; readonly costs: string; readonly vat: string };
  /** After the opening: what is charged and why. */
  readonly charged: readonly Paragraph[];
  /** Before the consequence: what will be charged when payment is late, in exact amounts. */
  readonly announced: readonly Paragraph[];
  /** Under the signature, when the letter has the specification with it. */
  readonly enclosure: string;
}
