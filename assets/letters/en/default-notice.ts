import type { LetterTemplate } from '../template.ts';

/** Ingebrekestelling, art. 6:82 of the Dutch Civil Code. */
export const defaultNotice: LetterTemplate = {
  version: 2,
  heading: 'Notice of default',
  subject: {
    one: 'Notice of default invoice {invoice} – {creditor}',
    several: 'Notice of default {count} invoices – {creditor}',
  },
  opening: [
    {
      when: ['one-item'],
      text: 'We have not received (full) payment of invoice {invoice}. We therefore hereby give you notice of default.',
    },
    {
      when: ['several-items'],
      text: 'We have not received (full) payment of the invoices below. We therefore hereby give you notice of default.',
    },
  ],
  request: [{ text: 'You have a further {days} to pay the amount of {total}, that is no later than {deadline}.' }],
  consequence: [
    { text: 'If we have not received the amount by then, you will be in default from the day after that date.' },
    {
      when: ['business', 'netherlands', 'no-charges'],
      text: 'From that moment we will claim statutory commercial interest (art. 6:119a of the Dutch Civil Code), in so far as it is not already running, and reimbursement of extrajudicial collection costs (art. 6:96 of the Dutch Civil Code).',
    },
    {
      when: ['business', 'belgium', 'no-charges'],
      text: 'We will then claim late payment interest, in so far as it is not already running, and the fixed compensation for recovery costs (art. 5 and 6 of the Belgian Act of 2 August 2002 on combating late payment in commercial transactions).',
    },
    {
      when: ['business', 'abroad', 'no-charges'],
      text: 'We reserve all rights that follow from this.',
    },
    {
      when: ['business', 'waived'],
      text: 'We reserve all rights that follow from this.',
    },
    {
      when: ['public', 'statutory-claim'],
      text: 'We will then claim the compensation the law grants for late payment.',
    },
    {
      when: ['public', 'no-statutory-claim'],
      text: 'We reserve all rights that follow from this.',
    },
    {
      when: ['consumer', 'netherlands', 'no-costs'],
      text: 'Before any costs are charged, you will receive another letter with a term of fourteen days that states the exact amount.',
    },
    {
      when: ['consumer'],
      text: 'Are you unable to pay the amount at once? Please contact us, and we will look for a solution together.',
    },
  ],
  closing: 'Yours faithfully,',
};
