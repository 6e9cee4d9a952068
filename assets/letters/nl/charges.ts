import type { ChargeTexts } from '../template.ts';

/** Announced costs that no announced interest comes before. */
const costsAlone = 'Betaalt u niet op tijd, dan vorderen wij ook {costsPhrase} van {costs} ({costsArticle}).';

export const charges: ChargeTexts = {
  interest: {
    trade: {
      name: 'Wettelijke handelsrente',
      phrase: 'de wettelijke handelsrente',
      article: 'artikel\u00a06:119a\u00a0BW',
    },
    public: {
      name: 'Wettelijke handelsrente',
      phrase: 'de wettelijke handelsrente',
      article: 'artikel\u00a06:119b\u00a0BW',
    },
    consumer: { name: 'Wettelijke rente', phrase: 'de wettelijke rente', article: 'artikel\u00a06:119\u00a0BW' },
    agreed: { name: 'Overeengekomen rente', phrase: 'de overeengekomen rente', article: '{clause}' },
    'belgian-trade': {
      name: 'Verwijlintresten',
      phrase: 'verwijlintresten',
      article: 'artikel 5 van de wet van 2 augustus 2002',
    },
    'belgian-consumer': {
      name: 'Verwijlintresten',
      phrase: 'verwijlintresten',
      article: '{clause}; boek XIX WER',
    },
  },
  costs: {
    tariff: {
      name: 'Buitengerechtelijke incassokosten',
      phrase: 'buitengerechtelijke incassokosten',
      article: 'artikel\u00a06:96\u00a0BW',
    },
    agreed: { name: 'Overeengekomen incassokosten', phrase: 'de overeengekomen incassokosten', article: '{clause}' },
    'belgian-trade': {
      name: 'Forfaitaire vergoeding voor invorderingskosten',
      phrase: 'de forfaitaire vergoeding voor invorderingskosten',
      article: 'artikel 6 van de wet van 2 augustus 2002',
    },
    'belgian-consumer': {
      name: 'Forfaitaire schadevergoeding',
      phrase: 'de forfaitaire schadevergoeding',
      article: '{clause}; boek XIX WER',
    },
  },
  lines: {
    interest: '{name} t/m {until} ({article})',
    costs: '{name} ({article})',
    vat: 'Btw {vatPercent} over de incassokosten',
  },
  charged: [
    {
      when: ['consumer', 'netherlands', 'costs-charged'],
      text: 'In een eerdere brief hebt u veertien dagen de tijd gekregen om zonder incassokosten te betalen. Die termijn is verstreken.',
    },
    {
      when: ['consumer', 'belgium', 'costs-charged'],
      text: 'In een eerdere, kosteloze herinnering hebt u ten minste veertien dagen de tijd gekregen om zonder kosten te betalen. Die termijn is verstreken.',
    },
    {
      when: ['interest-charged'],
      text: 'Over de hoofdsom van {principal} bent u {interestPhrase} verschuldigd ({interestArticle}): tot en met {until} is dat {interest}, daarna {perDay} per dag.',
    },
    {
      when: ['costs-charged'],
      text: 'U bent ook {costsPhrase} van {costs} verschuldigd ({costsArticle}).',
    },
    {
      when: ['costs-charged', 'vat'],
      text: 'Deze kosten zijn verhoogd met {vatPercent} btw ({costsVat}): wij verklaren dat wij die btw niet kunnen verrekenen (artikel 2 lid 3 Besluit vergoeding voor buitengerechtelijke incassokosten).',
    },
    { when: ['charges'], text: 'De berekening staat in de bijlage.' },
  ],
  announced: [
    {
      when: ['interest-announced'],
      text: 'Ontvangen wij uw betaling niet op tijd, dan maken wij aanspraak op {interestPhrase} ({interestArticle}): tot en met {until} is dat {interest}, daarna {perDay} per dag tot de dag van betaling.',
    },
    {
      when: ['costs-announced', 'interest-announced'],
      text: 'Daarnaast vorderen wij dan {costsPhrase} van {costs} ({costsArticle}).',
    },
    { when: ['costs-announced', 'interest-charged'], text: costsAlone },
    { when: ['costs-announced', 'no-interest'], text: costsAlone },
    {
      when: ['costs-announced', 'vat'],
      text: 'In dat bedrag is {costsVat} btw ({vatPercent}) begrepen: wij verklaren dat wij die btw niet kunnen verrekenen en dat de kosten daarom zijn verhoogd (artikel 2 lid 3 Besluit vergoeding voor buitengerechtelijke incassokosten).',
    },
  ],
  enclosure: 'Bijlage: specificatie van rente en kosten',
};
