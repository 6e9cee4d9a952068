import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { IsoDate } from '#shared/dates/civil.ts';
import { type RateKind, type RateTables, rateKinds } from '#shared/law/rate-table.ts';
import { staleKinds } from '#shared/law/stale-kinds.ts';
import { formatPercent } from '#shared/money/percent.ts';
import { isWritable, useSession } from '../../../state/session-store.ts';
import { DateText } from '../../../ui/DateText.tsx';
import { useUiLanguage } from '../../../ui/language.ts';
import { StatusText } from '../../../ui/StatusText.tsx';
import { CheckedDialog } from './CheckedDialog.tsx';
import { rowOn } from './rate-edit.ts';
import { kindName } from './rate-words.ts';
import styles from './tarieven.module.css';
import type { RateSave } from './use-rate-save.ts';

export interface RatesProps {
  readonly rates: RateTables;
  readonly onSave: RateSave['save'];
}

const columns = ['kind', 'now', 'since', 'checked', 'state'] as const;

/** What each kind is today and how far it was looked up, in words and a mark. */
export function RateOverview({ rates, onSave }: RatesProps) {
  const { t } = useTranslation();
  const today = useSession((session) => session.today);
  const writable = useSession(isWritable);
  const [checking, setChecking] = useState<RateKind | null>(null);
  const stale = staleKinds(rates, today);
  return (
    <section className={styles.part}>
      {stale.length > 0 && (
        <p role="status">
          <StatusText tone="attention">
            {t('instellingen.tarieven.overview.staleCount', { count: stale.length })}
          </StatusText>{' '}
          {t('instellingen.tarieven.overview.staleTodo')}
        </p>
      )}
      <table className={`${styles.table} ${styles.lined}`} aria-label={t('instellingen.tarieven.overview.label')}>
        <thead>
          <tr>
            {columns.map((column) => (
              <th key={column} scope="col" className={column === 'now' ? styles.figure : undefined}>
                {t(`instellingen.tarieven.overview.${column}`)}
              </th>
            ))}
            <th scope="col">
              <span className="visually-hidden">{t('instellingen.tarieven.overview.actions')}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {rateKinds.map((kind) => (
            <tr key={kind}>
              <th scope="row">
                {kindName(t, kind)}
                <span className={styles.ground}>{t(`instellingen.tarieven.articles.${kind}`)}</span>
              </th>
              <NowCells rates={rates} kind={kind} today={today} />
              <td>
                <DateText date={rates.checkedUntil[kind]} />
              </td>
              <td>
                <StatusText tone={stale.includes(kind) ? 'attention' : 'good'}>
                  {t(`instellingen.tarieven.overview.${stale.includes(kind) ? 'stale' : 'fresh'}`)}
                </StatusText>
              </td>
              <td className={styles.figure}>
                <Button
                  size="compact-sm"
                  fw={stale.includes(kind) ? 700 : 400}
                  variant={stale.includes(kind) ? 'default' : 'subtle'}
                  disabled={!writable}
                  aria-label={t('instellingen.tarieven.check.title', { kind: kindName(t, kind) })}
                  onClick={() => setChecking(kind)}
                >
                  {t('instellingen.tarieven.check.button')}
                </Button>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {checking && (
        <CheckedDialog rates={rates} kind={checking} today={today} onSave={onSave} onClose={() => setChecking(null)} />
      )}
    </section>
  );
}

interface NowCellsProps {
  readonly rates: RateTables;
  readonly kind: RateKind;
  readonly today: IsoDate;
}

function NowCells({ rates, kind, today }: NowCellsProps) {
  const { t } = useTranslation();
  const language = useUiLanguage();
  const row = rowOn(rates, kind, today);
  return (
    <>
      <td className={styles.figure}>
        <strong>{row ? formatPercent(row.percent, language) : t('instellingen.tarieven.overview.unknown')}</strong>
      </td>
      <td>
        <DateText date={row?.from ?? null} />
      </td>
    </>
  );
}
