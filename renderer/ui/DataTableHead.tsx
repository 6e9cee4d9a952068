// biome-ignore-all lint/a11y/useSemanticElements: rows are virtual and positioned, which table elements cannot be
import { useTranslation } from 'react-i18next';
import type { Column, Sort } from './columns.ts';
import styles from './DataTable.module.css';

interface DataTableHeadProps<Row> {
  readonly id: string;
  readonly columns: readonly Column<Row>[];
  readonly template: string;
  readonly least: string;
  readonly sort: Sort | null;
  readonly onSort: (at: number) => void;
  /** Heading that has the keyboard. */
  readonly heading: number | null;
  readonly all: { readonly checked: boolean; readonly some: boolean; readonly onToggle: () => void } | null;
}

/** Headings of a table; the pointer sorts by them, the keyboard reaches them from the first row. */
export function DataTableHead<Row>({
  id,
  columns,
  template,
  least,
  sort,
  onSort,
  heading,
  all,
}: DataTableHeadProps<Row>) {
  const { t } = useTranslation();
  return (
    <div role="rowgroup" className={styles.head} style={{ minWidth: least }}>
      {/* biome-ignore lint/a11y/useFocusableInteractive: the grid is the one tab stop and names its active part */}
      <div role="row" aria-rowindex={1} className={styles.headRow} style={{ gridTemplateColumns: template }}>
        {all && (
          <span role="columnheader" tabIndex={-1} className={styles.check}>
            <input
              type="checkbox"
              tabIndex={-1}
              aria-label={t('common.selectAll')}
              checked={all.checked}
              ref={(box) => {
                if (box) box.indeterminate = all.some;
              }}
              onChange={all.onToggle}
            />
          </span>
        )}
        {columns.map((column, at) => {
          const sorted = sort?.column === column.id ? sort.direction : undefined;
          return (
            // biome-ignore lint/a11y/useKeyWithClickEvents: keys come through the grid
            <span
              key={column.id}
              id={`${id}h${at}`}
              role="columnheader"
              tabIndex={-1}
              aria-sort={column.sortBy ? (sorted ?? 'none') : undefined}
              className={[
                styles.headCell,
                column.align === 'right' ? styles.right : '',
                column.sortBy ? styles.sortable : '',
                heading === at ? styles.headActive : '',
              ].join(' ')}
              onClick={() => onSort(at)}
            >
              {column.hideHeader ? <span className="visually-hidden">{column.header}</span> : column.header}
              {sorted && <span aria-hidden="true">{sorted === 'ascending' ? ' ↑' : ' ↓'}</span>}
            </span>
          );
        })}
      </div>
    </div>
  );
}
