import { describe, expect, it } from 'vitest';
import { type Books, emptyBooks } from '#shared/domain/books.ts';
import { makeBetalingskenmerk } from '#shared/identifiers/betalingskenmerk.ts';
import { formatOgm, makeOgm } from '#shared/identifiers/ogm.ts';
import { makeRfReference } from '#shared/identifiers/rf-reference.ts';
import { acceptedFrom, type MatchCandidate, type Receipt } from '#shared/matching/match.ts';
import { matchReceipts } from '#shared/matching/match-receipts.ts';
import { Matcher } from '#shared/matching/matcher.ts';
import { booksWith, invoice } from '../unit/dunning-books.ts';
import fc from './draws.ts';

const ibans = ['NL91ABNA0417164300', 'NL20INGB0001234567', 'NL44RABO0123456789'];
const names = ['Bakkerij Korenmaat B.V.', 'Drukkerij Hansen', 'P. Jansen', 'J. Jansen', 'Stichting De Vlieger'];
const numbers = ['2026-0001', '2026-0002', '2026-0003', '2026-0012', '12', '1201', 'F2026/7', '20260002'];
const amounts = fc.constantFrom(1, 50_00, 121_00, 121_00, 99_99, 242_00, 1_000_00);

const anyDebtor = fc.record({
  name: fc.constantFrom(...names),
  iban: fc.option(fc.constantFrom(...ibans)),
  directDebit: fc.boolean(),
  items: fc.uniqueArray(
    fc.record({
      number: fc.constantFrom(...numbers),
      total: amounts,
      sign: fc.constantFrom(1, 1, 1, 1, -1),
      kind: fc.constantFrom('invoice', 'invoice', 'invoice', 'deposit'),
      state: fc.constantFrom('open', 'open', 'open', 'closed', 'presumed-paid'),
      currency: fc.constantFrom('EUR', 'EUR', 'EUR', 'USD'),
      discount: fc.option(fc.integer({ min: 1, max: 400 })),
      listed: fc.option(amounts),
    } as const),
    { maxLength: 6, selector: ({ number }) => number },
  ),
} as const);

const words = [
  'factuur',
  'fact.',
  '2026-0001',
  '20260002',
  '2026-0002, 3 en 12',
  '1201',
  '12',
  't/m',
  '2026-0012',
  'Jansen',
];
const anyReceipt = fc.record({
  amount: fc.oneof(amounts, amounts, fc.integer({ min: 1, max: 2_000_00 })),
  sign: fc.constantFrom(1, 1, 1, 1, -1),
  day: fc.integer({ min: 1, max: 28 }),
  counterparty: fc.option(fc.constantFrom(...names, 'M. Oudshoorn')),
  iban: fc.option(fc.constantFrom(...ibans)),
  remittance: fc.option(
    fc.oneof(
      fc.array(fc.constantFrom(...words), { maxLength: 5 }).map((list) => list.join(' ')),
      fc.string({ maxLength: 140 }),
    ),
  ),
  endToEndId: fc.option(fc.constantFrom('2026-0003', 'NOTPROVIDED')),
  currency: fc.constantFrom('EUR', 'EUR', 'EUR', 'USD'),
  returnReason: fc.option(fc.constantFrom('MD06', 'AM04'), { freq: 6 }),
} as const);

type DrawnDebtor = typeof anyDebtor extends fc.Arbitrary<infer T> ? T : never;
type DrawnReceipt = typeof anyReceipt extends fc.Arbitrary<infer T> ? T : never;

function booksOf(drawn: readonly DrawnDebtor[]): Books {
  return booksWith(
    ...drawn.map(({ items, ...debtor }) => ({
      debtor,
      items: items.map(({ number, total, sign, kind, discount, listed, ...own }) =>
        invoice(number, {
          ...own,
          kind: sign < 0 ? 'credit' : kind,
          total: sign * total,
          listed: listed === null ? null : { open: sign * Math.min(listed, total), bankUntil: '2026-03-10' },
          ...(discount !== null &&
            sign > 0 && { discount: { kind: 'early-payment', amount: discount, until: '2026-03-15' } }),
        }),
      ),
    })),
  );
}

function receiptsOf(drawn: readonly DrawnReceipt[]): Receipt[] {
  return drawn.map(({ amount, sign, day, ...own }, index) => ({
    id: `r${index}`,
    date: `2026-03-${String(day).padStart(2, '0')}`,
    amount: sign * amount,
    structuredReference: null,
    mandateId: null,
    ...own,
  }));
}

/** The same books with every map and record filled in the opposite order. */
function shuffled(books: Books): Books {
  const other = emptyBooks();
  Object.assign(other.records, books.records);
  for (const [id, ledger] of [...books.ledgers].reverse())
    other.ledgers.set(id, { ...ledger, item: Object.fromEntries(Object.entries(ledger.item ?? {}).reverse()) });
  return other;
}

const drawn = {
  debtors: fc.array(anyDebtor, { maxLength: 4 }),
  receipts: fc.array(anyReceipt, { minLength: 1, maxLength: 6 }),
};

describe('whatever the books and the bank say', () => {
  it('the parts and the rest are the amount, in the currency of the receipt', () => {
    fc.assert(
      fc.property(drawn.debtors, drawn.receipts, (debtors, lines) => {
        const books = booksOf(debtors);
        const matcher = new Matcher(books);
        for (const receipt of receiptsOf(lines)) {
          const { candidates } = matcher.match(receipt);
          expect(candidates.length).toBeLessThanOrEqual(5);
          for (const { parts, rest, score } of candidates) {
            expect(parts.reduce((sum, { amount }) => sum + amount, rest)).toBe(receipt.amount);
            expect(score).toBeGreaterThan(0);
            expect(score).toBeLessThanOrEqual(1);
            if (receipt.amount > 0) expect(rest).toBeGreaterThanOrEqual(0);
            for (const { debtorId, itemId } of parts)
              expect(books.ledgers.get(debtorId)!.item![itemId]!.currency).toBe(receipt.currency);
            expect(new Set(parts.map(({ debtorId, itemId }) => `${debtorId}/${itemId}`)).size).toBe(parts.length);
          }
        }
      }),
      { numRuns: 400 },
    );
  });

  it('no item takes more than is open of it, however many receipts there are, unless money comes back', () => {
    fc.assert(
      fc.property(drawn.debtors, drawn.receipts, (debtors, lines) => {
        const books = booksOf(debtors);
        const receipts = receiptsOf(lines).filter(({ amount, date }) => amount > 0 && date > '2026-03-10');
        const taken = new Map<string, number>();
        for (const { accepted, candidates } of matchReceipts(books, receipts)) {
          if (!accepted) continue;
          for (const { debtorId, itemId, amount, discount } of candidates[0]!.parts)
            taken.set(`${debtorId}/${itemId}`, (taken.get(`${debtorId}/${itemId}`) ?? 0) + amount + discount);
        }
        for (const [key, amount] of taken) {
          const [debtorId, itemId] = key.split(/\/(.*)/s);
          const item = books.ledgers.get(Number(debtorId))!.item![itemId!]!;
          const open = item.state === 'open' ? (item.listed?.open ?? item.total) : 0;
          expect(Math.abs(amount)).toBeLessThanOrEqual(Math.abs(open));
          expect(Math.sign(amount)).toBe(Math.sign(open));
        }
      }),
      { numRuns: 400 },
    );
  });

  it('is the same whatever order the books are in', () => {
    fc.assert(
      fc.property(drawn.debtors, drawn.receipts, (debtors, lines) => {
        const books = booksOf(debtors);
        const receipts = receiptsOf(lines);
        expect(matchReceipts(shuffled(books), receipts)).toEqual(matchReceipts(books, receipts));
      }),
      { numRuns: 200 },
    );
  });

  it('is the same whatever was asked before, as long as the same was taken', () => {
    fc.assert(
      fc.property(drawn.debtors, drawn.receipts, (debtors, lines) => {
        const books = booksOf(debtors);
        const kept = new Matcher(books);
        const taken: [MatchCandidate, Receipt][] = [];
        for (const line of receiptsOf(lines)) {
          const anew = new Matcher(books);
          for (const one of taken) anew.take(...one);
          const match = kept.match(line);
          expect(match).toEqual(anew.match(line));
          const [best] = match.candidates;
          if (!best) continue;
          kept.take(best, line);
          taken.push([best, line]);
        }
      }),
      { numRuns: 200 },
    );
  });

  it('is accepted only when certain, and then nothing else comes near', () => {
    fc.assert(
      fc.property(drawn.debtors, drawn.receipts, (debtors, lines) => {
        for (const { accepted, candidates } of matchReceipts(booksOf(debtors), receiptsOf(lines))) {
          const [best, next] = candidates;
          if (!accepted) continue;
          expect(best!.score).toBeGreaterThanOrEqual(acceptedFrom);
          expect(next?.score ?? 0).toBeLessThanOrEqual(1 - acceptedFrom);
        }
      }),
      { numRuns: 200 },
    );
  });
});

describe('a reference items state themselves', () => {
  const own = fc.integer({ min: 1, max: 9_999_999_999 }).map(String);
  const makers = [
    (digits: string) => makeBetalingskenmerk(digits)!,
    (digits: string) => makeRfReference(digits)!,
    (digits: string) => formatOgm(makeOgm(digits)!),
    (digits: string) => `KLANT-${digits.padStart(7, '0')}`,
  ];
  const writings = [
    (text: string) => text,
    (text: string) => `uw kenmerk ${text} met dank`,
    (text: string) => text.replace(/[+/-]/g, '').replace(/(.{4})(?=.)/g, '$1 '),
  ];

  it('is the item, whoever pays its amount and however it is written', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(own, { minLength: 2, maxLength: 5 }),
        fc.constantFrom(...makers),
        fc.constantFrom(...writings),
        fc.boolean(),
        (digits, make, write, isStructured) => {
          const items = digits.map((one, place) =>
            invoice(`2026-000${place + 1}`, { total: 100_01 + place * 17_13, paymentReference: make(one) }),
          );
          const text = write(make(digits[1]!));
          const line: Receipt = {
            ...paid,
            amount: items[1]!.total,
            remittance: isStructured ? null : text,
            structuredReference: isStructured ? text : null,
          };
          const [found] = matchReceipts(booksWith({ items }), [line]);
          expect(found!.candidates[0]?.parts.map(({ itemId }) => itemId)).toEqual(['2026-0002']);
          expect(found!.accepted).toBe(true);
        },
      ),
    );
  });
});

const paid: Receipt = {
  id: 'line',
  date: '2026-03-05',
  amount: 0,
  currency: 'EUR',
  counterparty: 'M. Oudshoorn',
  iban: null,
  remittance: null,
  structuredReference: null,
  endToEndId: null,
  mandateId: null,
  returnReason: null,
};
