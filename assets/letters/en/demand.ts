import type { LetterTemplate } from '../template.ts';

export const demand: LetterTemplate = {
  version: 3,
  heading: 'Demand for payment',
  subject: {
    one: 'Demand for payment of invoice {invoice} – {creditor}',
    several: 'Demand for payment of {count} invoices – {creditor}',
  },
  opening: [
    {
      when: ['one-item'],
      text: 'Despite our reminder we have not received (full) payment of invoice {invoice}.',
    },
    {
      when: ['several-items'],
      text: 'Despite our reminder we have not received (full) payment of the invoices below.',
    },
  ],
  request: [
    {
      text: 'We demand payment of the amount of {total} within {days} of the date of this letter, no later than {deadline}.',
    },
  ],
  consequence: [
    {
      when: ['business', 'netherlands', 'no-charges'],
      text: 'If we do not receive your payment in time, we will claim statutory commercial interest (art. 6:119a of the Dutch Civil Code) and reimbursement of extrajudicial collection costs (art. 6:96 of the Dutch Civil Code).',
    },
    {
      when: ['business', 'belgium', 'no-charges'],
      text: 'If we do not receive your payment in time, we will claim late payment interest and the fixed compensation for recovery costs (art. 5 and 6 of the Belgian Act of 2 August 2002 on combating late payment in commercial transactions).',
    },
    {
      when: ['business', 'abroad', 'no-charges'],
      text: 'If we do not receive your payment in time, we will take further steps to collect the amount. We reserve all our rights.',
    },
    {
      when: ['business', 'waived'],
      text: 'If we do not receive your payment in time, we will take further steps to collect the amount. We reserve all our rights.',
    },
    {
      when: ['business', 'charges'],
      text: 'If we do not receive your payment in time, we will take steps to collect the amount without further notice.',
    },
    {
      when: ['public', 'statutory-claim'],
      text: 'If we do not receive your payment in time, we will raise the matter with your finance department and claim the compensation the law grants for late payment.',
    },
    {
      when: ['public', 'no-statutory-claim'],
      text: 'If we do not receive your payment in time, we will raise the matter with your finance department.',
    },
    {
      when: ['consumer', 'netherlands', 'no-costs', 'term-not-agreed'],
      text: 'If we do not receive your payment in time, you will receive one more letter with a term of fourteen days. It will state exactly what follows if you do not pay then either. To the extent that you are not yet in default, this letter is also a notice of default: if you have not paid by the date stated, you will be in default from then on.',
    },
    {
      when: ['consumer', 'netherlands', 'no-costs', 'term-agreed'],
      text: 'If we do not receive your payment in time, you will receive one more letter with a term of fourteen days. It will state exactly what follows if you do not pay then either.',
    },
    {
      when: ['consumer', 'abroad'],
      text: 'If we do not receive your payment in time, we will take further steps to collect the amount. You will hear from us beforehand what these are.',
    },
    {
      when: ['consumer', 'belgium', 'no-costs'],
      text: 'If we do not receive your payment in time, we will take further steps to collect the amount. You will hear from us beforehand what these are.',
    },
    {
      when: ['consumer'],
      text: 'Are you unable to pay the amount at once? Please contact us, and we will look for a solution together.',
    },
  ],
  closing: 'Yours faithfully,',
};
