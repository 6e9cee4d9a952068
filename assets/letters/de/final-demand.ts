import type { LetterTemplate } from '../template.ts';

export const finalDemand: LetterTemplate = {
  version: 3,
  heading: 'Letzte Zahlungsaufforderung',
  subject: {
    one: 'Letzte Zahlungsaufforderung Rechnung {invoice} – {creditor}',
    several: 'Letzte Zahlungsaufforderung {count} Rechnungen – {creditor}',
  },
  opening: [
    {
      when: ['one-item'],
      text: 'Wir haben Sie bereits um Zahlung gebeten, doch die Rechnung {invoice} ist noch immer nicht (vollständig) bezahlt.',
    },
    {
      when: ['several-items'],
      text: 'Wir haben Sie bereits um Zahlung gebeten, doch die nachstehenden Rechnungen sind noch immer nicht (vollständig) bezahlt.',
    },
  ],
  request: [
    {
      text: 'Wir fordern Sie letztmalig auf, den Betrag von {total} innerhalb von {days} nach dem Datum dieses Schreibens zu zahlen, spätestens bis {deadline}.',
    },
  ],
  consequence: [
    {
      when: ['business', 'netherlands', 'no-charges'],
      text: 'Dies ist die letzte Gelegenheit, ohne zusätzliche Kosten zu zahlen. Bleibt die Zahlung aus, übergeben wir die Forderung ohne weitere Ankündigung an ein Inkassobüro. Die gesetzlichen Handelszinsen (Art. 6:119a des niederländischen Bürgerlichen Gesetzbuchs) und die außergerichtlichen Inkassokosten (Art. 6:96) gehen dann zu Ihren Lasten.',
    },
    {
      when: ['business', 'belgium', 'no-charges'],
      text: 'Dies ist die letzte Gelegenheit, ohne zusätzliche Kosten zu zahlen. Bleibt die Zahlung aus, übergeben wir die Forderung ohne weitere Ankündigung an ein Inkassobüro. Verzugszinsen und die Pauschale für Beitreibungskosten (Art. 5 und 6 des belgischen Gesetzes vom 2. August 2002 zur Bekämpfung des Zahlungsverzugs im Handelsverkehr) gehen dann zu Ihren Lasten.',
    },
    {
      when: ['business', 'abroad', 'no-charges'],
      text: 'Bleibt die Zahlung aus, übergeben wir die Forderung ohne weitere Ankündigung an ein Inkassobüro. Wir behalten uns alle Rechte vor.',
    },
    {
      when: ['business', 'waived'],
      text: 'Bleibt die Zahlung aus, übergeben wir die Forderung ohne weitere Ankündigung an ein Inkassobüro. Wir behalten uns alle Rechte vor.',
    },
    {
      when: ['business', 'charges'],
      text: 'Bleibt die Zahlung aus, übergeben wir die Forderung ohne weitere Ankündigung an ein Inkassobüro. Die Kosten eines Verfahrens kommen dann hinzu.',
    },
    {
      when: ['business', 'announced'],
      text: 'Bleibt die Zahlung aus, übergeben wir die Forderung ohne weitere Ankündigung an ein Inkassobüro.',
    },
    {
      when: ['public', 'statutory-claim'],
      text: 'Bleibt die Zahlung aus, übergeben wir die Forderung an ein Inkassobüro und machen die gesetzlichen Ansprüche wegen verspäteter Zahlung geltend.',
    },
    {
      when: ['public', 'no-statutory-claim'],
      text: 'Bleibt die Zahlung aus, übergeben wir die Forderung an ein Inkassobüro.',
    },
    {
      when: ['consumer'],
      text: 'Bleibt die Zahlung aus, übergeben wir die Forderung an ein Inkassobüro. Möchten Sie das vermeiden und können Sie nicht auf einmal zahlen? Bitte nehmen Sie vor dem genannten Datum Kontakt mit uns auf.',
    },
  ],
  closing: 'Hochachtungsvoll',
};
