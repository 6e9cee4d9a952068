import { parseIban } from '#shared/identifiers/iban.ts';
import { parseKvk } from '#shared/identifiers/registrations.ts';
import { parseVatId } from '#shared/identifiers/vat-id.ts';
import type { Cents } from '#shared/money/cents.ts';
import type { XafAddress, XafRelation } from './reading.ts';
import { amountOf, cleanText, factText, signedAmount } from './values.ts';
import { at } from './vocabulary.ts';

/** Relations of an auditfile; of one that comes twice, as in files per period, the first counts. */
export class Relations {
  private readonly known = new Map<string, XafRelation>();
  private street: XafAddress | null = null;
  private postal: XafAddress | null = null;
  private iban: string | null = null;

  all(): readonly XafRelation[] {
    return [...this.known.values()];
  }

  get(code: string): XafRelation | undefined {
    return this.known.get(code);
  }

  begin(): void {
    this.street = null;
    this.postal = null;
    this.iban = null;
  }

  address(name: string, values: readonly string[]): void {
    if (name === 'postaladdress') this.postal ??= addressOf(values);
    else this.street ??= addressOf(values);
  }

  bank(values: readonly string[]): void {
    this.iban ??= parseIban(values[at.bank.bankaccnr]!);
  }

  end(values: readonly string[]): void {
    const code = cleanText(values[at.relation.custsupid]!);
    if (code === '' || this.known.has(code)) return;
    const fact = (place: number): string | null => factText(values[place]!);
    const { relation } = at;
    const registration = fact(relation.commercenr);
    const type = values[relation.custsuptp]!.toUpperCase();
    this.known.set(code, {
      code,
      name: cleanText(values[relation.custsupname]!),
      type: type === 'B' || type === 'C' || type === 'S' || type === 'O' ? type : null,
      contact: fact(relation.contact),
      phone: fact(relation.telephone),
      email: /[^\s;,<>]+@[^\s;,<>]+\.[^\s;,<>]+/.exec(values[relation.email]!)?.[0] ?? null,
      website: fact(relation.website),
      kvk: registration === null ? null : kvkOf(registration),
      registration,
      vatId: vatIdOf(values[relation.taxregident]!, values[relation.taxregistrationcountry]!),
      iban: this.iban,
      creditLimit: values[relation.custcreditlimit] === '' ? null : amountOf(values[relation.custcreditlimit]!),
      street: this.street,
      postal: this.postal,
      opening: balanceOf(values[relation.opbaldesc]!, values[relation.opbaltp]!),
      closing: balanceOf(values[relation.clbaldesc]!, values[relation.clbaltp]!),
    });
  }
}

/** Eight digits, or the first eight of twelve where a package writes the branch behind them. */
function kvkOf(registration: string): string | null {
  const digits = registration.replace(/[\s.]/g, '');
  return parseKvk(/^\d{8}0{4}$/.test(digits) ? digits.slice(0, 8) : digits);
}

/** With its country put before it where the file keeps them apart; null when it is no VAT number. */
export function vatIdOf(ident: string, country: string): string | null {
  const bare = cleanText(ident);
  if (bare === '') return null;
  return parseVatId(bare) ?? (/^[A-Za-z]{2}$/.test(country) ? parseVatId(country + bare) : null);
}

function balanceOf(amount: string, side: string): Cents | null {
  if (amount === '') return null;
  const cents = amountOf(amount);
  return cents === null ? null : signedAmount(cents, side);
}

function addressOf(values: readonly string[]): XafAddress | null {
  const { address } = at;
  const fact = (place: number): string | null => factText(values[place]!);
  const name = fact(address.streetname);
  const number = [fact(address.number), fact(address.numberextension)].filter((part) => part !== null).join(' ');
  // Some packages write the number in both places.
  const withNumber = name !== null && number !== '' && !` ${name}`.endsWith(` ${number}`) ? `${name} ${number}` : name;
  const country = values[address.country]!.toUpperCase();
  const found: XafAddress = {
    street: withNumber,
    postalCode: fact(address.postalcode),
    city: fact(address.city),
    country: /^[A-Z]{2}$/.test(country) ? country : null,
  };
  return found.street === null && found.postalCode === null && found.city === null && found.country === null
    ? null
    : found;
}
