import type { aansluiting as dutch } from '../nl/aansluiting.ts';
import type { Wording } from '../wording.ts';

export const aansluiting: Wording<typeof dutch> = {
  cause: {
    'paid-since': 'Received since the list',
    'returned-since': 'Returned by the bank since the list',
    'credit-since': 'Received since the list, no invoice yet',
    'paid-here': 'Paid here, still open in the bookkeeping',
    discount: 'Early-payment discount or credit restriction',
    difference: 'Payment difference',
    'since-list': 'Newer than the list or entered here',
  },
  column: {
    date: 'Date',
    code: 'Debtor number',
    name: 'Name',
    number: 'Invoice number',
    amount: 'Amount',
    currency: 'Currency',
    iban: 'Counter account',
    counterparty: 'Counterparty',
    remittance: 'Description',
    kind: 'Kind',
    letter: 'Letter',
    interest: 'Interest',
    costs: 'Collection costs',
  },
};
