import { describe, expect, it, test } from 'vitest';
import type { Books } from '#shared/domain/books.ts';
import type { EnteredItem } from '#shared/domain/commands/commands.ts';
import { makeBetalingskenmerk } from '#shared/identifiers/betalingskenmerk.ts';
import { makeOgm } from '#shared/identifiers/ogm.ts';
import { formatPaymentReference, readPaymentReference } from '#shared/identifiers/payment-reference.ts';
import { Matcher } from '#shared/matching/matcher.ts';
import { booksWith } from './dunning-books.ts';
import { enteredItem, run } from './entry-books.ts';
import { receipt } from './matching-books.ts';

const sixteen = makeBetalingskenmerk('202600000000188')!;
const twelve = makeBetalingskenmerk('2026000188', 12)!;
const ogm = makeOgm('0108068171')!;
const groups = (text: string) => text.replace(/(.{4})(?=.)/g, '$1 ');

describe('a payment reference is read by how it is written', () => {
  test.each([
    ['RF with its groups', 'rf18 5390 0754 7034', 'rf', 'RF18539007547034', true],
    ['RF with a wrong check digit', 'RF19 5390 0754 7034', 'rf', 'RF19 5390 0754 7034', false],
    ['an OGM between plus signs', '+++010/8068/17183+++', 'ogm', '010806817183', true],
    ['an OGM without them', '010/8068/17183', 'ogm', '010806817183', true],
    ['an OGM with a slip of the pen', '***010/8068/17184***', 'ogm', '***010/8068/17184***', false],
    ['twelve digits that are an OGM only', ogm, 'ogm', ogm, true],
    ['sixteen digits in groups', groups(sixteen), 'betalingskenmerk', sixteen, true],
    ['twelve digits', twelve, 'betalingskenmerk', twelve, true],
    [
      'sixteen digits, one of them wrong',
      `${sixteen.slice(0, 15)}${(Number(sixteen[15]) + 1) % 10}`,
      'betalingskenmerk',
    ],
    ['an invoice number', ' 2026-0188 ', 'free', '2026-0188', true],
    ['fewer digits than a reference has', '12345678', 'free', '12345678', true],
    ['a word', 'contributie najaar', 'free', 'contributie najaar', true],
    ['nothing', '', 'free', '', true],
  ] as const)('%s', (_, given, sort, text: string = given, isRight = false) => {
    expect(readPaymentReference(given)).toEqual({ sort, text, isRight });
  });

  it('and shown as people read it; reading that again gives the same', () => {
    const shown = ['RF18539007547034', '010806817183', sixteen, twelve, '2026-0188', '1234567890123456'].map(
      formatPaymentReference,
    );
    expect(shown).toEqual([
      'RF18 5390 0754 7034',
      '+++010/8068/17183+++',
      groups(sixteen),
      groups(twelve),
      '2026-0188',
      '1234567890123456',
    ]);
    expect(shown.slice(0, 4).map((text) => readPaymentReference(text).text)).toEqual([
      'RF18539007547034',
      '010806817183',
      sixteen,
      twelve,
    ]);
  });
});

const itemOf = (books: Books, id: string) => books.ledgers.get(1)?.item?.[id];
const addItem = (item: Partial<EnteredItem>) =>
  ({ type: 'add-item', debtorId: 1, item: { ...enteredItem, ...item } }) as const;

describe('an item entered by hand (criterion A11)', () => {
  test.each([
    ['RF18 5390 0754 7034', 'RF18539007547034'],
    ['  lidmaatschap 88 ', 'lidmaatschap 88'],
    ['1234 5678 9012 3456', '1234 5678 9012 3456'],
    ['', undefined],
    [null, undefined],
  ])('asks to be paid with %o, a credit note never', (paymentReference, kept) => {
    const books = booksWith({ items: [] });
    run(books, addItem({ paymentReference }));
    run(books, addItem({ number: 'C1', kind: 'credit', total: -5_00, paymentReference }));
    expect(itemOf(books, '2026-0101')?.paymentReference).toBe(kept);
    expect(itemOf(books, 'C1')?.paymentReference).toBeUndefined();
  });

  it('is found by its payment reference in what the bank says', () => {
    const books = booksWith({ items: [] });
    run(books, addItem({ paymentReference: 'RF18 5390 0754 7034' }));
    const found = new Matcher(books).match(receipt(1_210_00, 'RF18539007547034', { date: '2026-11-18' }));
    expect(found).toMatchObject({ accepted: true, candidates: [{ parts: [{ itemId: '2026-0101' }] }] });
  });
});
