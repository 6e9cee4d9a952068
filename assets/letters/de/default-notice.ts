import type { LetterTemplate } from '../template.ts';

/** Ingebrekestelling, Art. 6:82 of the Dutch Civil Code. */
export const defaultNotice: LetterTemplate = {
  version: 2,
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
      when: ['business', 'netherlands', 'no-charges'],
      text: 'Ab diesem Zeitpunkt machen wir die gesetzlichen Handelszinsen (Art. 6:119a des niederländischen Bürgerlichen Gesetzbuchs), soweit sie nicht bereits laufen, sowie die außergerichtlichen Inkassokosten (Art. 6:96) geltend.',
    },
    {
      when: ['business', 'belgium', 'no-charges'],
      text: 'Wir machen dann Verzugszinsen, soweit sie nicht bereits laufen, sowie die Pauschale für Beitreibungskosten geltend (Art. 5 und 6 des belgischen Gesetzes vom 2. August 2002 zur Bekämpfung des Zahlungsverzugs im Handelsverkehr).',
    },
    {
      when: ['business', 'abroad', 'no-charges'],
      text: 'Wir behalten uns alle daraus folgenden Rechte vor.',
    },
    {
      when: ['business', 'waived'],
      text: 'Wir behalten uns alle daraus folgenden Rechte vor.',
    },
    {
      when: ['public', 'statutory-claim'],
      text: 'Wir machen dann die gesetzlichen Ansprüche wegen verspäteter Zahlung geltend.',
    },
    {
      when: ['public', 'no-statutory-claim'],
      text: 'Wir behalten uns alle daraus folgenden Rechte vor.',
    },
    {
      when: ['consumer', 'netherlands', 'no-costs'],
      text: 'Bevor Kosten berechnet werden, erhalten Sie noch ein Schreiben mit einer Frist von vierzehn Tagen, in dem der genaue Betrag steht.',
    },
    {
      when: ['consumer'],
      text: 'Können Sie den Betrag nicht auf einmal zahlen? Bitte nehmen Sie Kontakt mit uns auf, damit wir gemeinsam eine Lösung finden.',
    },
  ],
  closing: 'Hochachtungsvoll',
};
