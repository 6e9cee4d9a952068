/** Banks by the first four letters of a BIC, which Dutch and British IBANs carry too. */
const names: Readonly<Record<string, string>> = {
  ABNA: 'ABN AMRO',
  ADYB: 'Adyen',
  ASNB: 'ASN Bank',
  BITS: 'Bitsafe',
  BNPA: 'BNP Paribas',
  BUNQ: 'bunq',
  CITI: 'Citibank',
  COBA: 'Commerzbank',
  DEUT: 'Deutsche Bank',
  DHBN: 'DHB Bank',
  FVLB: 'Van Lanschot',
  GEBA: 'BNP Paribas Fortis',
  GKCC: 'Belfius',
  HAND: 'Handelsbanken',
  HSBC: 'HSBC',
  INGB: 'ING',
  INGD: 'ING',
  BBRU: 'ING',
  KNAB: 'Knab',
  KRED: 'KBC',
  MOYO: 'MoneYou',
  NTSB: 'N26',
  RABO: 'Rabobank',
  RBRB: 'RegioBank',
  REVO: 'Revolut',
  SNSB: 'SNS',
  TRIO: 'Triodos Bank',
  TRWI: 'Wise',
};

/** The name customers know a bank by, from its BIC; null when it is not in the list. */
export function bankOfBic(bic: string): string | null {
  return names[bic.slice(0, 4).toUpperCase()] ?? null;
}

/** The same from an IBAN, of the countries whose IBAN names the bank by letters. */
export function bankOfIban(iban: string): string | null {
  return /^(?:NL|GB|IE)\d{2}[A-Z]{4}/.test(iban) ? bankOfBic(iban.slice(4, 8)) : null;
}
