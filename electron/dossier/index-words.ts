import type { Content, TableCell } from 'pdfmake/interfaces';

/** Wording of the index: keys below `dossier.zip`. */
export type Words = (key: string, params?: Record<string, string | number>) => string;
export type Head = string | { readonly text: string; readonly alignment: 'right' };
/** A table under one head, by the look of the index. */
export type Table = (widths: (string | number)[], heads: Head[], rows: TableCell[][]) => Content;
/** Text in the fonts that have its letters. */
export type Printed = (value: string | null) => TableCell[];
