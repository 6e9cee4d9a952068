import { Switch } from '@mantine/core';
import type { RefObject } from 'react';
import { useTranslation } from 'react-i18next';
import { useSession } from '#renderer/state/session.ts';
import { DateField } from '#renderer/ui/DateField.tsx';
import { formatDate } from '#shared/dates/civil.ts';
import type { ImportPreview } from '#shared/domain/import/preview.ts';
import styles from './import.module.css';
import { choose } from './job.ts';
import { usePending } from './pending.ts';

export interface ListDatesProps {
  readonly unitId: string;
  readonly preview: ImportPreview;
  /** Takes the switch that says whether the list is complete. */
  readonly fullRef: RefObject<HTMLInputElement | null>;
}

/** What the file cannot tell by itself: its date, the bank date it holds, and whether it is complete (criterion A3). */
export function ListDates({ unitId, preview, fullRef }: ListDatesProps) {
  const { t } = useTranslation();
  const pending = usePending(unitId);
  const full = pending.full ?? preview.full;
  const bankUntil = pending.bankUntil ?? preview.bankUntil;
  const today = useSession((session) => session.today);
  const wrong = t('imports.dates.wrong');
  // What is missing from a list older than the last means nothing.
  const isOlder = preview.warnings.some(({ code }) => code === 'older-list');
  return (
    <div className={styles.dates}>
      <DateField
        label={t('imports.dates.asOf')}
        description={t(`imports.dates.asOfFrom.${preview.asOfFrom}`, { date: formatDate(preview.asOf) })}
        value={pending.asOf ?? preview.asOf}
        today={today}
        wrong={wrong}
        onChange={(asOf) => asOf && choose(unitId, { asOf })}
      />
      <DateField
        label={t('imports.dates.bankUntil')}
        description={t('imports.dates.bankWhy')}
        value={bankUntil}
        today={today}
        wrong={wrong}
        error={bankUntil > today ? t('imports.dates.bankAfter') : null}
        onChange={(day) => day && choose(unitId, { bankUntil: day })}
      />
      {!isOlder && (
        <Switch
          ref={fullRef}
          label={t('imports.dates.full')}
          description={t(full ? 'imports.dates.fullOn' : 'imports.dates.fullOff')}
          checked={full}
          onChange={(event) => choose(unitId, { full: event.currentTarget.checked })}
        />
      )}
    </div>
  );
}
