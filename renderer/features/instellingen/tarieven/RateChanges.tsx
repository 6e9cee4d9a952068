import { useTranslation } from 'react-i18next';
import { formatDate } from '#shared/dates/civil.ts';
import type { RateRow } from '#shared/law/rate-table.ts';
import { formatPercent } from '#shared/money/percent.ts';
import { DateText } from '../../../ui/DateText.tsx';
import { useUiLanguage } from '../../../ui/language.ts';
import type { RateDifference } from './rate-edit.ts';
import { kindName } from './rate-words.ts';
import styles from './tarieven.module.css';

interface Line {
  readonly what: 'added' | 'changed' | 'removed' | 'checked';
  readonly kind: RateRow['kind'];
  readonly from: string | null;
  readonly before: string;
  readonly after: string;
}

const columns = ['what', 'kind', 'from', 'before', 'after'] as const;

/** What other tables would change, before they are taken over: each row with what it was and what it becomes. */
export function RateChanges({ difference }: { readonly difference: RateDifference }) {
  const { t } = useTranslation();
  const lines = useLines(difference);
  return (
    <div className={styles.changes}>
      <table className={styles.table} aria-label={t('instellingen.tarieven.changes.label')}>
        <thead>
          <tr>
            {columns.map((column) => (
              <th key={column} scope="col">
                {t(`instellingen.tarieven.changes.${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {lines.map((line) => (
            <tr key={`${line.what} ${line.kind} ${line.from}`}>
              <td>{t(`instellingen.tarieven.changes.${line.what}`)}</td>
              <td>{kindName(t, line.kind)}</td>
              <td>
                <DateText date={line.from} />
              </td>
              <td>{line.before}</td>
              <td>{line.after}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function useLines({ added, changed, removed, checked }: RateDifference): readonly Line[] {
  const language = useUiLanguage();
  const rowText = ({ percent, source }: RateRow) => `${formatPercent(percent, language)} · ${source}`;
  return [
    ...checked.map(({ kind, before, after }) => ({
      what: 'checked' as const,
      kind,
      from: null,
      before: formatDate(before),
      after: formatDate(after),
    })),
    ...added.map((row) => ({
      what: 'added' as const,
      kind: row.kind,
      from: row.from,
      before: '–',
      after: rowText(row),
    })),
    ...changed.map(({ before, after }) => ({
      what: 'changed' as const,
      kind: after.kind,
      from: after.from,
      before: rowText(before),
      after: rowText(after),
    })),
    ...removed.map((row) => ({
      what: 'removed' as const,
      kind: row.kind,
      from: row.from,
      before: rowText(row),
      after: '–',
    })),
  ];
}
