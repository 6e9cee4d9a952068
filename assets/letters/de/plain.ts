import type { LetterTemplate } from '../template.ts';

/** For kinds without wording of their own that only state what is open. */
export const plain: LetterTemplate = {
  version: 1,
  heading: 'Übersicht offener Posten',
  subject: { one: 'Offener Posten {invoice} – {creditor}', several: 'Offene Posten – {creditor}' },
  opening: [{ text: 'Hiermit erhalten Sie eine Übersicht der nach unseren Unterlagen offenen Posten.' }],
  request: [{ when: ['deadline'], text: 'Bitte überweisen Sie den Betrag von {total} bis spätestens {deadline}.' }],
  consequence: [],
  closing: 'Mit freundlichen Grüßen',
};
