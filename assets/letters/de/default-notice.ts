import type { LetterTemplate } from '../template.ts';

/** Ingebrekestelling, Art. 6:82 of the Dutch Civil Code. */
export const defaultNotice: LetterTemplate = {
  version: 1,
  heading: 'Inverzugsetzung',
  subject: {
    one: 'Inverzugsetzung Rechnung {invoice} – {creditor}',
    several: 'Inverzugsetzung {count} Rechnungen – {creditor}',
  },
  opening: [
    {
      when: ['one-item'],
      text: 'Für die Rechnung {invoice} haben wir noch keine (vollständige) Zahlung erhalten. Hiermit setzen wir Sie daher in Verzug.',
    },
    {
      when: ['several-items'],
      text: 'Für die nachstehenden Rechnungen haben wir noch keine (vollständige) Zahlung erhalten. Hiermit setzen wir Sie daher in Verzug.',
    },
  ],
  request: [
    {
      text: 'Wir setzen Ihnen eine letzte Frist von {days}: Bitte zahlen Sie den Betrag von {total} bis spätestens {deadline}.',
    },
  ],
  consequence: [
    { text: 'Haben wir den Betrag bis dahin nicht erhalten, sind Sie ab dem Tag nach diesem Datum in Verzug.' },
    {
      when: ['business', 'netherlands'],
      text: 'Ab diesem Zeitpunkt machen wir die gesetzlichen Handelszinsen (Art. 6:119a des niederländischen Bürgerlichen Gesetzbuchs), soweit sie nicht bereits laufen, sowie die außergerichtlichen Inkassokosten (Art. 6:96) geltend.',
    },
    { when: ['business', 'abroad'], text: 'Wir behalten uns alle daraus folgenden Rechte vor.' },
    { when: ['public'], text: 'Wir machen dann die gesetzlichen Ansprüche wegen verspäteter Zahlung geltend.' },
    {
      when: ['consumer', 'netherlands'],
      text: 'Bevor Kosten berechnet werden, erhalten Sie noch ein Schreiben mit einer Frist von vierzehn Tagen, in dem der genaue Betrag steht.',
    },
    {
      when: ['consumer'],
      text: 'Können Sie den Betrag nicht auf einmal zahlen? Bitte nehmen Sie Kontakt mit uns auf, damit wir gemeinsam eine Lösung finden.',
    },
  ],
  closing: 'Hochachtungsvoll',
};
