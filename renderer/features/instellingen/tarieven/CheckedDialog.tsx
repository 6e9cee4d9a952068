import { Button, Group, Modal } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { formatDate, type IsoDate } from '#shared/dates/civil.ts';
import type { RateKind, RateTables } from '#shared/law/rate-table.ts';
import { formatPercent } from '#shared/money/percent.ts';
import { DateField } from '../../../ui/DateField.tsx';
import { useUiLanguage } from '../../../ui/language.ts';
import { checkedUntilFault, nextCheckedUntil, rowsOf, withCheckedUntil } from './rate-edit.ts';
import { faultText, kindName } from './rate-words.ts';
import styles from './tarieven.module.css';
import type { RateSave } from './use-rate-save.ts';

export interface CheckedDialogProps {
  readonly rates: RateTables;
  readonly kind: RateKind;
  readonly today: IsoDate;
  readonly onSave: RateSave['save'];
  readonly onClose: () => void;
}

/** A kind was looked up again and stayed as it was: only the day up to which it is known moves on. */
export function CheckedDialog({ rates, kind, today, onSave, onClose }: CheckedDialogProps) {
  const { t } = useTranslation();
  const language = useUiLanguage();
  const [until, setUntil] = useState<IsoDate | null>(() => nextCheckedUntil(rates, kind, today));
  const [tried, setTried] = useState(false);
  const fault = checkedUntilFault(rates, kind, until, today);
  const [newest] = rowsOf(rates, kind);
  const save = async () => {
    setTried(true);
    if (fault || until === null) return;
    const params = { kind: kindName(t, kind), date: formatDate(until) };
    await onSave(withCheckedUntil(rates, kind, until), { key: 'instellingen.tarieven.check.saved', params });
    onClose();
  };
  return (
    <Modal
      opened
      onClose={onClose}
      title={t('instellingen.tarieven.check.title', { kind: kindName(t, kind) })}
      closeButtonProps={{ 'aria-label': t('common.close') }}
    >
      <form
        className={styles.dialog}
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void save();
        }}
      >
        <p>
          {t('instellingen.tarieven.check.text', { percent: newest ? formatPercent(newest.percent, language) : '–' })}
        </p>
        <DateField
          label={t('instellingen.tarieven.check.until')}
          value={until}
          today={today}
          wrong={t('instellingen.tarieven.faults.required')}
          error={tried && fault ? faultText(t, fault) : null}
          onChange={setUntil}
        />
        <Group justify="flex-end" gap="xs">
          <Button variant="default" onClick={onClose}>
            {t('common.cancel')}
          </Button>
          <Button type="submit">{t('instellingen.tarieven.check.save')}</Button>
        </Group>
      </form>
    </Modal>
  );
}
