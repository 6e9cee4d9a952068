import type { LetterTemplate } from '../template.ts';

export const demand: LetterTemplate = {
  version: 3,
  heading: 'Mahnung',
  subject: { one: 'Mahnung Rechnung {invoice} – {creditor}', several: 'Mahnung {count} Rechnungen – {creditor}' },
  opening: [
    {
      when: ['one-item'],
      text: 'Trotz unserer Erinnerung haben wir für die Rechnung {invoice} noch keine (vollständige) Zahlung erhalten.',
    },
    {
      when: ['several-items'],
      text: 'Trotz unserer Erinnerung haben wir für die nachstehenden Rechnungen noch keine (vollständige) Zahlung erhalten.',
    },
  ],
  request: [
    {
      text: 'Wir fordern Sie auf, den Betrag von {total} innerhalb von {days} nach dem Datum dieses Schreibens zu zahlen, spätestens bis {deadline}.',
    },
  ],
  consequence: [
    {
      when: ['business', 'netherlands', 'no-charges'],
      text: 'Geht Ihre Zahlung nicht rechtzeitig ein, machen wir die gesetzlichen Handelszinsen (Art. 6:119a des niederländischen Bürgerlichen Gesetzbuchs) sowie die außergerichtlichen Inkassokosten (Art. 6:96) geltend.',
    },
    {
      when: ['business', 'belgium', 'no-charges'],
      text: 'Geht Ihre Zahlung nicht rechtzeitig ein, machen wir Verzugszinsen und die Pauschale für Beitreibungskosten geltend (Art. 5 und 6 des belgischen Gesetzes vom 2. August 2002 zur Bekämpfung des Zahlungsverzugs im Handelsverkehr).',
    },
    {
      when: ['business', 'abroad', 'no-charges'],
      text: 'Geht Ihre Zahlung nicht rechtzeitig ein, ergreifen wir weitere Maßnahmen zur Beitreibung des Betrags. Wir behalten uns alle Rechte vor.',
    },
    {
      when: ['business', 'waived'],
      text: 'Geht Ihre Zahlung nicht rechtzeitig ein, ergreifen wir weitere Maßnahmen zur Beitreibung des Betrags. Wir behalten uns alle Rechte vor.',
    },
    {
      when: ['business', 'charges'],
      text: 'Geht Ihre Zahlung nicht rechtzeitig ein, ergreifen wir ohne weitere Ankündigung Maßnahmen zur Beitreibung des Betrags.',
    },
    {
      when: ['public', 'statutory-claim'],
      text: 'Geht Ihre Zahlung nicht rechtzeitig ein, wenden wir uns an Ihre Finanzabteilung und machen die gesetzlichen Ansprüche wegen verspäteter Zahlung geltend.',
    },
    {
      when: ['public', 'no-statutory-claim'],
      text: 'Geht Ihre Zahlung nicht rechtzeitig ein, wenden wir uns an Ihre Finanzabteilung.',
    },
    {
      when: ['consumer', 'netherlands', 'no-costs', 'term-not-agreed'],
      text: 'Geht Ihre Zahlung nicht rechtzeitig ein, erhalten Sie noch ein Schreiben mit einer Frist von vierzehn Tagen. Darin steht genau, welche Folgen es hat, wenn Sie auch dann nicht zahlen. Soweit Sie noch nicht in Verzug sind, gilt dieses Schreiben zugleich als Inverzugsetzung: Zahlen Sie nicht bis zum genannten Datum, sind Sie danach in Verzug.',
    },
    {
      when: ['consumer', 'netherlands', 'no-costs', 'term-agreed'],
      text: 'Geht Ihre Zahlung nicht rechtzeitig ein, erhalten Sie noch ein Schreiben mit einer Frist von vierzehn Tagen. Darin steht genau, welche Folgen es hat, wenn Sie auch dann nicht zahlen.',
    },
    {
      when: ['consumer', 'abroad'],
      text: 'Geht Ihre Zahlung nicht rechtzeitig ein, ergreifen wir weitere Maßnahmen zur Beitreibung des Betrags. Wir teilen Ihnen vorher mit, welche das sind.',
    },
    {
      when: ['consumer', 'belgium', 'no-costs'],
      text: 'Geht Ihre Zahlung nicht rechtzeitig ein, ergreifen wir weitere Maßnahmen zur Beitreibung des Betrags. Wir teilen Ihnen vorher mit, welche das sind.',
    },
    {
      when: ['consumer'],
      text: 'Können Sie den Betrag nicht auf einmal zahlen? Bitte nehmen Sie Kontakt mit uns auf, damit wir gemeinsam eine Lösung finden.',
    },
  ],
  closing: 'Hochachtungsvoll',
};
