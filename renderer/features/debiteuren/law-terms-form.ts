import type { AgreedCosts, AgreedInterest, Debtor } from '#shared/domain/debtor.ts';
import type { Jurisdiction } from '#shared/law/charges.ts';
import { type Cents, toDecimal } from '#shared/money/cents.ts';

/** What the form of law, interest and costs holds while it is edited: everything as typed. */
export interface LawTermsForm {
  /** Empty = by the country of the address. */
  readonly jurisdiction: Jurisdiction | '';
  readonly termAgreed: 'unknown' | 'yes' | 'no';
  /** Empty = no interest was agreed. */
  readonly percent: string;
  readonly per: AgreedInterest['per'];
  readonly compound: AgreedInterest['compound'];
  readonly clause: string;
  /** Empty = no costs were agreed. */
  readonly costsPercent: string;
  readonly costsMinimum: string;
  readonly costsClause: string;
}

/** Whether agreed costs mean anything: between businesses, and towards Belgian consumers up to the legal maximum (law §15). */
export function mayAgreeCosts(kind: Debtor['kind'], law: Jurisdiction): boolean {
  return law !== 'none' && (kind === 'business' || (kind === 'consumer' && law === 'BE'));
}

export function lawTermsForm(debtor: Debtor): LawTermsForm {
  const { jurisdiction, termAgreed, agreedInterest, agreedCosts } = debtor;
  return {
    jurisdiction: jurisdiction ?? '',
    termAgreed: termAgreed === null ? 'unknown' : termAgreed ? 'yes' : 'no',
    percent: agreedInterest?.percent.replace('.', ',') ?? '',
    per: agreedInterest?.per ?? 'year',
    compound: agreedInterest?.compound ?? 'none',
    clause: agreedInterest?.clause ?? '',
    costsPercent: agreedCosts?.percent.replace('.', ',') ?? '',
    costsMinimum: agreedCosts ? toDecimal(agreedCosts.minimum).replace('.', ',') : '',
    costsClause: agreedCosts?.clause ?? '',
  };
}

/** What is wrong with a form, per field, as keys under `debiteuren.terms`. */
export type LawTermsErrors = Partial<Record<keyof LawTermsForm, 'percentWrong' | 'amountWrong' | 'clauseNeeded'>>;

const filled = (text: string) => text.trim() !== '';

/** A percentage as typed, `1,5` or `1.5`, as a decimal string; null when it is none, 0, or above 100. */
function typedPercent(text: string): string | null {
  const decimal = text.trim().replace(/\s*%$/, '').replace(',', '.');
  return /^\d{1,3}(\.\d{1,4})?$/.test(decimal) && Number(decimal) > 0 && Number(decimal) <= 100 ? decimal : null;
}

/** An amount as typed, `40`, `40,00` or `€ 1.250,00`, in cents; null when it is none. */
function typedAmount(text: string): Cents | null {
  const [, whole, decimals = '0'] = /^(?:€\s*)?(\d{1,3}(?:\.?\d{3})*)(?:,(\d{2}))?$/.exec(text.trim()) ?? [];
  return whole === undefined ? null : Number(whole.replaceAll('.', '')) * 100 + Number(decimals);
}

export function lawTermsErrors(form: LawTermsForm, withCosts: boolean): LawTermsErrors {
  const interest = filled(form.percent);
  const costs = withCosts && filled(form.costsPercent);
  return {
    ...(interest && typedPercent(form.percent) === null ? { percent: 'percentWrong' } : {}),
    ...(interest && !filled(form.clause) ? { clause: 'clauseNeeded' } : {}),
    ...(costs && typedPercent(form.costsPercent) === null ? { costsPercent: 'percentWrong' } : {}),
    ...(costs && filled(form.costsMinimum) && typedAmount(form.costsMinimum) === null
      ? { costsMinimum: 'amountWrong' }
      : {}),
    ...(costs && !filled(form.costsClause) ? { costsClause: 'clauseNeeded' } : {}),
  };
}

/** The debtor as the form leaves it; costs that cannot be agreed with this debtor stay as they were, out of use. */
export function withLawTerms(debtor: Debtor, form: LawTermsForm, withCosts: boolean): Debtor {
  const { jurisdiction: _law, agreedInterest: _interest, agreedCosts: before, ...rest } = debtor;
  const interest = agreedInterestOf(form);
  const costs = withCosts ? agreedCostsOf(form) : before;
  return {
    ...rest,
    termAgreed: form.termAgreed === 'unknown' ? null : form.termAgreed === 'yes',
    ...(form.jurisdiction === '' ? {} : { jurisdiction: form.jurisdiction }),
    ...(interest ? { agreedInterest: interest } : {}),
    ...(costs ? { agreedCosts: costs } : {}),
  };
}

function agreedInterestOf({ percent, per, compound, clause }: LawTermsForm): AgreedInterest | null {
  const rate = typedPercent(percent);
  // Interest per year is not added up per month.
  const adding = per === 'year' && compound === 'month' ? 'year' : compound;
  return rate === null ? null : { percent: rate, per, compound: adding, clause: clause.trim() };
}

function agreedCostsOf({ costsPercent, costsMinimum, costsClause }: LawTermsForm): AgreedCosts | null {
  const percent = typedPercent(costsPercent);
  return percent === null ? null : { percent, minimum: typedAmount(costsMinimum) ?? 0, clause: costsClause.trim() };
}
