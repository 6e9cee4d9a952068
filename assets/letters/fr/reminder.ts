import type { LetterTemplate } from '../template.ts';

export const reminder: LetterTemplate = {
  version: 2,
  heading: 'Rappel de paiement',
  subject: {
    one: 'Rappel de paiement facture {invoice} – {creditor}',
    several: 'Rappel de paiement {count} factures – {creditor}',
  },
  opening: [
    {
      when: ['one-item'],
      text: 'Cela vous a peut-être échappé : d’après notre comptabilité, la facture {invoice} est encore ouverte alors que le délai de paiement est dépassé.',
    },
    {
      when: ['several-items'],
      text: 'Cela vous a peut-être échappé : d’après notre comptabilité, les factures ci-dessous sont encore ouvertes alors que le délai de paiement est dépassé.',
    },
  ],
  request: [
    { text: 'Pourriez-vous virer le montant de {total} au plus tard le {deadline} ?' },
    // The first reminder to a Belgian consumer is free, and says so (boek XIX WER).
    { when: ['consumer', 'belgium', 'no-costs'], text: 'Ce rappel est sans frais.' },
    { when: ['consumer', 'belgium', 'costs-announced'], text: 'Ce rappel est sans frais.' },
  ],
  consequence: [],
  closing: 'Cordialement,',
};
