/** Account 1300 beside what is open here, and the lists to book from. */
export const aansluiting = {
  cause: {
    'paid-since': 'Ontvangen na de lijst',
    'returned-since': 'Gestorneerd na de lijst',
    'credit-since': 'Ontvangen na de lijst, nog zonder factuur',
    'paid-here': 'Hier betaald, in de boekhouding nog open',
    discount: 'Betalingskorting of kredietbeperking',
    difference: 'Betalingsverschil',
    'since-list': 'Nieuwer dan de lijst of hier ingevoerd',
  },
  column: {
    date: 'Datum',
    code: 'Debiteurnummer',
    name: 'Naam',
    number: 'Factuurnummer',
    amount: 'Bedrag',
    currency: 'Valuta',
    iban: 'Tegenrekening',
    counterparty: 'Naam tegenpartij',
    remittance: 'Omschrijving',
    kind: 'Soort',
    letter: 'Brief',
    interest: 'Rente',
    costs: 'Incassokosten',
  },
};
