import type { Content, CustomTableLayout, TableCell } from 'pdfmake/interfaces';
import type { LetterPlan } from '#shared/domain/letter.ts';

/** Points of millimetres. */
export function mm(millimetres: number): number {
  return (millimetres * 72) / 25.4;
}

/** The letter font as pdfmake knows it. */
export const latinFamily = 'NotoSans';

export const ink = '#1d242b';
export const quiet = '#66707a';
export const hairline = '#dfe3e7';
export const panel = '#f4f6f8';
const defaultAccent = '#1f3b57';

/** The accent of a letterhead: the administration's when it is a colour dark enough to read as text, else a deep ink blue. */
export function accentOf(color: string | null): string {
  const parts = /^#([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})$/i.exec(color ?? '');
  if (!color || !parts) return defaultAccent;
  const [red = 0, green = 0, blue = 0] = parts.slice(1).map((part) => channel(Number.parseInt(part, 16) / 255));
  const luminance = 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  // Contrast with white of at least 4.5 : 1, as WCAG asks of text.
  return 1.05 / (luminance + 0.05) >= 4.5 ? color : defaultAccent;
}

function channel(value: number): number {
  return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
}

/** A4, in points. */
export const pageSize = { width: 595.28, height: 841.89, orientation: 'portrait' } as const;

/** Geometry of the page in millimetres: law.md §12 for the window, body below it. */
export const page = {
  top: 22,
  right: 20,
  bottom: 25,
  bodyTop: 98,
  windowTop: 50,
  windowWidth: 70,
  windowHeight: 30,
  windowLeft: { left: 35, right: 105 },
  /** Left edge of everything: in line with the address when the window is left. */
  left: { left: 35, right: 25 },
  /** Where date and references stand, on the other side of the window. */
  references: { left: 134, right: 25 },
} as const;

/** Width between the margins, in points. */
export function contentWidth({ creditor }: Pick<LetterPlan, 'creditor'>): number {
  return mm(210 - page.left[creditor.window.side] - page.right);
}

/** Space on either side of a column of a table. */
export const cellGap = 4;

/** Rows divided by hairlines, a firmer line under the rows of the header and none within it, text flush with both edges. */
export function ledgerLayout(accent: string, headerRows: number, padding = 2): CustomTableLayout {
  return {
    hLineWidth: (index) => (index === 0 ? 0 : index === headerRows ? 0.9 : index < headerRows ? 0 : 0.5),
    hLineColor: (index) => (index === headerRows ? accent : hairline),
    vLineWidth: () => 0,
    paddingLeft: (index) => (index === 0 ? 0 : cellGap),
    paddingRight: (index, node) => (index === (node.table.widths?.length ?? 0) - 1 ? 0 : cellGap),
    paddingTop: () => padding,
    paddingBottom: () => padding,
  };
}

/** No lines but above these rows; text flush with both edges. */
export function ruled(color: string, above: readonly number[], padding = 1.6): CustomTableLayout {
  return {
    hLineWidth: (index) => (above.includes(index) ? 0.6 : 0),
    hLineColor: () => color,
    vLineWidth: () => 0,
    paddingLeft: (index) => (index === 0 ? 0 : cellGap),
    paddingRight: (index, node) => (index === (node.table.widths?.length ?? 0) - 1 ? 0 : cellGap),
    paddingTop: () => padding,
    paddingBottom: () => padding,
  };
}

/**
 * Blocks of rows under one head that returns on every page; no block is torn apart, so a block has to fit a page. Each is
 * a table of its own, with the widths of the head.
 */
export function blockTable(width: number, head: TableCell, blocks: readonly TableCell[]): Content {
  return {
    table: {
      headerRows: 1,
      keepWithHeaderRows: 1,
      dontBreakRows: true,
      widths: [width],
      body: [[head], ...blocks.map((block) => [block])],
    },
    layout: {
      hLineWidth: () => 0,
      vLineWidth: () => 0,
      paddingLeft: () => 0,
      paddingRight: () => 0,
      paddingTop: () => 0,
      paddingBottom: () => 0,
    },
  };
}

/** Even parts of at most so many rows, so that the last is not a row or two. */
export function evenParts<T>(rows: readonly T[], most: number): readonly (readonly T[])[] {
  const count = Math.max(1, Math.ceil(rows.length / most));
  const size = Math.ceil(rows.length / count);
  return Array.from({ length: count }, (_, at) => rows.slice(at * size, (at + 1) * size));
}

/** How close things stand: a short letter breathes, a long one stays on as few pages as it can. */
export interface Density {
  readonly fontSize: number;
  /** Space under a paragraph. */
  readonly paragraph: number;
  readonly row: { readonly fontSize: number; readonly padding: number };
  /** Space around and inside the payment panel. */
  readonly panel: number;
}

const roomy: Density = { fontSize: 9.5, paragraph: 5.5, row: { fontSize: 9, padding: 2.2 }, panel: 9 };
const compact: Density = { fontSize: 9, paragraph: 4, row: { fontSize: 8.5, padding: 1.1 }, panel: 6.5 };
const dense: Density = { fontSize: 9, paragraph: 3, row: { fontSize: 7.8, padding: 0.4 }, panel: 5 };
/** As small as still reads well. */
const tight: Density = { fontSize: 8.6, paragraph: 2.2, row: { fontSize: 7.6, padding: 0.2 }, panel: 3.5 };

/**
 * Ways to set a letter with so many rows, the most pleasant first; the next is tried when it saves a page. One that names its
 * payments has a way more: they should not cost a page.
 */
export function densitiesFor(rows: number, namesPayments: boolean): readonly [Density, ...Density[]] {
  const closer = namesPayments ? [dense, tight] : [dense];
  return rows <= 7 ? [roomy, compact, ...closer] : rows <= 22 ? [compact, ...closer] : [dense, ...closer.slice(1)];
}
