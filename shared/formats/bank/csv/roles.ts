import { normalHeading } from '../../table/headings.ts';
import { headingsAbroad } from './headings-abroad.ts';

/** What a column of a bank's table holds. */
export type Role =
  | 'account'
  /** Of a British account, beside its number. */
  | 'sortCode'
  | 'currency'
  | 'statementNumber'
  | 'bookDate'
  | 'valueDate'
  | 'amount'
  /** Unsigned or signed amounts of what left, and of what arrived, in columns of their own. */
  | 'debit'
  | 'credit'
  /** Of one of several payments booked together, on a row below that of their booking. */
  | 'part'
  /** Says whether the amount left or arrived: `Af`, `C`, `Debet`. */
  | 'direction'
  | 'balanceAfter'
  | 'balanceBefore'
  | 'counterAccount'
  | 'counterName'
  /** Whoever paid, and whoever was paid: one of them is the holder. */
  | 'payer'
  | 'payee'
  /** The party behind the counterparty; named when nothing else is. */
  | 'ultimateName'
  | 'text'
  /** Sort of transaction in words; the text when there is no other. */
  | 'sort'
  /** Marked as betalingskenmerk, RF or OGM. */
  | 'structured'
  /** A reference of the payer, structured or not. */
  | 'paymentReference'
  | 'reference'
  /** The bank's own number of the line: a second line with it is the same line. */
  | 'unique'
  | 'endToEnd'
  | 'mandate'
  | 'returnReason'
  | 'fee'
  | 'net'
  | 'state'
  | 'nothing';

/**
 * Headings per role in Dutch, English and German, and some French, best first (formats document §3.4): of two columns the earlier one counts.
 * A star marks what only a bank writes above a column.
 */
const headings: readonly (readonly [Role, string])[] = [
  [
    'account',
    `iban bban* | je rekening* | eigen rekening* | eigen rekeningnummer* | opdrachtgeversrekening* | rekeningnummer rekeninghouder* |
     rekeningnummer | rekening | nr v d rekening | iban rekening | own account* | your account* | account number | account iban | account |
     auftragskonto* | auftraggeberkonto* | iban auftragskonto* | iban auftraggeberkonto* | kontonummer | konto | iban`,
  ],
  ['sortCode', 'sort code* | sortcode*'],
  [
    'currency',
    `munt | muntsoort* | valutacode | valuta | valuta boeking | valutasoort mutatie* | valutasoort | valuta rekening | munteenheid | devies |
     payment currency* | currency of the account* | currency | currency code | ccy | mutationcode* | wahrung | waehrung | devise`,
  ],
  [
    'statementNumber',
    'afschriftnummer* | afschriftnr* | rekeninguittrekselnummer* | uittreksel | statement number* | numero d extrait* | numero de l extrait*',
  ],
  [
    'bookDate',
    `boekdatum | boekingsdatum* | boekhdk datum* | boekingsdag* | booking date* | book date | booked at* | posting date | posted date | buchungstag* |
     buchungsdatum* | buchung | completed date* | date completed utc* | date completed | finished on | datum | date | datum v verrichting* |
     transactiedatum* | transaction date | datum transactie | uitvoeringsdatum* | execution date | date de l operation | date d operation |
     date operation | date d execution`,
  ],
  [
    'valueDate',
    `rentedatum* | valutadatum* | valuta date* | valuta datum* | datum valuta* | value date* | valuedate* | interest date* | wertstellung* |
     wertstellungsdatum* | wert | date valeur | date de valeur`,
  ],
  [
    'amount',
    `bedrag | bedrag bij af* | bedrag af bij* | transactiebedrag* | mutatiebedrag* | bedrag v d verrichting* | boekingsbedrag* |
     bedrag in eur | amount | transaction amount | credit debit amount* | betrag | umsatz | montant | gross* | bruto | brutto | montant de l operation`,
  ],
  [
    'debit',
    `debet | bedrag debet | debetbedrag | debit | debit amount | af | bedrag af* | afschrijving | afschrijvingen | uitgaven | uitgaand | uit |
     soll* | sollbetrag* | belastung | lastschrift | ausgang | ausgaben | money out* | paid out* | withdrawal | withdrawals | outflow*`,
  ],
  [
    'credit',
    `credit | bedrag credit | creditbedrag | credit amount | bij | bedrag bij* | bijschrijving | bijschrijvingen | ontvangsten | inkomsten |
     inkomend | haben* | habenbetrag* | gutschrift | eingang | einnahmen | money in* | paid in* | deposit | deposits | inflow*`,
  ],
  ['part', 'einzelbetrag | betrag detail | individual amount | sous montant | importo singolo'],
  [
    'direction',
    `af bij* | bij af* | bij af code* | by af code* | af bij code* | creditdebet* | debetcredit* | credit debet* | debet credit* |
     creditdebit* | debitcredit* | credit debit* | debit credit* | debit credit indicator* | credit debit indicator* | dc indicator* |
     debet credit code* | d c | c d | soll haben* | s h | h s | richting | direction | mutatierichting*`,
  ],
  [
    'balanceAfter',
    `saldo na mutatie* | saldo na trn* | saldo na transactie* | saldo na boeking* | saldo na verwerking* | bal after bkng* |
     resulting balance* | running balance* | balance after* | eindsaldo* | endsaldo* | end balance* | closing balance | nieuw saldo* |
     kontostand* | saldo nach buchung* | boeksaldo* | balance | account balance | saldo | solde`,
  ],
  [
    'balanceBefore',
    `saldo voor boeking* | saldo voor mutatie* | saldo voor trn* | saldo voor transactie* | beginsaldo* | startsaldo* | start balance* |
     opening balance | balance before*`,
  ],
  [
    'counterAccount',
    `tegenrekening* | tegenrekening iban bban* | tegenrekening iban* | tegenrekeningnummer* | rekening tegenpartij* |
     rekeningnummer tegenpartij* | tegenpartij rekening* | tegenpartij iban* | iban tegenpartij* | iban tegenrekening* | van naar* |
     counterpty iban bban* | counterparty iban* | counterparty account* | counterparty account number* | partner iban* |
     beneficiary iban* | empfanger auftraggeber iban* | auftraggeber empfanger iban* | beneficiary account number* | iban account number | payee account number* | payee account* | contra account* | gegenkonto* |
     gegenkontonummer* | kontonummer iban* | iban konto nr* | iban zahlungsbeteiligter* | iban empfanger* | compte de contrepartie* | compte contrepartie* | numero de compte contrepartie*`,
  ],
  [
    'counterName',
    `naam tegenpartij* | naam tegenrekening* | naam tegenrekeninghouder* | tegenrekeninghouder* | tegenpartij naam* |
     naam van de tegenpartij* | naam v d tegenpartij* | naam tegenpartij bevat* | naam omschrijving* | name description* |
     name counterpty* | name counterparty* | counterparty name* | partner name* | tegenpartij | counterparty* | contrepartie |
     beneficiary originator* | originator beneficiary* | auftraggeber empfanger* | empfanger zahlungspflichtiger* | empfanger auftraggeber name* | auftraggeber empfanger name* | ontvanger opdrachtgever* | opdrachtgever ontvanger* | opdrachtgever begunstigde* | begunstigter auftraggeber* | auftraggeber begunstigter* | beguenstigter zahlungspflichtiger* |
     begunstigter zahlungspflichtiger* | name zahlungsbeteiligter* | zahlungsbeteiligter* | empfanger | begunstigde | beneficiary |
     merchant | sender empfanger* | naam | name | nom de la contrepartie* | nom contrepartie* | nom contrepartie contient* |
     name of the counterparty*`,
  ],
  ['payer', 'payer name* | payer* | zahlungspflichtige r* | zahlungspflichtiger* | opdrachtgever* | auftraggeber*'],
  ['payee', 'payee name* | payee* | zahlungsempfanger in* | zahlungsempfanger*'],
  ['ultimateName', 'naam uiteindelijke partij* | name ultimate pty*'],
  [
    'text',
    `omschrijving | description | payment details | mededelingen* | mededeling | mededeling vervolg* |
     vrije mededeling* | notifications* | detail van de omzet* | bericht | remittance information* | betalingsomschrijving* |
     transactieomschrijving* | transaction description* | verwendungszweck* | beschrijving | details | communicatie | communication |
     free format reference* | communication libre* | memo | narrative | note | notitie | onderwerp | subject | particulars | transactie | libelle |
     verwendungszweck zeile* | vwz* | avisierungstext* | zahlungszweck* | beschreibung1 | beschreibung2 | beschreibung3 | communications`,
  ],
  [
    'sort',
    `mutatiesoort* | transaction type | type verrichting* | umsatzart* | umsatztyp* | transaktionstyp* | buchungstext* | buchungsart* | betaalwijze* |
     type de transaction* | type of transaction* | type | code | soort`,
  ],
  [
    'structured',
    'betalingskenmerk* | gestructureerde mededeling* | standard format reference* | communication structuree*',
  ],
  ['paymentReference', 'payment reference* | kenmerk | referentie | reference | referenz'],
  [
    'reference',
    'zkb referenz* | ref v d verrichting* | referentie van de verrichting* | numero de transaction* | omzetnummer* | bankreferentie* | transactienummer | referenznummer',
  ],
  [
    'unique',
    `volgnr* | seq no* | volgnummer transactie* | volgnummer | transferwise id* | transaction id | transactie id | transaktionscode |
     verrichtingsreferentie* | nr v d verrichting* | no de sequence* | sequence number | transaktions nr* | transactiecode | id`,
  ],
  [
    'endToEnd',
    `transactiereferentie* | transaction reference | end to end id* | end to end referentie* | end to end reference* | endtoendid* | end to end identifikation* |
     kundenreferenz end to end* | kundenreferenz* | customer reference`,
  ],
  [
    'mandate',
    `machtigingskenmerk* | machtigingsnummer* | machtigingsid* | mandaatid* | mandate reference* | mandate id* | mandatsreferenz* |
     mandaat`,
  ],
  ['returnReason', 'reden retour* | reasoncode* | retourcode* | return reason* | reden terugboeking*'],
  ['fee', 'fee | fees | kosten | gebuhr | total fees*'],
  ['net', 'net | netto | total amount'],
  ['state', 'state | status | statut | info | balance impact* | impact op saldo* | effect op saldo*'],
  [
    'nothing',
    `incassant id* | auftraggeber zahlungsempfanger* | collector id* | glaubiger id* | glaeubiger id* | naam initierende partij* | naam initi rende partij* |
     name initiating pty* | bic tegenpartij* | counterpty bic* | verwerkingsdatum* | journaaldatum* | jounaaldatum* |
     datum afschrijving* | valuta saldo* | valutasoort saldo* | valutasoort rekening* | valutair saldo* | started date* |
     date started utc* | creditcard nummer* | creditcard regel1* | creditcard regel2* | kredietkaart* | kaarthouder* | interne transactiecode* |
     globale transactiecode* | rubrieknaam* | adres tegenpartij* | straat en nummer | naam van de rekening* | from email address* |
     to email address* | van e mailadres* | naar e mailadres* | timezone | tijdzone | date time | orig amount* | orig currency* |
     original amount | original currency | oorspr bedrag* | oorspr munt* | instr amt* | instr ccy* | amount foreign currency* |
     betrag fremdwahrung* | fremdwahrung | fremde gebuhren* | exchange rate | exchange from* | exchange to* | koers |
     lastschrift ursprungsbetrag* | auslagenersatz ruecklastschrift* | sammlerreferenz* | account name | product |
     reden van weigering* | reason for refusal* | motif du refus* | nom de la rubrique* | account holder | rekening naam | naam rekeninghouder`,
  ],
];

export interface RoleMeaning {
  readonly role: Role;
  /** 0 is best. */
  readonly rank: number;
  readonly onlyBanks: boolean;
}

const byLetters = new Map<string, RoleMeaning>();
for (const [role, names] of [...headings, ...headingsAbroad]) {
  names.split('|').forEach((written, rank) => {
    const name = written.trim();
    const letters = normalHeading(name).replaceAll(' ', '');
    if (!byLetters.has(letters)) byLetters.set(letters, { role, rank, onlyBanks: name.endsWith('*') });
  });
}

/** A heading of a table, and what it means there. */
export interface BankHeading {
  readonly text: string;
  /** Letters and digits only, lower case, without a currency behind it. */
  readonly letters: string;
  readonly meaning: RoleMeaning | null;
  /** `Bedrag (EUR)`: the currency named in the heading. */
  readonly currency: string | null;
}

const currencyBehind = /(?: en)? (€|eur|euros?|usd|gbp|chf|sek|dkk|nok|pln|czk)$/;

/** Reads the heading of one column. */
export function bankHeading(cell: string): BankHeading {
  const normal = normalHeading(cell.replace(/^"+|"+$/g, ''));
  const whole = normal.replaceAll(' ', '');
  const known = byLetters.get(whole);
  if (known) return { text: cell.trim(), letters: whole, meaning: known, currency: null };
  const numbered = byLetters.get(whole.replace(/\d+$/, ''));
  // `Verwendungszweck Zeile 3`, `Vwz.12`: one text, cut into columns.
  if (numbered?.role === 'text') return { text: cell.trim(), letters: whole, meaning: numbered, currency: null };
  const behind = currencyBehind.exec(normal);
  if (!behind) return { text: cell.trim(), letters: whole, meaning: null, currency: null };
  const before = normal.slice(0, behind.index);
  const named = before.replaceAll(' ', '');
  // `Gutschrift in CHF`, but `Paid In (EUR)`.
  const letters = before.endsWith(' in') && !byLetters.has(named) ? named.slice(0, -2) : named;
  return {
    text: cell.trim(),
    letters,
    meaning: byLetters.get(letters) ?? null,
    currency: behind[1] === '€' ? 'EUR' : behind[1]!.slice(0, 3).toUpperCase(),
  };
}

/** Parts of words that tell a role where no heading of the table is known for it; tried in this order. */
const likely: readonly (readonly [Role, RegExp])[] = [
  // What is written in cents is not read as euros.
  ['nothing', /(?:bedrag|amount|saldo|balance)\w*cent(?:en|s)?$/],
  ['nothing', /orig|oorspr|foreign|fremd|koers|rate|bic|limiet|budget/],
  ['counterAccount', /tegenrek|gegenkonto|counterp.*(?:iban|account)|(?:iban|account|rekening).*(?:counterp|tegenp)/],
  ['balanceBefore', /saldovo|beginsaldo|openingbal/],
  ['balanceAfter', /saldo|balance|kontostand/],
  ['fee', /kosten|fee|gebuhr/],
  ['valueDate', /valuta.*dat|rente.*dat|value.*date|interest.*date|wertst/],
  ['debit', /debet|debit|soll/],
  ['credit', /credit|haben/],
  ['amount', /bedrag|amount|betrag|montant/],
  ['bookDate', /datum|date|buchungstag/],
  ['counterName', /naam|name|tegenpartij|counterpart/],
  ['text', /omschr|mededel|descr|verwendung|communic|toelicht|memo/],
  ['account', /^(?:iban|rekening|account|konto)/],
];

/** The role a heading nobody listed most likely has; null when nothing in it says so. */
export function likelyRole(letters: string): Role | null {
  return likely.find(([, pattern]) => pattern.test(letters))?.[0] ?? null;
}
