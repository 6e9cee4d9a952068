import { formatDate } from '#shared/dates/civil.ts';
import { jurisdictionOf } from '#shared/domain/jurisdiction.ts';
import type { LetterPlan } from '#shared/domain/letter.ts';
import type { Jurisdiction } from '#shared/law/charges.ts';
import { type Cents, formatMoney } from '#shared/money/cents.ts';
import { formatPercent } from '#shared/money/percent.ts';
import type { ChargeGround, ChargeTexts, Condition, chargePlaceholders } from '../../assets/letters/template.ts';
import { fill } from './fill.ts';

/** One line of the totals: what is claimed besides the principal, with its ground. */
export interface ChargeLine {
  readonly label: string;
  readonly cents: Cents;
}

/** How a charge stands in a letter: in the amount to pay, announced, or not there. */
export type Standing = 'charged' | 'announced' | 'none';

/** What the letter does with interest. */
export function interestStanding({ amounts, charges }: LetterPlan): Standing {
  if (amounts.interest !== 0) return 'charged';
  return charges?.interest && charges.interest.total > 0 ? 'announced' : 'none';
}

/** What the letter does with collection costs. */
export function costsStanding({ amounts }: LetterPlan): Standing {
  if (amounts.costs !== 0) return 'charged';
  return amounts.costsAnnounced !== 0 ? 'announced' : 'none';
}

/** What decides which paragraphs about interest and costs a letter has. */
export interface ChargeState {
  readonly jurisdiction: Jurisdiction;
  readonly interest: Standing;
  readonly costs: Standing;
  /** Costs were increased by VAT. */
  readonly vat: boolean;
  /** The creditor gave interest or costs up. */
  readonly waived: boolean;
}

/** The state of a plan. */
export function chargeState(plan: LetterPlan): ChargeState {
  return {
    // A letter that claims its principal only follows the law of its debtor (criterion B4).
    jurisdiction: plan.charges?.jurisdiction ?? jurisdictionOf(plan.debtor),
    interest: interestStanding(plan),
    costs: costsStanding(plan),
    vat: (plan.charges?.costs?.vat ?? 0) !== 0,
    waived: (plan.charges?.waived?.length ?? 0) > 0,
  };
}

/** The conditions that hold in a state. */
export function chargeConditions({ jurisdiction, interest, costs, vat, waived }: ChargeState): readonly Condition[] {
  const standings = [interest, costs];
  const state = standings.includes('charged')
    ? 'charges'
    : standings.includes('announced')
      ? 'announced'
      : waived
        ? 'waived'
        : 'no-charges';
  const place = { NL: 'netherlands', BE: 'belgium', none: 'abroad' } as const;
  return [
    place[jurisdiction],
    state,
    interest === 'none' ? 'no-interest' : `interest-${interest}`,
    costs === 'none' ? 'no-costs' : `costs-${costs}`,
    state === 'no-charges' && jurisdiction !== 'none' ? 'statutory-claim' : 'no-statutory-claim',
    ...(costs !== 'none' && vat ? (['vat'] as const) : []),
  ];
}

type ChargeValues = Readonly<Record<(typeof chargePlaceholders)[number], string | null>>;

/** Values of the placeholders that speak of interest and costs; null for what the letter does not have. */
export function chargeValues(plan: LetterPlan, texts: ChargeTexts): ChargeValues {
  const { charges, amounts, currency, language } = plan;
  const money = (cents: Cents | undefined) => (cents === undefined ? null : formatMoney(cents, currency, language));
  const interest = charges?.interest;
  const costs = charges?.costs;
  const interestGround = interest ? interestGroundOf(plan, texts) : null;
  const costsGround = costs ? costsGroundOf(plan, texts) : null;
  return {
    principal: money(amounts.principal),
    interest: money(interest?.total),
    interestPhrase: interestGround?.phrase ?? null,
    interestArticle: interestGround?.article ?? null,
    until: interest ? formatDate(interest.until) : null,
    perDay: money(interest?.perDay),
    costs: money(costs?.total),
    costsPhrase: costsGround?.phrase ?? null,
    costsArticle: costsGround?.article ?? null,
    costsVat: money(costs?.vat),
    costsWithoutVat: money(costs?.costs),
    totalWithCosts: costs ? money(amounts.principal + amounts.interest + costs.total) : null,
    vatPercent: costs ? vatPercentOf(costs.vatPercent, plan) : null,
  };
}

/** Interest, costs and VAT as they stand between principal and total; empty when the letter claims principal only. */
export function chargeLines(plan: LetterPlan, texts: ChargeTexts): readonly ChargeLine[] {
  const { charges, amounts } = plan;
  const lines: ChargeLine[] = [];
  if (amounts.interest !== 0 && charges?.interest) {
    const { name, article } = interestGroundOf(plan, texts);
    const until = formatDate(charges.interest.until);
    lines.push({ label: fill(texts.lines.interest, { name, article, until }), cents: charges.interest.total });
  }
  if (amounts.costs !== 0 && charges?.costs) {
    const { name, article } = costsGroundOf(plan, texts);
    lines.push({ label: fill(texts.lines.costs, { name, article }), cents: charges.costs.costs });
    if (charges.costs.vat !== 0) {
      const vatPercent = vatPercentOf(charges.costs.vatPercent, plan);
      lines.push({ label: fill(texts.lines.vat, { vatPercent }), cents: charges.costs.vat });
    }
  }
  return lines;
}

/** What interest rests on: the agreed clause, else the article of its kind. */
export function interestGroundOf(plan: LetterPlan, texts: ChargeTexts): ChargeGround {
  const { charges } = plan;
  const kind = charges?.interest?.kind;
  const grounds = texts.interest;
  if (charges?.jurisdiction === 'BE') {
    const ground =
      grounds[plan.debtor.kind === 'business' || plan.debtor.kind === 'public' ? 'belgian-trade' : 'belgian-consumer'];
    return kind === 'contract' && ground === grounds['belgian-trade']
      ? cited(grounds.agreed, charges.interestClause)
      : cited(ground, charges.interestClause);
  }
  if (kind === 'contract') return cited(grounds.agreed, charges?.interestClause);
  if (kind === 'wettelijk') return grounds.consumer;
  return plan.debtor.kind === 'public' ? grounds.public : grounds.trade;
}

/** What collection costs rest on: the agreed clause, else the tariff of the law. */
export function costsGroundOf(plan: LetterPlan, texts: ChargeTexts): ChargeGround {
  const { charges } = plan;
  const grounds = texts.costs;
  const clause = charges?.costsClause;
  const business = plan.debtor.kind === 'business' || plan.debtor.kind === 'public';
  if (charges?.jurisdiction === 'BE' && !business) return cited(grounds['belgian-consumer'], clause);
  if (clause !== undefined) return cited(grounds.agreed, clause);
  return charges?.jurisdiction === 'BE' ? grounds['belgian-trade'] : grounds.tariff;
}

function cited(ground: ChargeGround, clause: string | undefined): ChargeGround {
  return { ...ground, article: fill(ground.article, { clause }) };
}

function vatPercentOf(percent: number | null, { language }: LetterPlan): string | null {
  return percent === null ? null : formatPercent(String(percent), language);
}
