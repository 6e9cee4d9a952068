import type { Books } from '#shared/domain/books.ts';
import { importText } from './import-books.ts';

/** The day everything comes in. */
export const today = '2026-11-28';
export const moment = { today, at: `${today}T12:00:00` };

const head = 'Debiteurnummer;Naam;Factuurnummer;Factuurdatum;Vervaldatum;Factuurbedrag;Openstaand';
/** Rows of J. Kok's two invoices: one of 1,000.00 with what is open of it, one wholly open. */
export const f1 = (open: string) => `1;J. Kok;F26001;01-10-2026;31-10-2026;1.000,00;${open}`;
export const f2 = '1;J. Kok;F26002;01-10-2026;31-10-2026;500,00;500,00';

/** A list of everything, or of some items only, with the payments up to its day. */
export const list = (books: Books, asOf: string, full: boolean, ...rows: readonly string[]) =>
  importText(books, [head, ...rows].join('\n'), today, { asOf, bankUntil: asOf, full });
