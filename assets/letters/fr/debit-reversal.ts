import type { LetterTemplate } from '../template.ts';

export const debitReversal: LetterTemplate = {
  version: 1,
  heading: 'Prélèvement retourné',
  subject: {
    one: 'Prélèvement retourné facture {invoice} – {creditor}',
    several: 'Prélèvement retourné {count} factures – {creditor}',
  },
  opening: [
    {
      when: ['one-item'],
      text: 'Le prélèvement de la facture {invoice} a échoué ou a été retourné. Cette facture est donc de nouveau ouverte en tout ou en partie.',
    },
    {
      when: ['several-items'],
      text: 'Le prélèvement des factures ci-dessous a échoué ou a été retourné. Ces factures sont donc de nouveau ouvertes en tout ou en partie.',
    },
  ],
  request: [
    { text: 'Pourriez-vous virer vous-même le montant de {total} au plus tard le {deadline} ?' },
    {
      text: 'Le prélèvement n’était-il pas correct selon vous, ou votre numéro de compte a-t-il changé ? Veuillez nous contacter afin que nous puissions résoudre cela ensemble.',
    },
  ],
  consequence: [],
  closing: 'Cordialement,',
};
