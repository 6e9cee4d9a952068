import type { Address } from '#shared/domain/debtor.ts';
import type { LetterPlan } from '#shared/domain/letter.ts';
import type { LetterLabels } from '../../assets/letters/template.ts';
import { fill } from './fill.ts';

/** Lines the window shows at most. */
export const addressLines = 5;

/**
 * The lines in the envelope window, at most five: dispatch line, name, attention, street, place, country. A Dutch place
 * is `1234 AB  PLAATS`; the country is named only abroad. Attention gives way first when there are too many lines.
 */
export function addressBlock(plan: LetterPlan, labels: LetterLabels, attention = true): readonly string[] {
  const { address, contact, name } = plan.debtor;
  const lines = [
    ...(plan.channels.includes('registered') ? [labels.registered] : []),
    name,
    ...(address ? [...streetLines(address.street), placeLine(address), ...countryLine(address, plan)] : []),
  ].filter((line) => line !== '');
  const person = attention && contact && contact !== name ? fill(labels.attention, { contact }) : null;
  if (person && lines.length < addressLines) lines.splice(lines.indexOf(name) + 1, 0, person);
  return lines.slice(0, addressLines);
}

/** The place as the post reads it: `1234 AB  PLAATS` in the Netherlands, postal code and place in capitals elsewhere. */
export function placeLine({ postalCode, city, country }: Address): string {
  const dutch = /^(\d{4})\s*([A-Za-z]{2})$/.exec(postalCode.trim());
  const place = city.trim().toLocaleUpperCase(country === 'TR' ? 'tr' : 'nl');
  if (country === 'NL' && dutch) return `${dutch[1]} ${dutch[2]?.toUpperCase()}\u00a0\u00a0${place}`.trim();
  return `${postalCode.trim()} ${place}`.trim();
}

/** The creditor's or any address on one line. */
export function addressOnOneLine({ street, postalCode, city }: Address): string {
  return [oneLine(street), `${postalCode} ${city}`.trim()].filter((part) => part !== '').join(', ');
}

/** By what post is sorted: country, postal code, street with number, name. Compare with numbers as numbers. */
export function postalOrder({ address, name }: LetterPlan['debtor']): string {
  if (!address) return `\uffff ${name}`;
  const code = address.postalCode.replace(/\s/g, '').toUpperCase();
  return [address.country, code, oneLine(address.street), name].join(' ');
}

function streetLines(street: string): readonly string[] {
  return street.split(/\r?\n/).map((line) => line.trim());
}

function oneLine(text: string): string {
  return text.replace(/\s*\r?\n\s*/g, ', ').trim();
}

function countryLine(address: Address, plan: LetterPlan): readonly string[] {
  if (address.country === (plan.creditor.address?.country ?? 'NL')) return [];
  const name = new Intl.DisplayNames(['nl'], { type: 'region', fallback: 'code' }).of(address.country);
  return [(name ?? address.country).toLocaleUpperCase('nl')];
}
