import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Notice } from '#renderer/ui/Notice.tsx';
import { problemText } from '#shared/formats/table/problems.ts';
import { ChangeNumbers } from './ChangeNumbers.tsx';
import { ColumnMapping } from './ColumnMapping.tsx';
import { Examples } from './Examples.tsx';
import { FileFacts } from './FileFacts.tsx';
import styles from './import.module.css';
import { nextFile, type OpenFile } from './job.ts';
import { ListDates } from './ListDates.tsx';
import { SkippedRows } from './SkippedRows.tsx';
import { lacksMost } from './wording.ts';

/** One file as it would come in. Nothing is written until the button under it. */
export function FilePreview({ open }: { readonly open: OpenFile }) {
  const { t } = useTranslation();
  const { file, preview, phase, failure } = open;
  return (
    <article className={styles.file} aria-label={file.name} aria-busy={phase !== 'ready'}>
      <header className={styles.fileHead}>
        <h2 className={styles.fileName}>{file.name}</h2>
        {phase === 'reading' && <span className={styles.quiet}>{t('imports.reading', { name: file.name })}</span>}
        <Button variant="subtle" size="compact-sm" disabled={phase === 'confirming'} onClick={nextFile}>
          {t('imports.skipFile')}
        </Button>
      </header>
      {failure && (
        <Notice
          tone="broken"
          title={t('imports.failed', { reason: t(`errors.${failure.code}`, failure.params) })}
          details={`${failure.code}: ${failure.message}`}
        />
      )}
      {preview?.refusal && (
        <Notice
          tone="broken"
          title={problemText(t, file.name, preview.refusal)}
          kept={t('imports.refused.kept')}
          {...(preview.columns.length > 0 ? { todo: t('imports.refused.mapBelow') } : {})}
        />
      )}
      {preview && (preview.columns.length > 0 || !preview.refusal) && (
        <>
          {!preview.refusal && <ChangeNumbers preview={preview} />}
          {!preview.refusal && lacksMost(preview) && (
            <Notice
              tone="attention"
              title={t('imports.lacksMost.title', { count: preview.itemsGone })}
              todo={t('imports.lacksMost.todo')}
            />
          )}
          <div className={styles.two}>
            <FileFacts preview={preview} />
            <ListDates preview={preview} />
          </div>
          <ColumnMapping preview={preview} />
          <Examples examples={preview.examples} />
          <SkippedRows skipped={preview.skipped} />
        </>
      )}
    </article>
  );
}
