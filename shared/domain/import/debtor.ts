import type { IsoDate } from '../../dates/civil.ts';
import type { ItemDetails, ParsedDebtor, ParsedItem } from '../../formats/table/reading.ts';
import { type Address, type Debtor, type DebtorId, unknownDebtor } from '../debtor.ts';

/** What all rows of a debtor agree on; absent where rows differ or say nothing. */
interface Agreed {
  readonly termDays?: number;
  readonly termAgreed?: boolean;
  readonly directDebit?: boolean;
}

function agreed(items: readonly ParsedItem[]): Agreed {
  return {
    ...common(items, 'termDays'),
    ...common(items, 'termAgreed'),
    ...common(items, 'directDebit'),
  };
}

function common<K extends keyof Agreed & keyof ItemDetails>(
  items: readonly ParsedItem[],
  key: K,
): Pick<Agreed, K> | null {
  const first = items[0]?.details[key];
  if (first === undefined || items.some((item) => item.details[key] !== first)) return null;
  return { [key]: first } as Pick<Agreed, K>;
}

const personForms =
  /eenmanszaak|v\.?\s?o\.?\s?f\b|vennootschap onder firma|maatschap|zzp|natuurlijk persoon|particulier/i;

/** Whether the owners of this legal form are natural persons who can be dunned as such (criterion K3): eenmanszaak, vof, maatschap. */
function isPersonForm(legalForm: string): boolean {
  return personForms.test(legalForm);
}

/** A debtor the list is the first to name. An absent kind is unknown: never treated as business (criterion C1). */
export function newDebtor(
  id: DebtorId,
  parsed: ParsedDebtor,
  items: readonly ParsedItem[],
  language: Debtor['language'],
  since: IsoDate,
): Debtor {
  const blank: Debtor = {
    ...unknownDebtor,
    id,
    code: parsed.code || parsed.name,
    name: parsed.name || parsed.code,
    language,
    since,
  };
  return updatedDebtor(blank, parsed, items);
}

/** The debtor with what the list states; nothing known is ever blanked out (criterion A2). `before` itself when nothing changes. */
export function updatedDebtor(before: Debtor, parsed: ParsedDebtor, items: readonly ParsedItem[]): Debtor {
  const kind = parsed.kind ?? before.kind;
  const after: Debtor = {
    ...before,
    code: before.code === before.name && parsed.code !== '' ? parsed.code : before.code,
    name: parsed.name || before.name,
    kind,
    naturalPerson: naturalPerson(before, parsed),
    legalForm: parsed.legalForm ?? before.legalForm,
    address: address(before.address, parsed),
    email: parsed.email ?? before.email,
    phone: parsed.phone ?? before.phone,
    contact: parsed.contact ?? before.contact,
    language: parsed.language ?? before.language,
    iban: parsed.iban ?? before.iban,
    kvk: parsed.kvk ?? before.kvk,
    vatId: parsed.vatId ?? before.vatId,
    ...(parsed.creditLimit !== undefined && { creditLimit: parsed.creditLimit }),
    ...statedTerms(parsed),
    ...agreed(items),
  };
  return unlessSame(before, after);
}

/** The debtor with what it lacks and an invoice to it states; nothing known changes. `before` itself when nothing is added. */
export function completedDebtor(before: Debtor, parsed: ParsedDebtor): Debtor {
  const { street, postalCode, city } = parsed;
  return unlessSame(before, {
    ...before,
    code: before.code === before.name && parsed.code !== '' ? parsed.code : before.code,
    address: before.address ?? (street && postalCode && city ? address(null, parsed) : null),
    email: before.email ?? parsed.email,
    phone: before.phone ?? parsed.phone,
    contact: before.contact ?? parsed.contact,
    iban: before.iban ?? parsed.iban,
    kvk: before.kvk ?? parsed.kvk,
    vatId: before.vatId ?? parsed.vatId,
  });
}

/** What a list of debtors says of their terms; lists of items say it per item. */
function statedTerms({ termDays, termAgreed, directDebit }: ParsedDebtor): Agreed {
  return {
    ...(termDays !== undefined && { termDays }),
    ...(termAgreed !== undefined && { termAgreed }),
    ...(directDebit !== undefined && { directDebit }),
  };
}

function unlessSame(before: Debtor, after: Debtor): Debtor {
  return (Object.keys(after) as (keyof Debtor)[]).every((key) => after[key] === before[key]) ? before : after;
}

function naturalPerson(before: Debtor, parsed: ParsedDebtor): boolean {
  if (parsed.legalForm !== null) return isPersonForm(parsed.legalForm) || parsed.kind === 'consumer';
  if (parsed.kind !== null && parsed.kind !== before.kind) return parsed.kind === 'consumer' || before.naturalPerson;
  return before.naturalPerson;
}

function address(before: Address | null, parsed: ParsedDebtor): Address | null {
  const { street, postalCode, city, country } = parsed;
  if (before === null && street === null && postalCode === null && city === null) return null;
  const after: Address = {
    street: street ?? before?.street ?? '',
    postalCode: postalCode ?? before?.postalCode ?? '',
    city: city ?? before?.city ?? '',
    country: country ?? before?.country ?? 'NL',
  };
  const same = before && (Object.keys(after) as (keyof Address)[]).every((key) => after[key] === before[key]);
  return same ? before : after;
}
