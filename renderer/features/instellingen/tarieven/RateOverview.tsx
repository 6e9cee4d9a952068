import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { formatDate, type IsoDate } from '#shared/dates/civil.ts';
import { type RateKind, type RateTables, rateKinds } from '#shared/law/rate-table.ts';
import { staleKinds } from '#shared/law/stale-kinds.ts';
import { formatPercent } from '#shared/money/percent.ts';
import { isWritable, useSession } from '../../../state/session-store.ts';
import { DateText } from '../../../ui/DateText.tsx';
import { useUiLanguage } from '../../../ui/language.ts';
import { Notice } from '../../../ui/Notice.tsx';
import { StatusText } from '../../../ui/StatusText.tsx';
import styles from '../Instellingen.module.css';
import { CheckedDialog } from './CheckedDialog.tsx';
import { rowOn } from './rate-edit.ts';
import { kindName } from './rate-words.ts';
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
      <StaleNotice rates={rates} stale={stale} />
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

/** Said on top when any kind was not looked up for today: which, since when and what to do. */
function StaleNotice({ rates, stale }: { readonly rates: RateTables; readonly stale: readonly RateKind[] }) {
  const { t } = useTranslation();
  if (stale.length === 0) return null;
  const days = [...new Set(stale.map((kind) => rates.checkedUntil[kind]))].sort();
  return (
    <Notice
      tone="attention"
      title={t('instellingen.tarieven.stale.title', { count: stale.length })}
      todo={t('instellingen.tarieven.stale.todo')}
    >
      {days.map((day) => (
        <p key={day}>
          {t('instellingen.tarieven.stale.text', {
            kinds: stale
              .filter((kind) => rates.checkedUntil[kind] === day)
              .map((kind) => kindName(t, kind))
              .join(', '),
            date: formatDate(day),
          })}
        </p>
      ))}
    </Notice>
  );
}
