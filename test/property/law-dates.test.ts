import { describe, expect, test } from 'vitest';
import { addDays, addMonths, daysBetween, epochDay, fromEpochDay, type IsoDate } from '#shared/dates/civil.ts';
import { belgianConsumerCap } from '#shared/law/belgian-costs.ts';
import { collectionCosts, costsAfterTerm } from '#shared/law/costs.ts';
import { limitation } from '#shared/law/limitation.ts';
import { earliestPrintedDate, noticeTerm } from '#shared/law/notice-term.ts';
import { paymentTerm } from '#shared/law/payment-term.ts';
import { periodicCosts } from '#shared/law/periodic-costs.ts';
import { vatRelief } from '#shared/law/vat-relief.ts';
import { sumOf } from '#shared/money/cents.ts';
import fc from './draws.ts';

const runs = { numRuns: 10_000 };
const largest = 1_000_000_000_000;

/** Amounts of every size, those beside a band's end more often. */
const amount = fc.oneof(
  fc.integer({ min: 0, max: 1_000_000 }),
  fc.integer({ min: 0, max: largest }),
  fc
    .tuple(
      fc.constantFrom(26_667, 250_000, 500_000, 1_000_000, 20_000_000, 100_000_000),
      fc.integer({ min: -99, max: 99 }),
    )
    .map(([end, beside]) => end + beside),
);
const dateIn = (from: IsoDate, until: IsoDate) =>
  fc.integer({ min: epochDay(from), max: epochDay(until) }).map((day) => fromEpochDay(day));
const date = dateIn('2012-07-01', '2040-12-31');

const tariff = (principals: readonly number[], vatPercent: number | null = null) =>
  collectionCosts({ principals, jurisdiction: 'NL', vatPercent });

/** Half-up of a fraction. */
const halfUp = (numerator: bigint, denominator: bigint): bigint => (2n * numerator + denominator) / (2n * denominator);

/** Besluit BIK art. 2 by the marginal rate above each threshold, in exact arithmetic: another way to the same figure. */
function exactTariff(principal: number): number {
  const base = BigInt(principal);
  if (base === 0n) return 0;
  const drops: readonly (readonly [bigint, bigint])[] = [
    [250_000n, 50n],
    [500_000n, 50n],
    [1_000_000n, 40n],
    [20_000_000n, 5n],
  ];
  const thousandths = drops.reduce((sum, [from, less]) => sum - (base > from ? (base - from) * less : 0n), base * 150n);
  const rounded = halfUp(thousandths, 1000n);
  return Number(rounded < 4_000n ? 4_000n : rounded > 677_500n ? 677_500n : rounded);
}

describe('collection costs', () => {
  test('the tariff is exact, and VAT over it too', () => {
    fc.assert(
      fc.property(amount, fc.constantFrom(null, 21), (principal, vatPercent) => {
        const { costs, vat, total, steps } = tariff([principal], vatPercent);
        expect(costs).toBe(exactTariff(principal));
        expect(vat).toBe(vatPercent === null ? 0 : Number(halfUp(BigInt(costs) * BigInt(vatPercent), 100n)));
        expect(total).toBe(costs + vat);
        expect(steps.every((step) => step.amount === null || Number.isInteger(step.amount))).toBe(true);
      }),
      runs,
    );
  });

  test('the tariff never falls as the principal grows, and stays between € 40 and € 6,775', () => {
    fc.assert(
      fc.property(amount, amount, (one, other) => {
        const [less, more] = [Math.min(one, other), Math.max(one, other)].map((principal) => tariff([principal]).costs);
        expect(less).toBeLessThanOrEqual(more as number);
        expect(more).toBeLessThanOrEqual(677_500);
        if (one > 0 && other > 0) expect(less).toBeGreaterThanOrEqual(4_000);
      }),
      runs,
    );
  });

  test('one letter for several claims never costs more than a letter each', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 50_000_000 }), { minLength: 1, maxLength: 8 }), (principals) => {
        const { base, costs } = tariff(principals);
        expect(base).toBe(sumOf(principals, (principal) => principal));
        expect(costs).toBeLessThanOrEqual(sumOf(principals, (principal) => tariff([principal]).costs));
        expect(costs).toBe(tariff([base]).costs);
      }),
      runs,
    );
  });

  test('after part payment within the term: the tariff over the rest, never above what was announced', () => {
    fc.assert(
      fc.property(amount, amount, fc.constantFrom(null, 21), (principal, paid, vatPercent) => {
        const left = Math.max(0, principal - paid);
        const announced = tariff([principal], vatPercent).total;
        const due = costsAfterTerm({ announced, principals: [left], vatPercent });
        expect(due.total).toBe(tariff([left], vatPercent).total);
        expect(due.total).toBeLessThanOrEqual(announced);
        const lower = costsAfterTerm({ announced: announced >> 1, principals: [left], vatPercent });
        expect(lower.total).toBeLessThanOrEqual(announced >> 1);
        expect(lower.costs + lower.vat).toBe(lower.total);
      }),
      runs,
    );
  });

  test('the Belgian maximum never falls, and is at most 2,000', () => {
    fc.assert(
      fc.property(amount, amount, (one, other) => {
        const [less, more] = [Math.min(one, other), Math.max(one, other)].map((base) => belgianConsumerCap(base).costs);
        expect(less).toBeLessThanOrEqual(more as number);
        expect(more).toBeLessThanOrEqual(200_000);
      }),
      runs,
    );
  });

  test('small terms of one agreement never cost more than € 140 in any six months', () => {
    const letters = fc.array(
      fc.record({
        dueFrom: dateIn('2024-10-01', '2026-03-31'),
        terms: fc.array(fc.integer({ min: 1, max: 26_666 }), { minLength: 1, maxLength: 3 }),
      }),
      { minLength: 1, maxLength: 20 },
    );
    fc.assert(
      fc.property(letters, (given) => {
        const charged = periodicCosts(given);
        expect(charged).toHaveLength(given.length);
        expect(charged[0]?.costs).toBe(4_000);
        for (const { on, costs } of charged) {
          expect(costs).toBeGreaterThanOrEqual(0);
          expect(costs).toBeLessThanOrEqual(4_000);
          const end = addMonths(on, 6);
          const window = charged.filter((own) => own.on >= on && own.on < end);
          expect(sumOf(window, (own) => own.costs)).toBeLessThanOrEqual(14_000);
          expect(window.filter((own) => own.costs === 4_000).length).toBeLessThanOrEqual(1);
        }
      }),
      runs,
    );
  });

  test('a number of small terms costs 40, then 20 each, up to 140', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 26_666 }), fc.integer({ min: 1, max: 60 }), (term, periodic) => {
        const { base, costs } = collectionCosts({ principals: [term], jurisdiction: 'NL', consumer: true, periodic });
        expect(base).toBe(term * periodic);
        expect(costs).toBe(Math.min(14_000, 2_000 + 2_000 * periodic));
      }),
      runs,
    );
  });
});

/** Easter Sunday by the tables of Gauss, for the years 1900–2099: not the way the calendar itself counts. */
function easter(year: number): IsoDate {
  const a = year % 19;
  const d = (19 * a + 24) % 30;
  const e = (2 * (year % 4) + 4 * (year % 7) + 6 * d + 5) % 7;
  const day = 22 + d + e;
  const late = day > 31 ? day - 31 : 0;
  const april = late === 26 ? 19 : late === 25 && d === 28 && e === 6 && a > 10 ? 18 : late;
  return april > 0 ? `${year}-04-${String(april).padStart(2, '0')}` : `${year}-03-${day}`;
}

const sunday = epochDay('2012-07-01');
const weekdayOf = (day: IsoDate): number => ((((epochDay(day) - sunday) % 7) + 7) % 7) as number;

function isHoliday(day: IsoDate): boolean {
  const year = Number(day.slice(0, 4));
  const monthDay = day.slice(5);
  if (['01-01', '05-05', '12-25', '12-26'].includes(monthDay)) return true;
  const sinceEaster = daysBetween(easter(year), day);
  if ([-2, 1, 39, 50].includes(sinceEaster)) return true;
  const king = year < 2014 ? `${year}-04-30` : `${year}-04-27`;
  return day === (weekdayOf(king) === 0 ? addDays(king, -1) : king);
}

describe('veertiendagenbrief: every day of dispatch from July 2012 through 2040', () => {
  const first = epochDay('2012-07-01');
  const days = Array.from({ length: epochDay('2040-12-31') - first + 1 }, (_, at) => fromEpochDay(first + at));

  /** Days after receipt through a last day, counted one by one. */
  function fullDays(received: IsoDate, last: IsoDate): number {
    let count = 0;
    for (let day = received; day < last; day = addDays(day, 1)) count++;
    return count;
  }

  test.each([2, 3] as const)('by post, %d delivery days: receipt counted on a calendar of its own', (transit) => {
    expect(days.length).toBeGreaterThan(10_000);
    for (const sent of days) {
      const { presumedReceived } = noticeTerm({ sent, transit });
      let delivered = 0;
      for (let day = addDays(sent, 1); day <= presumedReceived; day = addDays(day, 1)) {
        if (weekdayOf(day) !== 0 && weekdayOf(day) !== 1 && !isHoliday(day)) delivered++;
      }
      const isDelivery = weekdayOf(presumedReceived) > 1 && !isHoliday(presumedReceived);
      if (delivered !== transit || !isDelivery) throw new Error(`${sent}: ${presumedReceived}`);
    }
  });

  test.each([2, 3] as const)(
    '%d delivery days: never fewer than fourteen full days, and costs only after the term',
    (transit) => {
      for (const sent of days) {
        const { presumedReceived, lastDay14, lastDay15, lastDaySafe, costsDueFrom } = noticeTerm({ sent, transit });
        const fair =
          fullDays(presumedReceived, lastDay14) === 14 &&
          lastDay15 === addDays(lastDay14, 1) &&
          lastDaySafe >= lastDay15 &&
          costsDueFrom === addDays(lastDaySafe, 1) &&
          weekdayOf(lastDaySafe) !== 0 &&
          weekdayOf(lastDaySafe) !== 6 &&
          !isHoliday(lastDaySafe);
        if (!fair || earliestPrintedDate(sent, transit) !== lastDay14) throw new Error(`${sent}: ${lastDaySafe}`);
        for (let day = lastDay15; day < lastDaySafe; day = addDays(day, 1)) {
          if (weekdayOf(day) !== 0 && weekdayOf(day) !== 6 && !isHoliday(day))
            throw new Error(`${sent}: moved past ${day}`);
        }
      }
    },
  );

  test('with proven receipt, whatever the transit', () => {
    fc.assert(
      fc.property(date, fc.integer({ min: 0, max: 40 }), fc.constantFrom(2, 3, undefined), (sent, later, transit) => {
        const received = addDays(sent, later);
        const { presumedReceived, lastDay14, lastDay15, lastDaySafe, costsDueFrom } = noticeTerm({
          sent,
          received,
          transit,
        });
        expect(presumedReceived).toBe(received);
        expect(fullDays(received, lastDay14)).toBe(14);
        expect(lastDay15 > lastDay14 && lastDaySafe >= lastDay15 && costsDueFrom > lastDaySafe).toBe(true);
      }),
      runs,
    );
  });

  test('a letter sent later is never due earlier, and a slower post never shortens the term', () => {
    fc.assert(
      fc.property(date, fc.integer({ min: 0, max: 20 }), (sent, later) => {
        const own = noticeTerm({ sent, transit: 2 }).costsDueFrom;
        expect(noticeTerm({ sent: addDays(sent, later), transit: 2 }).costsDueFrom >= own).toBe(true);
        expect(noticeTerm({ sent, transit: 3 }).costsDueFrom >= own).toBe(true);
      }),
      runs,
    );
  });
});

describe('terms', () => {
  const years = fc.constantFrom(1, 2, 5, 20);
  const offsets = fc.array(fc.integer({ min: 0, max: 12_000 }), { maxLength: 6 });

  test('an interruption never shortens limitation, nor does the order of them matter', () => {
    fc.assert(
      fc.property(date, years, offsets, fc.integer({ min: 0, max: 12_000 }), (due, term, days, more) => {
        const interrupted = days.map((day) => addDays(due, day));
        const without = limitation({ due, years: term, interrupted });
        const extra = limitation({ due, years: term, interrupted: [addDays(due, more), ...interrupted] });
        expect(without.lastSafeDay >= limitation({ due, years: term }).lastSafeDay).toBe(true);
        expect(extra.lastSafeDay >= without.lastSafeDay).toBe(true);
        expect(limitation({ due, years: term, interrupted: interrupted.toReversed() })).toEqual(without);
      }),
      runs,
    );
  });

  test('a new term is at most five years after an interruption that was in time, and never revives a claim', () => {
    fc.assert(
      fc.property(date, years, offsets, (due, term, days) => {
        const interrupted = days.map((day) => addDays(due, day)).toSorted();
        const { lastSafeDay, tooLate } = limitation({ due, years: term, interrupted });
        const inTime = interrupted.filter((day) => !tooLate.includes(day));
        const original = limitation({ due, years: term }).lastSafeDay;
        const last = inTime.at(-1) ?? due;
        const renewed = addMonths(last, 12 * Math.min(term, 5));
        expect(lastSafeDay).toBe(inTime.length === 0 || renewed < original ? original : renewed);
        expect(tooLate.every((day) => day > lastSafeDay)).toBe(true);
      }),
      runs,
    );
  });

  test('interest between businesses starts the day after a term within the legal maximum', () => {
    const agreed = fc.option(fc.integer({ min: 0, max: 200 }));
    fc.assert(
      fc.property(date, agreed, fc.boolean(), fc.boolean(), (received, own, largeDebtor, publicBody) => {
        const answer = paymentTerm({ received, agreed: own, largeDebtor, publicBody });
        expect(daysBetween(received, answer.lastPaymentDay)).toBe(answer.days);
        expect(daysBetween(answer.lastPaymentDay, answer.interestFrom)).toBe(1);
        expect(answer.days).toBeLessThanOrEqual(own ?? 30);
        expect(answer.days).toBeLessThanOrEqual(publicBody || (largeDebtor && received >= '2022-07-01') ? 30 : 60);
      }),
      runs,
    );
  });

  test('VAT relief takes the VAT of what is unpaid, and gives it back in the same measure', () => {
    const period = fc.constantFrom('month', 'quarter', 'year');
    const share = fc.integer({ min: 0, max: 100 });
    fc.assert(
      fc.property(
        dateIn('2017-01-01', '2040-12-31'),
        amount,
        share,
        fc.constantFrom(9, 21),
        period,
        (due, gross, paidShare, rate, per) => {
          const paid = Math.floor((gross / 100) * paidShare);
          const left = gross - paid;
          const { vat, vatDueAgain, uncollectableOn, returnDue, returnPeriod, alternativeReturnPeriod } = vatRelief({
            due,
            gross,
            paid,
            rate,
            period: per,
            receivedLater: left,
          });
          expect(BigInt(vat)).toBe(halfUp(BigInt(left) * BigInt(rate), BigInt(100 + rate)));
          expect(vatDueAgain).toBe(vat);
          expect(uncollectableOn).toBe(addMonths(due, 12));
          expect(returnDue > uncollectableOn).toBe(true);
          if (alternativeReturnPeriod !== null) expect(alternativeReturnPeriod > returnPeriod).toBe(true);
        },
      ),
      runs,
    );
  });
});
