import type { IsoDate } from '../dates/civil.ts';
import type { Cents } from '../money/cents.ts';

/** The day the demo figures hold. */
export const demoDate: IsoDate = '2026-11-20';

/** What a demo month must show on the demo date, for invoices dated in it, VAT included. */
export interface DemoMonth {
  /** `YYYY-MM`. */
  readonly month: string;
  readonly paid: Cents;
  readonly open: Cents;
  readonly invoices: number;
  /** How many of them are still open, wholly or in part. */
  readonly openInvoices: number;
}

const euros = 100;

/** The twelve months of the demo, the ten full months of 2026 with their fixed figures. */
export const demoMonths: readonly DemoMonth[] = [
  { month: '2025-12', paid: 94_000 * euros, open: 0, invoices: 52, openInvoices: 0 },
  { month: '2026-01', paid: 100_000 * euros, open: 10_000 * euros, invoices: 54, openInvoices: 5 },
  { month: '2026-02', paid: 120_000 * euros, open: 8_000 * euros, invoices: 55, openInvoices: 5 },
  { month: '2026-03', paid: 150_000 * euros, open: 5_000 * euros, invoices: 57, openInvoices: 4 },
  { month: '2026-04', paid: 130_000 * euros, open: 15_000 * euros, invoices: 56, openInvoices: 7 },
  { month: '2026-05', paid: 140_000 * euros, open: 6_000 * euros, invoices: 57, openInvoices: 5 },
  { month: '2026-06', paid: 160_000 * euros, open: 2_000 * euros, invoices: 59, openInvoices: 3 },
  { month: '2026-07', paid: 170_000 * euros, open: 1_000 * euros, invoices: 58, openInvoices: 2 },
  { month: '2026-08', paid: 180_000 * euros, open: 3_000 * euros, invoices: 59, openInvoices: 6 },
  { month: '2026-09', paid: 200_000 * euros, open: 0, invoices: 62, openInvoices: 0 },
  { month: '2026-10', paid: 210_000 * euros, open: 8_000 * euros, invoices: 64, openInvoices: 24 },
  { month: '2026-11', paid: 38_000 * euros, open: 104_000 * euros, invoices: 46, openInvoices: 36 },
];
