import { describe, expect, it, test } from 'vitest';
import { makeBetalingskenmerk } from '#shared/identifiers/betalingskenmerk.ts';
import { makeOgm } from '#shared/identifiers/ogm.ts';
import { formatPaymentReference, readPaymentReference } from '#shared/identifiers/payment-reference.ts';

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
