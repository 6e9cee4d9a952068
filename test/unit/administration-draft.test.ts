import { describe, expect, it } from 'vitest';
import {
  type AdministrationDraft,
  administrationOf,
  type DraftField,
  draftOf,
  emptyDraft,
  validateDraft,
} from '#renderer/features/instellingen/administration-draft.ts';
import { sniffImage } from '#renderer/features/instellingen/sniff-image.ts';
import { newAdministration } from '#shared/domain/administration.ts';

const right: AdministrationDraft = { ...emptyDraft(), name: 'Bakkerij Test', iban: 'NL91 ABNA 0417 1643 00' };
const errorOf = (change: Partial<AdministrationDraft>, field: DraftField) =>
  validateDraft({ ...right, ...change })[field]?.key.replace('instellingen.errors.', '');

describe('the administration form', () => {
  it('needs a name and an IBAN and nothing else', () => {
    expect(Object.keys(validateDraft(emptyDraft())).sort()).toEqual(['iban', 'name']);
    expect(validateDraft(right)).toEqual({});
  });

  it.each<[string, Partial<AdministrationDraft>, DraftField, string]>([
    ['an IBAN with a wrong check digit', { iban: 'NL92ABNA0417164300' }, 'iban', 'iban'],
    ['an IBAN that is too short', { iban: 'NL91ABNA041716430' }, 'iban', 'iban'],
    ['a KvK number of seven digits', { kvk: '1234567' }, 'kvk', 'kvk'],
    ['a VAT id without B', { vatId: 'NL12345678901' }, 'vatId', 'vatId'],
    ['a mail address without domain', { email: 'iemand@' }, 'email', 'email'],
    ['a street without a city', { street: 'Dorpsstraat 1', postalCode: '1234 AB' }, 'city', 'address'],
    ['a country in full', { country: 'Nederland' }, 'country', 'country'],
    ['an empty term', { termDays: '' }, 'termDays', 'days'],
    ['half a day', { correctionDays: 2.5 }, 'correctionDays', 'days'],
    ['a negative tolerance', { tolerance: -1 }, 'tolerance', 'amount'],
    ['a window far off the paper', { offsetX: 80 }, 'offsetX', 'millimetres'],
    ['a registration without its number', { wkiGround: 'registered' }, 'wkiNumber', 'wkiNumber'],
  ])('refuses %s', (_what, change, field, key) => expect(errorOf(change, field)).toBe(key));

  it('keeps what it does not show, and writes cents and codes in their one form', () => {
    const base = newAdministration({ id: 'test', name: 'Oud', iban: 'NL91ABNA0417164300', vatScheme: 'kas' });
    const saved = administrationOf(
      { ...right, tolerance: 7.35, vatId: 'nl 8523.41003.b01', kvk: '0561 2873', name: '  Bakkerij   Test ' },
      base,
    );
    expect(saved).toMatchObject({
      id: 'test',
      vatScheme: 'kas',
      name: 'Bakkerij Test',
      iban: 'NL91ABNA0417164300',
      toleranceCents: 735,
      vatId: 'NL852341003B01',
      kvk: '05612873',
      address: null,
    });
    expect(administrationOf(draftOf(saved), saved)).toEqual(saved);
  });
});

describe('how the law is counted', () => {
  const base = newAdministration({ id: 'test', name: 'Bakkerij Test', iban: 'NL91ABNA0417164300' });

  it('is not written down while it is as it comes', () => {
    const saved = administrationOf(draftOf({ ...base, dayCount: '365' }), {
      ...base,
      dayCount: 'actual',
      postalDays: 3,
    });
    expect(saved).not.toHaveProperty('dayCount');
    expect(saved).not.toHaveProperty('postalDays');
    expect(saved.deductsVat).toBe(true);
  });

  it('is kept when it was chosen', () => {
    const chosen = { ...draftOf(base), dayCount: 'actual', postalDays: '3', vat: 'cannot' } as const;
    const saved = administrationOf(chosen, base);
    expect(saved).toMatchObject({ dayCount: 'actual', postalDays: 3, deductsVat: false });
    expect(draftOf(saved)).toMatchObject({ dayCount: 'actual', postalDays: '3', vat: 'cannot' });
  });
});

describe('a logo', () => {
  it.each([
    [[0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0], 'image/png'],
    [[0xff, 0xd8, 0xff, 0xe0], 'image/jpeg'],
    [[0x47, 0x49, 0x46, 0x38], null],
    [[], null],
  ])('is known by its bytes: %j', (bytes, mime) => expect(sniffImage(Uint8Array.from(bytes))).toBe(mime));
});
