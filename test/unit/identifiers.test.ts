import { describe, expect, it } from 'vitest';
import { createTranslator } from '#shared/i18n/translate.ts';
import { identifyBarcode } from '#shared/identifiers/barcode.ts';
import { identifyBetalingskenmerk, makeBetalingskenmerk } from '#shared/identifiers/betalingskenmerk.ts';
import { epcPayload } from '#shared/identifiers/epc-payload.ts';
import { formatIban, hasWrongCheckDigits, isGAccount, parseIban } from '#shared/identifiers/iban.ts';
import { type IdentifierReason, identifierReasons } from '#shared/identifiers/identified.ts';
import { type IdentifierKind, identifierKinds, identify } from '#shared/identifiers/identify.ts';
import { formatOgm, identifyOgm, makeOgm } from '#shared/identifiers/ogm.ts';
import { formatRfReference, identifyRfReference, makeRfReference } from '#shared/identifiers/rf-reference.ts';
import fc from '#test/property/draws.ts';

const { t } = createTranslator('nl');
const digits = (least: number, most = least) =>
  fc.string({ unit: fc.constantFrom(...'0123456789'), minLength: least, maxLength: most });
const runs = { numRuns: 2000 };

/** Every text that differs in one digit, and every text with two neighbours that differ swapped. */
function slips(text: string): readonly string[] {
  const found: string[] = [];
  for (let at = 0; at < text.length; at++) {
    if (!/\d/.test(text[at]!)) continue;
    for (const digit of '0123456789') {
      if (digit !== text[at]) found.push(text.slice(0, at) + digit + text.slice(at + 1));
    }
    const next = text[at + 1];
    if (next && /\d/.test(next) && next !== text[at]) {
      found.push(text.slice(0, at) + next + text[at] + text.slice(at + 2));
    }
  }
  return found;
}

describe('an identifier is stored in one form', () => {
  it.each<[IdentifierKind, string, string]>([
    ['iban', 'NL91ABNA0417164300', 'NL91ABNA0417164300'],
    ['iban', 'nl91 abna 0417 1643 00', 'NL91ABNA0417164300'],
    ['iban', 'NL91\u00a0ABNA\u00a00417\u00a01643\u00a000', 'NL91ABNA0417164300'],
    ['iban', 'BE68 5390 0754 7034', 'BE68539007547034'],
    ['iban', 'DE89370400440532013000', 'DE89370400440532013000'],
    ['bic', 'abnanl2a', 'ABNANL2A'],
    ['bic', 'KREDBEBBXXX', 'KREDBEBBXXX'],
    ['kvk', '12 34 56 78', '12345678'],
    ['vestigingsnummer', '000012345678', '000012345678'],
    ['rsin', '004495445', '004495445'],
    ['vat', 'NL004495445B01', 'NL004495445B01'],
    ['vat', 'nl 0044.95.445.B.01', 'NL004495445B01'],
    ['vat', 'NL123456789B13', 'NL123456789B13'],
    ['vat', 'BE 0403.019.261', 'BE0403019261'],
    ['vat', 'DE136695976', 'DE136695976'],
    ['betalingskenmerk', '5000056789012345', '5000056789012345'],
    ['betalingskenmerk', '5000 0567 8901 2345', '5000056789012345'],
    ['betalingskenmerk', '12234534622567', '12234534622567'],
    ['betalingskenmerk', '1234567', '1234567'],
    ['rf', 'rf18 5390 0754 7034', 'RF18539007547034'],
    ['ogm', '+++010/8068/17183+++', '010806817183'],
    ['ogm', '***010/8068/17183***', '010806817183'],
    ['ogm', '010806817183', '010806817183'],
    ['barcode', '3sabcd1234567', '3SABCD1234567'],
    ['barcode', '3SABCD123456789', '3SABCD123456789'],
    ['barcode', 'RR 473 124 829 NL', 'RR473124829NL'],
  ])('%s %s', (kind, text, normalised) => expect(identify(kind, text)).toEqual({ normalised, reason: null }));

  it.each<[IdentifierKind, string, IdentifierReason]>([
    ['iban', '', 'empty'],
    ['iban', 'NL91ABNA0417164301', 'check-digits'],
    ['iban', 'NL91ABNA041716430', 'length'],
    ['iban', 'NL91ABN10417164300', 'form'],
    ['iban', 'XX91ABNA0417164300', 'country'],
    ['iban', 'NL91ABNA04171643é0', 'characters'],
    ['iban', '91NLABNA0417164300', 'form'],
    ['bic', 'ABNANL2', 'length'],
    ['bic', '1BNANL2A', 'form'],
    ['kvk', '1234567', 'length'],
    ['kvk', '1234567a', 'characters'],
    ['kvk', '１２３４５６７８', 'characters'],
    ['vestigingsnummer', '12345678', 'length'],
    ['rsin', '123456789', 'check-digits'],
    ['rsin', '000000000', 'check-digits'],
    ['vat', 'NL123456789B90', 'check-digits'],
    ['vat', 'NL00449544B01', 'form'],
    ['vat', '004495445B01', 'country'],
    ['vat', 'US123456789', 'country'],
    ['vat', 'BE0403019262', 'check-digits'],
    ['vat', 'DE12345678', 'form'],
    ['betalingskenmerk', '4000056789012345', 'check-digits'],
    ['betalingskenmerk', '12345678', 'length'],
    ['betalingskenmerk', '123456789012345', 'length'],
    ['betalingskenmerk', '12345678901234567', 'length'],
    ['betalingskenmerk', '13234534622567', 'length-code'],
    ['betalingskenmerk', 'F2026', 'characters'],
    ['rf', 'RF19539007547034', 'check-digits'],
    ['rf', 'RF18', 'length'],
    ['rf', `RF18${'1'.repeat(22)}`, 'length'],
    ['rf', 'RX18539007547034', 'form'],
    ['ogm', '010806817184', 'check-digits'],
    ['ogm', '01080681718', 'length'],
    ['ogm', '+++010/8068/17183', 'characters'],
    ['barcode', '3SABCD123456', 'length'],
    ['barcode', '3SABCD12345678', 'length'],
    ['barcode', 'RR473124828NL', 'check-digits'],
    ['barcode', 'R1473124829NL', 'form'],
    ['barcode', 'hallo!', 'characters'],
  ])('%s %s is refused: %s', (kind, text, reason) =>
    expect(identify(kind, text)).toEqual({ normalised: null, reason }),
  );

  it('never throws, and what it stores is stored the same again', () => {
    const texts = fc.oneof(
      fc.string({ unit: 'binary' }),
      digits(0, 17),
      fc.string().map((text) => `NL${text}`),
    );
    fc.assert(
      fc.property(fc.constantFrom(...identifierKinds), texts, (kind, text) => {
        const { normalised } = identify(kind, text);
        if (normalised !== null) expect(identify(kind, normalised).normalised).toBe(normalised);
      }),
      runs,
    );
  });

  it.each(identifierReasons)('%s has a text', (reason) =>
    expect(t(`identifiers.reason.${reason}`)).not.toContain('identifiers'),
  );
});

describe('IBAN', () => {
  it('reads in groups of four', () => expect(formatIban('NL91ABNA0417164300')).toBe('NL91 ABNA 0417 1643 00'));

  it('check digits run from 02 to 98 (ISO 13616): 00 and 99 pass mod 97 and are refused', () => {
    const other = (iban: string, shift: number) =>
      iban.slice(0, 2) + String(Number(iban.slice(2, 4)) + shift).padStart(2, '0') + iban.slice(4);
    fc.assert(
      fc.property(digits(10), (account) => {
        const valid = [...Array(97).keys()]
          .map((n) => other(`NL02ABNA${account}`, n))
          .filter((iban) => parseIban(iban));
        expect(valid).toHaveLength(1);
        expect(parseIban(other(valid[0]!, 97))).toBeNull();
        expect(parseIban(other(valid[0]!, -97))).toBeNull();
      }),
      { numRuns: 100 },
    );
  });

  it('every slip of one digit or two neighbours is seen', () => {
    expect(slips('NL91ABNA0417164300').filter((slip) => parseIban(slip))).toEqual([]);
  });

  it.each([
    ['NL49ABNA0990123456', false],
    ['NL91ABNA0417164300', false],
    ['BE68539007547034', false],
  ])('%s is a G-account: %s', (iban, is) => expect(isGAccount(iban)).toBe(is));

  it.each([
    ['NL91ABNA0417164300', false],
    ['NL92ABNA0417164300', true],
    ['nl92 abna 0417 1643 00', true],
    ['DE88370400440532013000', true],
    ['NL92ABNA041716430', false],
    ['417164300', false],
    ['XX92ABNA0417164300', false],
    ['', false],
  ])('%s: only check digits are wrong: %s', (account, wrong) => expect(hasWrongCheckDigits(account)).toBe(wrong));

  it('a G-account has 099 after the bank code (facts WKA-R03)', () => {
    const valid = [...Array(97).keys()].map((n) => `NL${String(n + 2).padStart(2, '0')}INGB0991234567`);
    expect(valid.filter(isGAccount)).toHaveLength(1);
    expect(isGAccount(formatIban(valid.find(isGAccount)!))).toBe(true);
  });
});

describe('betalingskenmerk (facts ID-R01)', () => {
  const lengths = [7, 9, 10, 11, 12, 13, 14, 16] as const;

  it.each(lengths)('what is made with %i digits is valid and ends in the own digits', (length) => {
    const room = length === 7 ? 7 : length === 16 ? 15 : length - 2;
    fc.assert(
      fc.property(digits(1, room), (own) => {
        const made = makeBetalingskenmerk(own, length);
        expect(made).toHaveLength(length);
        expect(made?.endsWith(own)).toBe(true);
        expect(identifyBetalingskenmerk(made!)).toEqual({ normalised: made, reason: null });
      }),
      { numRuns: 500 },
    );
    expect(makeBetalingskenmerk('1'.repeat(room + 1), length)).toBeNull();
  });

  it.each(['', 'F1', '-1', '1.5', '１'])('nothing is made of %j', (own) =>
    expect(makeBetalingskenmerk(own)).toBeNull(),
  );

  it('makes the published examples', () => {
    expect(makeBetalingskenmerk('56789012345')).toBe('5000056789012345');
    expect(makeBetalingskenmerk('234534622567', 14)).toBe('12234534622567');
  });

  it('sees every slip in the own digits, but for check digit 1, which stands for remainders 1 and 10', () => {
    fc.assert(
      fc.property(digits(15), (own) => {
        const made = makeBetalingskenmerk(own)!;
        fc.pre(made[0] !== '1');
        const all = slips(own).map((slip) => made[0] + slip);
        expect(all.filter((slip) => identifyBetalingskenmerk(slip).reason === null)).toEqual([]);
      }),
      { numRuns: 500 },
    );
  });
});

describe('ISO 11649 RF reference (facts ID-R07)', () => {
  const letters = fc.string({ unit: fc.constantFrom(...'0123456789ABCXYZ'), minLength: 1, maxLength: 21 });

  it('makes RF18 of the published example, printed in fours', () => {
    expect(makeRfReference('539007547034')).toBe('RF18539007547034');
    expect(formatRfReference('RF18539007547034')).toBe('RF18 5390 0754 7034');
  });

  it('what is made is valid, also printed, and every slip of digits is seen', () => {
    fc.assert(
      fc.property(letters, (own) => {
        const made = makeRfReference(own)!;
        expect(identifyRfReference(formatRfReference(made).toLowerCase()).normalised).toBe(made);
        expect(slips(made).filter((slip) => identifyRfReference(slip).reason === null)).toEqual([]);
      }),
      { numRuns: 500 },
    );
  });

  it.each(['', 'A-1', '1'.repeat(22), 'é'])('nothing is made of %j', (own) => expect(makeRfReference(own)).toBeNull());
});

describe('Belgian structured message (facts ID-R06)', () => {
  it('the check of 0 is 97', () => expect(makeOgm('0')).toBe('000000000097'));

  it('what is made is valid as it is printed, and every slip is seen', () => {
    fc.assert(
      fc.property(digits(1, 10), (own) => {
        const made = makeOgm(own)!;
        expect(formatOgm(made)).toMatch(/^\+{3}\d{3}\/\d{4}\/\d{5}\+{3}$/);
        expect(identifyOgm(formatOgm(made)).normalised).toBe(made);
        expect(slips(made).filter((slip) => identifyOgm(slip).reason === null)).toEqual([]);
      }),
      { numRuns: 500 },
    );
  });

  it.each(['', '12345678901', 'F1'])('nothing is made of %j', (own) => expect(makeOgm(own)).toBeNull());
});

describe('barcodes', () => {
  it.each([
    ['3SABCD1234567', true],
    ['3SABCD123456789', true],
    ['3SAB121234567', false],
    ['3SABCDE123456', false],
  ])('%s passes strictly: %s, and always leniently', (barcode, strict) => {
    expect(identifyBarcode(barcode, 'strict').reason).toBe(strict ? null : 'form');
    expect(identifyBarcode(barcode).reason).toBeNull();
  });

  it.each([
    ['RR473124829NL', '11 − sum mod 11'],
    ['RR000000005NL', 'remainder 0: check digit 5'],
    ['RR003000000NL', 'remainder 1: check digit 0'],
  ])('S10 %s: %s', (barcode) => {
    const others = [...'0123456789'].map((digit) => barcode.slice(0, 10) + digit + barcode.slice(11));
    expect(others.filter((other) => identifyBarcode(other).reason === null)).toEqual([barcode]);
  });
});

describe('EPC QR payload (facts ID-R08)', () => {
  const payment = {
    name: 'Groothandel Noordkade B.V.',
    iban: 'NL91 ABNA 0417 1643 00',
    currency: 'EUR',
    cents: 123_450,
    reference: '10042-20261120',
  };
  const linesOf = (given: Partial<typeof payment> & { bic?: string }) =>
    epcPayload({ ...payment, ...given })?.split('\n') ?? null;

  it('holds name, IBAN, the amount to pay and the reference', () => {
    const head = ['BCD', '002', '1', 'SCT', '', 'Groothandel Noordkade B.V.', 'NL91ABNA0417164300', 'EUR1234.50', ''];
    expect(linesOf({})).toEqual([...head, '', '10042-20261120']);
    expect(linesOf({ reference: 'rf18 5390 0754 7034' })).toEqual([...head, 'RF18539007547034']);
    expect(linesOf({ reference: 'RF19 5390 0754 7034' })).toEqual([...head, '', 'RF19 5390 0754 7034']);
    expect(linesOf({ reference: '' })).toEqual(head.slice(0, -1));
    expect(linesOf({ bic: 'ABNANL2A' })?.[4]).toBe('ABNANL2A');
  });

  it.each([
    ['another currency', { currency: 'USD' }],
    ['nothing to pay', { cents: 0 }],
    ['a credit', { cents: -100 }],
    ['part of a cent', { cents: 100.5 }],
    ['no amount', { cents: Number.NaN }],
    ['more than SCT allows', { cents: 100_000_000_000 }],
    ['a wrong IBAN', { iban: 'NL91ABNA0417164301' }],
    ['an IBAN outside SEPA', { iban: 'AE070331234567890123456' }],
    ['a wrong BIC', { bic: 'ABNA' }],
    ['no name', { name: ' \n' }],
    ['more than 331 bytes', { name: '€'.repeat(70), reference: '€'.repeat(140) }],
  ])('none for %s', (_, given) => expect(linesOf(given)).toBeNull());

  it.each([
    [1, 'EUR0.01'],
    [99_999_999_999, 'EUR999999999.99'],
  ])('%i cents is within bounds', (cents, text) => expect(linesOf({ cents })?.[7]).toBe(text));

  it('keeps every field on its own line, composed, without control and direction characters', () => {
    const lines = linesOf({ name: 'Cafe\u0301\r\nDe\u202e Hoek\u0000', reference: 'a\nb\tc' });
    expect(lines?.[5]).toBe('Café De Hoek');
    expect(lines?.[10]).toBe('a b c');
    expect(lines).toHaveLength(11);
  });

  it('has at most 70 characters of name, 140 of text and 331 bytes, whatever is given', () => {
    const texts = fc.string({ unit: 'binary', maxLength: 200 });
    fc.assert(
      fc.property(texts, texts, (name, reference) => {
        const payload = epcPayload({ ...payment, name, reference });
        if (payload === null) return;
        const lines = payload.split('\n');
        expect(lines.length).toBeLessThanOrEqual(11);
        expect([...(lines[5] ?? '')].length).toBeLessThanOrEqual(70);
        expect([...(lines[10] ?? '')].length).toBeLessThanOrEqual(140);
        expect(Buffer.byteLength(payload)).toBeLessThanOrEqual(331);
        expect(Buffer.from(payload).toString('utf8')).toBe(payload);
      }),
      runs,
    );
  });
});
