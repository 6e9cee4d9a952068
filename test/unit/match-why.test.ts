import { describe, expect, it } from 'vitest';
import { en } from '#shared/i18n/en/index.ts';
import { nl } from '#shared/i18n/nl/index.ts';
import { createTranslator } from '#shared/i18n/translate.ts';
import { type MatchReason, matchReasons } from '#shared/matching/match.ts';
import { keptReasons, readReasons, reasonText } from '#shared/matching/why.ts';

const names = [
  'number',
  'written',
  'amount',
  'kept',
  'count',
  'difference',
  'open',
  'iban',
  'debtor',
  'name',
  'word',
  'code',
  'date',
];
/** A value of every name a text may ask for, with what could be taken for the marks it is kept by. */
const params = Object.fromEntries(
  names.map((name) => [name, name === 'count' ? 3 : name === 'date' ? '2026-11-18' : `a=b&c?d% ${name}`]),
);
const all: readonly MatchReason[] = matchReasons.map((code) => ({ code, params, weight: 2 }));
const named = (texts: Readonly<Record<string, string>>, code: string) =>
  [...(texts[code] ?? '').matchAll(/\{\{(\w+)\}\}/g)].map(([, name]) => name!);

describe('reasons that are kept with a match', () => {
  it.each(matchReasons)('%s says afterwards what it said before, in both languages', (code) => {
    for (const texts of [nl, en]) for (const name of named(texts.matching.reason, code)) expect(names).toContain(name);
    const reason = all.find((one) => one.code === code)!;
    const [read] = readReasons(keptReasons([reason]));
    const isOfOther = code.endsWith('-of-other') && code !== 'amount-of-other';
    if (isOfOther || code === 'other-in-text') expect(read).toBeUndefined();
    else {
      for (const language of ['nl', 'en'] as const) {
        const { t } = createTranslator(language);
        expect(reasonText(t, read!, language)).toBe(reasonText(t, reason, language));
        expect(reasonText(t, read!, language)).not.toContain('{{');
      }
    }
  });

  it('are the weightiest six, for and against, and small', () => {
    const many = all
      .slice(0, 9)
      .map((reason, at) => ({ ...reason, params: { number: 'F-1' }, weight: at % 2 ? -1 : 9 - at }));
    const kept = keptReasons(many);
    expect(kept).toHaveLength(6);
    expect(readReasons(kept).map(({ weight }) => weight)).toEqual([1, -1, 1, -1, 1, -1]);
    expect(JSON.stringify(kept).length).toBeLessThan(200);
  });

  it.each([['+iets-nieuws?a=b'], ['named-number'], [''], ['+named-number?number=%E0%A4%A'], ['-named-number']])(
    '%j of another version breaks nothing',
    (text) => {
      expect(readReasons([text]).length).toBeLessThan(2);
    },
  );
});
