import type { ProfileId, TableField, TableKind } from './fields.ts';
import type { DecimalMark } from './reading.ts';

/**
 * One export of a package as its headings show it. Headings are in normalised form ({@link normalHeading}); those in
 * `Entiteit: Veld` style as `entiteit: veld`.
 */
export interface Profile {
  readonly id: ProfileId;
  /** Headings this export has and others seldom do; `least` of them must be there, columns being hidden at will. */
  readonly marks: readonly string[];
  readonly least: number;
  /** What columns hold, where their headings alone would be read otherwise: the first that is there wins. Null = nothing. */
  readonly columns: readonly (readonly [heading: string, field: TableField | null])[];
  /** Amount columns that are in the administration's own currency, or in the invoice's, without saying so. */
  readonly amountsIn?: Readonly<Record<string, 'base' | 'foreign'>>;
  /** Decides amounts that can be read both ways. */
  readonly decimals?: DecimalMark;
  /** What it is a table of, where its columns do not show it. */
  readonly kind?: TableKind;
  /** Bookings rather than items: lines of one invoice are summed, lines on other accounts than receivables left out. */
  readonly bookings?: true;
  /** A row without number has it in its description: `Factuur 2026-0101`. */
  readonly numberInDescription?: true;
}

/**
 * What is known of the exports of Dutch packages (formats document §4). They only fill in a mapping, which the user sees and can
 * change. How sure each is: Twinfield, Yuki and the SnelStart layouts are documented by their makers or partners or are used
 * by several open programs; Exact Online's headings are seen in open programs that write or read its files, its report of
 * open items only by hearsay; Exact Globe's from the help of an add-on that lists the columns of its report; e-Boekhouden's
 * first layout from its interface, the second unverified; Visma eAccounting, AFAS and Moneybird by names of their interfaces and
 * lists, no file of theirs was seen.
 */
export const profiles: readonly Profile[] = [
  {
    id: 'twinfield',
    marks: [
      'boekst nr',
      'betaalstatus',
      'betaalnr',
      'notanr',
      'beschikbaar voor betaalrun',
      'openstaand bedrag transactievaluta',
      'euro',
      'wijzigingsdatum',
      'daybook',
      'base value',
      'open value',
      'inv no',
    ],
    least: 2,
    columns: [
      ['factuurnr', 'number'],
      ['notanr', 'number'],
      ['boekst nr', 'number'],
      ['debiteur', 'debtorCode'],
      ['boekdatum', 'invoiceDate'],
      ['openstaand bedrag transactievaluta', 'open'],
      ['openstaand bedrag', 'open'],
      ['open value', 'open'],
      ['value', 'total'],
      ['base value', 'total'],
      ['customer', 'debtorCode'],
      ['inv no', 'number'],
      ['betaalstatus', 'status'],
      ['status', null],
      ['wijzigingsdatum', null],
      ['betaalnr', null],
    ],
    amountsIn: { 'openstaand bedrag': 'base', euro: 'base', 'open value': 'base', 'base value': 'base' },
  },
  {
    id: 'yuki',
    marks: [
      'code grootboekrekening',
      'omschrijving grootboekrekening',
      'datum factuur',
      'omschrijving factuur',
      'relatienaam',
      'relatiecode',
      'gl account code',
      'gl account description',
      'invoice description',
      'contact name',
      'contact code',
    ],
    least: 3,
    columns: [
      ['referentie', 'number'],
      ['code grootboekrekening', 'ledgerAccount'],
      ['omschrijving grootboekrekening', 'ledgerAccount'],
      ['omschrijving factuur', 'description'],
      ['reference', 'number'],
      ['gl account code', 'ledgerAccount'],
      ['gl account description', 'ledgerAccount'],
      ['invoice description', 'description'],
    ],
    numberInDescription: true,
  },
  {
    id: 'exact-online',
    marks: [
      'dagboek: code',
      'dagboek: omschrijving',
      'debiteur: code',
      'debiteur: naam',
      'relatie: code',
      'relatie: naam',
      'account: code',
      'account: name',
      'journal: code',
      'betalingsconditie: code',
      'betalingsconditie: omschrijving',
      'payment condition: code',
      'omschrijving: kopregel',
      'valuta: code',
      'grootboekrekening: code',
      'kostenplaats: code',
    ],
    least: 1,
    columns: [
      ['factuurnummer', 'number'],
      ['uw ref', 'yourReference'],
      ['your ref', 'yourReference'],
      ['betalingsconditie code', null],
      ['betalingsconditie omschrijving', 'term'],
      ['dagboek omschrijving', null],
      ['omschrijving kopregel', 'description'],
    ],
  },
  {
    // The interface's list of receivables: what it calls Amount is what is still open.
    id: 'exact-online',
    marks: ['accountcode', 'accountname', 'currencycode', 'entrynumber', 'journalcode', 'yourref', 'amountintransit'],
    least: 3,
    columns: [
      ['invoicenumber', 'number'],
      ['entrynumber', 'number'],
      ['openamountfc', 'open'],
      ['openamountdc', 'open'],
      ['openamount', 'open'],
      ['amount', 'open'],
      ['yourref', 'yourReference'],
    ],
    decimals: 'point',
    kind: 'list',
  },
  {
    id: 'exact-globe',
    marks: ['onze ref', 'our ref', 'verv dat', 'uw referentie', 'oud', 'koers', 'bedrag eur', 'bkst nr'],
    least: 4,
    columns: [
      ['onze ref', 'number'],
      ['our ref', 'number'],
      ['uw referentie', 'yourReference'],
      ['datum', 'invoiceDate'],
      ['verv dat', 'dueDate'],
      ['openstaand', 'open'],
      ['bedrag', 'open'],
      ['bedrag eur', 'open'],
      ['val', 'currency'],
      ['oud', null],
      ['koers', null],
      ['bkst nr', null],
    ],
    amountsIn: { bedrag: 'foreign', 'bedrag eur': 'base' },
    decimals: 'point',
    kind: 'list',
  },
  {
    id: 'e-boekhouden',
    marks: ['mutdatum', 'mutfactuur', 'relcode', 'relbedrijf', 'mutnr'],
    least: 2,
    columns: [
      ['mutfactuur', 'number'],
      ['mutnr', null],
      ['mutdatum', 'invoiceDate'],
      ['relcode', 'debtorCode'],
      ['relbedrijf', 'debtorName'],
      ['bedrag', 'total'],
    ],
  },
  {
    id: 'e-boekhouden',
    marks: ['relatiecode', 'relatie', 'factuurnummer', 'factuurdatum', 'vervaldatum', 'bedrag', 'openstaand', 'soort'],
    least: 8,
    columns: [
      ['relatiecode', 'debtorCode'],
      ['relatie', 'debtorName'],
    ],
  },
  {
    id: 'snelstart',
    marks: [
      'boekingcode',
      'fldboekingcode',
      'flddagboek',
      'grootboeknummer',
      'kostenplaatsnummer',
      'importboekingid',
      'debet',
      'credit',
    ],
    least: 4,
    columns: [
      ['factuurnummer', 'number'],
      ['relatiecode', 'debtorCode'],
      ['datum', 'invoiceDate'],
      ['grootboeknummer', 'ledgerAccount'],
      ['boekstuk', null],
      ['boekingcode', null],
      ['fldboekingcode', null],
      ['dagboek', null],
      ['flddagboek', null],
    ],
    kind: 'list',
    bookings: true,
  },
  {
    id: 'snelstart',
    marks: ['relatiecode', 'landid', 'krediettermijn', 'nummer kvk', 'btw nummer', 'emailadres', 'aanmaansoort'],
    least: 4,
    columns: [
      ['relatiecode', 'debtorCode'],
      ['naam', 'debtorName'],
      ['landid', null],
      ['krediettermijn', 'term'],
    ],
  },
  {
    id: 'visma-eaccounting',
    marks: [
      'factuuradres 1',
      'factuuradres 2',
      'betalingsvoorwaarden',
      'afleveradres 1',
      'leveringsvoorwaarden',
      'invoice address 1',
      'invoice address 2',
      'terms of payment',
      'delivery address 1',
      'invoice city',
      'invoice postal code',
      'factuurplaats',
      'factuurpostcode',
    ],
    least: 2,
    columns: [
      ['debiteurnummer', 'debtorCode'],
      ['customer number', 'debtorCode'],
      ['naam', 'debtorName'],
      ['name', 'debtorName'],
      ['factuuradres 1', 'address'],
      ['invoice address 1', 'address'],
      ['factuurpostcode', 'postalCode'],
      ['invoice postal code', 'postalCode'],
      ['factuurplaats', 'city'],
      ['invoice city', 'city'],
      ['betalingsvoorwaarden', 'term'],
      ['terms of payment', 'term'],
    ],
  },
  {
    id: 'afas',
    marks: [
      'nummer debiteur',
      'naam debiteur',
      'debtorid',
      'debtorname',
      'code verkooprelatie',
      'verkooprelatie',
      'nummer verkooprelatie',
      'factuurbedrag',
      'administratie omschrijving',
      'verzamelrekening',
      'dagboekcode',
    ],
    least: 2,
    columns: [
      ['nummer verkooprelatie', 'debtorCode'],
      ['code verkooprelatie', 'debtorCode'],
      ['verkooprelatie', 'debtorName'],
      ['verzamelrekening', 'ledgerAccount'],
      ['dagboekcode', null],
    ],
  },
  {
    id: 'moneybird',
    marks: [
      'totaal openstaand',
      'total unpaid',
      'total price incl tax',
      'totaal excl btw',
      'totaal incl btw',
      'herinneringen verstuurd',
      'workflow',
      'huisstijl',
      'referentie',
      'contact',
      'invoice id',
      'state',
      'status',
    ],
    least: 5,
    columns: [
      ['factuurnummer', 'number'],
      ['invoice id', 'number'],
      ['contact', 'debtorName'],
      ['company name', 'debtorName'],
      ['referentie', 'yourReference'],
      ['reference', 'yourReference'],
      ['totaal openstaand', 'open'],
      ['total unpaid', 'open'],
      ['totaal incl btw', 'total'],
      ['total price incl tax', 'total'],
      ['status', 'status'],
      ['state', 'status'],
    ],
  },
];
