import { FailureError } from '#shared/contract/errors.ts';
import { daysBetween, formatDate, formatLongDate, type IsoDate, weekday } from '#shared/dates/civil.ts';
import type { LetterLanguage } from '#shared/domain/debtor.ts';
import type { LetterItem, LetterPlan } from '#shared/domain/letter.ts';
import { quotedReference } from '#shared/domain/letters/quoted-reference.ts';
import type { LetterKind } from '#shared/domain/policy.ts';
import { type Cents, formatMoney, sumOf } from '#shared/money/cents.ts';
import { letterTexts } from '../../assets/letters/index.ts';
import type { ChargeTexts, Condition, LetterLabels, LetterTemplate, Paragraph } from '../../assets/letters/template.ts';
import { checkCharges } from './charge-check.ts';
import {
  type ChargeLine,
  chargeConditions,
  chargeLines,
  chargeState,
  chargeValues,
  interestStanding,
} from './charge-words.ts';
import { fill } from './fill.ts';

/** Whom the wording addresses. Unknown is never treated as business (criterion C1). */
export type Audience = 'business' | 'consumer' | 'public';

/** The words of one letter, filled in; the PDF and the mail say the same. */
export interface LetterWords {
  readonly labels: LetterLabels;
  readonly audience: Audience;
  readonly heading: string;
  readonly subject: string;
  readonly opening: readonly string[];
  readonly request: readonly string[];
  readonly consequence: readonly string[];
  readonly processed: string;
  readonly objection: string;
  readonly closing: string;
  /** The deadline with its weekday, in words; null when the letter has none. */
  readonly deadline: string | null;
  /** What to quote when paying, with what is said before it. */
  readonly quoting: { readonly label: string } & ReturnType<typeof quotedReference>;
  readonly columns: LetterLabels['columns'];
  /** Interest, costs and VAT with their grounds; empty when only principal is claimed. */
  readonly charges: readonly ChargeLine[];
  /** Line that names the specification, when the letter has it. */
  readonly enclosure: string | null;
}

/** Kinds that only state what is open may use the plain wording; any other kind needs words of its own. */
const plainKinds: readonly LetterKind[] = ['pre-due-notice', 'statement', 'balance-confirmation'];

/** The wording of a kind. A kind whose meaning in law hangs on its words is refused until it has them. */
export function templateOf(language: LetterLanguage, kind: LetterKind): LetterTemplate {
  const texts = letterTexts[language];
  const own = (texts.kinds as Partial<Record<LetterKind, LetterTemplate>>)[kind];
  if (own) return own;
  if (plainKinds.includes(kind)) return texts.plain;
  throw new FailureError({ code: 'not-supported', message: `no wording for ${kind}`, params: { kind } });
}

function audienceOf(plan: LetterPlan): Audience {
  if (plan.debtor.kind === 'business' || plan.debtor.kind === 'public') return plan.debtor.kind;
  return 'consumer';
}

/** `vrijdag 27 november 2026`, as the language writes it. */
function dayInWords(date: IsoDate, language: LetterLanguage): string {
  const { weekdays, dayWithWeekday } = letterTexts[language].labels;
  return fill(dayWithWeekday, {
    weekday: weekdays[weekday(date) - 1] ?? '',
    date: formatLongDate(date, language),
  });
}

/** All texts of a letter for this plan. */
export function letterWords(plan: LetterPlan): LetterWords {
  checkCharges(plan);
  const { labels, charges } = letterTexts[plan.language];
  const template = templateOf(plan.language, plan.kind);
  const audience = audienceOf(plan);
  const holding = conditionsOf(plan, audience);
  const values = valuesOf(plan, labels, charges);
  const quoted = quotedReference(plan);
  const written = (text: string) => spaced(fill(text, values), plan.language);
  const paragraphs = (list: readonly Paragraph[]) =>
    list
      .filter(({ when }) => (when ?? []).every((condition) => holding.has(condition)))
      .map(({ text }) => written(text));
  // A veertiendagenbrief says in its own words what is announced, and nothing else.
  const sentences = (list: readonly Paragraph[]) =>
    plan.kind === 'fourteen-day-letter' ? [] : [paragraphs(list).join(' ')].filter((text) => text !== '');
  return {
    labels,
    audience,
    heading: template.heading,
    subject: written(plan.items.length === 1 ? template.subject.one : template.subject.several),
    opening: [...paragraphs(template.opening), ...sentences(charges.charged)],
    request: paragraphs(template.request),
    consequence: [...sentences(charges.announced), ...paragraphs(template.consequence)],
    processed: written(labels.processed),
    objection: spaced(fill(labels.objection, { contact: objectionContact(plan, labels) }), plan.language),
    closing: template.closing,
    deadline: values.deadline ?? null,
    quoting: { label: labels.quoting[quoted.sort], ...quoted },
    columns: labels.columns,
    charges: chargeLines(plan, charges).map((line) => ({ ...line, label: spaced(line.label, plan.language) })),
    enclosure: hasSpecification(plan) ? spaced(charges.enclosure, plan.language) : null,
  };
}

/** Whether the specification of interest and costs goes with the letter: when either is charged, or interest announced. */
export function hasSpecification(plan: LetterPlan): boolean {
  if (plan.kind === 'fourteen-day-letter' || !plan.charges) return false;
  return plan.amounts.costs !== 0 || interestStanding(plan) !== 'none';
}

/** What a line is called: an invoice by its number, anything else with its kind. */
export function itemTitle(item: LetterItem, { labels }: Pick<LetterWords, 'labels'>): string {
  return item.kind === 'invoice' ? item.number : `${labels[item.kind]} ${item.number}`.trim();
}

/** What was paid of an item, one by one and the part of which no day is known last; empty where no day is known of any. */
export function paymentTexts(item: LetterItem, { currency, language }: LetterPlan): readonly string[] {
  const { payments = [], paid } = item;
  if (payments.length === 0) return [];
  const texts = letterTexts[language].labels.payments;
  const amount = (cents: Cents) => formatMoney(Math.abs(cents), currency, language).replaceAll(' ', '\u00a0');
  const dated = payments.map((payment) =>
    fill(texts[payment.by === 'money' && payment.amount < 0 ? 'back' : payment.by], {
      amount: amount(payment.amount),
      date: formatDate(payment.date),
    }),
  );
  const earlier = paid - sumOf(payments, (payment) => payment.amount);
  return earlier === 0 ? dated : [...dated, fill(texts.earlier, { amount: amount(earlier) })];
}

function conditionsOf(plan: LetterPlan, audience: Audience): ReadonlySet<Condition> {
  return new Set<Condition>([
    plan.items.length === 1 ? 'one-item' : 'several-items',
    audience,
    ...chargeConditions(chargeState(plan)),
    plan.termAgreed ? 'term-agreed' : 'term-not-agreed',
    ...(plan.deadline === null ? [] : (['deadline'] as const)),
  ]);
}

function valuesOf(plan: LetterPlan, labels: LetterLabels, charges: ChargeTexts): Record<string, string | null> {
  const days = plan.deadline === null ? null : daysBetween(plan.date, plan.deadline);
  return {
    creditor: plan.creditor.name,
    count: String(plan.items.length),
    invoice: plan.items[0]?.number ?? '',
    total: formatMoney(plan.amounts.total, plan.currency, plan.language),
    deadline: plan.deadline === null ? null : dayInWords(plan.deadline, plan.language),
    days: days === null ? null : fill(days === 1 ? labels.days.one : labels.days.several, { count: String(days) }),
    processedUntil: formatDate(plan.processedUntil),
    ...chargeValues(plan, charges),
  };
}

function objectionContact(plan: LetterPlan, labels: LetterLabels): string {
  const email = plan.creditor.email;
  const phone = plan.creditor.phone?.replaceAll(' ', '\u00a0');
  if (email && phone) return fill(labels.objectionTo.both, { email, phone });
  if (email) return fill(labels.objectionTo.email, { email });
  return phone ? fill(labels.objectionTo.phone, { phone }) : '';
}

/** No line ends within the name of an article of law; French sets a no-break space before double punctuation. */
export function spaced(text: string, language: LetterLanguage): string {
  const whole = text
    .replace(/\b(artikel|article|art\.) (?=\d)/gi, '$1\u00a0')
    .replace(/(\d:\d+[a-z]?) (?=BW\b)/g, '$1\u00a0');
  return language === 'fr' ? whole.replace(/ ([?!:;»])/g, '\u00a0$1').replace(/« /g, '«\u00a0') : whole;
}
