import type { AdministrationMarks } from '#shared/domain/drop.ts';
import { books, office } from '../db/client.ts';
import { sessionStore } from './session-store.ts';

/*
 * By which accounts and numbers a file is known to be of an administration. The office keeps them of all, so that files of
 * administrations that are not open can be told apart.
 */

const key = (book: string) => `marks ${book}`;

/** The marks of every administration but the open one. */
export async function otherMarks(): Promise<readonly AdministrationMarks[]> {
  const { book, administrations } = sessionStore.getState();
  const settings = await office.settings();
  return administrations.filter(({ id }) => id !== book).flatMap(({ id }) => marksIn(settings[key(id)]) ?? []);
}

/** Keeps the marks of the open administration, when they are others than the office knows. */
export async function rememberMarks(book: string): Promise<void> {
  const [administration, own, kept] = await Promise.all([books.administration(), books.settings(), office.settings()]);
  if (!administration || sessionStore.getState().book !== book) return;
  const { name, iban, gAccount, kvk, vatId } = administration;
  const accounts = [iban, gAccount, ...texts(own['bank-accounts'])].filter((account) => account !== null);
  const marks: AdministrationMarks = { id: book, name, accounts: [...new Set(accounts)].sort(), kvk, vatId };
  if (JSON.stringify(marksIn(kept[key(book)])) === JSON.stringify(marks)) return;
  await office.run({ type: 'save-setting', key: key(book), value: marks });
}

function marksIn(value: unknown): AdministrationMarks | null {
  if (typeof value !== 'object' || value === null) return null;
  const { id, name, accounts, kvk, vatId } = value as Partial<Record<keyof AdministrationMarks, unknown>>;
  if (typeof id !== 'string' || typeof name !== 'string') return null;
  return { id, name, accounts: texts(accounts), kvk: textOf(kvk), vatId: textOf(vatId) };
}

const textOf = (value: unknown) => (typeof value === 'string' ? value : null);
const texts = (value: unknown) =>
  Array.isArray(value) ? value.filter((text): text is string => typeof text === 'string') : [];
