import { nameKey } from '../../formats/table/debtors.ts';
import type { TitleMarks } from '../../formats/table/reading.ts';
import type { Administration } from '../administration.ts';
import type { AdministrationMarks, DropOwner, FileMarks } from './drop.ts';

/** Setting with the accounts of an administration beside those of its letters: those its bank files were of. */
export const bankAccountsKey = 'bank-accounts';

/** A file that says nothing of whose it is. */
export const noMarks: FileMarks = { accounts: [], kvk: [], vatIds: [], names: [] };

/** What an administration is known by in files, from its own book. */
export function marksOf(
  { id, name, iban, gAccount, kvk, vatId }: Administration,
  settings: Readonly<Record<string, unknown>>,
): AdministrationMarks {
  const accounts = [iban, gAccount ?? '', ...bankAccountsIn(settings[bankAccountsKey])].map(compact).filter(Boolean);
  return { id, name, accounts: [...new Set(accounts)], kvk: kvk || null, vatId: vatId || null };
}

/** The accounts a setting holds; none when it holds something else. */
export function bankAccountsIn(setting: unknown): readonly string[] {
  return Array.isArray(setting) ? setting.filter((account): account is string => typeof account === 'string') : [];
}

/** Marks as a setting of the office's book holds them; null for anything else. */
export function marksIn(setting: unknown): AdministrationMarks | null {
  if (setting === null || typeof setting !== 'object') return null;
  const { id, name, accounts, kvk, vatId } = setting as Record<string, unknown>;
  if (typeof id !== 'string' || typeof name !== 'string') return null;
  return {
    id,
    name,
    accounts: bankAccountsIn(accounts),
    kvk: typeof kvk === 'string' ? kvk : null,
    vatId: typeof vatId === 'string' ? vatId : null,
  };
}

type Mark = 'account' | 'kvk' | 'vat' | 'name';

const fits: readonly (readonly [Mark, (file: FileMarks, marks: AdministrationMarks) => boolean])[] = [
  ['account', (file, { accounts }) => file.accounts.some((own) => accounts.some((known) => isSameAccount(own, known)))],
  ['kvk', (file, { kvk }) => kvk !== null && file.kvk.some((own) => compact(own) === compact(kvk))],
  ['vat', (file, { vatId }) => vatId !== null && file.vatIds.some((own) => compact(own) === compact(vatId))],
  [
    'name',
    (file, { name }) => companyKey(name) !== '' && file.names.some((own) => companyKey(own) === companyKey(name)),
  ],
];

/** A name without case, accents and points: `B.V.` is `BV`. */
function companyKey(name: string): string {
  return nameKey(name.replaceAll('.', ''));
}

/**
 * For which administration a file is: by account, KvK number, VAT id, then exact name; the first of these that any
 * administration has decides, and the open one goes before others. A file with accounts nobody has asks whose they are.
 */
export function ownerOf(
  file: FileMarks,
  open: AdministrationMarks | null,
  portfolio: readonly AdministrationMarks[],
): DropOwner {
  for (const [by, isOf] of fits) {
    if (open && isOf(file, open)) return { owner: 'open', by };
    const other = portfolio.find((marks) => marks.id !== open?.id && isOf(file, marks));
    if (other) return { owner: 'other', id: other.id, name: other.name, by };
  }
  return file.accounts.length > 0 ? { owner: 'unknown-account', accounts: file.accounts } : { owner: 'unknown' };
}

/**
 * For which administration a table is, by what stands above it. Titles hold more than the administration (who made the list,
 * a filter), so they decide only when all that fits anyone fits one administration alone.
 */
export function ownerOfTable(
  marks: TitleMarks,
  open: AdministrationMarks | null,
  portfolio: readonly AdministrationMarks[],
): DropOwner {
  const file: FileMarks = { accounts: [], ...marks };
  const all = [...(open ? [open] : []), ...portfolio.filter(({ id }) => id !== open?.id)];
  const fitting = fits.map(([by, isOf]) => ({ by, known: all.filter((known) => isOf(file, known)) }));
  const told = fitting.filter(({ known }) => known.length > 0);
  const [owner, ...others] = all.filter((each) => told.every(({ known }) => known.includes(each)));
  const by = told.find(({ known }) => known.length === 1)?.by ?? told[0]?.by;
  if (by === undefined || owner === undefined || others.length > 0) {
    return marks.stated === null ? { owner: 'unknown' } : { owner: 'unknown', stated: marks.stated };
  }
  return owner === open ? { owner: 'open', by } : { owner: 'other', id: owner.id, name: owner.name, by };
}

/** Whether a file states another KvK number or VAT id than the administration has: its name or account may still fit. */
export function contradicts(file: FileMarks, { kvk, vatId }: AdministrationMarks): boolean {
  const differs = (stated: readonly string[], own: string | null): boolean =>
    own !== null && stated.length > 0 && !stated.some((mark) => compact(mark) === compact(own));
  return differs(file.kvk, kvk) || (file.kvk.length === 0 && differs(file.vatIds, vatId));
}

/**
 * Whether two accounts are one: IBANs by all of it, a bare number by its digits, which an IBAN has behind the letters of
 * its bank. Spaces, points and leading zeros do not count.
 */
export function isSameAccount(a: string, b: string): boolean {
  const one = compact(a);
  const other = compact(b);
  if (one === other) return one !== '';
  if (isIban(one) && isIban(other)) return false;
  const digits = digitsOf(one);
  return digits.length >= shortestAccount && digits === digitsOf(other);
}

const shortestAccount = 4;

function isIban(account: string): boolean {
  return /^[A-Z]{2}\d{2}[A-Z0-9]{8,30}$/.test(account);
}

function digitsOf(account: string): string {
  const own = isIban(account) ? account.slice(4) : account;
  return own.replace(/\D/g, '').replace(/^0+/, '');
}

function compact(text: string): string {
  return text.replace(/[\s.-]/g, '').toUpperCase();
}
