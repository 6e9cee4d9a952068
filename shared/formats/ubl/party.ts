import { visibleText } from '../visible-text.ts';
import { attributeOf, nodeAt, nodesAt, ownTextOf, textOf, type XmlNode } from '../xml/tree.ts';
import type { UblParty } from './reading.ts';
import { firstText, withoutFiller } from './texts.ts';

/**
 * Reads AccountingSupplierParty or AccountingCustomerParty (formats document §2): names, address, contact, and the numbers
 * KvK (0106), OIN (0190) and VAT (9944) wherever they stand.
 */
export function readParty(role: XmlNode | null): UblParty {
  const party = nodeAt(role, 'Party');
  const country = countryOf(party);
  const registrations = registrationsOf(party);
  const kvk = registered(registrations, kvkScheme, /^\d{8}$/, country);
  const oin = registered(registrations, oinScheme, /^\d{20}$/, country);
  const vatId = vatIdOf(party, registrations, country);
  return {
    name: nameOf(party),
    code: codeOf(role, registrations, [kvk, oin, vatId]),
    kvk,
    oin,
    vatId,
    ...addressOf(nodeAt(party, 'PostalAddress')),
    country,
    contact: contactText(role, 'Name'),
    email: emailOf(role, party),
    phone: contactText(role, 'Telephone'),
  };
}

function contactText(role: XmlNode | null, what: string): string | null {
  return withoutFiller(firstText(role, `Party/Contact/${what}`, `AccountingContact/${what}`, `BuyerContact/${what}`));
}

function nameOf(party: XmlNode | null): string | null {
  const person = ['FirstName', 'MiddleName', 'FamilyName'].map((part) => firstText(party, `Person/${part}`));
  return (
    firstText(party, 'PartyLegalEntity/RegistrationName', 'PartyName/Name') ??
    (person.filter((part) => part !== null).join(' ') || firstText(party, 'Contact/Name'))
  );
}

/** A number of a party with the list it is from: `0106`, `NL:KVK`, empty when none is named. */
interface Registration {
  readonly scheme: string;
  readonly value: string;
  readonly from: 'legal' | 'identification' | 'endpoint';
}

const kvkScheme = /^(?:0106|NL:KVK|KVK|COC)$/i;
const oinScheme = /^(?:0190|NL:OINO?|OINO?)$/i;
const vatScheme = /^(?:9944|[A-Z]{2}:VAT|VAT|BTW)$/i;

function registrationsOf(party: XmlNode | null): readonly Registration[] {
  const places = [
    ['legal', 'PartyLegalEntity/CompanyID'],
    ['identification', 'PartyIdentification/ID'],
    ['endpoint', 'EndpointID'],
  ] as const;
  return places.flatMap(([from, path]) =>
    nodesAt(party, path)
      .map((node) => ({ from, scheme: attributeOf(node, 'schemeID') ?? '', value: visibleText(node.text) }))
      .filter(({ value }) => value !== ''),
  );
}

/** A number of a list that has the form of it; of a Dutch party also a company number that names no list. */
function registered(
  registrations: readonly Registration[],
  list: RegExp,
  form: RegExp,
  country: string | null,
): string | null {
  const fits = registrations.filter(({ value }) => form.test(compact(value)));
  const stated = fits.find(({ scheme }) => list.test(scheme));
  const bare =
    (country ?? 'NL') === 'NL' ? fits.find(({ from, scheme }) => from === 'legal' && scheme === '') : undefined;
  const found = stated ?? bare;
  return found ? compact(found.value) : null;
}

/** Upper case without spaces, dots and hyphens; a Dutch one without its country gets it. Check digits are not looked at. */
function vatIdOf(party: XmlNode | null, registrations: readonly Registration[], country: string | null): string | null {
  const schemes = nodesAt(party, 'PartyTaxScheme').filter((node) =>
    /^(?:VAT|BTW)$/i.test(textOf(node, 'TaxScheme/ID') ?? 'VAT'),
  );
  const stated = schemes.map((node) => textOf(node, 'CompanyID')).find((id) => id !== null);
  const value = stated ?? registrations.find(({ scheme }) => vatScheme.test(scheme))?.value;
  if (value === undefined) return null;
  const id = compact(value);
  return /^\d{9}B\d{2}$/.test(id) && (country ?? 'NL') === 'NL' ? `NL${id}` : id || null;
}

/** Lists of numbers that identify a company everywhere, so that they are no code of one bookkeeping. */
const publicList = /^(?:\d{4}|[A-Z]{2}:.+|GLN|EAN|DUNS|EM|IBAN|SEPA|KVK|COC|OINO?|VAT|BTW|UN\/ECE.*)$/i;

/** The account number the supplier gave its customer, else an identification that is of no public list. */
function codeOf(
  role: XmlNode | null,
  registrations: readonly Registration[],
  known: readonly (string | null)[],
): string | null {
  const account = withoutFiller(firstText(role, 'SupplierAssignedAccountID'));
  const own = registrations.find(({ from, scheme, value }) => {
    return from === 'identification' && !publicList.test(scheme) && !known.includes(compact(value));
  });
  return account ?? (own ? withoutFiller(own.value) : null);
}

function compact(value: string): string {
  return value.replace(/[\s.-]/g, '').toUpperCase();
}

function countryOf(party: XmlNode | null): string | null {
  const code = textOf(party, 'PostalAddress/Country/IdentificationCode')?.toUpperCase() ?? '';
  return /^[A-Z]{2}$/.test(code) ? code : null;
}

/** Street with the house number, wherever the sender put it. */
function addressOf(address: XmlNode | null): Pick<UblParty, 'street' | 'postalCode' | 'city'> {
  const name = [firstText(address, 'StreetName'), firstText(address, 'BuildingNumber')];
  const street = withMore(name.filter((part) => part !== null).join(' '), firstText(address, 'AdditionalStreetName'));
  const box = firstText(address, 'Postbox');
  return {
    street: withoutFiller(street || firstText(address, 'AddressLine/Line') || (box && `Postbus ${box}`)),
    postalCode: withoutFiller(firstText(address, 'PostalZone')),
    city: withoutFiller(firstText(address, 'CityName')),
  };
}

/** The second line of a street is the house number when the first has none. */
function withMore(street: string, more: string | null): string {
  if (more === null || street.includes(more)) return street;
  if (street === '') return more;
  return /^\d+\s?\S{0,6}$/.test(more) && !/\d/.test(street) ? `${street} ${more}` : `${street}, ${more}`;
}

const mailAddress = /[^\s;,<>]+@[^\s;,<>]+\.[^\s;,<>]+/;

/** Of the contact, else where the invoice itself is sent to. */
function emailOf(role: XmlNode | null, party: XmlNode | null): string | null {
  const stated = mailAddress.exec(contactText(role, 'ElectronicMail') ?? '')?.[0];
  const endpoint = nodeAt(party, 'EndpointID');
  const isMail = /^(?:EM|E?-?MAIL)$/i.test(attributeOf(endpoint, 'schemeID') ?? '');
  return stated ?? (isMail ? (mailAddress.exec(ownTextOf(endpoint) ?? '')?.[0] ?? null) : null);
}
