import { ActionIcon, Checkbox, Group, NativeSelect, NumberInput } from '@mantine/core';
import { type KeyboardEvent, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { channels } from '#shared/domain/policy.ts';
import { useUiLanguage } from '../../../ui/language.ts';
import shared from '../Instellingen.module.css';
import styles from './beleid.module.css';
import {
  type Anchor,
  type Charging,
  isLetter,
  needsDeadline,
  type StepDraft,
  type StepField,
  stepActions,
  withAction,
  withChannel,
} from './policy-edit.ts';
import { actionName } from './policy-words.ts';

export interface StepFieldsProps {
  readonly step: StepDraft;
  /** 1 = the first. */
  readonly place: number;
  readonly last: boolean;
  readonly faults: Partial<Record<StepField, string>>;
  readonly onChange: (step: StepDraft) => void;
  readonly onMove: (by: -1 | 1) => void;
  readonly onRemove: () => void;
}

/** One step: what, when, how and with what charges. Alt with an arrow moves it and keeps the focus in it. */
export function StepFields(props: StepFieldsProps) {
  const { step, place, last, onMove, onRemove } = props;
  const { t } = useTranslation();
  const row = useRef<HTMLLIElement>(null);
  useFocusKept(row, place);
  const name = actionName(t, step.action);
  const text = (key: string) => t(`instellingen.beleid.editor.${key}`, { name });
  const onKeyDown = (event: KeyboardEvent) => {
    const by = event.key === 'ArrowUp' ? -1 : event.key === 'ArrowDown' ? 1 : null;
    if (!event.altKey || by === null) return;
    event.preventDefault();
    event.stopPropagation();
    onMove(by);
  };
  return (
    <li ref={row} className={styles.step} onKeyDown={onKeyDown}>
      <fieldset className={styles.stepBody} aria-label={t('instellingen.beleid.editor.step', { place, name })}>
        <span className={styles.place} aria-hidden="true">
          {place}
        </span>
        <div className={styles.stepParts}>
          <TimingFields {...props} />
          {isLetter(step.action) && <LetterFields {...props} />}
        </div>
        <Group gap={2} wrap="nowrap" align="flex-start" className={styles.stepActions}>
          <ActionIcon variant="subtle" aria-label={text('up')} disabled={place === 1} onClick={() => onMove(-1)}>
            ↑
          </ActionIcon>
          <ActionIcon variant="subtle" aria-label={text('down')} disabled={last} onClick={() => onMove(1)}>
            ↓
          </ActionIcon>
          <ActionIcon variant="subtle" aria-label={text('remove')} onClick={onRemove}>
            ×
          </ActionIcon>
        </Group>
      </fieldset>
    </li>
  );
}

/** After a move the browser drops the focus of what it lifted out of the list; it goes back where it was. */
function useFocusKept(row: React.RefObject<HTMLLIElement | null>, place: number): void {
  const focused = useRef<Element | null>(null);
  useEffect(() => {
    const own = row.current;
    const keep = () => {
      focused.current = document.activeElement;
    };
    own?.addEventListener('focusin', keep);
    return () => own?.removeEventListener('focusin', keep);
  }, [row]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: only another place takes the focus away
  useEffect(() => {
    const last = focused.current;
    const isLost = document.activeElement === document.body;
    if (isLost && last instanceof HTMLElement && row.current?.contains(last)) last.focus();
  }, [place]);
}

function TimingFields({ step, place, faults, onChange }: StepFieldsProps) {
  const { t } = useTranslation();
  const text = (key: string) => t(`instellingen.beleid.editor.${key}`);
  const anchors: readonly Anchor[] = place === 1 ? ['before', 'due'] : ['before', 'due', 'previous'];
  return (
    <div className={styles.stepLine}>
      <NativeSelect
        label={text('action')}
        value={step.action}
        data={stepActions.map((value) => ({ value, label: actionName(t, value) }))}
        onChange={(event) => {
          const action = stepActions.find((known) => known === event.currentTarget.value);
          if (action) onChange(withAction(step, action));
        }}
      />
      <Days
        label={text('offset')}
        value={step.offset}
        fault={faults.offset}
        onChange={(offset) => onChange({ ...step, offset })}
      />
      <NativeSelect
        label={text('anchor')}
        value={step.anchor}
        error={faults.anchor ? t(`instellingen.beleid.faults.${faults.anchor}`) : null}
        data={anchors.map((value) => ({ value, label: text(`anchors.${value}`) }))}
        onChange={(event) => {
          const anchor = anchors.find((known) => known === event.currentTarget.value);
          if (anchor) onChange({ ...step, anchor });
        }}
      />
      {needsDeadline(step) && (
        <Days
          label={text('deadline')}
          value={step.deadline}
          fault={faults.deadline}
          unit={text('days')}
          onChange={(deadline) => onChange({ ...step, deadline })}
        />
      )}
      {!isLetter(step.action) && <MinimumField step={step} fault={faults.minimum} onChange={onChange} />}
    </div>
  );
}

const charging: readonly Charging[] = ['none', 'announce', 'charge'];

function LetterFields({ step, faults, onChange }: StepFieldsProps) {
  const { t } = useTranslation();
  const text = (key: string) => t(`instellingen.beleid.editor.${key}`);
  const options = charging.map((value) => ({ value, label: text(`charges.${value}`) }));
  const fixed = step.action === 'fourteen-day-letter' || step.action === 'pre-due-notice';
  const chosen = (value: string) => charging.find((known) => known === value) ?? 'none';
  return (
    <div className={styles.stepLine}>
      <fieldset className={styles.channels}>
        <legend>{text('channels')}</legend>
        <Group gap="md">
          {channels.map((channel) => (
            <Checkbox
              key={channel}
              size="sm"
              label={t(`letters.channel.${channel}`)}
              checked={step.channels.includes(channel)}
              onChange={(event) => onChange(withChannel(step, channel, event.currentTarget.checked))}
            />
          ))}
        </Group>
        {faults.channels && <p className={shared.error}>{t(`instellingen.beleid.faults.${faults.channels}`)}</p>}
      </fieldset>
      <MinimumField step={step} fault={faults.minimum} onChange={onChange} />
      <NativeSelect
        label={text('interest')}
        value={step.interest}
        disabled={fixed}
        data={options}
        onChange={(event) => onChange({ ...step, interest: chosen(event.currentTarget.value) })}
      />
      <NativeSelect
        label={text('costs')}
        value={step.costs}
        disabled={fixed}
        data={options}
        onChange={(event) => onChange({ ...step, costs: chosen(event.currentTarget.value) })}
      />
    </div>
  );
}

interface MinimumFieldProps {
  readonly step: StepDraft;
  readonly fault: string | undefined;
  readonly onChange: (step: StepDraft) => void;
}

function MinimumField({ step, fault, onChange }: MinimumFieldProps) {
  const { t } = useTranslation();
  const language = useUiLanguage();
  return (
    <NumberInput
      label={t('instellingen.beleid.editor.minimum')}
      value={step.minimum}
      error={fault ? t(`instellingen.beleid.faults.${fault}`) : null}
      hideControls
      leftSection="€"
      decimalScale={2}
      fixedDecimalScale
      decimalSeparator={language === 'nl' ? ',' : '.'}
      allowNegative={false}
      onChange={(minimum) => onChange({ ...step, minimum })}
    />
  );
}

interface DaysProps {
  readonly label: string;
  readonly value: number | string;
  readonly fault: string | undefined;
  readonly unit?: string;
  readonly onChange: (value: number | string) => void;
}

function Days({ label, value, fault, unit, onChange }: DaysProps) {
  const { t } = useTranslation();
  return (
    <NumberInput
      label={label}
      value={value}
      error={fault ? t(`instellingen.beleid.faults.${fault}`) : null}
      hideControls
      allowDecimal={false}
      allowNegative={false}
      {...(unit ? { rightSection: unit, rightSectionWidth: '4rem' } : {})}
      onChange={onChange}
    />
  );
}
