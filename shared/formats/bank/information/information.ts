import { identifyOgm } from '#shared/identifiers/ogm.ts';
import { returnReasonIn } from '../return-reasons.ts';

/** What a bank's free or tagged text says about a transaction; null for what it does not. */
export interface Information {
  readonly counterpartyName: string | null;
  /** IBAN, or the account number as given. */
  readonly counterpartyAccount: string | null;
  readonly remittance: string | null;
  /** As the text marks it: betalingskenmerk, RF or OGM. */
  readonly structuredReference: string | null;
  readonly endToEndId: string | null;
  readonly mandateId: string | null;
  /** ISO code: `MD06`. */
  readonly returnReason: string | null;
  /** Of the batch that is booked in one amount; absent = none. */
  readonly batchReference?: string;
}

export const nothingSaid: Information = {
  counterpartyName: null,
  counterpartyAccount: null,
  remittance: null,
  structuredReference: null,
  endToEndId: null,
  mandateId: null,
  returnReason: null,
};

/** What is known of a transaction before its text is read. */
export interface InformationContext {
  /** Received: the counterparty is the one who ordered it. */
  readonly isCredit: boolean;
  readonly bank: string | null;
  /** Counter-account and name where the bank gives them outside the text. */
  readonly account: string | null;
  readonly name: string | null;
}

/** A text without surrounding and repeated white space; null when nothing is left. */
export function textOrNull(text: string | undefined): string | null {
  if (text === undefined) return null;
  const trimmed = text.trim();
  if (trimmed === '') return null;
  return looseSpace.test(trimmed) ? trimmed.replace(/\s+/g, ' ') : trimmed;
}

const looseSpace = / {2}|[\t\u00a0]/;

/** A reference; null for the words banks put where there is none. */
export function referenceOrNull(text: string | undefined): string | null {
  const reference = textOrNull(text);
  if (reference === null) return null;
  const isWord = emptyStarts.includes(reference[0]!) && emptyReference.test(reference);
  return isWord ? null : reference;
}

/** With what these words begin, which few references do. */
const emptyStarts = 'NnUu*+./0-';
const emptyReference = /^(?:NOT ?PROVIDED?|NON ?REF|NONE|N\/A|UNKNOWN|[-/.+*0]+)$/i;

/** An account without spaces and points; null when empty or only zeros. */
export function accountOrNull(text: string | undefined): string | null {
  if (text === undefined || text === '') return null;
  if (ibanLetters.test(text)) return text;
  const isCompact = !text.includes(' ') && !text.includes('.');
  const compact = (isCompact ? text : text.replace(/[\s.]/g, '')).toUpperCase();
  return compact.charCodeAt(0) === 48 && /^0*$/.test(compact) ? null : compact || null;
}

/** `NL20INGB0001234567`, as most accounts are written: nothing has to be taken off. */
const ibanLetters = /^[A-Z]{2}[A-Z0-9]+$/;

/** The ISO code a text about a return starts with or names. */
export function returnCode(text: string | undefined): string | null {
  return text === undefined ? null : (/\b[A-Z]{2}\d{2}\b/.exec(text)?.[0] ?? null);
}

const reasonWord =
  /(?:R(?:UE|Ü)CKGABEGRUND|REDEN RETOUR|RETOURREDEN|RETURN REASON|REASON CODE|MOTIF|REASON)\W{1,3}(AC\d\d|AG\d\d|AM\d\d|BE\d\d|FF\d\d|MD\d\d|MS\d\d|RC\d\d|RR\d\d|SL\d\d)\b/i;

/** The ISO code of a return behind a word for its reason in free text. */
export function returnCodeInText(text: string | null): string | null {
  return text === null ? null : (reasonWord.exec(text)?.[1]?.toUpperCase() ?? null);
}

const returned =
  /\b(?:retour(?:en\w*)?|terugboeking|teruggeboekt|terugbetaling|storno|stornering|gestorneerd|return(?:ed)?|reject(?:ed)?|chargeback|r(?:ü|ue?)ck(?:lastschrift|gabe|belastung))\b/i;

/** The form of a code of a return, which few texts hold. */
const codeForm = /\b[A-Z]{2}(?:\d\d|[A-Z]{2})\b/;

/** The ISO code of a return the payer's text names, where the text of the line speaks of one; else null. */
export function returnInText(remittance: string | null, written: string): string | null {
  return remittance !== null && codeForm.test(remittance) && returned.test(written) ? returnReasonIn(remittance) : null;
}

const returnedSort =
  /\b(?:storno|stornering|terugboeking|teruggeboekt|retour incasso|incasso retour|returned direct debit|retouren ?belastung|r(?:ü|ue?)ck(?:lastschrift|belastung))\b/i;

/** The reason of a storno without one, by the bank's words for the sort of a line that left the account; null for another sort. */
export function returnOfSort(sort: string): string | null {
  return returnedSort.test(sort) ? 'MS03' : null;
}

/** A Belgian reference between its marks, `+++090/9337/55493+++`, right by its check digits. */
export function markedOgm(text: string): string | null {
  const marked = /(\+{3}|\*{3})\d{3}\/?\d{4}\/?\d{5}\1/.exec(text)?.[0];
  return marked !== undefined && identifyOgm(marked).normalised !== null ? marked : null;
}
