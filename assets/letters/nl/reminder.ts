import type { LetterTemplate } from '../template.ts';

export const reminder: LetterTemplate = {
  version: 1,
  heading: 'Betalingsherinnering',
  subject: {
    one: 'Betalingsherinnering factuur {invoice} – {creditor}',
    several: 'Betalingsherinnering {count} facturen – {creditor}',
  },
  opening: [
    {
      when: ['one-item'],
      text: 'Misschien is het aan uw aandacht ontsnapt: factuur {invoice} staat volgens onze administratie nog open, terwijl de betalingstermijn is verstreken.',
    },
    {
      when: ['several-items'],
      text: 'Misschien is het aan uw aandacht ontsnapt: de onderstaande facturen staan volgens onze administratie nog open, terwijl de betalingstermijn is verstreken.',
    },
  ],
  request: [{ text: 'Wilt u het bedrag van {total} uiterlijk {deadline} overmaken?' }],
  consequence: [],
  closing: 'Met vriendelijke groet,',
};
