import { NativeSelect } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { usePolicies } from '#renderer/db/read/hooks.ts';
import { useSession } from '#renderer/state/session.ts';
import { DateField } from '#renderer/ui/DateField.tsx';
import { FormDialog } from '#renderer/ui/FormDialog.tsx';
import { addDays, formatDate, type IsoDate } from '#shared/dates/civil.ts';
import type { Debtor } from '#shared/domain/debtor.ts';
import type { ItemId } from '#shared/domain/item.ts';
import { ladderOf, outsideLevel } from '#shared/dunning/ladder.ts';
import { policyIdFor } from '#shared/segmentation/kind.ts';
import type { CardItem } from './card.ts';
import { ItemChecks } from './ItemChecks.tsx';
import { useFormCommand } from './use-form-command.ts';

export interface OutsideLevelDialogProps {
  readonly debtor: Debtor;
  readonly items: readonly CardItem[];
  readonly onClose: () => void;
}

/** Items that are late and of which nothing was recorded: those it is most likely about. */
function stillUnknown(items: readonly CardItem[], today: IsoDate): readonly ItemId[] {
  const late = items.filter(({ item }) => item.outside === null && item.dueDate !== null && item.dueDate < today);
  return late.map(({ item }) => item.id);
}

/** The letters an item may have had before Voldaan, as steps of the debtor's policy (criterion A10). */
export function OutsideLevelDialog({ debtor, items, onClose }: OutsideLevelDialogProps) {
  const { t } = useTranslation();
  const today = useSession((session) => session.today);
  const policies = usePolicies() ?? [];
  const policy = policies.find(({ id }) => id === (debtor.policyId ?? policyIdFor(debtor)));
  const ladder = policy && ladderOf(policy);
  const highest = ladder ? outsideLevel(ladder, ladder.letters.length) : 0;
  const [chosen, setChosen] = useState<readonly ItemId[]>(() => stillUnknown(items, today));
  const [level, setLevel] = useState(1);
  const [on, setOn] = useState(addDays(today, -14));
  const [asked, setAsked] = useState(false);
  const { failed, wrong, save } = useFormCommand(onClose);
  const isFuture = on > today;
  const submit = () => {
    setAsked(true);
    if (chosen.length === 0 || isFuture) return;
    void save([{ type: 'set-outside-level', debtorId: debtor.id, itemIds: chosen, level, on }], {
      key: level === 0 ? 'invoer.outside.gone' : 'invoer.outside.done',
      params: { count: chosen.length },
    });
  };
  return (
    <FormDialog
      title={t('invoer.outside.title')}
      failed={failed}
      explain={t('invoer.outside.explain')}
      confirm={t('invoer.outside.confirm', { count: chosen.length })}
      onSubmit={submit}
      onClose={onClose}
    >
      <NativeSelect
        label={t('invoer.outside.level')}
        description={policy && t('invoer.outside.policy', { policy: policy.name })}
        data-autofocus
        value={String(level)}
        error={wrong.level ?? null}
        onChange={(event) => setLevel(Number(event.currentTarget.value))}
      >
        <option value="0">{t('invoer.outside.none')}</option>
        {ladder?.letters.slice(0, highest).map((step, i) => (
          <option key={step.id} value={i + 1}>
            {t('invoer.outside.step', { level: i + 1, kind: t(`letters.kind.${step.action}`) })}
          </option>
        ))}
      </NativeSelect>
      {level > 0 && (
        <DateField
          label={t('invoer.outside.on')}
          value={on}
          today={today}
          wrong={t('invoer.wrong.date')}
          error={isFuture ? t('invoer.wrong.future') : (wrong.on ?? null)}
          onChange={(date) => date && setOn(date)}
        />
      )}
      <ItemChecks
        label={t('invoer.outside.items')}
        items={items}
        chosen={chosen}
        noteOf={({ item: { outside } }) =>
          outside && t('invoer.outside.known', { level: outside.level, date: formatDate(outside.on) })
        }
        error={asked && chosen.length === 0 ? t('invoer.wrong.noneChosen') : null}
        onChange={setChosen}
      />
    </FormDialog>
  );
}
