import type { LetterTemplate } from '../template.ts';

export const finalDemand: LetterTemplate = {
  version: 1,
  heading: 'Laatste sommatie',
  subject: {
    one: 'Laatste sommatie factuur {invoice} – {creditor}',
    several: 'Laatste sommatie {count} facturen – {creditor}',
  },
  opening: [
    {
      when: ['one-item'],
      text: 'Wij hebben u herinnerd en aangemaand, maar voor factuur {invoice} is de betaling nog steeds niet (volledig) ontvangen.',
    },
    {
      when: ['several-items'],
      text: 'Wij hebben u herinnerd en aangemaand, maar voor de onderstaande facturen is de betaling nog steeds niet (volledig) ontvangen.',
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
      when: ['business', 'abroad', 'no-charges'],
      text: 'Blijft betaling uit, dan geven wij de vordering zonder verdere aankondiging uit handen. Wij behouden ons alle rechten voor.',
    },
    {
      when: ['business', 'charges'],
      text: 'Blijft betaling uit, dan geven wij de vordering zonder verdere aankondiging uit handen. De rente loopt door tot de dag waarop alles is betaald en de kosten van een procedure komen daar bij.',
    },
    {
      when: ['public'],
      text: 'Blijft betaling uit, dan geven wij de vordering uit handen en maken wij aanspraak op de vergoedingen die de wet bij te late betaling toekent.',
    },
    {
      when: ['consumer'],
      text: 'Blijft betaling uit, dan geven wij de vordering uit handen. Wilt u dat voorkomen en lukt het niet om in één keer te betalen? Neem dan vóór de genoemde datum contact met ons op.',
    },
  ],
  closing: 'Hoogachtend,',
};
