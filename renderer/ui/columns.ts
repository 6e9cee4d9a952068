import type { ReactNode } from 'react';
import { folded } from '#shared/i18n/folded.ts';

export type RowKey = string | number;

/** One column of a {@link DataTable}. */
export interface Column<Row> {
  readonly id: string;
  readonly header: string;
  /** The heading is only spoken: a column of buttons. */
  readonly hideHeader?: boolean;
  /** Fixed width in pixels at normal zoom; without it the column grows. */
  readonly width?: number;
  /** Share of the remaining width; 1 when neither is given. */
  readonly grow?: number;
  readonly align?: 'left' | 'right';
  readonly render: (row: Row) => ReactNode;
  /** Makes the column sortable; null sorts last in both directions. */
  readonly sortBy?: (row: Row) => string | number | null;
  /** Shown when the pointer rests on the cell; for text that may be cut off. */
  readonly tooltip?: (row: Row) => string;
}

export interface Sort {
  readonly column: string;
  readonly direction: 'ascending' | 'descending';
}

/** The rows in the order of a column; equal rows keep their place, rows without a value come last. */
export function sortRows<Row>(
  rows: readonly Row[],
  columns: readonly Column<Row>[],
  sort: Sort | null,
): readonly Row[] {
  const sortBy = columns.find((column) => column.id === sort?.column)?.sortBy;
  if (!sort || !sortBy) return rows;
  const sign = sort.direction === 'ascending' ? 1 : -1;
  const keyed = rows.map((row) => ({ row, key: sortKey(sortBy(row)) }));
  keyed.sort((a, b) => {
    if (a.key === null || b.key === null) return (a.key === null ? 1 : 0) - (b.key === null ? 1 : 0);
    return a.key < b.key ? -sign : a.key > b.key ? sign : 0;
  });
  return keyed.map((entry) => entry.row);
}

/** What a value sorts by: text without case and accents, so that Élan stands with Elan. */
function sortKey(value: string | number | null): string | number | null {
  return typeof value === 'string' ? folded(value) : value;
}

/** Width in rem below which a growing column does not shrink: one that grows more than others holds words that are read whole. */
function leastWidth<Row>(column: Column<Row>): number {
  return column.width ? column.width / 16 : (column.grow ?? 1) > 1 ? 10 : 5;
}

const checkboxRem = 1.25;
const gapRem = 0.75;

export interface GridWidths {
  /** `grid-template-columns` of every row. */
  readonly template: string;
  /** Least width of the whole table; narrower than this it scrolls sideways. */
  readonly least: string;
}

/** How the columns share the width. */
export function gridWidths<Row>(columns: readonly Column<Row>[], selectable: boolean): GridWidths {
  const widths = columns.map((column) =>
    column.width ? `${column.width / 16}rem` : `minmax(${leastWidth(column)}rem, ${column.grow ?? 1}fr)`,
  );
  const count = columns.length + (selectable ? 1 : 0);
  const sum = columns.reduce((total, column) => total + leastWidth(column), selectable ? checkboxRem : 0);
  // Row padding is one gap at either side.
  return {
    template: `${selectable ? `${checkboxRem}rem ` : ''}${widths.join(' ')}`,
    least: `${sum + (count + 1) * gapRem}rem`,
  };
}
