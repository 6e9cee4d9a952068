import type { LetterTemplate } from '../template.ts';

export const secondReminder: LetterTemplate = {
  version: 1,
  heading: 'Deuxième rappel de paiement',
  subject: {
    one: 'Deuxième rappel de paiement facture {invoice} – {creditor}',
    several: 'Deuxième rappel de paiement {count} factures – {creditor}',
  },
  opening: [
    {
      when: ['one-item'],
      text: 'Malgré notre précédent rappel, la facture {invoice} reste ouverte en tout ou en partie d’après notre comptabilité.',
    },
    {
      when: ['several-items'],
      text: 'Malgré notre précédent rappel, les factures ci-dessous restent ouvertes en tout ou en partie d’après notre comptabilité.',
    },
  ],
  request: [
    { text: 'Nous vous prions de virer le montant de {total} au plus tard le {deadline}.' },
    {
      text: 'Y a-t-il une raison pour laquelle vous n’avez pas encore payé ? Veuillez nous contacter afin que nous trouvions ensemble une solution.',
    },
  ],
  consequence: [],
  closing: 'Cordialement,',
};
