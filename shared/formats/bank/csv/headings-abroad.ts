import type { Role } from './roles.ts';

/**
 * Headings of banks in Denmark, Norway, Sweden, Poland, France, Spain and Italy, for offices whose clients bank there; written
 * as the banks write them, a star as in `roles.ts`. Those in Dutch, English and German come first.
 */
export const headingsAbroad: readonly (readonly [Role, string])[] = [
  ['account', 'kontonr | compte | numéro de compte* | cuenta | conto'],
  ['currency', 'divisa | waluta | valutakod* | devise du compte*'],
  [
    'bookDate',
    `dato | bogføringsdato* | bogført* | bokføringsdato* | bokført dato* | bokföringsdag* | bokföringsdatum* | bokförd* |
     transaktionsdag* | transaktionsdato* | transaktionsdatum* | data księgowania* | data operacji* | data transakcji* |
     date de comptabilisation* | date comptable* | fecha operación* | fecha de operación* | fecha contable* | fecha |
     data contabile* | data operazione* | data`,
  ],
  [
    'valueDate',
    'rentedato* | valørdato* | valutadag* | valutadato* | data waluty* | fecha valor* | fecha de valor* | data valuta*',
  ],
  [
    'amount',
    'beløb | beløp | belopp | kwota | kwota operacji* | kwota transakcji* | montant opération* | importe | importo',
  ],
  ['debit', 'ut fra konto* | ud | uttag* | obciążenia* | cargo | cargos | dare | uscite | sorties'],
  [
    'credit',
    'inn på konto* | ind | insättning* | insättningar* | uznania* | abono | abonos | avere | entrate | entrées',
  ],
  ['balanceAfter', 'bokfört saldo* | bogført saldo* | saldo po operacji* | saldo contabile* | solde comptable*'],
  ['counterName', 'navn | namn | nadawca odbiorca* | kontrahent | nom | nombre | beneficiario'],
  [
    'text',
    `tekst | text | rubrik | beskrivelse | beskrivning | forklaring | text mottagare* | opis operacji* | opis transakcji* | tytuł |
     libellé opération* | motif | concepto | descripción | descrizione | causale`,
  ],
  ['unique', 'verifikationsnummer*'],
  [
    'nothing',
    'afsender | modtager | avsändare | mottagare | afstemt* | avstemt* | clearingnummer* | radnummer* | numer konta*',
  ],
];
