import { Button, Group, Modal, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { formatDate, type IsoDate } from '#shared/dates/civil.ts';
import type { RateKind, RateRow, RateTables } from '#shared/law/rate-table.ts';
import { formatPercent } from '#shared/money/percent.ts';
import { useSession } from '../../../state/session-store.ts';
import { ConfirmButton } from '../../../ui/ConfirmButton.tsx';
import { DateField } from '../../../ui/DateField.tsx';
import { useUiLanguage } from '../../../ui/language.ts';
import shared from '../Instellingen.module.css';
import { originOf, type RateField, type RowDraft, rowFaults, typedPercent, withoutRow, withRow } from './rate-edit.ts';
import { faultText, kindName } from './rate-words.ts';
import styles from './tarieven.module.css';
import type { RateSave } from './use-rate-save.ts';

export interface RateRowDialogProps {
  readonly rates: RateTables;
  readonly kind: RateKind;
  /** The row that is changed; null for a new one. */
  readonly replaced: RateRow | null;
  readonly onSave: RateSave['save'];
  readonly onClose: () => void;
}

/** Day, percentage and source of one row. The day of a row that is changed stays: another day is another row. */
export function RateRowDialog({ rates, kind, replaced, onSave, onClose }: RateRowDialogProps) {
  const { t } = useTranslation();
  const language = useUiLanguage();
  const today = useSession((session) => session.today);
  const [draft, setDraft] = useState<RowDraft>(() => ({
    from: replaced?.from ?? null,
    percent: replaced ? formatPercent(replaced.percent, language).replace('%', '') : '',
    source: replaced?.source ?? '',
  }));
  const [tried, setTried] = useState(false);
  const faults = rowFaults(rates, kind, draft, replaced, today);
  const next = withRow(rates, kind, draft, replaced, t('instellingen.tarieven.rows.ownConfidence'));
  const faultless = Object.keys(faults).length === 0;
  const errorOf = (field: RateField) => {
    const fault = faults[field];
    return tried && fault ? faultText(t, fault) : null;
  };
  const save = async () => {
    setTried(true);
    if (!faultless || draft.from === null) return;
    const percent = formatPercent(typedPercent(draft.percent) ?? '', language);
    const params = { kind: kindName(t, kind), percent, date: formatDate(draft.from) };
    await onSave(next, { key: `instellingen.tarieven.form.${replaced ? 'changed' : 'added'}`, params });
    onClose();
  };
  const remove = async (row: RateRow) => {
    const key = originOf(row) === 'own' ? 'removed' : 'restored';
    const params = { date: formatDate(row.from) };
    await onSave(withoutRow(rates, row), { key: `instellingen.tarieven.rows.${key}`, params });
    onClose();
  };
  return (
    <Modal
      opened
      onClose={onClose}
      title={t(`instellingen.tarieven.form.${replaced ? 'edit' : 'add'}Title`, {
        kind: kindName(t, kind),
        date: replaced && formatDate(replaced.from),
      })}
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
        <div className={styles.pair}>
          {replaced === null && (
            <DateField
              label={t('instellingen.tarieven.form.from')}
              value={draft.from}
              today={today}
              wrong={t('instellingen.tarieven.faults.required')}
              error={errorOf('from')}
              onChange={(from) => setDraft((now) => ({ ...now, from }))}
            />
          )}
          <TextInput
            label={t('instellingen.tarieven.form.percent')}
            value={draft.percent}
            error={errorOf('percent')}
            placeholder={t('instellingen.tarieven.form.percentHint')}
            inputMode="decimal"
            autoComplete="off"
            rightSection="%"
            onChange={(event) => setDraft({ ...draft, percent: event.currentTarget.value })}
          />
        </div>
        <TextInput
          label={t('instellingen.tarieven.form.source')}
          description={t('instellingen.tarieven.form.sourceHint')}
          value={draft.source}
          error={errorOf('source')}
          autoComplete="off"
          onChange={(event) => setDraft({ ...draft, source: event.currentTarget.value })}
        />
        {faultless && next.checkedUntil[kind] !== rates.checkedUntil[kind] && (
          <p>{t('instellingen.tarieven.form.checked', { date: formatDate(next.checkedUntil[kind]) })}</p>
        )}
        <p className={shared.quiet}>{t('instellingen.tarieven.form.keep')}</p>
        <Group justify="flex-end" gap="xs">
          {replaced && originOf(replaced) !== 'shipped' && (
            <RemoveButton row={replaced} checked={withoutRow(rates, replaced).checkedUntil[kind]} onRemove={remove} />
          )}
          <Button variant="default" onClick={onClose}>
            {t('common.cancel')}
          </Button>
          <Button type="submit">{t('instellingen.tarieven.form.save')}</Button>
        </Group>
      </form>
    </Modal>
  );
}

interface RemoveButtonProps {
  readonly row: RateRow;
  /** Day through which the kind counts as checked without the row. */
  readonly checked: IsoDate;
  readonly onRemove: (row: RateRow) => Promise<void>;
}

/** Takes an own row away, or puts the shipped one back in its place; asks first. */
function RemoveButton({ row, checked, onRemove }: RemoveButtonProps) {
  const { t } = useTranslation();
  const what = originOf(row) === 'own' ? 'remove' : 'restore';
  return (
    <div className={styles.aside}>
      <ConfirmButton
        variant="subtle"
        question={t(`instellingen.tarieven.rows.${what}Question`, {
          date: formatDate(row.from),
          checked: formatDate(checked),
        })}
        confirm={t(`instellingen.tarieven.rows.${what}`)}
        onConfirm={() => void onRemove(row)}
      >
        {t(`instellingen.tarieven.rows.${what}`)}
      </ConfirmButton>
    </div>
  );
}
