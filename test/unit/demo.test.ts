import { describe, expect, it } from 'vitest';
import { demoChanges } from '#shared/demo/generate.ts';
import { demoDate } from '#shared/demo/months.ts';
import { allocatedPerItem, openBalance } from '#shared/domain/balance.ts';
import { applyChanges, emptyBooks } from '#shared/domain/books.ts';
import { firstBrokenEvent } from '#shared/domain/event.ts';
import { toDecimal } from '#shared/money/cents.ts';

function demoBooks(today: string) {
  const books = emptyBooks();
  applyChanges(books, demoChanges(today));
  return books;
}

/** Paid and open per month of the invoice date, in euros. */
function perMonth(today: string): Map<string, { paid: number; open: number }> {
  const months = new Map<string, { paid: number; open: number }>();
  for (const ledger of demoBooks(today).ledgers.values()) {
    const allocated = allocatedPerItem(ledger);
    for (const item of Object.values(ledger.item ?? {})) {
      if (item.currency !== 'EUR') continue;
      const month = item.date?.slice(0, 7) ?? '';
      const sums = months.get(month) ?? { paid: 0, open: 0 };
      const open = openBalance(item, allocated);
      months.set(month, { paid: sums.paid + item.total - open, open: sums.open + open });
    }
  }
  return months;
}

describe('demo administration', () => {
  it.each([
    ['2026-01', '100000.00', '10000.00'],
    ['2026-02', '120000.00', '8000.00'],
    ['2026-03', '150000.00', '5000.00'],
    ['2026-04', '130000.00', '15000.00'],
    ['2026-05', '140000.00', '6000.00'],
    ['2026-06', '160000.00', '2000.00'],
    ['2026-07', '170000.00', '1000.00'],
    ['2026-08', '180000.00', '3000.00'],
    ['2026-09', '200000.00', '0.00'],
    ['2026-10', '210000.00', '8000.00'],
  ])('shows for %s paid %s and open %s on the demo date', (month, paid, open) => {
    const sums = perMonth(demoDate).get(month);
    expect([toDecimal(sums?.paid ?? 0), toDecimal(sums?.open ?? 0)]).toEqual([paid, open]);
  });

  it('has sixty debtors and about seven hundred items over twelve months', () => {
    const books = demoBooks(demoDate);
    const items = [...books.ledgers.values()].flatMap((ledger) => Object.values(ledger.item ?? {}));
    expect(books.ledgers.size).toBe(60);
    expect(items.length).toBeGreaterThan(650);
    expect(items.length).toBeLessThan(750);
    expect(new Set(items.map((item) => item.date?.slice(0, 7))).size).toBe(12);
    expect(items.every((item) => item.date !== null && item.date <= demoDate)).toBe(true);
    expect(new Set(items.map((item) => item.id)).size).toBe(items.length);
  });

  it('has every kind of debtor, four foreign ones, part payments, credit notes and payments never dated in the future', () => {
    const books = demoBooks(demoDate);
    const ledgers = [...books.ledgers.values()];
    expect(new Set(ledgers.map((ledger) => ledger.debtor?.debtor?.kind))).toEqual(
      new Set(['business', 'consumer', 'public', 'unknown']),
    );
    expect(ledgers.filter((ledger) => (ledger.debtor?.debtor?.address?.country ?? 'NL') !== 'NL')).toHaveLength(4);
    const payments = ledgers.flatMap((ledger) => Object.values(ledger.payment ?? {}));
    expect(payments.every((payment) => payment.date < demoDate && payment.amount > 0)).toBe(true);
    const parts = ledgers.flatMap((ledger) => {
      const allocated = allocatedPerItem(ledger);
      return Object.values(ledger.item ?? {}).filter(
        (item) =>
          item.kind === 'invoice' && openBalance(item, allocated) > 0 && openBalance(item, allocated) < item.total,
      );
    });
    expect(parts.length).toBeGreaterThan(8);
    expect(
      ledgers.flatMap((ledger) => Object.values(ledger.item ?? {})).filter((item) => item.kind === 'credit').length,
    ).toBeGreaterThan(8);
  });

  it('is the same every time, and moves along by whole months on a later day', () => {
    expect(demoChanges(demoDate)).toEqual(demoChanges(demoDate));
    expect(perMonth('2027-02-03').get('2026-03')).toEqual({ paid: 10_000_000, open: 1_000_000 });
  });

  it('has event chains that stand', () => {
    for (const chain of demoBooks(demoDate).chains.values()) expect(firstBrokenEvent(chain)).toBeNull();
  });
});
