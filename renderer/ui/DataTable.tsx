// biome-ignore-all lint/a11y/useSemanticElements: rows are virtual and positioned, which table elements cannot be
import { observeElementRect, useVirtualizer } from '@tanstack/react-virtual';
import { type ReactNode, useId, useLayoutEffect, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type Column, gridWidths, type RowKey, type Sort, sortRows } from './columns.ts';
import styles from './DataTable.module.css';
import { DataTableHead } from './DataTableHead.tsx';
import { DataTableRow } from './DataTableRow.tsx';
import { useRowHeight } from './density.tsx';
import { handleGridKey } from './grid-keyboard.ts';
import { useAllRowsForPrint } from './print.ts';

export interface DataTableProps<Row> {
  /** Accessible name of the grid. */
  readonly label: string;
  readonly rows: readonly Row[];
  readonly columns: readonly Column<Row>[];
  readonly rowKey: (row: Row) => RowKey;
  /** Selected rows by key. Without `onSelect` rows cannot be selected. */
  readonly selected?: ReadonlySet<RowKey>;
  readonly onSelect?: (selected: ReadonlySet<RowKey>) => void;
  /** The row the keyboard is on. Without it the table keeps its own. */
  readonly activeKey?: RowKey | null;
  readonly onActive?: (row: Row) => void;
  /** Enter, or a double click. */
  readonly onOpen?: (row: Row) => void;
  /** A row was clicked, not to add it to a selection; Enter and a double click open it. */
  readonly onPick?: (row: Row) => void;
  readonly initialSort?: Sort;
  /** Shown instead of rows when there are none. */
  readonly empty?: ReactNode;
  /** A row that reads as settled or out of play. */
  readonly muted?: (row: Row) => boolean;
  /** Takes the keyboard when it appears. */
  readonly autoFocus?: boolean;
  /** As tall as its rows instead of filling and scrolling; for short lists inside a page. */
  readonly inline?: boolean;
  /**
   * Cells hold no state of their own (an opened menu, a half-typed field), so a row that scrolls away may be drawn over with
   * one that comes: half the work of a new one. For lists of thousands.
   */
  readonly redraws?: boolean;
}

const none: ReadonlySet<RowKey> = new Set();

/** The one table: virtualised over a plain array, one tab stop, sorted by its headings, heights by density. */
export function DataTable<Row>(props: DataTableProps<Row>) {
  const { label, rows, columns, rowKey, selected = none, onSelect, onOpen, onPick, onActive, muted, inline } = props;
  const [sort, setSort] = useState<Sort | null>(props.initialSort ?? null);
  const [ownActive, setOwnActive] = useState<RowKey | null>(null);
  const [heading, setHeading] = useState<number | null>(null);
  const anchor = useRef<number | null>(null);
  const scroller = useRef<HTMLDivElement>(null);
  const id = useId();
  const selectLabel = useTranslation().t('common.selectRow');
  const rowHeight = useRowHeight();
  const printing = useAllRowsForPrint();

  const sorted = useMemo(() => sortRows(rows, columns, sort), [rows, columns, sort]);
  const activeKey = props.activeKey === undefined ? ownActive : props.activeKey;
  const index = useMemo(
    () => (activeKey === null ? -1 : sorted.findIndex((row) => rowKey(row) === activeKey)),
    [sorted, activeKey, rowKey],
  );
  const isSelectable = onSelect !== undefined;
  const { template, least } = useMemo(() => gridWidths(columns, isSelectable), [columns, isSelectable]);

  const virtual = useVirtualizer({
    count: sorted.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    overscan: 8,
    // The sticky heading covers the first row's height.
    scrollPaddingStart: rowHeight,
    initialRect: { width: 1000, height: 700 },
    // Without layout (hidden, or a test's document) a screenful is still drawn.
    observeElementRect: (instance, report) =>
      observeElementRect(instance, (rect) => report(rect.height > 0 ? rect : { width: 1000, height: 700 })),
  });
  // biome-ignore lint/correctness/useExhaustiveDependencies: row height is the only thing that changes sizes
  useLayoutEffect(() => virtual.measure(), [rowHeight]);
  useLayoutEffect(() => {
    if (props.autoFocus) scroller.current?.focus({ preventScroll: true });
  }, [props.autoFocus]);

  const activate = (next: number, scroll = true) => {
    const row = sorted[next];
    if (row === undefined) return;
    setOwnActive(rowKey(row));
    onActive?.(row);
    if (scroll) virtual.scrollToIndex(next);
  };
  const keysBetween = (from: number, to: number) =>
    sorted.slice(Math.min(from, to), Math.max(from, to) + 1).map((row) => rowKey(row));
  const toggle = (at: number, extend = false) => {
    const row = sorted[at];
    if (!onSelect || row === undefined) return;
    const next = new Set(selected);
    if (extend && anchor.current !== null) for (const key of keysBetween(anchor.current, at)) next.add(key);
    else if (!next.delete(rowKey(row))) next.add(rowKey(row));
    if (!extend) anchor.current = at;
    onSelect(next);
  };
  const allSelected = sorted.length > 0 && sorted.every((row) => selected.has(rowKey(row)));
  const toggleAll = () => onSelect?.(allSelected ? none : new Set(sorted.map((row) => rowKey(row))));
  const sortOn = (at: number) => {
    const column = columns[at];
    if (!column?.sortBy) return;
    const descending = sort?.column === column.id && sort.direction === 'ascending';
    setSort({ column: column.id, direction: descending ? 'descending' : 'ascending' });
  };
  const move = (next: number, extend: boolean) => {
    if (extend && onSelect) {
      anchor.current ??= Math.max(index, 0);
      onSelect(new Set([...selected, ...keysBetween(anchor.current, next)]));
    } else anchor.current = next;
    activate(next);
  };

  const latest = useRef({ activate, toggle, onOpen, onPick });
  latest.current = { activate, toggle, onOpen, onPick };
  const stable = useMemo(
    () => ({
      onActivate: (at: number, scroll?: boolean) => latest.current.activate(at, scroll),
      onToggle: (at: number, extend?: boolean) => latest.current.toggle(at, extend),
      onOpen: (row: Row) => latest.current.onOpen?.(row),
      onPick: (row: Row) => latest.current.onPick?.(row),
    }),
    [],
  );

  const visible = virtual.getVirtualItems();
  const slots = useRef(0);
  slots.current = Math.max(slots.current, visible.length);
  const slotOf = (at: number) => at % slots.current;
  const shown = printing ? sorted.slice(0, printing).map((_, at) => ({ index: at, start: 0 })) : visible;
  // Moving elements about costs as much as making them: they are put in reading order once scrolling stops.
  const drawn =
    props.redraws && virtual.isScrolling && !printing
      ? [...shown].sort((a, b) => slotOf(a.index) - slotOf(b.index))
      : shown;
  return (
    <div
      ref={scroller}
      className={`${styles.grid} ${inline ? styles.inline : ''}`}
      role="grid"
      aria-label={label}
      aria-rowcount={sorted.length + 1}
      aria-colcount={columns.length + (onSelect ? 1 : 0)}
      aria-multiselectable={onSelect ? true : undefined}
      aria-activedescendant={heading !== null ? `${id}h${heading}` : index >= 0 ? `${id}r${index}` : undefined}
      tabIndex={0}
      onKeyDown={(event) =>
        handleGridKey(event, {
          count: sorted.length,
          index,
          heading,
          headings: columns.length,
          rowsPerPage: Math.max(1, Math.floor((scroller.current?.clientHeight ?? 640) / rowHeight) - 2),
          onMove: move,
          onHeading: setHeading,
          onSort: sortOn,
          onToggle: toggle,
          onToggleAll: toggleAll,
          onOpen: (at) => sorted[at] !== undefined && onOpen?.(sorted[at]),
        })
      }
      onBlur={() => setHeading(null)}
    >
      <DataTableHead
        id={id}
        columns={columns}
        template={template}
        least={least}
        sort={sort}
        onSort={sortOn}
        heading={heading}
        all={onSelect ? { checked: allSelected, some: selected.size > 0 && !allSelected, onToggle: toggleAll } : null}
      />
      {sorted.length === 0 ? (
        <div role="rowgroup">
          <div role="row" tabIndex={-1}>
            <div role="gridcell" tabIndex={-1}>
              {props.empty}
            </div>
          </div>
        </div>
      ) : (
        <div
          className={styles.body}
          role="rowgroup"
          style={printing ? undefined : { height: virtual.getTotalSize(), minWidth: least }}
        >
          {drawn.map((item) => {
            const row = sorted[item.index]!;
            const key = rowKey(row);
            return (
              <DataTableRow
                key={props.redraws && !printing ? `slot ${slotOf(item.index)}` : key}
                id={`${id}r${item.index}`}
                row={row}
                index={item.index}
                top={printing ? null : item.start}
                columns={columns}
                template={template}
                active={item.index === index && heading === null}
                selected={onSelect ? selected.has(key) : null}
                muted={muted?.(row) ?? false}
                selectLabel={selectLabel}
                {...stable}
              />
            );
          })}
        </div>
      )}
    </div>
  );
}
