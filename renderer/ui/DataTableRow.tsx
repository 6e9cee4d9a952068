// biome-ignore-all lint/a11y/useSemanticElements: rows are virtual and positioned, which table elements cannot be
import { memo } from 'react';
import type { Column } from './columns.ts';
import styles from './DataTable.module.css';

interface DataTableRowProps<Row> {
  readonly id: string;
  readonly row: Row;
  readonly index: number;
  /** Offset in pixels; null when rows follow each other (printing). */
  readonly top: number | null;
  readonly columns: readonly Column<Row>[];
  readonly template: string;
  readonly active: boolean;
  /** Null when rows cannot be selected. */
  readonly selected: boolean | null;
  readonly muted: boolean;
  /** Name of the row's checkbox. */
  readonly selectLabel: string;
  readonly onActivate: (index: number, scroll?: boolean) => void;
  readonly onToggle: (index: number, extend?: boolean) => void;
  readonly onOpen: (row: Row) => void;
  readonly onPick: (row: Row) => void;
}

function Row<R>(props: DataTableRowProps<R>) {
  const {
    id,
    row,
    index,
    top,
    columns,
    template,
    active,
    selected,
    muted,
    selectLabel,
    onActivate,
    onToggle,
    onOpen,
    onPick,
  } = props;
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: keys come through the grid
    <div
      id={id}
      role="row"
      tabIndex={-1}
      aria-rowindex={index + 2}
      aria-selected={selected ?? undefined}
      className={[
        styles.row,
        active ? styles.active : '',
        selected ? styles.selected : '',
        muted ? styles.muted : '',
      ].join(' ')}
      style={{
        gridTemplateColumns: template,
        ...(top === null ? {} : { position: 'absolute' as const, transform: `translateY(${top}px)` }),
      }}
      onMouseDown={(event) => {
        // Keeps the keyboard with the grid; fields and buttons inside a cell keep theirs.
        if (event.target instanceof Element && !event.target.closest('button, a, input')) event.preventDefault();
        event.currentTarget.closest<HTMLElement>('[role="grid"]')?.focus({ preventScroll: true });
      }}
      onClick={(event) => {
        if (event.target instanceof Element && event.target.closest('button, a, input')) return;
        const adding = event.ctrlKey || event.metaKey || event.shiftKey;
        if (selected !== null && adding) onToggle(index, event.shiftKey);
        onActivate(index, false);
        if (!adding) onPick(row);
      }}
      onDoubleClick={() => onOpen(row)}
    >
      {selected !== null && (
        <span role="gridcell" tabIndex={-1} className={styles.check}>
          <input
            type="checkbox"
            tabIndex={-1}
            aria-label={selectLabel}
            checked={selected}
            onChange={() => undefined}
            onClick={(event) => {
              onToggle(index, event.shiftKey);
              // The keyboard stays with the grid: a box may be another row's once the list is scrolled.
              event.currentTarget.closest<HTMLElement>('[role="grid"]')?.focus({ preventScroll: true });
            }}
          />
        </span>
      )}
      {columns.map((column) => (
        <span
          key={column.id}
          role="gridcell"
          tabIndex={-1}
          title={column.tooltip?.(row)}
          className={column.align === 'right' ? `${styles.cell} ${styles.right}` : styles.cell}
        >
          {column.render(row)}
        </span>
      ))}
    </div>
  );
}

/** Redraws only when what it shows changes: the table's callbacks are stable. */
export const DataTableRow = memo(Row) as typeof Row;
