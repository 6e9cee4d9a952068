import type { LetterTemplate } from '../template.ts';

export const finalDemand: LetterTemplate = {
  version: 3,
  heading: 'Final demand',
  subject: {
    one: 'Final demand invoice {invoice} – {creditor}',
    several: 'Final demand {count} invoices – {creditor}',
  },
  opening: [
    {
      when: ['one-item'],
      text: 'We have asked you for payment before, but invoice {invoice} has still not been paid (in full).',
    },
    {
      when: ['several-items'],
      text: 'We have asked you for payment before, but the invoices below have still not been paid (in full).',
    },
  ],
  request: [
    {
      text: 'We summon you to pay the amount of {total} within {days} of the date of this letter, no later than {deadline}.',
    },
  ],
  consequence: [
    {
      when: ['business', 'netherlands', 'no-charges'],
      text: 'This is the last opportunity to pay without additional costs. If payment is not received, we will place the claim with a collection agency without further notice. Statutory commercial interest (art. 6:119a of the Dutch Civil Code) and extrajudicial collection costs (art. 6:96 of the Dutch Civil Code) will then be for your account.',
    },
    {
      when: ['business', 'belgium', 'no-charges'],
      text: 'This is the last opportunity to pay without additional costs. If payment is not received, we will place the claim with a collection agency without further notice. Late payment interest and the fixed compensation for recovery costs (art. 5 and 6 of the Belgian Act of 2 August 2002 on combating late payment in commercial transactions) will then be for your account.',
    },
    {
      when: ['business', 'abroad', 'no-charges'],
      text: 'If payment is not received, we will place the claim with a collection agency without further notice. We reserve all our rights.',
    },
    {
      when: ['business', 'waived'],
      text: 'If payment is not received, we will place the claim with a collection agency without further notice. We reserve all our rights.',
    },
    {
      when: ['business', 'charges'],
      text: 'If payment is not received, we will place the claim with a collection agency without further notice. The costs of proceedings will then be added.',
    },
    {
      when: ['business', 'announced'],
      text: 'If payment is not received, we will place the claim with a collection agency without further notice.',
    },
    {
      when: ['public', 'statutory-claim'],
      text: 'If payment is not received, we will place the claim with a collection agency and claim the compensation the law grants for late payment.',
    },
    {
      when: ['public', 'no-statutory-claim'],
      text: 'If payment is not received, we will place the claim with a collection agency.',
    },
    {
      when: ['consumer'],
      text: 'If payment is not received, we will place the claim with a collection agency. Do you want to prevent this and are you unable to pay at once? Please contact us before the date stated.',
    },
  ],
  closing: 'Yours faithfully,',
};
