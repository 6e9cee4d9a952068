import { Button } from '@mantine/core';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useAdministration } from '#renderer/db/read/hooks.ts';
import { isKeyboardNowhere } from '#renderer/ui/keyboard-place.ts';
import type { DropPreview } from '#shared/domain/drop/drop.ts';
import styles from './drop.module.css';
import { clearTable, useImportJob } from './job.ts';
import { UnitSection } from './UnitSection.tsx';
import { asksAttention, takenUnits, unitHeadId, unitState } from './units.ts';

/** The files of the open administration in the order in which they come in, one line each until it is opened. */
export function UnitList({
  preview,
  opened,
  onOpen,
}: {
  readonly preview: DropPreview;
  readonly opened: ReadonlyMap<string, boolean>;
  readonly onOpen: (unitId: string, isOpen: boolean) => void;
}) {
  const { t } = useTranslation();
  const { choices, phase, done } = useImportJob((job) => job);
  const name = useAdministration()?.name ?? '';
  const units = preview.units.filter((unit) => unitState(unit, choices) !== 'other');
  const taken = takenUnits(preview, choices);
  // What opened by itself stays open while it is worked in, also once there is nothing left to see to.
  const openedSelf = useRef(new Set<string>());
  for (const unit of units) {
    if (units.length === 1 || asksAttention(unit, unitState(unit, choices))) openedSelf.current.add(unit.id);
  }
  const first = units.find((unit) => openedSelf.current.has(unit.id)) ?? units[0];
  // Files that were dropped leave the keyboard nowhere: it goes on with what is to be looked at.
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, when the files are first shown
  useEffect(() => {
    if (first && isKeyboardNowhere()) document.getElementById(unitHeadId(first.id))?.focus();
  }, [first !== undefined]);
  if (units.length === 0) return null;
  return (
    <section className={styles.group} aria-label={t('imports.unit.list')} aria-busy={phase === 'reading'}>
      <header className={styles.groupHead}>
        <h2>{t('imports.unit.for', { name })}</h2>
        <Button
          variant="subtle"
          size="compact-sm"
          className={styles.aside}
          disabled={phase === 'keeping' || phase === 'writing'}
          onClick={clearTable}
        >
          {t('imports.drop.clear')}
        </Button>
      </header>
      <div className={styles.list}>
        {units.map((unit) => {
          const state = unitState(unit, choices);
          const at = taken.indexOf(unit);
          return (
            <UnitSection
              key={unit.id}
              unit={unit}
              state={state}
              administration={name}
              writing={phase !== 'writing' || at < 0 ? null : at < done ? 'done' : at === done ? 'busy' : null}
              open={opened.get(unit.id) ?? openedSelf.current.has(unit.id)}
              onOpen={(isOpen) => onOpen(unit.id, isOpen)}
            />
          );
        })}
      </div>
    </section>
  );
}
