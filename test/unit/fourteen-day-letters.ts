import { readFourteenDayLetter } from '#shared/law/fourteen-day-letter/read-letter.ts';
export const baseLetter = readFourteenDayLetter({
  sentOn: '2026-11-23',
  channel: 'post',
  debtor: { consumer: true },
  creditor: { deductsVat: true },
  items: [
    { number: '2026-101', invoiceDate: '2026-09-01', dueDate: '2026-10-01', open: '120.00', included: true },
    { number: '2026-118', invoiceDate: '2026-09-15', dueDate: '2026-10-15', open: '95.50', included: true },
    { number: '2026-131', invoiceDate: '2026-10-01', dueDate: '2026-10-31', open: '310.00', included: true },
  ],
  text: `Geachte mevrouw Jansen,

Ondanks onze herinnering en aanmaning staan de volgende facturen nog open:

2026-101  01-09-2026  € 120,00
2026-118  15-09-2026  € 95,50
2026-131  01-10-2026  € 310,00
Totaal te betalen: € 525,50

Wij verzoeken u het bedrag van € 525,50 binnen vijftien dagen nadat deze brief bij u is bezorgd te betalen op rekening NL91 ABNA 0417 1643 00.

Betaalt u niet binnen deze termijn, dan bent u op grond van artikel 6:96 BW ook buitengerechtelijke incassokosten verschuldigd. Die bedragen € 78,83. Het totaal wordt dan € 604,33.

Met vriendelijke groet,`,
  amounts: ['525.50'],
  ibans: ['NL91ABNA0417164300'],
  costsAnnounced: '78.83',
  printedDeadline: null,
});
