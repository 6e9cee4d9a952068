import type { LetterTemplate } from '../template.ts';

/** Stornobrief: a direct debit failed or came back (criterion D3). Why is between debtor and bank and is left out. */
export const debitReversal: LetterTemplate = {
  version: 1,
  heading: 'Teruggeboekte incasso',
  subject: {
    one: 'Teruggeboekte incasso factuur {invoice} – {creditor}',
    several: 'Teruggeboekte incasso {count} facturen – {creditor}',
  },
  opening: [
    {
      when: ['one-item'],
      text: 'De automatische incasso van factuur {invoice} is niet gelukt of is teruggeboekt. Daardoor staat deze factuur weer geheel of gedeeltelijk open.',
    },
    {
      when: ['several-items'],
      text: 'De automatische incasso van de onderstaande facturen is niet gelukt of is teruggeboekt. Daardoor staan deze facturen weer geheel of gedeeltelijk open.',
    },
  ],
  request: [
    { text: 'Wilt u het bedrag van {total} uiterlijk {deadline} zelf overmaken?' },
    {
      text: 'Was de afschrijving volgens u niet juist, of is uw rekeningnummer gewijzigd? Neem dan contact met ons op, zodat wij dit samen kunnen oplossen.',
    },
  ],
  consequence: [],
  closing: 'Met vriendelijke groet,',
};
