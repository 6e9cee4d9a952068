import { debtorProblems, type EnteredDebtor, tidyDebtor } from '#shared/domain/commands/debtor-input.ts';
import type { Debtor, DebtorId, DebtorKind, LetterLanguage } from '#shared/domain/debtor.ts';
import type { Cents } from '#shared/money/cents.ts';

/** What the form of a debtor holds while it is edited: everything as typed. */
export interface ContactForm {
  readonly name: string;
  /** Empty for a debtor without a code of its own. */
  readonly code: string;
  readonly kind: DebtorKind;
  readonly naturalPerson: boolean;
  readonly contact: string;
  readonly email: string;
  readonly phone: string;
  readonly street: string;
  readonly postalCode: string;
  readonly city: string;
  readonly country: string;
  readonly language: LetterLanguage;
  readonly term: string;
  /** Null = no limit. */
  readonly creditLimit: Cents | null;
  readonly directDebit: boolean;
  readonly iban: string;
  readonly kvk: string;
  readonly vatId: string;
  readonly paidBy: DebtorId | null;
}

export function contactForm(debtor: EnteredDebtor): ContactForm {
  return {
    name: debtor.name,
    code: debtor.code === debtor.name ? '' : debtor.code,
    kind: debtor.kind,
    naturalPerson: debtor.naturalPerson,
    contact: debtor.contact ?? '',
    email: debtor.email ?? '',
    phone: debtor.phone ?? '',
    street: debtor.address?.street ?? '',
    postalCode: debtor.address?.postalCode ?? '',
    city: debtor.address?.city ?? '',
    country: debtor.address?.country ?? 'NL',
    language: debtor.language,
    term: debtor.termDays === null ? '' : String(debtor.termDays),
    creditLimit: debtor.creditLimit ?? null,
    directDebit: debtor.directDebit,
    iban: debtor.iban ?? '',
    kvk: debtor.kvk ?? '',
    vatId: debtor.vatId ?? '',
    paidBy: debtor.paidBy ?? null,
  };
}

/** What is wrong with a form, per field, as keys under `invoer.wrong`. */
export type ContactErrors = Partial<Record<keyof ContactForm, string>>;

const filled = (text: string) => text.trim() !== '';
const orNull = (text: string) => text.trim() || null;

/** What is wrong with what was typed. What a list brought and nobody touched is left alone: it may be no good IBAN. */
export function contactErrors(form: ContactForm, before: EnteredDebtor): ContactErrors {
  const address = [form.street, form.postalCode, form.city].map(filled);
  const partly = address.some(Boolean) && !address.every(Boolean);
  const { termDays, ...problems } = debtorProblems(withContact(before, form));
  const known = contactForm(before);
  const typed = Object.entries(problems).filter(([field]) => {
    return field === 'name' || form[field as keyof ContactForm] !== known[field as keyof ContactForm];
  });
  return {
    ...Object.fromEntries(typed),
    ...(termDays ? { term: termDays } : {}),
    ...(address.some(Boolean) && !/^[A-Za-z]{2}$/.test(form.country.trim()) ? { country: 'country' } : {}),
    ...(partly ? { street: 'addressPart' } : {}),
  };
}

/** The debtor as the form leaves it; what the form does not show stays as it was. */
export function withContact<T extends EnteredDebtor | Debtor>(debtor: T, form: ContactForm): T {
  const { paidBy: _payer, creditLimit: _limit, ...rest } = debtor;
  const after = {
    ...rest,
    ...(form.creditLimit === null ? {} : { creditLimit: form.creditLimit }),
    ...(form.paidBy === null ? {} : { paidBy: form.paidBy }),
    name: form.name.trim(),
    code: form.code.trim() || (debtor.code === debtor.name ? form.name.trim() : debtor.code),
    kind: form.kind,
    naturalPerson: form.naturalPerson,
    contact: orNull(form.contact),
    email: orNull(form.email),
    phone: orNull(form.phone),
    address: filled(form.street)
      ? {
          street: form.street.trim(),
          postalCode: form.postalCode.trim(),
          city: form.city.trim(),
          country: form.country.trim().toUpperCase(),
        }
      : null,
    language: form.language,
    termDays: filled(form.term) ? Number(form.term) : null,
    directDebit: form.directDebit,
    iban: orNull(form.iban),
    kvk: orNull(form.kvk),
    vatId: orNull(form.vatId),
  };
  return after as unknown as T;
}

/** The debtor as it is saved: typed numbers in their one form, and those nobody touched as they were. */
export function savedDebtor<T extends EnteredDebtor | Debtor>(debtor: T, form: ContactForm): T {
  const typed = withContact(debtor, form);
  const tidied = tidyDebtor(typed);
  const { iban, kvk, vatId } = tidied;
  return { ...typed, iban: iban ?? typed.iban, kvk: kvk ?? typed.kvk, vatId: vatId ?? typed.vatId };
}
