import type { Administration, Logo } from '#shared/domain/administration.ts';
import { newAdministration } from '#shared/domain/administration.ts';
import type { LetterLanguage } from '#shared/domain/debtor.ts';
import { formatIban, parseIban } from '#shared/identifiers/iban.ts';
import { parseKvk } from '#shared/identifiers/registrations.ts';
import { parseVatId } from '#shared/identifiers/vat-id.ts';
import type { DayCount } from '#shared/law/rate-table.ts';

/** A number as a field holds it: a number, or text while it is being typed. */
type Typed = number | string;

/** An administration as its form holds it: text as typed, nothing judged yet. */
export interface AdministrationDraft {
  readonly name: string;
  readonly legalForm: string;
  readonly iban: string;
  readonly street: string;
  readonly postalCode: string;
  readonly city: string;
  readonly country: string;
  readonly kvk: string;
  readonly vatId: string;
  readonly email: string;
  readonly phone: string;
  readonly website: string;
  readonly termDays: Typed;
  /** In euros. */
  readonly tolerance: Typed;
  readonly correctionDays: Typed;
  readonly staleAfterDays: Typed;
  readonly minimumIntervalDays: Typed;
  readonly language: LetterLanguage;
  readonly sender: 'client' | 'office';
  readonly signatory: string;
  readonly wkiGround: '' | 'registered' | 'exempt';
  readonly wkiNumber: string;
  readonly windowSide: 'left' | 'right';
  readonly offsetX: Typed;
  readonly offsetY: Typed;
  readonly logo: Logo | null;
  readonly dayCount: DayCount;
  /** `auto`: two delivery days, three from 1 July 2027. */
  readonly postalDays: 'auto' | '2' | '3';
  /** Whether the creditor can deduct the VAT on collection costs. */
  readonly vat: 'deducts' | 'cannot';
}

export type DraftField = keyof AdministrationDraft;

/** A catalogue key and its parameters. */
export interface FieldError {
  readonly key: string;
  readonly params?: Readonly<Record<string, number>>;
}

/** Least and most of every number field; tolerance in euros, offsets in millimetres, the rest in days. */
export const ranges = {
  termDays: { min: 0, max: 365 },
  correctionDays: { min: 0, max: 30 },
  staleAfterDays: { min: 1, max: 60 },
  minimumIntervalDays: { min: 0, max: 90 },
  tolerance: { min: 0, max: 1000 },
  offsetX: { min: -30, max: 30 },
  offsetY: { min: -30, max: 30 },
} as const;

export function draftOf(administration: Administration): AdministrationDraft {
  const { address, wki, window } = administration;
  const ground = wki?.ground;
  return {
    name: administration.name,
    legalForm: administration.legalForm ?? '',
    iban: administration.iban ? formatIban(administration.iban) : '',
    street: address?.street ?? '',
    postalCode: address?.postalCode ?? '',
    city: address?.city ?? '',
    country: address?.country ?? 'NL',
    kvk: administration.kvk ?? '',
    vatId: administration.vatId ?? '',
    email: administration.email ?? '',
    phone: administration.phone ?? '',
    website: administration.website ?? '',
    termDays: administration.termDays,
    tolerance: administration.toleranceCents / 100,
    correctionDays: administration.correctionDays,
    staleAfterDays: administration.staleAfterDays,
    minimumIntervalDays: administration.minimumIntervalDays,
    language: administration.language,
    sender: administration.sender,
    signatory: administration.signatory ?? '',
    wkiGround: ground === 'exempt' ? 'exempt' : wki ? 'registered' : '',
    wkiNumber: wki?.number ?? '',
    windowSide: window.side,
    offsetX: window.offsetXMm,
    offsetY: window.offsetYMm,
    logo: administration.logo,
    dayCount: administration.dayCount ?? '365',
    postalDays: administration.postalDays === 2 ? '2' : administration.postalDays === 3 ? '3' : 'auto',
    vat: administration.deductsVat ? 'deducts' : 'cannot',
  };
}

export function emptyDraft(): AdministrationDraft {
  return draftOf(newAdministration({ id: 'nieuw', name: '', iban: '' }));
}

const text = (value: string) => value.trim().replace(/\s+/g, ' ') || null;
const isWhole = (value: Typed, { min, max }: { min: number; max: number }) =>
  typeof value === 'number' && Number.isInteger(value) && value >= min && value <= max;
const isWithin = (value: Typed, { min, max }: { min: number; max: number }) =>
  typeof value === 'number' && value >= min && value <= max;

/** What is wrong with a draft, by field; empty when it can be saved. */
export function validateDraft(draft: AdministrationDraft): Partial<Record<DraftField, FieldError>> {
  const errors: Partial<Record<DraftField, FieldError>> = {};
  const set = (field: DraftField, key: string, params?: FieldError['params']) => {
    errors[field] = { key: `instellingen.errors.${key}`, ...(params ? { params } : {}) };
  };
  if (!text(draft.name)) set('name', 'required');
  if (!text(draft.iban)) set('iban', 'required');
  else if (!parseIban(draft.iban)) set('iban', 'iban');
  if (text(draft.kvk) && !parseKvk(draft.kvk)) set('kvk', 'kvk');
  if (text(draft.vatId) && !parseVatId(draft.vatId)) set('vatId', 'vatId');
  if (text(draft.email) && !/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(draft.email.trim())) set('email', 'email');
  const parts = (['street', 'postalCode', 'city'] as const).filter((field) => !text(draft[field]));
  if (parts.length < 3) for (const field of parts) set(field, 'address');
  if (!/^[a-z]{2}$/i.test(draft.country.trim())) set('country', 'country');
  for (const field of ['termDays', 'correctionDays', 'staleAfterDays', 'minimumIntervalDays'] as const) {
    if (!isWhole(draft[field], ranges[field])) set(field, 'days', ranges[field]);
  }
  if (!isWithin(draft.tolerance, ranges.tolerance)) set('tolerance', 'amount');
  for (const field of ['offsetX', 'offsetY'] as const) {
    if (!isWithin(draft[field], ranges[field])) set(field, 'millimetres');
  }
  if (draft.wkiGround === 'registered' && !text(draft.wkiNumber)) set('wkiNumber', 'wkiNumber');
  return errors;
}

/** The administration a faultless draft describes; what the form does not show is kept from `base`. */
export function administrationOf(draft: AdministrationDraft, base: Administration): Administration {
  const street = text(draft.street);
  const { dayCount: _days, postalDays: _post, ...kept } = base;
  return {
    ...kept,
    ...(draft.dayCount === '365' ? {} : { dayCount: draft.dayCount }),
    ...(draft.postalDays === 'auto' ? {} : { postalDays: draft.postalDays === '2' ? 2 : 3 }),
    deductsVat: draft.vat === 'deducts',
    name: text(draft.name) ?? base.name,
    legalForm: text(draft.legalForm),
    iban: parseIban(draft.iban) ?? base.iban,
    address: street
      ? {
          street,
          postalCode: text(draft.postalCode) ?? '',
          city: text(draft.city) ?? '',
          country: draft.country.trim().toUpperCase(),
        }
      : null,
    kvk: parseKvk(draft.kvk),
    vatId: parseVatId(draft.vatId),
    email: text(draft.email),
    phone: text(draft.phone),
    website: text(draft.website),
    termDays: Number(draft.termDays),
    toleranceCents: Math.round(Number(draft.tolerance) * 100),
    correctionDays: Number(draft.correctionDays),
    staleAfterDays: Number(draft.staleAfterDays),
    minimumIntervalDays: Number(draft.minimumIntervalDays),
    language: draft.language,
    sender: draft.sender,
    signatory: text(draft.signatory),
    wki: draft.wkiGround ? { ground: draft.wkiGround, number: text(draft.wkiNumber) ?? '' } : null,
    window: { side: draft.windowSide, offsetXMm: Number(draft.offsetX), offsetYMm: Number(draft.offsetY) },
    logo: draft.logo,
  };
}
