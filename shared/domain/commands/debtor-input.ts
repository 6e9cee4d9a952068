import { parseIban } from '../../identifiers/iban.ts';
import { parseKvk } from '../../identifiers/registrations.ts';
import { parseVatId } from '../../identifiers/vat-id.ts';
import type { Cents } from '../../money/cents.ts';
import type { Debtor } from '../debtor.ts';

/** A debtor as it is entered by hand. */
export type EnteredDebtor = Omit<Debtor, 'id' | 'since'>;

/** Fields that can be wrong, with why; the text is `invoer.wrong.<reason>` in the catalogue. */
export type DebtorProblems = Partial<
  Record<'name' | 'iban' | 'kvk' | 'vatId' | 'email' | 'termDays' | 'creditLimit', DebtorProblem>
>;
export type DebtorProblem = 'name' | 'iban' | 'kvk' | 'vatId' | 'email' | 'term' | 'amount';

/** What is wrong with a debtor as entered; empty when nothing is. Whether its code is free only the books know. */
export function debtorProblems(debtor: EnteredDebtor): DebtorProblems {
  const { name, iban, kvk, vatId, email, termDays, creditLimit } = debtor;
  return {
    ...(name.trim() === '' ? { name: 'name' } : {}),
    ...(iban !== null && parseIban(iban) === null ? { iban: 'iban' } : {}),
    ...(kvk !== null && parseKvk(kvk) === null ? { kvk: 'kvk' } : {}),
    ...(vatId !== null && parseVatId(vatId) === null ? { vatId: 'vatId' } : {}),
    ...(email !== null && !isEmail(email) ? { email: 'email' } : {}),
    ...(termDays !== null && !isTerm(termDays) ? { termDays: 'term' } : {}),
    ...(creditLimit !== undefined && !isLimit(creditLimit) ? { creditLimit: 'amount' } : {}),
  };
}

/** A debtor as it is stored: texts without spaces around them, numbers in their one form. Ask {@link debtorProblems} first. */
export function tidyDebtor(debtor: EnteredDebtor): EnteredDebtor {
  const { code, name, iban, kvk, vatId, email } = debtor;
  return {
    ...debtor,
    code: code.trim(),
    name: name.trim(),
    iban: iban && parseIban(iban),
    kvk: kvk && parseKvk(kvk),
    vatId: vatId && parseVatId(vatId),
    email: email === null ? null : email.trim(),
  };
}

/** Whether a text has the form of an e-mail address. */
function isEmail(text: string): boolean {
  return /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(text.trim());
}

function isTerm(days: number): boolean {
  return Number.isInteger(days) && days >= 0 && days <= 365;
}

function isLimit(limit: Cents): boolean {
  return Number.isSafeInteger(limit) && limit > 0;
}
