import { describe, expect, it } from 'vitest';
import { addDays, epochDay, formatDate, formatLongDate, fromEpochDay, type IsoDate } from '#shared/dates/civil.ts';
import { formatIban } from '#shared/identifiers/iban.ts';
import { collectionCosts } from '#shared/law/costs.ts';
import { checkFourteenDayLetter } from '#shared/law/fourteen-day-letter/check.ts';
import type { FourteenDayItem, FourteenDayLetter, LetterProblemCode } from '#shared/law/fourteen-day-letter/letter.ts';
import { earliestPrintedDate } from '#shared/law/notice-term.ts';
import { formatMoney, sumOf } from '#shared/money/cents.ts';
import fc from './draws.ts';
import { parts } from './fourteen-day-parts.ts';

type Language = keyof typeof parts;
const languages: readonly Language[] = ['nl', 'en', 'de', 'fr'];
const iban = 'NL91ABNA0417164300';

/** What a letter is made of, so that one thing can be made wrong. */
interface Made {
  readonly language: Language;
  readonly sentOn: IsoDate;
  readonly items: readonly FourteenDayItem[];
  readonly opening: string;
  readonly request: string;
  readonly term: string;
  readonly consequence: string;
  readonly extra: string;
}

const sentOn = fc.integer({ min: epochDay('2026-11-23'), max: epochDay('2030-12-31') }).map(fromEpochDay);
const opens = fc.array(fc.integer({ min: 500, max: 900_000 }), { minLength: 1, maxLength: 4 });

const made = fc.tuple(fc.constantFrom(...languages), sentOn, opens).chain(([language, sent, amounts]) => {
  const own = parts[language];
  const items = amounts.map((open, at) => ({
    number: `2026-${String(1001 + at * 7)}`,
    invoiceDate: addDays(sent, -75 + at),
    dueDate: addDays(sent, -45 + at),
    open,
    included: true,
  }));
  const one = (list: readonly string[]) => fc.constantFrom(...list);
  return fc.record<Made>({
    language: fc.constant(language),
    sentOn: fc.constant(sent),
    items: fc.constant(items),
    opening: one(own.opening),
    request: one(own.request),
    term: one(own.term),
    consequence: one(own.consequence),
    extra: one(own.extra),
  });
});

function letterOf(given: Made): FourteenDayLetter {
  const { language, items } = given;
  const principal = sumOf(items, ({ open }) => open);
  const { costs } = collectionCosts({ principals: [principal], jurisdiction: 'NL', consumer: true });
  const money = (cents: number) => formatMoney(cents, 'EUR', language);
  const and = { nl: 'en', en: 'and', de: 'und', fr: 'et' }[language];
  const values: Readonly<Record<string, string>> = {
    invoices: items.map(({ number, open }) => `${number} (${money(open)})`).join(` ${and} `),
    table: `\n\n${items.map(({ number, dueDate, open }) => `${number}   ${formatDate(dueDate ?? '')}   ${money(open)}`).join('\n')}\n`,
    due: formatLongDate(items[0]?.dueDate ?? '', language),
    total: money(principal),
    costs: money(costs),
    sum: money(principal + costs),
    iban: formatIban(iban),
    term: given.term,
  };
  const filled = (text: string) => text.replace(/\{(\w+)\}/g, (_, name: string) => values[name] ?? '');
  const text = [given.opening, given.request, given.consequence, given.extra].map(filled).join('\n\n');
  return {
    sentOn: given.sentOn,
    channel: 'post',
    debtor: { consumer: true },
    creditor: { deductsVat: true },
    items,
    text: text.replace(/(^|\n)(\p{Ll})/gu, (_, start: string, letter: string) => start + letter.toUpperCase()),
    amounts: [principal],
    ibans: [iban],
    costsAnnounced: costs,
    printedDeadline: null,
  };
}

const words = {
  nl: {
    date: 'binnen 14 dagen na dagtekening van deze brief',
    deadline: 'Uw betaling moet uiterlijk {date} binnen zijn.',
    interest: 'Daarnaast bent u {amount} wettelijke rente verschuldigd.',
    second: 'U moet nu {amount} betalen.',
    mention: 'De incassokosten zijn {costs}.',
  },
  en: {
    date: 'within 14 days of the date of this letter',
    deadline: 'Your payment must be in by {date}.',
    interest: 'You also owe {amount} in statutory interest.',
    second: 'You must pay {amount} now.',
    mention: 'The collection costs are {costs}.',
  },
  de: {
    date: 'innerhalb von 14 Tagen ab Datum dieses Schreibens',
    deadline: 'Ihre Zahlung muss bis zum {date} eingegangen sein.',
    interest: 'Außerdem schulden Sie {amount} gesetzliche Zinsen.',
    second: 'Sie müssen jetzt {amount} zahlen.',
    mention: 'Die Inkassokosten betragen {costs}.',
  },
  fr: {
    date: 'dans les 14 jours à compter de la date de la présente lettre',
    deadline: 'Votre paiement doit être reçu au plus tard le {date}.',
    interest: 'Vous devez en outre {amount} d’intérêts légaux.',
    second: 'Vous devez payer maintenant {amount}.',
    mention: 'Les frais de recouvrement sont de {costs}.',
  },
} as const;

/** One defect put into a letter that holds. */
const defects: readonly (readonly [LetterProblemCode, (given: Made) => FourteenDayLetter])[] = [
  ['not-consumer', (given) => ({ ...letterOf(given), debtor: { consumer: false } })],
  [
    'not-in-default',
    (given) => ({ ...letterOf(given), items: given.items.map((item) => ({ ...item, dueDate: given.sentOn })) }),
  ],
  [
    'item-missing',
    (given) => ({ ...letterOf(given), items: [...given.items, { ...itemOf(given), number: 'X-9', included: false }] }),
  ],
  ['term-wording', (given) => letterOf({ ...given, term: words[given.language].date })],
  [
    'end-date-too-early',
    (given) => ({ ...letterOf(given), printedDeadline: addDays(earliestPrintedDate(given.sentOn), -1) }),
  ],
  [
    'end-date-too-early',
    (given) =>
      adding(
        given,
        words[given.language].deadline.replace(
          '{date}',
          formatLongDate(addDays(earliestPrintedDate(given.sentOn), -1), given.language),
        ),
      ),
  ],
  ['costs-missing', (given) => ({ ...letterOf(given), costsAnnounced: null })],
  ['costs-amount', (given) => ({ ...letterOf(given), costsAnnounced: (letterOf(given).costsAnnounced ?? 0) + 1 })],
  ['vat-ground', withVat],
  [
    'interest-claimed',
    (given) =>
      adding(given, words[given.language].interest.replace('{amount}', formatMoney(311, 'EUR', given.language))),
  ],
  [
    'several-amounts',
    (given) => ({ ...letterOf(given), amounts: [1, 2].map((part) => sumOf(given.items, ({ open }) => open) * part) }),
  ],
  [
    'several-amounts',
    (given) =>
      adding(given, words[given.language].second.replace('{amount}', formatMoney(99_999_901, 'EUR', given.language))),
  ],
  ['several-ibans', (given) => adding(given, 'IBAN: NL20 INGB 0001 2345 67')],
  ['consequence-missing', (given) => letterOf({ ...given, consequence: words[given.language].mention })],
];

function itemOf({ items }: Made): FourteenDayItem {
  const [first] = items;
  if (!first) throw new Error('no item');
  return first;
}

function adding(given: Made, sentence: string): FourteenDayLetter {
  const letter = letterOf(given);
  return { ...letter, text: `${letter.text}\n\n${sentence}` };
}

function withVat(given: Made): FourteenDayLetter {
  const letter = letterOf(given);
  const principals = [sumOf(given.items, ({ open }) => open)];
  return { ...letter, costsAnnounced: collectionCosts({ principals, jurisdiction: 'NL', vatPercent: 21 }).total };
}

const codesOf = (letter: FourteenDayLetter) => checkFourteenDayLetter(letter).problems.map(({ code }) => code);

describe('a veertiendagenbrief put together from what senders write (criterion E4)', () => {
  it('holds', () => {
    fc.assert(
      fc.property(made, (given) => {
        expect(codesOf(letterOf(given))).toEqual([]);
      }),
      { numRuns: 500 },
    );
  });

  it.each(defects)('%s: one defect, and it is refused', (code, spoil) => {
    fc.assert(
      fc.property(made, (given) => {
        expect(codesOf(spoil(given))).toContain(code);
      }),
      { numRuns: 100 },
    );
  });
});
