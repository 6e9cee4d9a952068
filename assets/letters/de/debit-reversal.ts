import type { LetterTemplate } from '../template.ts';

export const debitReversal: LetterTemplate = {
  version: 1,
  heading: 'Zurückgegebene Lastschrift',
  subject: {
    one: 'Zurückgegebene Lastschrift Rechnung {invoice} – {creditor}',
    several: 'Zurückgegebene Lastschrift {count} Rechnungen – {creditor}',
  },
  opening: [
    {
      when: ['one-item'],
      text: 'Die Lastschrift für die Rechnung {invoice} ist fehlgeschlagen oder wurde zurückgegeben. Diese Rechnung ist dadurch wieder ganz oder teilweise offen.',
    },
    {
      when: ['several-items'],
      text: 'Die Lastschrift für die nachstehenden Rechnungen ist fehlgeschlagen oder wurde zurückgegeben. Diese Rechnungen sind dadurch wieder ganz oder teilweise offen.',
    },
  ],
  request: [
    { text: 'Bitte überweisen Sie den Betrag von {total} bis spätestens {deadline} selbst.' },
    {
      text: 'War die Abbuchung Ihrer Ansicht nach nicht richtig oder hat sich Ihre Kontonummer geändert? Bitte nehmen Sie Kontakt mit uns auf, damit wir dies gemeinsam klären können.',
    },
  ],
  consequence: [],
  closing: 'Mit freundlichen Grüßen',
};
