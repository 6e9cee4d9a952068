import { readAmount } from './amounts.ts';
import { cellText } from './cells.ts';
import type { TableField } from './fields.ts';
import type { Cell, DecimalMark, ParsedDebtor, Row } from './reading.ts';
import { countryWord, debtorKindWord, languageWord, wholeNumber, yesNo } from './words.ts';

type Fact = Exclude<keyof ParsedDebtor, 'code' | 'name' | 'termDays' | 'termAgreed' | 'directDebit' | 'creditLimit'>;

/** How each debtor column is read; a value that says nothing gives null. */
const facts: readonly (readonly [TableField, Fact, (text: string) => string | null])[] = [
  ['debtorKind', 'kind', debtorKindWord],
  ['legalForm', 'legalForm', asIs],
  ['address', 'street', asIs],
  ['postalCode', 'postalCode', asIs],
  ['city', 'city', asIs],
  ['country', 'country', countryWord],
  ['email', 'email', mailAddress],
  ['phone', 'phone', asIs],
  ['contact', 'contact', asIs],
  ['language', 'language', languageWord],
  ['iban', 'iban', account],
  ['kvk', 'kvk', asIs],
  ['vatId', 'vatId', asIs],
];

export const debtorFactFields: ReadonlySet<TableField> = new Set([
  ...facts.map(([field]) => field),
  'houseNumber' as const,
  'houseNumberAddition' as const,
  'creditLimit' as const,
]);

function asIs(text: string): string {
  return text;
}

/** The first address of a cell; null when it is none. */
function mailAddress(text: string): string | null {
  return /[^\s;,<>]+@[^\s;,<>]+\.[^\s;,<>]+/.exec(text)?.[0] ?? null;
}

function account(text: string): string {
  return text.replace(/\s+/g, '').toUpperCase();
}

/** How a name is compared: without case, accents, punctuation and double spaces. */
export function nameKey(name: string): string {
  return name
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^a-z0-9\u00df-\uffff]+/g, ' ')
    .trim();
}

type Gathered = { -readonly [K in keyof ParsedDebtor]: ParsedDebtor[K] };

interface FactColumn {
  readonly column: number;
  readonly fact: Fact;
  readonly read: (text: string) => string | null;
}

/** Gathers the debtors of a table: one per code, or per name where there is no code; the first stated fact of each kind counts. */
export class DebtorGatherer {
  readonly debtors: Gathered[] = [];
  private readonly byCode = new Map<string, number>();
  private readonly byName = new Map<string, number>();
  private readonly columns: readonly FactColumn[];
  /** Per debtor the columns nothing was learned from yet. */
  private readonly missing: (readonly FactColumn[])[] = [];
  private readonly street: number;
  private readonly house: readonly number[];
  private readonly limit: number;

  /** `decimals`: the mark of each column's amounts. */
  constructor(
    private readonly fields: readonly (TableField | null)[],
    private readonly decimals: readonly DecimalMark[],
  ) {
    this.limit = fields.indexOf('creditLimit');
    this.street = fields.indexOf('address');
    this.house = [fields.indexOf('houseNumber'), fields.indexOf('houseNumberAddition')].filter((at) => at >= 0);
    this.columns = facts
      .map(([field, fact, read]) => ({ column: fields.indexOf(field), fact, read }))
      .filter(({ column }) => column >= 0);
  }

  /** Place of the debtor with this code and name, made when new. */
  place(code: string, name: string): number {
    const known = code !== '' ? this.byCode.get(code) : this.byName.get(name);
    if (known !== undefined) {
      if (name !== '' && this.debtors[known]!.name === '') this.debtors[known]!.name = name;
      return known;
    }
    const at = this.debtors.length;
    this.debtors.push(withoutFacts(code, name));
    this.missing.push(this.columns);
    if (code !== '') this.byCode.set(code, at);
    if (name !== '' && !this.byName.has(name)) this.byName.set(name, at);
    return at;
  }

  /** Takes the facts a row states of its debtor. */
  learn(at: number, row: Row): void {
    const missing = this.missing[at]!;
    let learned = 0;
    for (const { column, fact, read } of missing) {
      const cell = row[column];
      if (cell === undefined || cell === '') continue;
      const text = column === this.street ? this.withHouse(row) : cellText(cell);
      const value = text === '' ? null : read(text);
      if (value === null) continue;
      Object.assign(this.debtors[at]!, { [fact]: value });
      learned++;
    }
    if (learned > 0) this.missing[at] = missing.filter(({ fact }) => this.debtors[at]![fact] === null);
    if (this.limit >= 0) this.learnLimit(at, row[this.limit]);
  }

  private learnLimit(at: number, cell: Cell | undefined): void {
    const debtor = this.debtors[at]!;
    if (debtor.creditLimit !== undefined || cell === undefined || cell === '') return;
    const limit = readAmount(cell, this.decimals[this.limit]!);
    if (limit !== null && limit > 0) debtor.creditLimit = limit;
  }

  /** Takes what a row of a list of debtors states of paying: term, whether it was agreed, direct debit. */
  learnTerms(at: number, row: Row): void {
    const text = (field: TableField): string => {
      const column = this.fields.indexOf(field);
      return column < 0 ? '' : cellText(row[column]);
    };
    Object.assign(this.debtors[at]!, {
      ...said('termDays', wholeNumber(text('term'))),
      ...said('termAgreed', yesNo(text('termAgreed'))),
      ...said('directDebit', yesNo(text('directDebit'))),
    });
  }

  /** Street with the house number of its own column, unless it ends with that already. */
  private withHouse(row: Row): string {
    const street = cellText(row[this.street]);
    const house = this.house.map((column) => cellText(row[column])).join('');
    return house === '' || street.endsWith(house) ? street : `${street} ${house}`;
  }
}

function said<K extends 'termDays' | 'termAgreed' | 'directDebit', V>(key: K, value: V | null): { [P in K]?: V } {
  return (value === null ? {} : { [key]: value }) as { [P in K]?: V };
}

function withoutFacts(code: string, name: string): Gathered {
  return {
    code,
    name,
    kind: null,
    legalForm: null,
    street: null,
    postalCode: null,
    city: null,
    country: null,
    email: null,
    phone: null,
    contact: null,
    language: null,
    iban: null,
    kvk: null,
    vatId: null,
  };
}
