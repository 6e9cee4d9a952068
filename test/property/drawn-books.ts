import { addDays } from '#shared/dates/civil.ts';
import type { Books } from '#shared/domain/books.ts';
import type { Hold } from '#shared/domain/hold.ts';
import type { OpenItem } from '#shared/domain/item.ts';
import { booksWith, hold, invoice, pay } from '../unit/dunning-books.ts';
import fc from './draws.ts';

/** One debtor with some of everything, drawn at random: what every rule of dunning and claims has to stand. */
export const today = '2026-11-20';
const cents = fc.integer({ min: 1, max: 500_000 });
export const numbers = ['F0', 'F1', 'F2', 'F3', 'F4', 'F5'];

const anyItem = fc.record({
  kind: fc.constantFrom('invoice', 'invoice', 'invoice', 'credit', 'receipt', 'deposit', 'advance'),
  total: cents,
  listed: fc.option(cents),
  age: fc.integer({ min: -60, max: 200 }),
  hasDue: fc.integer({ min: 0, max: 9 }),
  currency: fc.constantFrom('EUR', 'EUR', 'EUR', 'USD'),
  creditFor: fc.option(fc.constantFrom(...numbers)),
  state: fc.constantFrom('open', 'open', 'open', 'open', 'presumed-paid', 'closed'),
  level: fc.integer({ min: 0, max: 4 }),
  paid: fc.option(cents),
  termAgreed: fc.constantFrom(true, true, false, null),
  dueDerived: fc.constantFrom(false, false, false, true),
} as const);
const anyHold = fc.record({
  item: fc.option(fc.constantFrom(...numbers)),
  amount: fc.option(cents),
  reason: fc.constantFrom('dispute', 'promise', 'manual'),
  days: fc.integer({ min: -3, max: 5 }),
} as const);
export const anyLedger = fc.record({
  kind: fc.constantFrom('business', 'business', 'consumer', 'consumer', 'public', 'unknown'),
  country: fc.constantFrom('NL', 'NL', 'NL', 'BE', 'DE'),
  agreed: fc.option(fc.record({ percent: fc.constantFrom('1', '4', '18'), costs: fc.constantFrom('10', '15') })),
  waived: fc.option(fc.constantFrom('interest', 'costs', 'both'), { freq: 6 }),
  items: fc.array(anyItem, { maxLength: 6 }),
  holds: fc.array(anyHold, { maxLength: 2 }),
} as const);
export type Drawn = typeof anyLedger extends fc.Arbitrary<infer T> ? T : never;

/** The books drawn. */
export function booksOf(drawn: Drawn): Books {
  const items = drawn.items.map((own, index): OpenItem => {
    const sign = own.kind === 'credit' || own.kind === 'receipt' ? -1 : 1;
    return invoice(numbers[index]!, {
      kind: own.kind,
      total: sign * own.total,
      listed: own.listed === null ? null : { open: sign * own.listed, bankUntil: '2026-11-01' },
      dueDate: own.hasDue === 0 ? null : addDays(today, -own.age),
      currency: own.currency,
      creditFor: sign < 0 ? own.creditFor : null,
      state: own.state,
      termAgreed: own.termAgreed,
      dueDerived: own.dueDerived,
      outside: own.level === 0 ? null : { level: own.level, on: addDays(today, -40) },
    });
  });
  const holds = drawn.holds.map(
    (own, index): Hold =>
      hold({
        id: `h${index}`,
        itemId: own.item,
        amount: own.item === null ? null : own.amount,
        reason: own.reason,
        until: addDays(today, own.days),
      }),
  );
  const { country, agreed, waived } = drawn;
  const clause = 'artikel 9';
  const books = booksWith({
    debtor: {
      kind: drawn.kind,
      address: { street: 'Dorpsstraat 1', postalCode: '8011 AA', city: 'Zwolle', country },
      ...(agreed && {
        agreedInterest: { percent: agreed.percent, per: 'year', compound: 'none', clause },
        agreedCosts: { percent: agreed.costs, minimum: 25_00, clause },
      }),
    },
    items,
    holds,
  });
  if (waived) {
    books.ledgers.get(1)!.waiver = { w: { id: 'w', itemId: 'F0', what: waived, reason: 'coulance', on: today } };
  }
  drawn.items.forEach((own, index) => {
    if (own.paid !== null && own.kind === 'invoice') pay(books, 1, numbers[index]!, own.paid, '2026-11-10');
  });
  return books;
}
