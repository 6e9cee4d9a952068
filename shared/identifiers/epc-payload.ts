import { type Cents, type Currency, toDecimal } from '../money/cents.ts';
import { identifyBic } from './bic.ts';
import { isSepaIban, parseIban } from './iban.ts';
import { identifyRfReference } from './rf-reference.ts';

/** A payment as a banking app takes it over from a QR code. */
export interface EpcPayment {
  readonly name: string;
  readonly iban: string;
  readonly bic?: string | null;
  readonly currency: Currency;
  readonly cents: Cents;
  /** What the payer has to quote: structured when it is a valid RF reference, else free text. */
  readonly reference: string;
}

/**
 * Text of the EPC QR code (EPC069-12 version 2, facts ID-R08): SEPA credit transfer, UTF-8, lines by LF, trailing empty lines
 * left out. Name at most 70 characters, free text 140 (longer ones are cut), spaces joined, control characters left out.
 * Null when there cannot be one: not in euros, an IBAN that is wrong or outside SEPA, a wrong BIC, no name, an amount outside
 * 0.01–999,999,999.99, or more than 331 bytes.
 */
export function epcPayload({ name, iban, bic, currency, cents, reference }: EpcPayment): string | null {
  const account = parseIban(iban);
  if (account === null || !isSepaIban(account)) return null;
  if (currency !== 'EUR' || !Number.isInteger(cents) || cents < 1 || cents > 99_999_999_999) return null;
  const bank = bic ? identifyBic(bic).normalised : '';
  const payee = clipped(oneLine(name), 70);
  if (bank === null || payee === '') return null;
  const structured = identifyRfReference(reference).normalised;
  const free = structured === null ? clipped(oneLine(reference), 140) : '';
  const lines = ['BCD', '002', '1', 'SCT', bank, payee, account, `EUR${toDecimal(cents)}`, '', structured ?? '', free];
  while (lines.at(-1) === '') lines.pop();
  const payload = lines.join('\n');
  return new TextEncoder().encode(payload).length <= 331 ? payload : null;
}

/** Composed, on one line, without control characters, direction marks and halves of surrogate pairs. */
function oneLine(text: string): string {
  return text
    .normalize('NFC')
    .replace(/\s+/gu, ' ')
    .replace(/[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Cn}]/gu, '')
    .replace(/ +/g, ' ')
    .trim();
}

/** At most `length` characters, never half a surrogate pair. */
function clipped(text: string, length: number): string {
  return [...text].slice(0, length).join('').trim();
}
