import { Button } from '@mantine/core';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { Notice } from '#renderer/ui/Notice.tsx';
import type { DropUnit } from '#shared/domain/drop/drop.ts';
import type { ImportPreview } from '#shared/domain/import/preview.ts';
import { AuditFacts } from './AuditFacts.tsx';
import { ChangeNumbers } from './ChangeNumbers.tsx';
import { ColumnMapping } from './ColumnMapping.tsx';
import { Examples } from './Examples.tsx';
import { FileFacts } from './FileFacts.tsx';
import { InTurn } from './InTurn.tsx';
import styles from './import.module.css';
import { choose } from './job.ts';
import { ListDates } from './ListDates.tsx';
import { SkippedRows } from './SkippedRows.tsx';
import { lacksMost } from './units.ts';

/** A list, or an auditfile, as it would come in: numbers, dates, columns, examples and what is left out. */
export function TableDetail({ unit, preview }: { readonly unit: DropUnit; readonly preview: ImportPreview }) {
  const { t } = useTranslation();
  const full = useRef<HTMLInputElement>(null);
  const isAudit = unit.format === 'xaf';
  const isList = unit.kind === 'list' || unit.kind === null;
  return (
    <InTurn>
      {!preview.refusal && unit.kind !== 'control' && <ChangeNumbers preview={preview} />}
      {!preview.refusal && lacksMost(unit) && (
        <Notice
          tone="attention"
          title={t('imports.lacksMost.title', { count: preview.itemsGone })}
          todo={t('imports.lacksMost.todo')}
          action={
            isList && (
              <Button
                size="compact-sm"
                variant="default"
                onClick={() => {
                  choose(unit.id, { full: false });
                  full.current?.focus();
                }}
              >
                {t('imports.lacksMost.part')}
              </Button>
            )
          }
        />
      )}
      <div className={styles.two}>
        {isAudit ? <AuditFacts unit={unit} /> : <FileFacts unitId={unit.id} preview={preview} />}
        {isList && <ListDates unitId={unit.id} preview={preview} fullRef={full} />}
      </div>
      <SkippedRows skipped={preview.skipped} />
      {preview.columns.length > 0 && <ColumnMapping unitId={unit.id} preview={preview} />}
      <Examples examples={preview.examples} />
    </InTurn>
  );
}
