import type { LetterTemplate } from '../template.ts';

/** For kinds without wording of their own that only state what is open. */
export const plain: LetterTemplate = {
  version: 1,
  heading: 'Statement of open items',
  subject: { one: 'Open item {invoice} – {creditor}', several: 'Open items – {creditor}' },
  opening: [{ text: 'Please find below what is open on your account according to our records.' }],
  request: [{ when: ['deadline'], text: 'Could you please transfer the amount of {total} no later than {deadline}?' }],
  consequence: [],
  closing: 'Kind regards,',
};
