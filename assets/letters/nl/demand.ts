import type { LetterTemplate } from '../template.ts';

export const demand: LetterTemplate = {
  version: 3,
  heading: 'Aanmaning',
  subject: { one: 'Aanmaning factuur {invoice} – {creditor}', several: 'Aanmaning {count} facturen – {creditor}' },
  opening: [
    {
      when: ['one-item'],
      text: 'Ondanks onze herinnering hebben wij voor factuur {invoice} nog geen (volledige) betaling ontvangen.',
    },
    {
      when: ['several-items'],
      text: 'Ondanks onze herinnering hebben wij voor de onderstaande facturen nog geen (volledige) betaling ontvangen.',
    },
  ],
  request: [
    {
      text: 'Wij manen u aan het bedrag van {total} binnen {days} na de datum van deze brief te betalen, uiterlijk {deadline}.',
    },
  ],
  consequence: [
    {
      when: ['business', 'netherlands', 'no-charges'],
      text: 'Ontvangen wij uw betaling niet op tijd, dan maken wij aanspraak op de wettelijke handelsrente (artikel 6:119a BW) en op vergoeding van de buitengerechtelijke incassokosten (artikel 6:96 BW).',
    },
    {
      when: ['business', 'belgium', 'no-charges'],
      text: 'Ontvangen wij uw betaling niet op tijd, dan maken wij aanspraak op verwijlintresten en op de forfaitaire vergoeding voor invorderingskosten (artikelen 5 en 6 van de wet van 2 augustus 2002 betreffende de bestrijding van de betalingsachterstand bij handelstransacties).',
    },
    {
      when: ['business', 'abroad', 'no-charges'],
      text: 'Ontvangen wij uw betaling niet op tijd, dan nemen wij verdere maatregelen om het bedrag te innen. Wij behouden ons alle rechten voor.',
    },
    {
      when: ['business', 'waived'],
      text: 'Ontvangen wij uw betaling niet op tijd, dan nemen wij verdere maatregelen om het bedrag te innen. Wij behouden ons alle rechten voor.',
    },
    {
      when: ['business', 'charges'],
      text: 'Ontvangen wij uw betaling niet op tijd, dan nemen wij zonder verdere aankondiging maatregelen om het bedrag te innen.',
    },
    {
      when: ['public', 'statutory-claim'],
      text: 'Ontvangen wij uw betaling niet op tijd, dan leggen wij de zaak voor aan uw afdeling financiën en maken wij aanspraak op de vergoedingen die de wet bij te late betaling toekent.',
    },
    {
      when: ['public', 'no-statutory-claim'],
      text: 'Ontvangen wij uw betaling niet op tijd, dan leggen wij de zaak voor aan uw afdeling financiën.',
    },
    {
      when: ['consumer', 'netherlands', 'no-costs', 'term-not-agreed'],
      text: 'Ontvangen wij uw betaling niet op tijd, dan ontvangt u nog een brief met een termijn van veertien dagen. Daarin staat precies wat de gevolgen zijn als u ook dan niet betaalt. Voor zover u nog niet in verzuim bent, is deze brief tevens een ingebrekestelling: betaalt u niet uiterlijk op de genoemde datum, dan bent u daarna in verzuim.',
    },
    {
      when: ['consumer', 'netherlands', 'no-costs', 'term-agreed'],
      text: 'Ontvangen wij uw betaling niet op tijd, dan ontvangt u nog een brief met een termijn van veertien dagen. Daarin staat precies wat de gevolgen zijn als u ook dan niet betaalt.',
    },
    {
      when: ['consumer', 'abroad'],
      text: 'Ontvangen wij uw betaling niet op tijd, dan nemen wij verdere maatregelen om het bedrag te innen. U hoort vooraf van ons welke dat zijn.',
    },
    {
      when: ['consumer', 'belgium', 'no-costs'],
      text: 'Ontvangen wij uw betaling niet op tijd, dan nemen wij verdere maatregelen om het bedrag te innen. U hoort vooraf van ons welke dat zijn.',
    },
    {
      when: ['consumer'],
      text: 'Lukt het niet om het bedrag in één keer te betalen? Neem dan contact met ons op, dan zoeken wij samen naar een oplossing.',
    },
  ],
  closing: 'Hoogachtend,',
};
