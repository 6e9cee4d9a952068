import type { Match, Receipt } from '#shared/matching/match.ts';
import { booksWith, credit, invoice } from './dunning-books.ts';

/** A bank line of 5 March 2026 in euros. */
export function receipt(amount: number, remittance: string | null, given: Partial<Receipt> = {}): Receipt {
  return {
    id: 'line',
    date: '2026-03-05',
    amount,
    currency: 'EUR',
    counterparty: null,
    iban: null,
    remittance,
    structuredReference: null,
    endToEndId: null,
    mandateId: null,
    returnReason: null,
    ...given,
  };
}

/** The best candidate as `2026-0012 121.37 + 2026-0013 50.00 (2.00 kept), rest 3.00`; `none` without one. */
export function bestOf({ candidates: [best] }: Match): string {
  if (!best) return 'none';
  const parts = best.parts.map(({ itemId, amount, discount }) => {
    return `${itemId} ${(amount / 100).toFixed(2)}${discount ? ` (${(discount / 100).toFixed(2)} kept)` : ''}`;
  });
  return `${parts.sort().join(' + ') || 'nothing'}${best.rest ? `, rest ${(best.rest / 100).toFixed(2)}` : ''}`;
}

export const korenmaat = { iban: 'NL91ABNA0417164300', counterparty: 'BAKKERIJ KORENMAAT BV' };
export const hansen = { iban: 'NL20INGB0001234567', counterparty: 'Drukkerij Hansen' };

/** Debtors 1 Bakkerij Korenmaat, 2 Drukkerij Hansen, 3 P. de Vries, 4 and 5 both P. Jansen. */
export function office() {
  return booksWith(
    {
      debtor: { name: 'Bakkerij Korenmaat B.V.', code: '10023', iban: korenmaat.iban },
      items: [
        invoice('2026-0012', { total: 121_37 }),
        invoice('2026-0013', { total: 242_11 }),
        invoice('2026-0015', { total: 99_99 }),
        invoice('2026-0016', { total: 512_40 }),
        credit('2026-0018', 20_11),
      ],
    },
    {
      debtor: { name: 'Drukkerij Hansen', code: '10047', iban: hansen.iban },
      items: [
        invoice('2026-0014', { total: 75_25 }),
        invoice('2026-0021', {
          total: 1_210_00,
          discount: { kind: 'early-payment', amount: 24_20, until: '2026-03-10' },
        }),
        invoice('2026-0022', {
          total: 605_00,
          discount: { kind: 'credit-restriction', amount: 12_10, until: '2026-03-01' },
        }),
        invoice('2026-0009', { total: 333_33, state: 'closed' }),
      ],
    },
    {
      debtor: { name: 'P. de Vries', kind: 'consumer' },
      items: [invoice('2026-0030', { total: 45_10 }), invoice('2026-0031', { total: 45_10 })],
    },
    { debtor: { name: 'P. Jansen', code: '10080', kind: 'consumer' }, items: [invoice('2026-0040', { total: 63_30 })] },
    { debtor: { name: 'P. Jansen', code: '10081', kind: 'consumer' }, items: [invoice('2026-0041', { total: 63_30 })] },
  );
}
