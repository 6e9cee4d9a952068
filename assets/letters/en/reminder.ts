import type { LetterTemplate } from '../template.ts';

export const reminder: LetterTemplate = {
  version: 1,
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
  request: [{ text: 'Could you please transfer the amount of {total} no later than {deadline}?' }],
  consequence: [],
  closing: 'Kind regards,',
};
