import type { LetterTemplate } from '../template.ts';

export const reminder: LetterTemplate = {
  version: 2,
  heading: 'Payment reminder',
  subject: {
    one: 'Payment reminder invoice {invoice} – {creditor}',
    several: 'Payment reminder {count} invoices – {creditor}',
  },
  opening: [
    {
      when: ['one-item'],
      text: 'It may have escaped your attention: according to our records invoice {invoice} is still open, although the payment term has passed.',
    },
    {
      when: ['several-items'],
      text: 'It may have escaped your attention: according to our records the invoices below are still open, although the payment term has passed.',
    },
  ],
  request: [
    { text: 'Could you please transfer the amount of {total} no later than {deadline}?' },
    // The first reminder to a Belgian consumer is free, and says so (boek XIX WER).
    { when: ['consumer', 'belgium', 'no-costs'], text: 'This reminder is free of charge.' },
    { when: ['consumer', 'belgium', 'costs-announced'], text: 'This reminder is free of charge.' },
  ],
  consequence: [],
  closing: 'Kind regards,',
};
