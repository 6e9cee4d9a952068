import type { Debtor, DebtorKind, LetterLanguage } from '#shared/domain/debtor.ts';

/** What the contact form holds while it is edited: everything as typed. */
export interface ContactForm {
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
  readonly directDebit: boolean;
}

export function contactForm(debtor: Debtor): ContactForm {
  return {
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
    directDebit: debtor.directDebit,
  };
}

/** What is wrong with a form, per field, as keys under `debiteuren.contact`. */
export type ContactErrors = Partial<
  Record<keyof ContactForm, 'emailWrong' | 'termWrong' | 'countryWrong' | 'addressPart'>
>;

const filled = (text: string) => text.trim() !== '';
const orNull = (text: string) => text.trim() || null;

export function contactErrors(form: ContactForm): ContactErrors {
  const address = [form.street, form.postalCode, form.city].map(filled);
  const partly = address.some(Boolean) && !address.every(Boolean);
  return {
    ...(filled(form.email) && !/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(form.email.trim()) ? { email: 'emailWrong' } : {}),
    ...(filled(form.term) && !(/^\d{1,3}$/.test(form.term.trim()) && Number(form.term) <= 365)
      ? { term: 'termWrong' }
      : {}),
    ...(address.some(Boolean) && !/^[A-Za-z]{2}$/.test(form.country.trim()) ? { country: 'countryWrong' } : {}),
    ...(partly ? { street: 'addressPart' } : {}),
  };
}

/** The debtor as the form leaves it; what the form does not show stays as it was. */
export function withContact(debtor: Debtor, form: ContactForm): Debtor {
  return {
    ...debtor,
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
  };
}
