import type { LetterTemplate } from '../template.ts';

/**
 * Vierzehntagebrief, Art. 6:96 Abs. 6 of the Dutch Civil Code. The term is worded as the Supreme Court accepts it
 * (ECLI:NL:HR:2016:2704), without a date: it starts the day after receipt. Only the principal is claimed.
 */
export const fourteenDayLetter: LetterTemplate = {
  version: 1,
  heading: 'Mahnung mit Ankündigung von Inkassokosten',
  subject: {
    one: 'Mahnung Rechnung {invoice}: Inkassokosten vermeiden – {creditor}',
    several: 'Mahnung {count} Rechnungen: Inkassokosten vermeiden – {creditor}',
  },
  opening: [
    {
      when: ['one-item'],
      text: 'Für die Rechnung {invoice} haben wir noch keine (vollständige) Zahlung erhalten. Die Zahlungsfrist ist abgelaufen. Sie sind deshalb in Verzug.',
    },
    {
      when: ['several-items'],
      text: 'Für die nachstehenden Rechnungen haben wir noch keine (vollständige) Zahlung erhalten. Die Zahlungsfristen sind abgelaufen. Sie sind deshalb in Verzug.',
    },
  ],
  request: [
    {
      text: 'Bitte zahlen Sie {total} innerhalb von fünfzehn Tagen, nachdem Ihnen dieses Schreiben zugestellt wurde. Zahlen Sie rechtzeitig, entstehen Ihnen keine Inkassokosten.',
    },
  ],
  consequence: [
    {
      text: 'Zahlen Sie nicht alles innerhalb dieser Frist, müssen Sie auch außergerichtliche Inkassokosten zahlen (Art. 6:96 des niederländischen Bürgerlichen Gesetzbuchs). Diese Kosten betragen {costs}. Der Gesamtbetrag beläuft sich dann auf {totalWithCosts}.',
    },
    {
      when: ['vat'],
      text: 'Die Inkassokosten bestehen aus {costsWithoutVat} und {costsVat} Umsatzsteuer ({vatPercent}). {creditor} kann diese Umsatzsteuer nicht abziehen. Deshalb wurden die Kosten um die Umsatzsteuer erhöht (Art. 2 Abs. 3 der niederländischen Verordnung über außergerichtliche Inkassokosten).',
    },
    {
      text: 'Können Sie den Betrag nicht auf einmal zahlen? Bitte nehmen Sie Kontakt mit uns auf, dann suchen wir gemeinsam nach einer Lösung.',
    },
  ],
  closing: 'Hochachtungsvoll',
};
