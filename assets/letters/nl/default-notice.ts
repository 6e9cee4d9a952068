import type { LetterTemplate } from '../template.ts';

/** Ingebrekestelling, artikel 6:82 BW: written, a reasonable term, and what it means when it passes. */
export const defaultNotice: LetterTemplate = {
  version: 2,
  heading: 'Ingebrekestelling',
  subject: {
    one: 'Ingebrekestelling factuur {invoice} – {creditor}',
    several: 'Ingebrekestelling {count} facturen – {creditor}',
  },
  opening: [
    {
      when: ['one-item'],
      text: 'Voor factuur {invoice} hebben wij nog geen (volledige) betaling ontvangen. Daarom stellen wij u hierbij in gebreke.',
    },
    {
      when: ['several-items'],
      text: 'Voor de onderstaande facturen hebben wij nog geen (volledige) betaling ontvangen. Daarom stellen wij u hierbij in gebreke.',
    },
  ],
  request: [
    { text: 'U krijgt nog {days} de gelegenheid om het bedrag van {total} te betalen, dus uiterlijk {deadline}.' },
  ],
  consequence: [
    { text: 'Hebben wij het bedrag dan niet ontvangen, dan bent u vanaf de dag na deze datum in verzuim.' },
    {
      when: ['business', 'netherlands', 'no-charges'],
      text: 'Vanaf dat moment maken wij aanspraak op de wettelijke handelsrente (artikel 6:119a BW), voor zover die niet al loopt, en op vergoeding van de buitengerechtelijke incassokosten (artikel 6:96 BW).',
    },
    {
      when: ['business', 'belgium', 'no-charges'],
      text: 'Wij maken dan aanspraak op verwijlintresten, voor zover die niet al lopen, en op de forfaitaire vergoeding voor invorderingskosten (artikelen 5 en 6 van de wet van 2 augustus 2002 betreffende de bestrijding van de betalingsachterstand bij handelstransacties).',
    },
    {
      when: ['business', 'abroad', 'no-charges'],
      text: 'Wij behouden ons alle rechten voor die daaruit voortvloeien.',
    },
    {
      when: ['business', 'waived'],
      text: 'Wij behouden ons alle rechten voor die daaruit voortvloeien.',
    },
    {
      when: ['public', 'statutory-claim'],
      text: 'Wij maken dan aanspraak op de vergoedingen die de wet bij te late betaling toekent.',
    },
    {
      when: ['public', 'no-statutory-claim'],
      text: 'Wij behouden ons alle rechten voor die daaruit voortvloeien.',
    },
    {
      when: ['consumer', 'netherlands', 'no-costs'],
      text: 'Voordat er kosten in rekening worden gebracht, ontvangt u nog een brief met een termijn van veertien dagen waarin precies staat om welk bedrag het gaat.',
    },
    {
      when: ['consumer'],
      text: 'Lukt het niet om het bedrag in één keer te betalen? Neem dan contact met ons op, dan zoeken wij samen naar een oplossing.',
    },
  ],
  closing: 'Hoogachtend,',
};
