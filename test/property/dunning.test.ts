import { expect, test } from 'vitest';
import { addDays, daysBetween } from '#shared/dates/civil.ts';
import { applyChanges, type Books, type DebtorLedger } from '#shared/domain/books.ts';
import type { LetterItem, LetterPlan } from '#shared/domain/letter.ts';
import { lintFourteenDayPlan } from '#shared/domain/letters/fourteen-day-plan.ts';
import { letterPlanSchema } from '#shared/domain/letters/schema.ts';
import { summariseDebtor } from '#shared/domain/summary-rules.ts';
import { claimOf } from '#shared/dossier/claim.ts';
import { planBatch } from '#shared/dunning/batch.ts';
import { rankOf } from '#shared/dunning/policies.ts';
import { builtInRates } from '#shared/law/rates.ts';
import { administration, proposalsOn, sendAll } from '../unit/dunning-books.ts';
import { anyLedger, booksOf, numbers, today } from './drawn-books.ts';
import fc from './draws.ts';

function planned(books: Books, on = today): readonly LetterPlan[] {
  const { proposals } = proposalsOn(books, on);
  return planBatch(books, administration, proposals, { today: on, at: on }).plans;
}

const linesOf = (plan: LetterPlan): readonly LetterItem[] => [...plan.items, ...plan.credits, ...plan.alsoOpen];
const sum = (list: readonly LetterItem[], amount: (line: LetterItem) => number) =>
  list.reduce((total, line) => total + amount(line), 0);

test('Σ lines = total, and Σ total − paid = open, on every letter (criterion B1)', () => {
  fc.assert(
    fc.property(anyLedger, (drawn) => {
      for (const plan of planned(booksOf(drawn))) {
        const claimed = sum([...plan.items, ...plan.credits], (line) => line.claimed);
        const { principal, interest, costs, costsAnnounced, total } = plan.amounts;
        expect(claimed).toBe(principal);
        expect(principal + interest + costs).toBe(total);
        expect(Math.min(interest, costs, costsAnnounced)).toBeGreaterThanOrEqual(0);
        expect(letterPlanSchema.safeParse(plan).error?.issues).toBeUndefined();
        expect(total).toBeGreaterThan(administration.toleranceCents);
        const lines = linesOf(plan);
        expect(sum(lines, (line) => line.total) - sum(lines, (line) => line.paid)).toBe(
          sum(lines, (line) => line.open),
        );
        for (const line of lines) expect(line.total - line.paid).toBe(line.open);
      }
    }),
    { numRuns: 10_000 },
  );
});

test('a proposal says what its letter claims, and nothing is charged to whom the law or the facts do not allow it', () => {
  fc.assert(
    fc.property(anyLedger, (drawn) => {
      const books = booksOf(drawn);
      const proposed = proposalsOn(books, today).proposals;
      for (const plan of planned(books)) {
        expect(plan.amounts.total).toBe(proposed[0]?.total);
        const isFree = drawn.kind === 'unknown' || drawn.country === 'DE' || plan.currency !== 'EUR';
        const isPlain = isFree || (drawn.kind === 'consumer' && drawn.country === 'BE' && !drawn.agreed);
        if (isPlain) expect([plan.charges, plan.costsDueFrom]).toEqual([undefined, undefined]);
        for (const { itemId, lines } of plan.charges?.interest?.items ?? []) {
          const item = books.ledgers.get(1)!.item![itemId]!;
          expect(item.dueDerived).toBe(false);
          expect(lines.every((line) => line.from > item.dueDate! && line.toIncl <= today)).toBe(true);
          expect(drawn.waived === null || drawn.waived === 'costs' || itemId !== 'F0').toBe(true);
        }
      }
    }),
    { numRuns: 10_000 },
  );
});

test('a consumer is charged costs only over items whose own veertiendagenbrief lapsed, never above what it announced', () => {
  let charged = 0;
  const gap = fc.integer({ min: 5, max: 25 });
  fc.assert(
    fc.property(anyLedger, fc.array(gap, { minLength: 8, maxLength: 14 }), (drawn, gaps) => {
      const books = booksOf({ ...drawn, kind: 'consumer', country: 'NL' });
      const ledger = books.ledgers.get(1)!;
      const noticed = new Map<string, LetterPlan>();
      let announced = 0;
      let costs = 0;
      let on = today;
      for (const days of gaps) {
        on = addDays(on, days);
        for (const plan of sendAll(books, on)) {
          if (plan.kind === 'fourteen-day-letter') {
            expect(lintFourteenDayPlan(plan, null, null).problems).toEqual([]);
            expect(plan.deadline).toBeNull();
            expect(plan.amounts.total).toBe(plan.amounts.principal);
            announced += plan.amounts.costsAnnounced;
            for (const { itemId } of plan.items) noticed.set(itemId, plan);
            for (const line of plan.alsoOpen) expect(isInDefaultAndFree(ledger, line, on, noticed)).toBe(false);
          }
          if (plan.amounts.costs === 0) continue;
          charged++;
          costs += plan.amounts.costs;
          expect(plan.items.every(({ itemId }) => (noticed.get(itemId)?.costsDueFrom ?? '9') <= on)).toBe(true);
        }
      }
      expect(costs).toBeLessThanOrEqual(announced);
    }),
    { numRuns: 1_500 },
  );
  expect(charged).toBeGreaterThan(100);
});

/** Whether a veertiendagenbrief of this day had to hold this item. */
function isInDefaultAndFree(
  ledger: DebtorLedger,
  line: LetterItem,
  on: string,
  noticed: ReadonlyMap<string, LetterPlan>,
): boolean {
  const item = ledger.item![line.itemId]!;
  const isLate = item.termAgreed === true && !item.dueDerived && item.dueDate !== null && item.dueDate < on;
  const isHeld = Object.values(ledger.hold!).some((own) => own.itemId === item.id && own.until! >= on);
  const isCredited = Object.values(ledger.item!).some((own) => own.creditFor === item.number);
  const isWaived = ledger.waiver !== undefined && item.id === 'F0';
  return isLate && !isHeld && !isCredited && !isWaived && !noticed.has(item.id);
}

test('a letter holds one currency, no deposit, no item twice, and never claims more than is open and free of holds', () => {
  fc.assert(
    fc.property(anyLedger, (drawn) => {
      const books = booksOf(drawn);
      const ledger = books.ledgers.get(1)!;
      for (const plan of planned(books)) {
        const lines = linesOf(plan);
        expect(new Set(lines.map((line) => line.itemId)).size).toBe(lines.length);
        expect(lines.every((line) => ledger.item![line.itemId]!.currency === plan.currency)).toBe(true);
        expect(lines.some((line) => line.kind === 'deposit' || line.kind === 'advance')).toBe(false);
        for (const line of plan.items) {
          const holds = Object.values(ledger.hold!).filter((own) => own.until! >= today && own.itemId === line.itemId);
          const held = holds.reduce((total, own) => total + (own.amount ?? line.open), 0);
          expect(line.claimed).toBeGreaterThan(0);
          expect(line.claimed).toBeLessThanOrEqual(line.open - held);
        }
        for (const line of plan.credits) expect(line.claimed).toBeLessThan(0);
      }
    }),
    { numRuns: 10_000 },
  );
});

test('credits are used once: claimed, credited and held never exceed what the debtor owes net of them', () => {
  fc.assert(
    fc.property(anyLedger, (drawn) => {
      const books = booksOf(drawn);
      for (const plan of planned(books)) {
        const own = drawn.items.map((_, index) => books.ledgers.get(1)!.item![numbers[index]!]!);
        const named = own.filter(
          (item) => item.creditFor !== null && item.currency === plan.currency && item.state === 'open',
        );
        for (const line of plan.items) {
          const credits = named.filter((item) => item.creditFor === line.number);
          const lowered = credits.reduce((total, item) => total - (item.listed?.open ?? item.total), 0);
          expect(line.claimed).toBeLessThanOrEqual(Math.max(0, line.open - lowered));
        }
      }
    }),
    { numRuns: 3_000 },
  );
});

test('every debtor is proposed or skipped with a reason, and a second run proposes nothing more (criterion D4)', () => {
  fc.assert(
    fc.property(fc.array(anyLedger, { maxLength: 3 }), (all) => {
      for (const drawn of all) {
        const books = booksOf(drawn);
        const { proposals, skipped } = proposalsOn(books, today);
        expect(proposals.length + skipped.length).toBe(1);
        for (const own of skipped) expect(own.reasons.length).toBeGreaterThan(0);
        sendAll(books, today);
        expect(proposalsOn(books, today).proposals).toEqual([]);
      }
    }),
    { numRuns: 2_000 },
  );
});

test('over half a year no item has a step twice or a lighter one later, and letters keep their distance (criterion D2)', () => {
  fc.assert(
    fc.property(
      anyLedger,
      fc.array(fc.integer({ min: 1, max: 25 }), { minLength: 4, maxLength: 12 }),
      (drawn, gaps) => {
        const books = booksOf(drawn);
        const ranks = new Map<string, number>();
        let on = today;
        let last: LetterPlan | null = null;
        for (const gap of gaps) {
          on = addDays(on, gap);
          for (const plan of sendAll(books, on)) {
            if (last)
              expect(daysBetween(last.date, plan.date)).toBeGreaterThanOrEqual(administration.minimumIntervalDays);
            for (const item of plan.items) {
              expect(rankOf(plan.kind)).toBeGreaterThan(ranks.get(item.itemId) ?? -1);
              ranks.set(item.itemId, rankOf(plan.kind));
            }
            last = plan;
          }
        }
      },
    ),
    { numRuns: 1_000 },
  );
});

test('what a skipped debtor is told as first day holds: before it nothing goes out, and waiting is what it takes', () => {
  fc.assert(
    fc.property(anyLedger, (drawn) => {
      const books = booksOf(drawn);
      const [skipped] = proposalsOn(books, today).skipped;
      if (!skipped?.firstDate) return;
      expect(skipped.firstDate > today).toBe(true);
      expect(proposalsOn(books, addDays(skipped.firstDate, -1)).proposals).toEqual([]);
    }),
    { numRuns: 10_000 },
  );
});

test('a claim adds up: its rows to its totals, and what payments went to to what was paid (criteria B1, B3)', () => {
  fc.assert(
    fc.property(anyLedger, (drawn) => {
      const ledger = booksOf(drawn).ledgers.get(1)!;
      const claim = claimOf(ledger, Object.values(ledger.debtor!)[0]!, administration, builtInRates, today);
      for (const total of claim.totals) {
        const rows = claim.rows.filter((row) => row.currency === total.currency);
        const open = rows.reduce((all, row) => all + row.open, 0);
        expect(open).toBe(total.ledgerOpen);
        expect(total.principal + total.interest.amount + total.collectionCosts.amount).toBe(total.total);
        expect(rows.reduce((all, row) => all + row.interest, 0)).toBe(total.interest.amount);
        expect(rows.reduce((all, row) => all + row.costs, 0)).toBe(total.collectionCosts.amount);
        const charges = total.currency === 'EUR' ? claim.charges : null;
        const added = charges ? charges.items.reduce((all, item) => all + item.interest, charges.costs?.total ?? 0) : 0;
        expect(total.total).toBe(open + added);
      }
      for (const own of claim.charges?.imputations ?? []) {
        expect(own.costs + own.interest + own.principal).toBe(own.amount);
      }
    }),
    { numRuns: 5_000 },
  );
});

test('ageing buckets always add up to the open balance', () => {
  fc.assert(
    fc.property(anyLedger, (drawn) => {
      const summary = summariseDebtor(booksOf(drawn).ledgers.get(1)!, today)!;
      expect(Object.values(summary.ageing).reduce((total, amount) => total + amount, 0)).toBe(summary.open);
      expect(summary.held).toBeGreaterThanOrEqual(0);
    }),
    { numRuns: 5_000 },
  );
});

test('changes laid twice give the same books (criterion D4, replay)', () => {
  fc.assert(
    fc.property(anyLedger, (drawn) => {
      const books = booksOf(drawn);
      const { proposals } = proposalsOn(books, today);
      const { changes } = planBatch(books, administration, proposals, { today, at: today });
      applyChanges(books, changes);
      const once = structuredClone(books);
      applyChanges(books, changes);
      expect(books).toEqual(once);
    }),
    { numRuns: 500 },
  );
});
