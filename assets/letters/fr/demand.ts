import type { LetterTemplate } from '../template.ts';

export const demand: LetterTemplate = {
  version: 3,
  heading: 'Demande de paiement',
  subject: {
    one: 'Demande de paiement facture {invoice} – {creditor}',
    several: 'Demande de paiement {count} factures – {creditor}',
  },
  opening: [
    {
      when: ['one-item'],
      text: 'Malgré notre rappel, nous n’avons pas reçu le paiement (intégral) de la facture {invoice}.',
    },
    {
      when: ['several-items'],
      text: 'Malgré notre rappel, nous n’avons pas reçu le paiement (intégral) des factures ci-dessous.',
    },
  ],
  request: [
    {
      text: 'Nous vous demandons de payer le montant de {total} dans un délai de {days} à compter de la date de ce courrier, au plus tard le {deadline}.',
    },
  ],
  consequence: [
    {
      when: ['business', 'netherlands', 'no-charges'],
      text: 'À défaut de paiement dans ce délai, nous réclamerons les intérêts légaux commerciaux (art. 6:119a du Code civil néerlandais) ainsi que les frais de recouvrement extrajudiciaires (art. 6:96).',
    },
    {
      when: ['business', 'belgium', 'no-charges'],
      text: 'À défaut de paiement dans ce délai, nous réclamerons les intérêts de retard et l’indemnité forfaitaire pour frais de recouvrement (art. 5 et 6 de la loi du 2 août 2002 concernant la lutte contre le retard de paiement dans les transactions commerciales).',
    },
    {
      when: ['business', 'abroad', 'no-charges'],
      text: 'À défaut de paiement dans ce délai, nous prendrons d’autres mesures pour recouvrer ce montant. Tous nos droits restent réservés.',
    },
    {
      when: ['business', 'waived'],
      text: 'À défaut de paiement dans ce délai, nous prendrons d’autres mesures pour recouvrer ce montant. Tous nos droits restent réservés.',
    },
    {
      when: ['business', 'charges'],
      text: 'À défaut de paiement dans ce délai, nous prendrons sans autre avis des mesures pour recouvrer ce montant.',
    },
    {
      when: ['public', 'statutory-claim'],
      text: 'À défaut de paiement dans ce délai, nous saisirons votre service financier et réclamerons les indemnités que la loi prévoit en cas de retard de paiement.',
    },
    {
      when: ['public', 'no-statutory-claim'],
      text: 'À défaut de paiement dans ce délai, nous saisirons votre service financier.',
    },
    {
      when: ['consumer', 'netherlands', 'no-costs', 'term-not-agreed'],
      text: 'À défaut de paiement dans ce délai, vous recevrez encore un courrier avec un délai de quatorze jours. Il indiquera précisément les conséquences si vous ne payez toujours pas. Dans la mesure où vous n’êtes pas encore en demeure, ce courrier vaut également mise en demeure : sans paiement à la date indiquée, vous serez ensuite en défaut.',
    },
    {
      when: ['consumer', 'netherlands', 'no-costs', 'term-agreed'],
      text: 'À défaut de paiement dans ce délai, vous recevrez encore un courrier avec un délai de quatorze jours. Il indiquera précisément les conséquences si vous ne payez toujours pas.',
    },
    {
      when: ['consumer', 'abroad'],
      text: 'À défaut de paiement dans ce délai, nous prendrons d’autres mesures pour recouvrer ce montant. Nous vous en informerons au préalable.',
    },
    {
      when: ['consumer', 'belgium', 'no-costs'],
      text: 'À défaut de paiement dans ce délai, nous prendrons d’autres mesures pour recouvrer ce montant. Nous vous en informerons au préalable.',
    },
    {
      when: ['consumer'],
      text: 'Vous ne pouvez pas payer ce montant en une fois ? Veuillez nous contacter et nous chercherons ensemble une solution.',
    },
  ],
  closing: 'Veuillez agréer, Madame, Monsieur, nos salutations distinguées.',
};
