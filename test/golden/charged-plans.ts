import { addDays } from '#shared/dates/civil.ts';
import type { DebtorKind, LetterLanguage } from '#shared/domain/debtor.ts';
import type { LetterItem, LetterPlan } from '#shared/domain/letter.ts';
import type { LetterCharges } from '#shared/law/charges.ts';
import { collectionCosts } from '#shared/law/costs.ts';
import { interestCharge } from '#shared/law/interest-charge.ts';
import type { InterestRate } from '#shared/law/interest-terms.ts';
import type { DayCount } from '#shared/law/rate-table.ts';
import { builtInRates } from '#shared/law/rates.ts';
import { sumOf } from '#shared/money/cents.ts';
import { creditor, invoiceLine, letterPlan } from './letter-plans.ts';

/** Letters whose interest and costs the law engine computed, as the engine plans them. */

type Reductions = readonly { readonly date: string; readonly amount: number }[];

interface InterestGiven {
  readonly items: readonly LetterItem[];
  readonly rate: InterestRate;
  readonly until: string;
  readonly reductions?: Readonly<Record<string, Reductions>>;
  readonly dayCount?: DayCount;
}

/** Interest over the items from the day after their due date, less what was paid on known days. */
function interestOver({ items, rate, until, reductions = {}, dayCount = '365' }: InterestGiven) {
  return interestCharge({
    items: items.map((item) => {
      const own = reductions[item.itemId] ?? [];
      const principal = item.claimed + sumOf(own, ({ amount }) => amount);
      return { itemId: item.itemId, number: item.number, principal, due: item.dueDate ?? until, reductions: own };
    }),
    rate,
    until,
    dayCount,
    tables: builtInRates,
  });
}

/** A plan with these charges in its amounts, or announced beside them. */
export function chargedPlan(
  charges: LetterCharges,
  given: Partial<LetterPlan>,
  standing: { readonly interest?: 'announced'; readonly costs?: 'announced' } = {},
): LetterPlan {
  const plain = letterPlan(given);
  const { principal } = plain.amounts;
  const interest = standing.interest ? 0 : (charges.interest?.total ?? 0);
  const stated = charges.costs?.total ?? 0;
  const costs = standing.costs ? 0 : stated;
  const costsAnnounced = standing.costs ? stated : 0;
  return {
    ...plain,
    charges,
    amounts: { principal, interest, costs, costsAnnounced, total: principal + interest + costs },
  };
}

/** A debtor of this kind in this country. */
function debtorIn(country: 'NL' | 'BE' | 'DE', kind: DebtorKind, name: string): LetterPlan['debtor'] {
  const address = {
    NL: { street: 'Lange Haven 7', postalCode: '3111 CD', city: 'Schiedam', country },
    BE: { street: 'Keizerslei 41 bus 3', postalCode: '2000', city: 'Antwerpen', country },
    DE: { street: 'Friedrichstraße 12', postalCode: '10117', city: 'Berlin', country },
  }[country];
  return { ...letterPlan().debtor, kind, name, contact: null, address };
}

const business = debtorIn('NL', 'business', 'Bakkerij De Gouden Aar B.V.');
const consumer = debtorIn('NL', 'consumer', 'J. M. van der Linden');
const date = '2026-11-20';

/** Three invoices over a year old to a few months old: two rate changes, one capitalisation and a part payment. */
const overdue = [
  invoiceLine(1, {
    date: '2025-05-01',
    dueDate: '2025-05-31',
    total: 500_000,
    paid: 150_000,
    open: 350_000,
    claimed: 350_000,
  }),
  invoiceLine(2, {
    date: '2025-11-03',
    dueDate: '2025-12-03',
    total: 187_550,
    paid: 0,
    open: 187_550,
    claimed: 187_550,
  }),
  invoiceLine(3, { date: '2026-05-12', dueDate: '2026-06-11', total: 64_900, paid: 0, open: 64_900, claimed: 64_900 }),
];
const partPayment = { i1: [{ date: '2025-10-15', amount: 150_000 }] };

/** Business, final demand: commercial interest over two rate changes and a part payment, and the tariff. */
export function businessFinalDemand(language: LetterLanguage = 'nl', dayCount: DayCount = '365'): LetterPlan {
  const interest = interestOver({
    items: overdue,
    rate: { kind: 'handel' },
    until: date,
    reductions: partPayment,
    dayCount,
  });
  const costs = collectionCosts({
    principals: overdue.map(({ claimed }) => claimed),
    jurisdiction: 'NL',
    consumer: false,
  });
  return chargedPlan(
    { jurisdiction: 'NL', interest, costs },
    { kind: 'final-demand', language, date, items: overdue, debtor: business, channels: ['email', 'registered'] },
  );
}

/** Business, demand: interest and costs announced in exact amounts. */
export function businessDemand(language: LetterLanguage = 'nl'): LetterPlan {
  const { charges = { jurisdiction: 'NL', interest: null, costs: null } } = businessFinalDemand(language);
  const given = { kind: 'demand', language, date, items: overdue, debtor: business } as const;
  return chargedPlan(charges, given, { interest: 'announced', costs: 'announced' });
}

/** Consumer, final demand after a veertiendagenbrief lapsed: statutory interest and the tariff over 525.50. */
export function consumerFinalDemand(language: LetterLanguage = 'nl'): LetterPlan {
  const items = [
    invoiceLine(1, {
      date: '2026-07-01',
      dueDate: '2026-07-31',
      total: 12_000,
      paid: 0,
      open: 12_000,
      claimed: 12_000,
    }),
    invoiceLine(2, { date: '2026-07-10', dueDate: '2026-08-09', total: 9_550, paid: 0, open: 9_550, claimed: 9_550 }),
    invoiceLine(3, {
      date: '2026-08-02',
      dueDate: '2026-09-01',
      total: 31_000,
      paid: 0,
      open: 31_000,
      claimed: 31_000,
    }),
  ];
  const interest = interestOver({ items, rate: { kind: 'wettelijk' }, until: date });
  const costs = collectionCosts({
    principals: items.map(({ claimed }) => claimed),
    jurisdiction: 'NL',
    consumer: true,
  });
  return chargedPlan(
    { jurisdiction: 'NL', interest, costs },
    { kind: 'final-demand', language, date, items, debtor: consumer, termAgreed: true },
  );
}

/** The office sends it and its client deducts no VAT: the costs are raised by VAT, with the declaration. */
export function vatUpliftFinalDemand(language: LetterLanguage = 'nl'): LetterPlan {
  const plain = consumerFinalDemand(language);
  const principals = plain.items.map(({ claimed }) => claimed);
  const costs = collectionCosts({ principals, jurisdiction: 'NL', consumer: true, vatPercent: 21 });
  const interest = plain.charges?.interest ?? null;
  const office = {
    ...creditor,
    sender: 'office',
    deductsVat: false,
    wki: { ground: 'registered', number: '12345' },
  } as const;
  const { kind, items, debtor } = plain;
  return chargedPlan(
    { jurisdiction: 'NL', interest, costs },
    { kind, language, date, items, debtor, creditor: office },
  );
}

/** Belgium, between businesses: late payment interest and the flat amount of the Act of 2 August 2002. */
export function belgianBusinessFinalDemand(language: LetterLanguage = 'nl'): LetterPlan {
  const debtor = debtorIn('BE', 'business', 'Drukkerij Scheldezicht NV');
  const items = overdue.slice(1);
  const interest = interestOver({ items, rate: { kind: 'be-b2b' }, until: date });
  const costs = collectionCosts({
    principals: items.map(({ claimed }) => claimed),
    jurisdiction: 'BE',
    consumer: false,
  });
  return chargedPlan({ jurisdiction: 'BE', interest, costs }, { kind: 'final-demand', language, date, items, debtor });
}

/** Belgium, a consumer who agreed to a clause: at most the cap of Book XIX. */
export function belgianConsumerFinalDemand(language: LetterLanguage = 'nl'): LetterPlan {
  const debtor = debtorIn('BE', 'consumer', 'Familie Peeters-Wouters');
  const items = overdue.slice(2);
  const costs = collectionCosts({
    principals: items.map(({ claimed }) => claimed),
    jurisdiction: 'BE',
    consumer: true,
    agreed: { percent: '15', minimum: 5_000 },
  });
  const charges = { jurisdiction: 'BE', interest: null, costs, costsClause: 'artikel 8 van onze voorwaarden' } as const;
  return chargedPlan(charges, { kind: 'final-demand', language, date, items, debtor });
}

/** The free reminder before it: says what the clause will ask. */
export function belgianConsumerReminder(language: LetterLanguage = 'nl'): LetterPlan {
  const { charges, items, debtor } = belgianConsumerFinalDemand(language);
  return chargedPlan(
    charges ?? { jurisdiction: 'BE', interest: null, costs: null },
    { kind: 'reminder', language, date, items, debtor },
    { costs: 'announced' },
  );
}

/** Business with interest agreed per month, compounding, and agreed costs. */
export function agreedFinalDemand(language: LetterLanguage = 'nl'): LetterPlan {
  const items = overdue.slice(1);
  const interest = interestOver({
    items,
    rate: { kind: 'contract', percent: '1.5', per: 'month', compound: 'month' },
    until: date,
  });
  const costs = collectionCosts({
    principals: items.map(({ claimed }) => claimed),
    jurisdiction: 'NL',
    consumer: false,
    agreed: { percent: '15', minimum: 25_000 },
  });
  const clause = 'artikel 9 van onze algemene voorwaarden';
  const charges = { jurisdiction: 'NL', interest, costs, interestClause: clause, costsClause: clause } as const;
  return chargedPlan(charges, { kind: 'final-demand', language, date, items, debtor: business });
}

/** As many items as asked, each with about six interest lines. */
export function longFinalDemand(count: number, language: LetterLanguage = 'nl'): LetterPlan {
  const items = Array.from({ length: count }, (_, n) => {
    const dueDate = addDays('2024-10-03', n * 3);
    return invoiceLine(n + 1, { date: addDays(dueDate, -30), dueDate });
  });
  const interest = interestOver({ items, rate: { kind: 'handel' }, until: date });
  const costs = collectionCosts({
    principals: items.map(({ claimed }) => claimed),
    jurisdiction: 'NL',
    consumer: false,
  });
  return chargedPlan(
    { jurisdiction: 'NL', interest, costs },
    { kind: 'final-demand', language, date, items, debtor: business },
  );
}
