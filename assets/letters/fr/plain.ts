import type { LetterTemplate } from '../template.ts';

/** For kinds without wording of their own that only state what is open. */
export const plain: LetterTemplate = {
  version: 1,
  heading: 'Relevé des postes ouverts',
  subject: { one: 'Poste ouvert {invoice} – {creditor}', several: 'Postes ouverts – {creditor}' },
  opening: [{ text: 'Veuillez trouver ci-dessous ce qui reste ouvert d’après notre comptabilité.' }],
  request: [{ when: ['deadline'], text: 'Pourriez-vous virer le montant de {total} au plus tard le {deadline} ?' }],
  consequence: [],
  closing: 'Cordialement,',
};
