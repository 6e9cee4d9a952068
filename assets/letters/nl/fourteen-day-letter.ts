import type { LetterTemplate } from '../template.ts';

/**
 * Veertiendagenbrief, artikel 6:96 lid 6 BW. De termijn staat in de woorden die de Hoge Raad aanvaardt (ECLI:NL:HR:2016:2704),
 * zonder datum: die begint op de dag na ontvangst. Alleen de hoofdsom wordt gevorderd.
 */
export const fourteenDayLetter: LetterTemplate = {
  version: 1,
  heading: 'Aanmaning met aankondiging van incassokosten',
  subject: {
    one: 'Aanmaning factuur {invoice}: voorkom incassokosten – {creditor}',
    several: 'Aanmaning {count} facturen: voorkom incassokosten – {creditor}',
  },
  opening: [
    {
      when: ['one-item'],
      text: 'Voor factuur {invoice} hebben wij nog geen (volledige) betaling ontvangen. De betalingstermijn is voorbij. U bent daardoor in verzuim.',
    },
    {
      when: ['several-items'],
      text: 'Voor de onderstaande facturen hebben wij nog geen (volledige) betaling ontvangen. De betalingstermijnen zijn voorbij. U bent daardoor in verzuim.',
    },
  ],
  request: [
    {
      text: 'Wij vragen u {total} te betalen binnen vijftien dagen nadat deze brief bij u is bezorgd. Betaalt u op tijd, dan betaalt u geen incassokosten.',
    },
  ],
  consequence: [
    {
      text: 'Betaalt u niet alles binnen deze termijn, dan moet u ook buitengerechtelijke incassokosten betalen (artikel 6:96 BW). Deze kosten zijn {costs}. Het totaal wordt dan {totalWithCosts}.',
    },
    {
      when: ['vat'],
      text: 'De incassokosten bestaan uit {costsWithoutVat} en {costsVat} btw ({vatPercent}). {creditor} kan deze btw niet verrekenen. Daarom zijn de kosten met de btw verhoogd (artikel 2 lid 3 Besluit vergoeding voor buitengerechtelijke incassokosten).',
    },
    {
      text: 'Lukt het niet om het bedrag in één keer te betalen? Neem dan contact met ons op, dan zoeken wij samen naar een oplossing.',
    },
  ],
  closing: 'Hoogachtend,',
};
