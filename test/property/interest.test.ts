import { describe, expect, it } from 'vitest';
import { type Debt, imputePayments } from '#shared/law/imputation.ts';
import { type InterestQuestion, interestOver } from '#shared/law/interest.ts';
import { builtInRates } from '#shared/law/rates.ts';
import { sumOf } from '#shared/money/cents.ts';
import fc from './draws.ts';

const runs = { numRuns: 10_000 };
const patience = 300_000;

/** Every day from 2003 through 2032 as the calendar of the machine has it, not ours. */
const firstDay = Date.UTC(2003, 0, 1) / 86_400_000;
const calendar = Array.from({ length: 10_958 }, (_, at) =>
  new Date((firstDay + at) * 86_400_000).toISOString().slice(0, 10),
);
const dayAt = (at: number) => calendar[at] as string;
const places = new Map(calendar.map((day, at) => [day, at]));
const placeOf = (day: string) => places.get(day) as number;

const rate = fc.oneof(
  fc.record({ kind: fc.constantFrom('handel' as const, 'wettelijk' as const), simple: fc.boolean() }),
  fc.record({
    kind: fc.constant('contract' as const),
    percent: fc.integer({ min: 0, max: 50_000 }).map((units) => (units / 10_000).toFixed(4)),
    per: fc.constantFrom('month' as const, 'year' as const),
    compound: fc.constantFrom('none' as const, 'month' as const, 'year' as const),
  }),
);
const principal = fc.oneof(fc.integer({ min: 0, max: 500_000 }), fc.integer({ min: 0, max: 30_000_000_000 }));
const dayCount = fc.constantFrom('365' as const, 'actual' as const);

/** A debt somewhere in the calendar with up to four years of interest; `within` places days in its period. */
const period = fc
  .record({ due: fc.integer({ min: 0, max: 9_000 }), length: fc.integer({ min: 0, max: 1_500 }) })
  .map(({ due, length }) => ({ dueAt: due, untilAt: due + length, due: dayAt(due), until: dayAt(due + length) }));
const bare = fc
  .record({ period, rate, principal, dayCount })
  .map(({ period: { due, until }, ...rest }) => ({ due, until, ...rest, tables: builtInRates }));

const full = fc
  .record({
    period,
    rate,
    principal,
    dayCount,
    costs: fc.integer({ min: 0, max: 100_000 }),
    imputation: fc.constantFrom('costs-interest-principal' as const, 'principal-first' as const),
    payments: fc.array(fc.record({ at: fc.nat(), share: fc.integer({ min: 1, max: 60 }) }), { maxLength: 5 }),
    credits: fc.array(fc.record({ at: fc.nat(), share: fc.integer({ min: 1, max: 60 }), isFromStart: fc.boolean() }), {
      maxLength: 2,
    }),
    pauses: fc.array(fc.record({ at: fc.nat(), length: fc.integer({ min: 0, max: 200 }) }), { maxLength: 2 }),
  })
  .map(({ period: { dueAt, untilAt, due, until }, payments, credits, pauses, ...rest }): InterestQuestion => {
    const within = (at: number) => dueAt + (at % (untilAt - dueAt + 1));
    const part = (share: number) => Math.max(1, Math.floor((rest.principal * share) / 100));
    return {
      ...rest,
      due,
      until,
      tables: builtInRates,
      payments: payments.map(({ at, share }) => ({ date: dayAt(within(at)), amount: part(share) })),
      credits: credits.map(({ at, share, isFromStart }) => ({
        date: dayAt(within(at)),
        amount: part(share),
        from: isFromStart ? ('start' as const) : ('date' as const),
      })),
      pauses: pauses.map(({ at, length }) => {
        const from = within(at);
        return { from: dayAt(from), until: dayAt(from + length), reason: 'proef' };
      }),
    };
  });

/** The day a number of months later, by the rule in words: the same day, or the last one of a shorter month. */
function monthsLater(date: string, months: number): string {
  const [year = 0, month = 0, day = 0] = date.split('-').map(Number);
  const last = new Date(Date.UTC(year, month - 1 + months + 1, 0)).getUTCDate();
  return new Date(Date.UTC(year, month - 1 + months, Math.min(day, last))).toISOString().slice(0, 10);
}

interface Slow {
  readonly lines: (readonly [from: string, days: number, base: number, interest: number])[];
  readonly paid: (readonly [costs: number, interest: number, principal: number, unallocated: number])[];
  readonly open: readonly [bearing: number, interest: number, costs: number];
}

/** The same question answered day by day, in exact fractions, with no regard for speed: the rule as law §3 states it. */
function slowly(question: InterestQuestion): Slow {
  const { rate, due, until, dayCount, payments = [], credits = [], pauses = [], imputation } = question;
  const rows = builtInRates.rows.filter((row) => row.kind === rate.kind);
  const rowDays = new Set(rows.map(({ from }) => from));
  const months = rate.kind === 'contract' && (rate.per === 'month' || rate.compound === 'month') ? 1 : 12;
  const capitalise =
    rate.kind === 'contract' ? { none: 0, month: 1, year: 12 }[rate.compound] : rate.simple === true ? 0 : 12;
  let at = placeOf(due) + 1;
  const start = dayAt(at);
  let [bearing, interest, costs] = [question.principal, 0, 0];
  let [period, periodFrom, periodTo] = [0, start, monthsLater(start, months)];
  const lines: Slow['lines'] = [];
  const paid: Slow['paid'] = [];
  let line: { from: string; days: number } | null = null;

  const percentOn = (day: string) =>
    rate.kind === 'contract' ? rate.percent : rows.findLast(({ from }) => from <= day)!.percent;
  const yearLength = () => {
    const year = Math.floor((period * months) / 12) * 12;
    return placeOf(monthsLater(start, year + 12)) - placeOf(monthsLater(start, year));
  };
  const denominator = () =>
    rate.kind === 'contract' && rate.per === 'month'
      ? placeOf(periodTo) - placeOf(periodFrom)
      : dayCount === 'actual'
        ? yearLength()
        : 365;
  const closeLine = () => {
    if (!line) return;
    const units = BigInt(
      percentOn(line.from)
        .replace('.', '')
        .padEnd(percentOn(line.from).indexOf('.') + 4, '0'),
    );
    const over = 1_000_000n * BigInt(denominator());
    const booked = Number((2n * BigInt(bearing) * units * BigInt(line.days) + over) / (2n * over));
    lines.push([line.from, line.days, bearing, booked]);
    interest += booked;
    line = null;
  };
  const take = (amount: number, open: number) => Math.min(amount, open);
  const settle = (day: string) => {
    for (const credit of credits) {
      const from = credit.from === 'start' || credit.date < start ? due : credit.date;
      if (from !== day) continue;
      closeLine();
      bearing -= take(credit.amount, bearing);
    }
    for (const payment of payments.filter(({ date }) => date === day)) {
      closeLine();
      const owed = day === due ? 0 : costs;
      const [a, b, c] = imputation === 'principal-first' ? [bearing, interest, owed] : [owed, interest, bearing];
      const first = take(payment.amount, a);
      const second = take(payment.amount - first, b);
      const third = take(payment.amount - first - second, c);
      const [toCosts, toPrincipal] = imputation === 'principal-first' ? [third, first] : [first, third];
      costs -= toCosts;
      interest -= second;
      bearing -= toPrincipal;
      paid.push([toCosts, second, toPrincipal, payment.amount - first - second - third]);
    }
  };
  const turn = (day: string) => {
    if (day !== periodTo) return;
    closeLine();
    period++;
    if (capitalise > 0 && (period * months) % capitalise === 0 && bearing > 0) {
      bearing += interest;
      interest = 0;
    }
    [periodFrom, periodTo] = [periodTo, monthsLater(start, (period + 1) * months)];
  };

  costs = question.costs ?? 0;
  settle(due);
  for (; dayAt(at) <= until; at++) {
    const day = dayAt(at);
    turn(day);
    const isPaused = pauses.some((pause) => pause.from <= day && day <= pause.until);
    if (isPaused || rowDays.has(day)) closeLine();
    if (!isPaused && bearing > 0) {
      line ??= { from: day, days: 0 };
      line.days++;
    }
    settle(day);
  }
  closeLine();
  turn(dayAt(at));
  return { lines, paid, open: [bearing, interest, costs] };
}

describe('interest', () => {
  it(
    'is what the rule gives day by day in exact fractions',
    () => {
      fc.assert(
        fc.property(full, (question) => {
          const { lines, allocations, bearingOpen, interestOpen, costsOpen } = interestOver(question);
          const slow = slowly(question);
          expect(lines.map(({ from, days, base, interest }) => [from, days, base, interest])).toEqual(slow.lines);
          const parts = allocations.map((part) => [part.costs, part.interest, part.principal, part.unallocated]);
          expect(parts).toEqual(slow.paid);
          expect([bearingOpen, interestOpen, costsOpen]).toEqual(slow.open);
        }),
        runs,
      );
    },
    patience,
  );

  it(
    'of a period split at a cut is the interest of its parts, line by line',
    () => {
      let anniversaries = 0;
      fc.assert(
        fc.property(bare, fc.nat(), (question, at) => {
          const whole = interestOver(question);
          const last = whole.lines[at % Math.max(1, whole.lines.length)];
          if (!last) return;
          const upTo = interestOver({ ...question, until: last.toIncl });
          const lines = whole.lines.slice(0, (at % whole.lines.length) + 1);
          expect(upTo.lines).toEqual(lines);
          const rest = whole.lines.slice(lines.length);
          expect(upTo.interestTotal + sumOf(rest, ({ interest }) => interest)).toBe(whole.interestTotal);
          // At an anniversary that leaves no interest behind, the rest is what a new debt of that sum bears.
          const start = dayAt(placeOf(question.due) + 1).slice(5);
          const isNewYear = rest[0]?.from.endsWith(start) === true && start.slice(3) <= '28';
          if (!isNewYear || upTo.interestOpen > 0) return;
          anniversaries++;
          const onward = { ...question, due: last.toIncl, principal: upTo.bearingOpen };
          expect(interestOver(onward).lines).toEqual(rest);
        }),
        runs,
      );
      expect(anniversaries).toBeGreaterThan(100);
    },
    patience,
  );

  it(
    'never falls by a day more or a cent more',
    () => {
      fc.assert(
        fc.property(
          bare,
          fc.integer({ min: 0, max: 400 }),
          fc.integer({ min: 0, max: 10_000 }),
          (question, days, cents) => {
            const { interestTotal } = interestOver(question);
            const until = dayAt(placeOf(question.until) + days);
            expect(interestOver({ ...question, until }).interestTotal).toBeGreaterThanOrEqual(interestTotal);
            const more = interestOver({ ...question, principal: question.principal + cents });
            expect(more.interestTotal).toBeGreaterThanOrEqual(interestTotal);
          },
        ),
        runs,
      );
    },
    patience,
  );

  it(
    'accounts for every cent: what is owed is principal, costs and interest less what was paid and credited',
    () => {
      fc.assert(
        fc.property(full, (question) => {
          const result = interestOver(question);
          const { payments = [], credits = [], costs = 0 } = question;
          const unallocated = sumOf(result.allocations, (part) => part.unallocated);
          const paid = sumOf(payments, ({ amount }) => amount) - unallocated;
          const credited = sumOf(credits, ({ amount }) => amount) - result.creditLeft;
          expect(result.totalOpen).toBe(question.principal + costs + result.interestTotal - paid - credited);
          for (const part of result.allocations) {
            expect(part.costs + part.interest + part.principal + part.unallocated).toBe(part.amount);
          }
        }),
        runs,
      );
    },
    patience,
  );
});

const debts = fc
  .array(
    fc.record({
      due: fc.integer({ min: 0, max: 1_500 }),
      principal: fc.integer({ min: 0, max: 300_000 }),
      costs: fc.integer({ min: 0, max: 5_000 }),
      rate,
    }),
    { minLength: 1, maxLength: 6 },
  )
  .map((list) => list.map((debt, at): Debt => ({ ...debt, itemId: `i${at}`, number: `F${at}`, due: dayAt(debt.due) })));
const several = fc
  .record({
    debts,
    dayCount,
    costs: fc.integer({ min: 0, max: 60_000 }),
    costsAt: fc.integer({ min: 0, max: 1_600 }),
    payments: fc.array(
      fc.record({
        at: fc.integer({ min: 0, max: 1_600 }),
        amount: fc.integer({ min: 1, max: 400_000 }),
        named: fc.subarray([0, 1, 2, 3, 4, 5], { maxLength: 3 }),
      }),
      { maxLength: 8 },
    ),
  })
  .map(({ payments, costsAt, ...rest }) => ({
    ...rest,
    costsFrom: dayAt(costsAt),
    until: dayAt(1_600),
    tables: builtInRates,
    payments: payments.map(({ at, amount, named }) => ({
      date: dayAt(at),
      amount,
      designated: named.filter((index) => index < rest.debts.length).map((index) => `i${index}`),
    })),
  }));

describe('imputation over several debts', () => {
  it(
    'conserves every cent, of each payment and of the whole',
    () => {
      fc.assert(
        fc.property(several, (question) => {
          const result = imputePayments(question);
          for (const payment of result.payments) {
            const shares = sumOf(payment.shares, (share) => share.amount);
            expect(payment.sharedCosts + shares + payment.unallocated).toBe(payment.amount);
            for (const share of payment.shares) {
              expect(share.costs + share.interest + share.principal).toBe(share.amount);
              expect(Math.min(share.costs, share.interest, share.principal)).toBeGreaterThanOrEqual(0);
            }
          }
          const owed = sumOf(question.debts, ({ principal, costs = 0 }) => principal + costs) + question.costs;
          const paid = sumOf(question.payments, ({ amount }) => amount) - result.unallocated;
          expect(result.totalOpen).toBe(owed + result.interestTotal - paid);
          expect(
            Math.min(...result.debts.map((debt) => debt.totalOpen), result.sharedCostsOpen),
          ).toBeGreaterThanOrEqual(0);
        }),
        runs,
      );
    },
    patience,
  );

  it(
    'leaves nothing over while something is owed that it could go to',
    () => {
      fc.assert(
        fc.property(several, (question) => {
          const result = imputePayments({
            ...question,
            costs: 0,
            debts: question.debts.map((debt) => ({ ...debt, costs: 0 })),
          });
          const left = result.payments.findIndex(({ unallocated }) => unallocated > 0);
          if (left < 0) return;
          expect(result.payments.slice(left + 1).every(({ shares }) => shares.length === 0)).toBe(true);
          expect(result.totalOpen).toBe(0);
        }),
        runs,
      );
    },
    patience,
  );
});
