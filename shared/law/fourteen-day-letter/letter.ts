import type { IsoDate } from '../../dates/civil.ts';
import type { Cents } from '../../money/cents.ts';

export interface FourteenDayItem {
  readonly number: string;
  readonly invoiceDate: IsoDate | null;
  /** Last day to pay; null when none is known, and then the item is not in default. */
  readonly dueDate: IsoDate | null;
  readonly open: Cents;
  /** Whether the letter claims it. */
  readonly included: boolean;
}

/**
 * A veertiendagenbrief as its validator reads it. The fields state what the letter says and to whom; `text` is the letter
 * itself, in Dutch, English, German or French. Null is a letter not written yet, whose words are not judged; an empty text is
 * a letter that says nothing.
 */
export interface FourteenDayLetter {
  readonly sentOn: IsoDate;
  /** How it is sent; the presumption of receipt is the same for all. */
  readonly channel: string | null;
  readonly debtor: { readonly consumer: boolean };
  readonly creditor: { readonly deductsVat: boolean };
  /** All claims of the creditor on this debtor that it knows of. */
  readonly items: readonly FourteenDayItem[];
  readonly text: string | null;
  /** Amounts the letter asks to pay now; one is right. */
  readonly amounts: readonly Cents[];
  readonly ibans: readonly string[];
  /** Collection costs the letter announces, with or without VAT. */
  readonly costsAnnounced: Cents | null;
  readonly printedDeadline: IsoDate | null;
  /** Further amounts that rightly stand in the letter: original amounts, payments, credits. */
  readonly otherAmounts?: readonly Cents[];
}

/** What makes a veertiendagenbrief lose the costs (criterion E4), in the order in which it is reported. */
export const letterProblemCodes = [
  'not-consumer',
  'not-in-default',
  'item-missing',
  'term-wording',
  'end-date-too-early',
  'costs-missing',
  'costs-amount',
  'vat-ground',
  'interest-claimed',
  'several-amounts',
  'several-ibans',
  'consequence-missing',
] as const;
export type LetterProblemCode = (typeof letterProblemCodes)[number];

/** What exactly is wrong; the Dutch text is `law.letter.<cause>` in the catalogue. */
export const letterCauses = {
  'debtor-no-consumer': 'not-consumer',
  'item-not-due': 'not-in-default',
  'nothing-in-default': 'not-in-default',
  'item-left-out': 'item-missing',
  'item-not-named': 'item-missing',
  'term-absent': 'term-wording',
  'term-wrong': 'term-wording',
  'term-too-short': 'term-wording',
  'term-at-once': 'term-wording',
  'end-date-early': 'end-date-too-early',
  'costs-not-announced': 'costs-missing',
  'costs-not-written': 'costs-missing',
  'costs-differ': 'costs-amount',
  'vat-deductible': 'vat-ground',
  'vat-undeclared': 'vat-ground',
  'interest-asked': 'interest-claimed',
  'fee-asked': 'interest-claimed',
  'more-than-principal': 'interest-claimed',
  'amounts-differ': 'several-amounts',
  'amount-not-sum': 'several-amounts',
  'ibans-differ': 'several-ibans',
  'consequence-absent': 'consequence-missing',
} as const satisfies Readonly<Record<string, LetterProblemCode>>;
export type LetterCause = keyof typeof letterCauses;

/** Where in `text` the problem stands: offsets, and what stands there. */
export interface LetterPlace {
  readonly start: number;
  readonly end: number;
  readonly quote: string;
}

/** A figure in a problem, written by whoever shows it. */
export type LetterFigure = { readonly cents: Cents } | { readonly date: IsoDate } | { readonly text: string };

export interface LetterProblem {
  readonly code: LetterProblemCode;
  readonly cause: LetterCause;
  /** Fill the text of the cause. */
  readonly values: Readonly<Record<string, LetterFigure>>;
  /** Statute or ruling behind the rule. */
  readonly article: string;
  readonly place: LetterPlace | null;
}

export interface LetterVerdict {
  readonly valid: boolean;
  readonly problems: readonly LetterProblem[];
}

const articles: Readonly<Record<LetterProblemCode, string>> = {
  'not-consumer': 'art. 6:96 lid 4 en 6 BW',
  'not-in-default': 'art. 6:81, 6:82, 6:83 en 6:96 lid 6 BW',
  'item-missing': 'art. 6:96 lid 7 BW',
  'term-wording': 'art. 6:96 lid 6 BW; HR 25-11-2016, ECLI:NL:HR:2016:2704',
  'end-date-too-early': 'art. 6:96 lid 6 BW; HR 25-11-2016, ECLI:NL:HR:2016:2704',
  'costs-missing': 'art. 6:96 lid 6 BW',
  'costs-amount': 'art. 2 Besluit BIK; ECLI:NL:RBROT:2020:9162',
  'vat-ground': 'art. 2 lid 3 Besluit BIK',
  'interest-claimed': 'art. 6:96 lid 5 en 6 BW; ECLI:NL:RBAMS:2020:3212',
  'several-amounts': 'art. 6:96 lid 6 BW; ECLI:NL:RBROT:2020:5202',
  'several-ibans': 'art. 6:96 lid 6 BW; ECLI:NL:RBROT:2020:5202',
  'consequence-missing': 'art. 6:96 lid 6 BW',
};

/** A problem with the statute or ruling behind it. */
export function letterProblem(
  cause: LetterCause,
  values: Readonly<Record<string, LetterFigure>> = {},
  place: LetterPlace | null = null,
): LetterProblem {
  const code = letterCauses[cause];
  return { code, cause, values, article: articles[code], place };
}
