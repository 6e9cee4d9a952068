import type { LetterTemplate } from '../template.ts';

export const reminder: LetterTemplate = {
  version: 2,
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
  request: [
    { text: 'Wilt u het bedrag van {total} uiterlijk {deadline} overmaken?' },
    // The first reminder to a Belgian consumer is free, and says so (boek XIX WER).
    { when: ['consumer', 'belgium', 'no-costs'], text: 'Aan deze herinnering zijn geen kosten verbonden.' },
    { when: ['consumer', 'belgium', 'costs-announced'], text: 'Aan deze herinnering zijn geen kosten verbonden.' },
  ],
  consequence: [],
  closing: 'Met vriendelijke groet,',
};
