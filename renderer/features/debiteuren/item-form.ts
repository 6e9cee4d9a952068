import { addDays, type IsoDate } from '#shared/dates/civil.ts';
import type { EnteredItem } from '#shared/domain/commands/commands.ts';
import type { OpenItem } from '#shared/domain/item.ts';
import { formatPaymentReference, readPaymentReference } from '#shared/identifiers/payment-reference.ts';
import type { Cents } from '#shared/money/cents.ts';

/** Kinds of items a person enters, in the order they are offered. */
export const enteredKinds = [
  'invoice',
  'credit',
  'deposit',
  'advance',
] as const satisfies readonly EnteredItem['kind'][];

/** What the form of an item holds. The amount is always above nothing: a credit note is turned when it is saved. */
export interface ItemForm {
  readonly kind: EnteredItem['kind'];
  readonly number: string;
  readonly date: IsoDate;
  /** Null = from the term. */
  readonly dueDate: IsoDate | null;
  readonly amount: Cents | null;
  readonly currency: string;
  readonly creditFor: string;
  readonly yourReference: string;
  readonly paymentReference: string;
  readonly description: string;
}

/** An empty form, or an item that is put right. */
export function itemForm(today: IsoDate, item: OpenItem | null): ItemForm {
  return {
    kind: item && item.kind !== 'receipt' ? item.kind : 'invoice',
    number: item?.number ?? '',
    date: item?.date ?? today,
    dueDate: item && !item.dueDerived ? item.dueDate : null,
    amount: item ? Math.abs(item.total) : null,
    currency: item?.currency ?? 'EUR',
    creditFor: item?.creditFor ?? '',
    yourReference: item?.yourReference ?? '',
    paymentReference: formatPaymentReference(item?.paymentReference ?? ''),
    description: item?.description ?? '',
  };
}

/** The item as it is saved. */
export function enteredItem(form: ItemForm): EnteredItem {
  const amount = form.amount ?? 0;
  return {
    number: form.number,
    kind: form.kind,
    date: form.date,
    dueDate: form.kind === 'credit' ? null : form.dueDate,
    total: form.kind === 'credit' ? -amount : amount,
    currency: form.currency.trim().toUpperCase(),
    description: form.description.trim() || null,
    yourReference: form.yourReference.trim() || null,
    paymentReference: form.kind === 'credit' ? null : form.paymentReference.trim() || null,
    creditFor: form.kind === 'credit' ? form.creditFor || null : null,
  };
}

/** The due date the term gives while none is stated; null of a credit note, which falls due never. */
export function dueByTerm(form: ItemForm, termDays: number): IsoDate | null {
  return form.kind === 'credit' ? null : addDays(form.date, termDays);
}

/** What deserves a second look, as keys under `invoer.newItem.warn`. */
export function itemWarnings(form: ItemForm, today: IsoDate): readonly ('future' | 'currency' | 'reference')[] {
  const reference = readPaymentReference(form.kind === 'credit' ? '' : form.paymentReference);
  return [
    ...(form.date > today ? (['future'] as const) : []),
    ...(/^[a-z]{3}$/i.test(form.currency.trim()) && form.currency.trim().toUpperCase() !== 'EUR'
      ? (['currency'] as const)
      : []),
    ...(reference.sort === 'betalingskenmerk' && !reference.isRight ? (['reference'] as const) : []),
  ];
}

/** What is said of a payment reference while it is typed, as a key under `invoer.newItem.reference`. */
export function referenceHint(typed: string): 'none' | 'rf' | 'ogm' | 'betalingskenmerk' | 'free' {
  const { sort, isRight } = readPaymentReference(typed);
  if (typed.trim() === '') return 'none';
  return isRight ? sort : sort === 'betalingskenmerk' ? 'free' : 'none';
}
