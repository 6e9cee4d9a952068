import type { LetterTemplate } from '../template.ts';

/**
 * Lettre de quatorze jours, art. 6:96, al. 6 of the Dutch Civil Code. The term is worded as the Supreme Court accepts it
 * (ECLI:NL:HR:2016:2704), without a date: it starts the day after receipt. Only the principal is claimed.
 */
export const fourteenDayLetter: LetterTemplate = {
  version: 1,
  heading: 'Mise en demeure avant frais de recouvrement',
  subject: {
    one: 'Mise en demeure facture {invoice} : évitez les frais de recouvrement – {creditor}',
    several: 'Mise en demeure {count} factures : évitez les frais de recouvrement – {creditor}',
  },
  opening: [
    {
      when: ['one-item'],
      text: 'Nous n’avons pas encore reçu le paiement (intégral) de la facture {invoice}. Le délai de paiement est dépassé. Vous êtes donc en demeure.',
    },
    {
      when: ['several-items'],
      text: 'Nous n’avons pas encore reçu le paiement (intégral) des factures ci-dessous. Les délais de paiement sont dépassés. Vous êtes donc en demeure.',
    },
  ],
  request: [
    {
      text: 'Veuillez payer {total} dans les quinze jours suivant la remise de ce courrier à votre adresse. Si vous payez à temps, vous ne paierez pas de frais de recouvrement.',
    },
  ],
  consequence: [
    {
      text: 'Si vous ne payez pas tout dans ce délai, vous devrez également payer des frais de recouvrement extrajudiciaires (art. 6:96 du Code civil néerlandais). Ces frais s’élèvent à {costs}. Le total sera alors de {totalWithCosts}.',
    },
    {
      when: ['vat'],
      text: 'Les frais de recouvrement se composent de {costsWithoutVat} et de {costsVat} de TVA ({vatPercent}). {creditor} ne peut pas déduire cette TVA. C’est pourquoi les frais ont été majorés de la TVA (art. 2, al. 3, du décret néerlandais sur les frais de recouvrement extrajudiciaires).',
    },
    {
      text: 'Vous ne pouvez pas payer ce montant en une fois ? Contactez-nous, nous chercherons ensemble une solution.',
    },
  ],
  closing: 'Veuillez agréer, Madame, Monsieur, nos salutations distinguées.',
};
