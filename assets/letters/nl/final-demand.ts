import type { LetterTemplate } from '../template.ts';

export const finalDemand: LetterTemplate = {
  version: 3,
  heading: 'Laatste sommatie',
  subject: {
    one: 'Laatste sommatie factuur {invoice} – {creditor}',
    several: 'Laatste sommatie {count} facturen – {creditor}',
  },
  opening: [
    {
      when: ['one-item'],
      text: 'Wij hebben u al eerder om betaling gevraagd, maar voor factuur {invoice} is de betaling nog steeds niet (volledig) ontvangen.',
    },
    {
      when: ['several-items'],
      text: 'Wij hebben u al eerder om betaling gevraagd, maar voor de onderstaande facturen is de betaling nog steeds niet (volledig) ontvangen.',
    },
  ],
  request: [
    {
      text: 'Wij sommeren u het bedrag van {total} binnen {days} na de datum van deze brief te voldoen, uiterlijk {deadline}.',
    },
  ],
  consequence: [
    {
      when: ['business', 'netherlands', 'no-charges'],
      text: 'Dit is de laatste gelegenheid om zonder bijkomende kosten te betalen. Blijft betaling uit, dan geven wij de vordering zonder verdere aankondiging uit handen. De wettelijke handelsrente (artikel 6:119a BW) en de buitengerechtelijke incassokosten (artikel 6:96 BW) komen dan voor uw rekening.',
    },
    {
      when: ['business', 'belgium', 'no-charges'],
      text: 'Dit is de laatste gelegenheid om zonder bijkomende kosten te betalen. Blijft betaling uit, dan geven wij de vordering zonder verdere aankondiging uit handen. Verwijlintresten en de forfaitaire vergoeding voor invorderingskosten (artikelen 5 en 6 van de wet van 2 augustus 2002 betreffende de bestrijding van de betalingsachterstand bij handelstransacties) komen dan voor uw rekening.',
    },
    {
      when: ['business', 'abroad', 'no-charges'],
      text: 'Blijft betaling uit, dan geven wij de vordering zonder verdere aankondiging uit handen. Wij behouden ons alle rechten voor.',
    },
    {
      when: ['business', 'waived'],
      text: 'Blijft betaling uit, dan geven wij de vordering zonder verdere aankondiging uit handen. Wij behouden ons alle rechten voor.',
    },
    {
      when: ['business', 'charges'],
      text: 'Blijft betaling uit, dan geven wij de vordering zonder verdere aankondiging uit handen. De kosten van een procedure komen daar dan bij.',
    },
    {
      when: ['business', 'announced'],
      text: 'Blijft betaling uit, dan geven wij de vordering zonder verdere aankondiging uit handen.',
    },
    {
      when: ['public', 'statutory-claim'],
      text: 'Blijft betaling uit, dan geven wij de vordering uit handen en maken wij aanspraak op de vergoedingen die de wet bij te late betaling toekent.',
    },
    {
      when: ['public', 'no-statutory-claim'],
      text: 'Blijft betaling uit, dan geven wij de vordering uit handen.',
    },
    {
      when: ['consumer'],
      text: 'Blijft betaling uit, dan geven wij de vordering uit handen. Wilt u dat voorkomen en lukt het niet om in één keer te betalen? Neem dan vóór de genoemde datum contact met ons op.',
    },
  ],
  closing: 'Hoogachtend,',
};
