import { useTranslation } from 'react-i18next';
import { CommandButton } from '#renderer/commands/CommandButton.tsx';
import type { Command } from '#renderer/commands/command.ts';
import { useCommands } from '#renderer/commands/registry.ts';
import { isWritable, useSession } from '#renderer/state/session.ts';
import { DropZone } from '#renderer/ui/DropZone.tsx';
import { Notice } from '#renderer/ui/Notice.tsx';
import { ProgressLine } from '#renderer/ui/ProgressLine.tsx';
import { Screen } from '#renderer/ui/Screen.tsx';
import { limits } from '#shared/contract/limits.ts';
import { EarlierImports } from './EarlierImports.tsx';
import { FilePreview } from './FilePreview.tsx';
import { ImportDone } from './ImportDone.tsx';
import styles from './import.module.css';
import { addFiles, confirmOpen, useImportJob } from './job.ts';
import { confirmText } from './wording.ts';

const accept = '.csv,.txt,.tsv,.xlsx';
const megabytes = (bytes: number) => Math.ceil(bytes / 1024 / 1024);

/** Lists of open items come in here: drop, look, confirm (criteria A2–A4). */
export function ImportScreen() {
  const { t } = useTranslation();
  const open = useImportJob((job) => job.open);
  const waiting = useImportJob((job) => job.waiting.length);
  const confirmed = useImportJob((job) => job.confirmed);
  const tooLarge = useImportJob((job) => job.tooLarge);
  const writable = useSession(isWritable);
  const progress = useSession((session) => session.progress);
  const preview = open?.preview ?? null;
  const confirm: Command = {
    id: 'import.confirm',
    labelKey: 'imports.command.confirm',
    groupKey: 'commands.groups.work',
    shortcut: 'mod+Enter',
    when: () => writable && open?.phase === 'ready' && preview !== null && preview.refusal === null,
    run: confirmOpen,
  };
  useCommands([confirm]);
  return (
    <Screen
      title={t('imports.title')}
      sentence={open ? t('imports.nothingYet') : undefined}
      footer={
        open && (
          <div className={styles.footer}>
            {progress ? (
              <ProgressLine
                label={t(open.phase === 'confirming' ? 'imports.confirming' : 'imports.reading', {
                  name: open.file.name,
                })}
                done={progress.done}
                total={progress.total}
              />
            ) : (
              <span className={styles.quiet}>{waiting > 0 && t('imports.queue', { count: waiting })}</span>
            )}
            <CommandButton command={confirm} loading={open.phase === 'confirming'}>
              {preview && !preview.refusal ? confirmText(t, preview) : t('imports.command.confirm')}
            </CommandButton>
          </div>
        )
      }
    >
      <div className={styles.page}>
        {confirmed.map((record) => (
          <ImportDone key={record.id} record={record} />
        ))}
        {tooLarge.map(({ name, bytes }) => (
          <Notice
            key={name}
            tone="broken"
            title={t('imports.drop.tooLarge', { name, size: megabytes(bytes), limit: megabytes(limits.tableBytes) })}
          />
        ))}
        {open ? (
          <FilePreview open={open} />
        ) : (
          <>
            <DropZone
              title={t('imports.drop.title')}
              text={t('imports.drop.hint')}
              accept={accept}
              multiple
              disabled={!writable}
              onFiles={addFiles}
            />
            <EarlierImports />
          </>
        )}
      </div>
    </Screen>
  );
}
