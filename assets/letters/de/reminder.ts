import type { LetterTemplate } from '../template.ts';

export const reminder: LetterTemplate = {
  version: 1,
  heading: 'Zahlungserinnerung',
  subject: {
    one: 'Zahlungserinnerung Rechnung {invoice} – {creditor}',
    several: 'Zahlungserinnerung {count} Rechnungen – {creditor}',
  },
  opening: [
    {
      when: ['one-item'],
      text: 'Vielleicht ist es Ihrer Aufmerksamkeit entgangen: Die Rechnung {invoice} ist nach unseren Unterlagen noch offen, obwohl die Zahlungsfrist abgelaufen ist.',
    },
    {
      when: ['several-items'],
      text: 'Vielleicht ist es Ihrer Aufmerksamkeit entgangen: Die nachstehenden Rechnungen sind nach unseren Unterlagen noch offen, obwohl die Zahlungsfrist abgelaufen ist.',
    },
  ],
  request: [{ text: 'Bitte überweisen Sie den Betrag von {total} bis spätestens {deadline}.' }],
  consequence: [],
  closing: 'Mit freundlichen Grüßen',
};
