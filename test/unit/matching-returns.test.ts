import { describe, expect, it } from 'vitest';
import type { Books } from '#shared/domain/books.ts';
import type { Payment } from '#shared/domain/item.ts';
import type { Receipt } from '#shared/matching/match.ts';
import { matchReceipts } from '#shared/matching/match-receipts.ts';
import { booksWith, credit, importOf, invoice } from './dunning-books.ts';
import { bestOf, receipt } from './matching-books.ts';

const korenmaat = { iban: 'NL91ABNA0417164300', counterparty: 'BAKKERIJ KORENMAAT BV' };
const stranger = { counterparty: 'M. Oudshoorn', iban: 'NL44RABO0123456789' };

function paid(
  books: Books,
  debtorId: number,
  itemId: string,
  given: Partial<Payment> & Pick<Payment, 'id' | 'amount' | 'date'>,
): void {
  const ledger = books.ledgers.get(debtorId)!;
  const payment: Payment = {
    currency: 'EUR',
    source: 'bank',
    counterparty: korenmaat.counterparty,
    iban: korenmaat.iban,
    remittance: itemId,
    importId: null,
    ...given,
  };
  const { id, date, amount } = payment;
  ledger.payment = { ...ledger.payment, [id]: payment };
  ledger.allocation = { ...ledger.allocation, [id]: { id, paymentId: id, itemId, date, amount } };
}

/** Debtor 1 paid 2026-0001 (closed) and 2026-0002; debtor 2 pays by direct debit. */
function books(): Books {
  const made = booksWith(
    {
      debtor: { name: 'Bakkerij Korenmaat B.V.', iban: korenmaat.iban },
      items: [
        invoice('2026-0001', { total: 121_37, state: 'closed' }),
        invoice('2026-0002', { total: 242_11 }),
        invoice('2026-0003', { total: 99_99 }),
        credit('2026-0004', 60_55),
        credit('2026-0006', 12_10),
      ],
    },
    {
      debtor: { name: 'Sportclub De Vaart', iban: 'NL20INGB0001234567', directDebit: true },
      items: [
        invoice('2026-0010', { total: 45_10, state: 'presumed-paid' }),
        invoice('2026-0011', { total: 46_20, dueDate: '2026-03-04' }),
      ],
    },
    {
      debtor: { name: 'Vereniging Zwaluw', directDebit: true },
      items: [invoice('2026-0012', { total: 30_05, dueDate: '2026-03-04' })],
    },
  );
  paid(made, 1, '2026-0001', { id: 'p1', amount: 121_37, date: '2026-02-10' });
  paid(made, 1, '2026-0002', { id: 'p2', amount: 242_11, date: '2026-02-20' });
  return made;
}

type Case = readonly [what: string, line: Receipt, best: string, accepted: boolean];

it('money back for an invoice of which nothing came in is no storno of it; of one paid by direct debit it is', () => {
  const back = (amount: number, text: string) =>
    bestOf(matchReceipts(books(), [receipt(amount, text, { ...stranger, returnReason: 'AM04' })])[0]!);
  expect(back(-99_99, 'STORNO factuur 2026-0003')).toBe('none');
  expect(back(-46_20, 'STORNO factuur 2026-0011')).toBe('2026-0011 -46.20');
});

it('a debit of another debtor with the same number is seen beside a payment of the amount', () => {
  const own = books();
  const sport = own.ledgers.get(2)!;
  sport.item!['2026-0001'] = invoice('2026-0001', { total: 121_37, state: 'closed' });
  const [match] = matchReceipts(own, [
    receipt(-121_37, 'STORNO 2026-0001', { iban: 'NL20INGB0001234567', returnReason: 'AM04' }),
  ]);
  expect(match!.candidates.map(({ debtorId }) => debtorId)).toContain(2);
});

describe('a storno takes back', () => {
  it.each<Case>([
    [
      'the payment of that amount from that account',
      receipt(-121_37, null, { ...korenmaat, returnReason: 'MD06' }),
      '2026-0001 -121.37',
      true,
    ],
    ['the payment it names', receipt(-121_37, 'STORNO 2026-0001', { returnReason: 'AM04' }), '2026-0001 -121.37', true],
    [
      'the payment its end-to-end id names',
      receipt(-242_11, null, { endToEndId: '2026-0002', returnReason: 'MS03' }),
      '2026-0002 -242.11',
      true,
    ],
    [
      'a direct debit of which only the item is known',
      receipt(-45_10, 'incasso 2026-0010', { counterparty: 'SPORTCLUB DE VAART', returnReason: 'MD01' }),
      '2026-0010 -45.10',
      true,
    ],
    [
      'nothing, when no payment was of that amount',
      receipt(-77_77, 'STORNO', { ...korenmaat, returnReason: 'MD06' }),
      'none',
      false,
    ],
    [
      'nothing for sure, when it names another invoice',
      receipt(-121_37, '2026-0003', { ...korenmaat, returnReason: 'MD06' }),
      '2026-0001 -121.37',
      false,
    ],
    [
      'nothing for sure, when only the amount agrees',
      receipt(-121_37, null, { ...stranger, returnReason: 'MD06' }),
      '2026-0001 -121.37',
      false,
    ],
  ])('%s', (_what, line, best, accepted) => {
    const [match] = matchReceipts(books(), [line]);
    expect([bestOf(match!), match!.accepted]).toEqual([best, accepted]);
  });

  it('a payment of the same run, once', () => {
    const line = receipt(99_99, '2026-0003', korenmaat);
    const back = receipt(-99_99, 'storno', { ...korenmaat, date: '2026-03-07', returnReason: 'AM04' });
    const matches = matchReceipts(books(), [line, back, { ...back, date: '2026-03-08' }]);
    expect(matches.map(bestOf)).toEqual(['2026-0003 99.99', '2026-0003 -99.99', 'none']);
  });

  it('not what was taken back before', () => {
    const before = books();
    paid(before, 1, '2026-0001', { id: 'p3', amount: -121_37, date: '2026-02-14', returnReason: 'MD06' });
    const [match] = matchReceipts(before, [receipt(-121_37, null, { ...korenmaat, returnReason: 'MD06' })]);
    expect(bestOf(match!)).toBe('none');
  });

  it('a payment of an invoice of which another amount was taken back before: that was of a payment still to come in', () => {
    const before = books();
    paid(before, 1, '2026-0001', { id: 'p3', amount: -30_00, date: '2026-02-14', returnReason: 'MD06' });
    const [match] = matchReceipts(before, [receipt(-121_37, null, { ...korenmaat, returnReason: 'MD06' })]);
    expect([bestOf(match!), match!.accepted]).toEqual(['2026-0001 -121.37', true]);
  });

  it('a bank line of two debtors as a whole', () => {
    const both = books();
    paid(both, 1, '2026-0003', { id: 'p4', amount: 50_00, date: '2026-02-25', lineId: 'x' });
    paid(both, 3, '2026-0012', { id: 'p5', amount: 20_05, date: '2026-02-25', lineId: 'x' });
    const [match] = matchReceipts(both, [receipt(-70_05, null, { ...korenmaat, returnReason: 'AC04' })]);
    expect(bestOf(match!)).toBe('2026-0003 -50.00 + 2026-0012 -20.05');
  });
});

describe('money paid back', () => {
  it.each<Case>([
    [
      'takes the credit note of that amount',
      receipt(-60_55, 'creditnota 2026-0004', korenmaat),
      '2026-0004 -60.55',
      true,
    ],
    [
      'takes all credit of the debtor',
      receipt(-72_65, 'teruggave', korenmaat),
      '2026-0004 -60.55 + 2026-0006 -12.10',
      true,
    ],
    ['is nobody’s when no credit is of that amount', receipt(-61_00, 'inkoop', stranger), 'none', false],
  ])('%s', (_what, line, best, accepted) => {
    const [match] = matchReceipts(books(), [line]);
    expect([bestOf(match!), match!.accepted]).toEqual([best, accepted]);
  });
});

describe('a batch of direct debits', () => {
  it('is the sum of every debit of a due date', () => {
    const [match] = matchReceipts(books(), [receipt(76_25, 'INCASSO TOTAAL 2 POSTEN')]);
    expect([bestOf(match!), match!.accepted]).toEqual(['2026-0011 46.20 + 2026-0012 30.05', true]);
  });
});

describe('a line the last list already holds', () => {
  /** The list of 1 March has 2026-0001 paid and 2026-0002 paid for a part; 2026-0003 is open. */
  function listed(): Books {
    const bankUntil = '2026-03-01';
    const made = booksWith({
      debtor: { name: 'Bakkerij Korenmaat B.V.', iban: korenmaat.iban },
      items: [
        invoice('2026-0001', { total: 121_37, listed: { open: 121_37, bankUntil: '2026-02-01' }, state: 'closed' }),
        invoice('2026-0002', { total: 242_11, listed: { open: 142_11, bankUntil } }),
        invoice('2026-0003', { total: 99_99, listed: { open: 99_99, bankUntil } }),
      ],
    });
    made.records.import.set('i', importOf(bankUntil));
    return made;
  }

  it.each<Case>([
    [
      'is the history of what it paid',
      receipt(121_37, '2026-0001', { ...korenmaat, date: '2026-02-20' }),
      '2026-0001 121.37',
      true,
    ],
    [
      'is the part the list has as paid',
      receipt(100_00, '2026-0002', { ...korenmaat, date: '2026-02-20' }),
      '2026-0002 100.00',
      true,
    ],
    [
      'is not what the list still has open',
      receipt(99_99, '2026-0003', { ...korenmaat, date: '2026-02-20' }),
      'nothing, rest 99.99',
      false,
    ],
    [
      'counts as new after the bank date of the list',
      receipt(99_99, '2026-0003', { ...korenmaat, date: '2026-03-02' }),
      '2026-0003 99.99',
      true,
    ],
    [
      'pays nothing again after it',
      receipt(121_37, '2026-0001', { ...korenmaat, date: '2026-03-02' }),
      'nothing, rest 121.37',
      false,
    ],
  ])('%s', (_what, line, best, accepted) => {
    const [match] = matchReceipts(listed(), [line]);
    expect([bestOf(match!), match!.accepted]).toEqual([best, accepted]);
  });
});
