import type { LetterTemplate } from '../template.ts';

export const secondReminder: LetterTemplate = {
  version: 1,
  heading: 'Tweede betalingsherinnering',
  subject: {
    one: 'Tweede betalingsherinnering factuur {invoice} – {creditor}',
    several: 'Tweede betalingsherinnering {count} facturen – {creditor}',
  },
  opening: [
    {
      when: ['one-item'],
      text: 'Na onze eerdere herinnering staat factuur {invoice} volgens onze administratie nog altijd geheel of gedeeltelijk open.',
    },
    {
      when: ['several-items'],
      text: 'Na onze eerdere herinnering staan de onderstaande facturen volgens onze administratie nog altijd geheel of gedeeltelijk open.',
    },
  ],
  request: [
    { text: 'Wij verzoeken u het bedrag van {total} uiterlijk {deadline} over te maken.' },
    {
      text: 'Is er een reden waarom u nog niet hebt betaald? Neem dan contact met ons op, zodat wij samen een oplossing kunnen vinden.',
    },
  ],
  consequence: [],
  closing: 'Met vriendelijke groet,',
};
