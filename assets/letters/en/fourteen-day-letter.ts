import type { LetterTemplate } from '../template.ts';

/**
 * Fourteen-day letter, art. 6:96(6) of the Dutch Civil Code. The term is worded as the Supreme Court accepts it
 * (ECLI:NL:HR:2016:2704), without a date: it starts the day after receipt. Only the principal is claimed.
 */
export const fourteenDayLetter: LetterTemplate = {
  version: 1,
  heading: 'Demand with notice of collection costs',
  subject: {
    one: 'Demand invoice {invoice}: avoid collection costs – {creditor}',
    several: 'Demand {count} invoices: avoid collection costs – {creditor}',
  },
  opening: [
    {
      when: ['one-item'],
      text: 'We have not yet received (full) payment of invoice {invoice}. The payment term has passed. You are therefore in default.',
    },
    {
      when: ['several-items'],
      text: 'We have not yet received (full) payment of the invoices below. The payment terms have passed. You are therefore in default.',
    },
  ],
  request: [
    {
      text: 'Please pay {total} within fifteen days after this letter has been delivered to you. If you pay in time, you will not pay any collection costs.',
    },
  ],
  consequence: [
    {
      text: 'If you do not pay everything within this term, you will also have to pay extrajudicial collection costs (art. 6:96 of the Dutch Civil Code). These costs are {costs}. The total will then be {totalWithCosts}.',
    },
    {
      when: ['vat'],
      text: 'The collection costs consist of {costsWithoutVat} and {costsVat} VAT ({vatPercent}). {creditor} cannot deduct this VAT. For that reason the costs have been increased by the VAT (art. 2(3) of the Dutch decree on extrajudicial collection costs).',
    },
    {
      text: 'Are you unable to pay the amount at once? Please contact us, and we will look for a solution together.',
    },
  ],
  closing: 'Yours faithfully,',
};
