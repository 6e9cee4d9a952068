import type { LetterTemplate } from '../template.ts';

export const reminder: LetterTemplate = {
  version: 2,
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
  request: [
    { text: 'Bitte überweisen Sie den Betrag von {total} bis spätestens {deadline}.' },
    // The first reminder to a Belgian consumer is free, and says so (boek XIX WER).
    { when: ['consumer', 'belgium', 'no-costs'], text: 'Diese Erinnerung ist kostenlos.' },
    { when: ['consumer', 'belgium', 'costs-announced'], text: 'Diese Erinnerung ist kostenlos.' },
  ],
  consequence: [],
  closing: 'Mit freundlichen Grüßen',
};
