import type { AdministrationMarks } from '#shared/domain/drop/drop.ts';
import { marksIn, marksOf } from '#shared/domain/drop/owner.ts';
import { books, office } from '../db/client.ts';
import { sessionStore } from './session-store.ts';

/*
 * The office keeps by which accounts and numbers every administration is known, so that files of administrations that are
 * not open can be told apart.
 */

const key = (book: string) => `marks ${book}`;

/** The marks of every administration but one: the open one, unless another is said. */
export async function otherMarks(book = sessionStore.getState().book): Promise<readonly AdministrationMarks[]> {
  const { administrations } = sessionStore.getState();
  const settings = await office.settings();
  return administrations.filter(({ id }) => id !== book).flatMap(({ id }) => marksIn(settings[key(id)]) ?? []);
}

/** Keeps the marks of the open administration, when they are others than the office knows. */
export async function rememberMarks(book: string): Promise<void> {
  const [administration, own, kept] = await Promise.all([books.administration(), books.settings(), office.settings()]);
  if (!administration || sessionStore.getState().book !== book) return;
  const marks = { ...marksOf(administration, own), id: book };
  if (JSON.stringify(marksIn(kept[key(book)])) === JSON.stringify(marksIn(marks))) return;
  await office.run({ type: 'save-setting', key: key(book), value: marks });
}
