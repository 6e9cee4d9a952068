import type { LetterTemplate } from '../template.ts';

export const secondReminder: LetterTemplate = {
  version: 1,
  heading: 'Second payment reminder',
  subject: {
    one: 'Second payment reminder invoice {invoice} – {creditor}',
    several: 'Second payment reminder {count} invoices – {creditor}',
  },
  opening: [
    {
      when: ['one-item'],
      text: 'Following our earlier reminder, invoice {invoice} is still wholly or partly open according to our records.',
    },
    {
      when: ['several-items'],
      text: 'Following our earlier reminder, the invoices below are still wholly or partly open according to our records.',
    },
  ],
  request: [
    { text: 'We ask you to transfer the amount of {total} no later than {deadline}.' },
    {
      text: 'Is there a reason why you have not paid yet? Please contact us, so that we can find a solution together.',
    },
  ],
  consequence: [],
  closing: 'Kind regards,',
};
