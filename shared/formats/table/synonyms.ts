import type { TableField } from './fields.ts';

/**
 * Headings per field in normalised form (formats document §4.1), best first: when two columns fit a field, the earlier wins.
 * Order of the fields matters too: a column goes to the first field that wants it.
 */
export const synonyms: readonly (readonly [TableField, readonly string[]])[] = (
  [
    [
      'number',
      `factuurnummer | factuurnr | factuur nr | factuur nummer | factuur | fact nr | factnr |
       verkoopfactuur | verkoopfactuurnummer | notanr | nota nr | notanummer | nota | faktuurnummer |
       faktuurnr | faktuur | mutfactuur | invoice number | invoicenumber | invoice no | invoice nr |
       invoiceno | invoice id | inv no | inv nr | invoice | factuurcode | factuur id | factuur no | verkoopfactuurnr | invoice code | bkst nr | doc nr | doc no | boekstuknummer | boekstuknr | boekst nr | boekstuk nr | boekstuk | stuknummer | stuknr | stuk nr | document nr | document no |
       document number | documentnummer | onze ref | ons ref | onze referentie | ons kenmerk | our ref | our reference | document | entrynumber | ref no | ref nr | refnr | reference no | reference nr | reference nbr | reference number | referentienummer | referentie | reference | kenmerk | uw ref | your ref | yourref`,
    ],
    [
      'debtorCode',
      `debiteurnummer | debiteurnr | debiteur nr | debiteur nummer | debiteurcode | debiteur code | debnr |
       deb nr | nummer debiteur | debiteurennummer | debiteurennr | debiteuren nr | debiteur id | klant id | relatie id | nr debiteur | code debiteur | nummer klant | code klant | nummer relatie |
       code relatie | klantnummer | klantnr | klant nr | klantcode | klant code | relatiecode | relatie code |
       relatienummer | relatienr | relatie nr | rel code | relcode | rel nr | accountcode | account code |
       customercode | customer code | customer number | customer no | customerid | customer id |
       debtor code | debtor number | debtor no | debtor id | contact code | contact number | contactnummer | contactnr | contactcode | contact id | partner id | relation code | dim2 | afnemernummer | afnemer nr | afnemercode | verkooprelatie | client id | client number | client code | customer account | klantrekening | a c | a c ref | account ref | huurdernummer | huurdernr | huurder nr | lidnummer | lidnr | lid nr | ledennummer | debiteur | code`,
    ],
    [
      'debtorName',
      `naam | debiteurnaam | debiteur naam | naam debiteur | relatie | relatienaam | relatie naam |
       naam relatie | klant | klantnaam | klant naam | naam klant | bedrijf | bedrijfsnaam | relbedrijf |
       rel bedrijf | customername | customer name | accountname | account name | debtor name | company name |
       company | customer | tegenpartij | name | debiteur | contact | contactnaam | organisatie | opdrachtgever | contact name | relation name |
       afnemer | debtor | naam klant op factuur | naam verkooprelatie | verkooprelatie | naam 1 | name 1 | partner | invoice partner display name | customer display name | client name | client | firma | firmanaam | naam bedrijf | huurder | huurdernaam | naam huurder | lid | lidnaam | naam lid | zoeknaam`,
    ],
    [
      'invoiceDate',
      `factuurdatum | datum factuur | fact datum | faktuurdatum | notadatum | invoice date |
       invoicedate | document date | invoice bill date | doc date | documentdatum | datum document | date issued | d d | factdat | faktdat | datum | boekdatum | mutdatum | boekingsdatum | posting date | date | transactiedatum | transaction date | entry date | issue date | issued on | uitgiftedatum | created`,
    ],
    [
      'dueDate',
      `vervaldatum | verval datum | datum verval | verval | vervaldag | te betalen voor |
       vervalt op | vervallen op | vervalt | verloopdatum | verloopt op | vervdat | netto vervaldatum | uiterste betaaldatum | betaaldatum uiterlijk | uiterlijke betaaldatum | betalen voor | duedate | uiterste betaaldag | betalen uiterlijk | uiterlijk betalen | te betalen uiterlijk | betalen op | te voldoen voor |
       due date | date due | due | expiration date | expiry date | expirydate | payment due | payment due date | net due date | due on | expires on`,
    ],
    [
      'open',
      `openstaand | openstaand bedrag | bedrag openstaand | openstaand saldo | openstaand incl btw | nog openstaand | nog open | open |
       open bedrag | bedrag open | openbedrag | restant | restbedrag | resterend bedrag | resterend | restant bedrag | nog te betalen |
       nog te ontvangen | nog te voldoen | saldo | te ontvangen | te betalen | outstanding |
       outstanding amount | amountoutstanding | openamount | open amount | amount open |
       amount remaining | remaining amount | amount due | amount owed | amount outstanding | invoiceamountdue | invoice amount due | nog te betalen bedrag | totaal openstaand | openstaand totaal | due amount | outstanding balance | remaining |
       unpaid amount | balance | balance due | balance outstanding | open balance | due balance | saldo openstaand | total unpaid | verschuldigd bedrag | verschuldigd | onbetaald | onbetaald bedrag | bedrag onbetaald | totaal onbetaald | nog onbetaald | unpaid | amount unpaid | unpaid balance | amount due signed | amount due currency | verschuldigd bedrag ondertekend | residual amount | residual | remaining balance | outstandingamount | resterend saldo | nog te innen | te vorderen | nog te betalen incl btw | openstaand inclusief btw | rest`,
    ],
    [
      'total',
      `bedrag | factuurbedrag | bedrag factuur | hoofdsom | totaal | totaalbedrag | totaal bedrag | bedrag incl btw |
       bedrag inclusief btw | bedrag inc btw | totaalbedrag incl btw | totaal bedrag incl btw | totaal incl btw | totaal inclusief btw | totaalprijs incl btw | totaalprijs inclusief btw | totaalprijs |
       factuurbedrag incl btw | incl btw | bedrag incl | totaal incl | factuurtotaal | euro | amount |
       invoice amount | amount invoice | total price incl tax | total amount | total incl tax | total incl vat | total including tax | total including vat | amount incl vat | amount incl tax | amount including vat | total signed | total in currency signed | totaal ondertekend | totaal in valuta ondertekend | original amount | total | oorspronkelijk bedrag |
       bedrag oorspronkelijk | oorspronkelijk | origineel bedrag | bedrag origineel | origineel | bedrag in interne valuta | bedrag in eigen valuta | bedrag in huisvaluta |
       bedrag in lokale valuta | amount in local currency | amount in loc curr | amount in local crcy | base value`,
    ],
    [
      'paid',
      'voldaan | betaald | reeds betaald | reeds voldaan | ontvangen | betaald bedrag | paid | amount paid | total paid | bedrag betaald | bedrag voldaan | bedrag ontvangen | ontvangen bedrag | voldaan bedrag | reeds ontvangen | invoiceamountpaid | invoice amount paid | paid amount | amount received | received',
    ],
    ['debit', 'debet | debit | bedrag debet | debetbedrag'],
    [
      'credit',
      'credit | bedrag credit | creditbedrag | gecrediteerd | gecrediteerd bedrag | bedrag gecrediteerd | credited | amount credited',
    ],
    ['debtorKind', 'soort debiteur | soort klant | soort relatie | type debiteur | type klant | customer type'],
    [
      'kind',
      `soort | type | d c | dc | debet credit | credit debet | debit credit | credit debit | c d | richting | debiteur crediteur | deb cred | soort post | type post | factuursoort |
       factuurtype | documentsoort | documenttype | document type | transactietype | transaction type | trans type | kind`,
    ],
    [
      'currency',
      'valuta | valuta code | valutacode | munt | val | muntsoort | currency | currencycode | currency code | local currency',
    ],
    [
      'term',
      `betalingstermijn | betaaltermijn | krediettermijn | termijn | betalingstermijn dagen |
       betalingstermijn in dagen | betaaltermijn in dagen | betaaltermijn dagen | payment term | payment terms |
       terms of payment | betalingsvoorwaarden | betalingsvoorwaarde | betalingsconditie | betalingsconditie omschrijving |
       betalingscondities | betaalconditie | term`,
    ],
    ['termAgreed', 'termijn overeengekomen | betalingstermijn overeengekomen | term agreed'],
    [
      'creditLimit',
      `kredietlimiet | krediet limiet | kredietlimiet bedrag | bedrag kredietlimiet | kredietlimiet debiteur | kredietmaximum |
       maximaal krediet | credit limiet | creditlimiet | limiet krediet | credit limit | creditlimit | credit line | creditline`,
    ],
    [
      'email',
      `e mailadres facturen | emailadres facturen | e mail facturen | email facturen | factuur emailadres |
       factuur e mailadres | e mailadres factuur | e mail | email | e mailadres | emailadres | e mail adres | mailadres | mail | email adres |
       email address`,
    ],
    ['phone', 'telefoon | telefoonnummer | tel | telefoonnr | tel nr | mobiel | phone | telephone'],
    ['iban', 'iban | iban nr | bankrekening | rekeningnummer | bankrekeningnummer | iban nummer | bank account'],
    [
      'kvk',
      'kvk | kvk nummer | kvknummer | kvk nr | nummer kvk | handelsregisternummer | kamer van koophandel | coc | coc number',
    ],
    [
      'vatId',
      'btw nummer | btwnummer | btw nr | btw id | btw identificatienummer | nummer btw | vat number | vat id | btw',
    ],
    ['legalForm', 'rechtsvorm | legal form'],
    ['firstName', 'voornaam | first name | firstname | voornamen | voorletters'],
    ['lastName', 'achternaam | last name | lastname | familienaam'],
    ['houseNumber', 'huisnummer | huisnr | house number | factuurhuisnummer'],
    [
      'houseNumberAddition',
      `huisnummer toevoeging | huisnummertoevoeging | huisnr toevoeging | toevoeging huisnummer | toevoeging | toev |
       house number addition | factuurhuisnummertoev`,
    ],
    [
      'address',
      'factuuradres | straat en huisnummer | adres | straat | adres 1 | factuuradres 1 | adresregel 1 | adresregel | straatnaam | street | address | address line 1',
    ],
    ['postalCode', 'factuurpostcode | postcode | zip | postal code | zipcode'],
    ['city', 'factuurplaats | plaats | woonplaats | vestigingsplaats | plaatsnaam | stad | city'],
    ['country', 'land | landid | landcode | country | country code'],
    ['language', 'taal | taalcode | language'],
    ['contact', 'contactpersoon | contact | ter attentie van | t a v | tav | contact person'],
    [
      'directDebit',
      'automatische incasso | automatisch incasseren | aut incasso | aut bet inc | incasso | direct debit',
    ],
    [
      'yourReference',
      `uw referentie | uw ref | uw kenmerk | inkoopnummer | inkoopordernummer | ordernummer klant |
       your reference | yourref | your ref | referentie | reference | kenmerk`,
    ],
    [
      'paymentReference',
      `betalingskenmerk | betaalkenmerk | betalingsreferentie | betaalreferentie | betalings kenmerk | payment reference |
       paymentreference | payment id | paymentid | gestructureerde mededeling | structured communication | ogm | vcs |
       rf referentie | rf reference | creditor reference | remittance reference`,
    ],
    [
      'description',
      `omschrijving | omschrijving factuur | factuuromschrijving | omschrijving kopregel | betreft |
       description | invoice description | mededeling | opmerking`,
    ],
    ['vatAmount', 'btw bedrag | btwbedrag | bedrag btw | vat amount | taxtotal | tax total'],
    ['vatCode', 'btw code | btwcode | btw tarief | vat code'],
    ['paymentLink', 'betaallink | betaal link | betaalurl | payment link | payment url'],
    [
      'outsideLevel',
      'aanmaningsniveau | aanmaanniveau | niveau | aanmaning niveau | herinneringsniveau | reminder level',
    ],
    [
      'outsideDate',
      `datum laatste aanmaning | laatste aanmaning | datum aanmaning | datum laatste herinnering |
       last reminder date`,
    ],
    [
      'status',
      `betaalstatus | betalingsstatus | factuurstatus | status factuur | payment status | invoice status | paymentstatus |
       status | state`,
    ],
    [
      'paidOn',
      'betaald op | betaaldatum | datum betaald | datum betaling | betaald per | paid on | paid at | payment date',
    ],
    [
      'discountAmount',
      `betalingskorting | kortingsbedrag | bedrag betalingskorting | betalingskorting bedrag | korting bij betaling |
       korting contant | contantkorting | early payment discount | payment discount | cash discount`,
    ],
    [
      'discountPercent',
      `betalingskorting percentage | percentage betalingskorting | betalingskorting procent | betalingskortingspercentage |
       payment discount percentage | discount percentage`,
    ],
    [
      'discountDays',
      `betalingskorting dagen | dagen betalingskorting | betalingskortingsdagen | betalingskorting termijn | kortingsdagen |
       discount days`,
    ],
    [
      'discountUntil',
      `betalingskorting tot | betalingskorting t m | betalingskorting tot en met | betalingskorting datum |
       datum betalingskorting | kortingsdatum | korting tot | discount until | discount date`,
    ],
    [
      'restriction',
      `kredietbeperking | kredietbeperkingstoeslag | kredietbeperking bedrag | bedrag kredietbeperking | kb toeslag |
       kredietbeperkingsbedrag | credit restriction`,
    ],
    ['restrictionPercent', 'kredietbeperking percentage | percentage kredietbeperking | kredietbeperkingspercentage'],
    [
      'ledgerAccount',
      `grootboek | grootboekrekening | grootboeknummer | code grootboekrekening | gl account code | rekening | gl account |
       glaccount`,
    ],
  ] as const
).map(([field, names]) => [field, names.split('|').map((name) => name.trim())] as const);

/** `Debiteur: Code` — what stands before the colon for columns of the debtor, and of the invoice. */
export const debtorEntities: ReadonlySet<string> = new Set([
  'debiteur',
  'klant',
  'relatie',
  'account',
  'customer',
  'debtor',
]);
export const invoiceEntities: ReadonlySet<string> = new Set([
  'factuur',
  'verkoopfactuur',
  'openstaande post',
  'post',
  'invoice',
]);
