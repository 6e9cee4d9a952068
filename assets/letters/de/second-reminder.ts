import type { LetterTemplate } from '../template.ts';

export const secondReminder: LetterTemplate = {
  version: 1,
  heading: 'Zweite Zahlungserinnerung',
  subject: {
    one: 'Zweite Zahlungserinnerung Rechnung {invoice} – {creditor}',
    several: 'Zweite Zahlungserinnerung {count} Rechnungen – {creditor}',
  },
  opening: [
    {
      when: ['one-item'],
      text: 'Nach unserer früheren Erinnerung ist die Rechnung {invoice} nach unseren Unterlagen weiterhin ganz oder teilweise offen.',
    },
    {
      when: ['several-items'],
      text: 'Nach unserer früheren Erinnerung sind die nachstehenden Rechnungen nach unseren Unterlagen weiterhin ganz oder teilweise offen.',
    },
  ],
  request: [
    { text: 'Wir bitten Sie, den Betrag von {total} bis spätestens {deadline} zu überweisen.' },
    {
      text: 'Gibt es einen Grund, weshalb Sie noch nicht bezahlt haben? Bitte nehmen Sie Kontakt mit uns auf, damit wir gemeinsam eine Lösung finden.',
    },
  ],
  consequence: [],
  closing: 'Mit freundlichen Grüßen',
};
