import type { LetterTemplate } from '../template.ts';

/** Ingebrekestelling, art. 6:82 of the Dutch Civil Code. */
export const defaultNotice: LetterTemplate = {
  version: 2,
  heading: 'Mise en demeure',
  subject: {
    one: 'Mise en demeure facture {invoice} – {creditor}',
    several: 'Mise en demeure {count} factures – {creditor}',
  },
  opening: [
    {
      when: ['one-item'],
      text: 'Nous n’avons pas reçu le paiement (intégral) de la facture {invoice}. Par la présente, nous vous mettons donc en demeure.',
    },
    {
      when: ['several-items'],
      text: 'Nous n’avons pas reçu le paiement (intégral) des factures ci-dessous. Par la présente, nous vous mettons donc en demeure.',
    },
  ],
  request: [
    { text: 'Vous disposez encore de {days} pour payer le montant de {total}, soit au plus tard le {deadline}.' },
  ],
  consequence: [
    { text: 'Si nous n’avons pas reçu ce montant à cette date, vous serez en défaut à compter du lendemain.' },
    {
      when: ['business', 'netherlands', 'no-charges'],
      text: 'À partir de ce moment, nous réclamerons les intérêts légaux commerciaux (art. 6:119a du Code civil néerlandais), pour autant qu’ils ne courent pas déjà, ainsi que les frais de recouvrement extrajudiciaires (art. 6:96).',
    },
    {
      when: ['business', 'belgium', 'no-charges'],
      text: 'Nous réclamerons alors les intérêts de retard, pour autant qu’ils ne courent pas déjà, ainsi que l’indemnité forfaitaire pour frais de recouvrement (art. 5 et 6 de la loi du 2 août 2002 concernant la lutte contre le retard de paiement dans les transactions commerciales).',
    },
    {
      when: ['business', 'abroad', 'no-charges'],
      text: 'Tous les droits qui en découlent restent réservés.',
    },
    {
      when: ['business', 'waived'],
      text: 'Tous les droits qui en découlent restent réservés.',
    },
    {
      when: ['public', 'statutory-claim'],
      text: 'Nous réclamerons alors les indemnités que la loi prévoit en cas de retard de paiement.',
    },
    {
      when: ['public', 'no-statutory-claim'],
      text: 'Tous les droits qui en découlent restent réservés.',
    },
    {
      when: ['consumer', 'netherlands', 'no-costs'],
      text: 'Avant que des frais ne vous soient facturés, vous recevrez encore un courrier avec un délai de quatorze jours indiquant le montant exact.',
    },
    {
      when: ['consumer'],
      text: 'Vous ne pouvez pas payer ce montant en une fois ? Veuillez nous contacter et nous chercherons ensemble une solution.',
    },
  ],
  closing: 'Veuillez agréer, Madame, Monsieur, nos salutations distinguées.',
};
