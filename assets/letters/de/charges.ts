import type { ChargeTexts } from '../template.ts';

/** Announced costs that no announced interest comes before. */
const costsAlone =
  'Zahlen Sie nicht rechtzeitig, fordern wir außerdem {costsPhrase} in Höhe von {costs} ({costsArticle}).';

export const charges: ChargeTexts = {
  interest: {
    trade: {
      name: 'Gesetzliche Handelszinsen',
      phrase: 'die gesetzlichen Handelszinsen',
      article: 'Art.\u00a06:119a niederl. BGB',
    },
    public: {
      name: 'Gesetzliche Handelszinsen',
      phrase: 'die gesetzlichen Handelszinsen',
      article: 'Art.\u00a06:119b niederl. BGB',
    },
    consumer: {
      name: 'Gesetzliche Zinsen',
      phrase: 'die gesetzlichen Zinsen',
      article: 'Art.\u00a06:119 niederl. BGB',
    },
    agreed: { name: 'Vereinbarte Zinsen', phrase: 'die vereinbarten Zinsen', article: '{clause}' },
    'belgian-trade': {
      name: 'Verzugszinsen',
      phrase: 'Verzugszinsen',
      article: 'Art. 5 des belgischen Gesetzes vom 2. August 2002',
    },
    'belgian-consumer': {
      name: 'Verzugszinsen',
      phrase: 'Verzugszinsen',
      article: '{clause}; Buch XIX belg. Wirtschaftsgesetzbuch',
    },
  },
  costs: {
    tariff: {
      name: 'Außergerichtliche Inkassokosten',
      phrase: 'außergerichtliche Inkassokosten',
      article: 'Art.\u00a06:96 niederl. BGB',
    },
    agreed: { name: 'Vereinbarte Inkassokosten', phrase: 'die vereinbarten Inkassokosten', article: '{clause}' },
    'belgian-trade': {
      name: 'Pauschale für Beitreibungskosten',
      phrase: 'die Pauschale für Beitreibungskosten',
      article: 'Art. 6 des belgischen Gesetzes vom 2. August 2002',
    },
    'belgian-consumer': {
      name: 'Pauschaler Schadenersatz',
      phrase: 'pauschalen Schadenersatz',
      article: '{clause}; Buch XIX belg. Wirtschaftsgesetzbuch',
    },
  },
  lines: {
    interest: '{name} bis einschließlich {until} ({article})',
    costs: '{name} ({article})',
    vat: 'Umsatzsteuer {vatPercent} auf die Inkassokosten',
  },
  charged: [
    {
      when: ['consumer', 'netherlands', 'costs-charged'],
      text: 'In einem früheren Schreiben hatten Sie vierzehn Tage Zeit, ohne Inkassokosten zu zahlen. Diese Frist ist abgelaufen.',
    },
    {
      when: ['consumer', 'belgium', 'costs-charged'],
      text: 'In einer früheren, kostenlosen Mahnung hatten Sie mindestens vierzehn Tage Zeit, ohne Kosten zu zahlen. Diese Frist ist abgelaufen.',
    },
    {
      when: ['interest-charged'],
      text: 'Auf die Hauptforderung von {principal} schulden Sie {interestPhrase} ({interestArticle}); bis einschließlich {until} sind das {interest}, danach {perDay} pro Tag.',
    },
    { when: ['costs-charged'], text: 'Außerdem schulden Sie {costsPhrase} in Höhe von {costs} ({costsArticle}).' },
    {
      when: ['costs-charged', 'vat'],
      text: 'Diese Kosten sind um {vatPercent} Umsatzsteuer ({costsVat}) erhöht: Wir erklären, dass wir diese Umsatzsteuer nicht als Vorsteuer abziehen können (Art. 2 Abs. 3 des niederländischen Erlasses über außergerichtliche Inkassokosten).',
    },
    { when: ['charges'], text: 'Die Berechnung finden Sie in der Anlage.' },
  ],
  announced: [
    {
      when: ['interest-announced'],
      text: 'Geht Ihre Zahlung nicht rechtzeitig ein, machen wir {interestPhrase} geltend ({interestArticle}): bis einschließlich {until} sind das {interest}, danach {perDay} pro Tag bis zum Tag der Zahlung.',
    },
    {
      when: ['costs-announced', 'interest-announced'],
      text: 'Außerdem fordern wir dann {costsPhrase} in Höhe von {costs} ({costsArticle}).',
    },
    { when: ['costs-announced', 'interest-charged'], text: costsAlone },
    { when: ['costs-announced', 'no-interest'], text: costsAlone },
    {
      when: ['costs-announced', 'vat'],
      text: 'In diesem Betrag sind {costsVat} Umsatzsteuer ({vatPercent}) enthalten: Wir erklären, dass wir diese Umsatzsteuer nicht als Vorsteuer abziehen können und die Kosten deshalb erhöht sind (Art. 2 Abs. 3 des niederländischen Erlasses über außergerichtliche Inkassokosten).',
    },
  ],
  enclosure: 'Anlage: Aufstellung der Zinsen und Kosten',
};
