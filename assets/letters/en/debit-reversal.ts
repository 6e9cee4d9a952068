import type { LetterTemplate } from '../template.ts';

export const debitReversal: LetterTemplate = {
  version: 1,
  heading: 'Returned direct debit',
  subject: {
    one: 'Returned direct debit invoice {invoice} – {creditor}',
    several: 'Returned direct debit {count} invoices – {creditor}',
  },
  opening: [
    {
      when: ['one-item'],
      text: 'The direct debit for invoice {invoice} did not succeed or was returned. As a result this invoice is wholly or partly open again.',
    },
    {
      when: ['several-items'],
      text: 'The direct debit for the invoices below did not succeed or was returned. As a result these invoices are wholly or partly open again.',
    },
  ],
  request: [
    { text: 'Could you please transfer the amount of {total} yourself no later than {deadline}?' },
    {
      text: 'Was the debit not right in your view, or has your account number changed? Please contact us, so that we can resolve this together.',
    },
  ],
  consequence: [],
  closing: 'Kind regards,',
};
