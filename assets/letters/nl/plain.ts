import type { LetterTemplate } from '../template.ts';

/** For kinds without wording of their own that only state what is open. */
export const plain: LetterTemplate = {
  version: 1,
  heading: 'Overzicht openstaande posten',
  subject: { one: 'Openstaande post {invoice} – {creditor}', several: 'Openstaande posten – {creditor}' },
  opening: [{ text: 'Hierbij ontvangt u een overzicht van wat volgens onze administratie bij u openstaat.' }],
  request: [{ when: ['deadline'], text: 'Wilt u het bedrag van {total} uiterlijk {deadline} overmaken?' }],
  consequence: [],
  closing: 'Met vriendelijke groet,',
};
