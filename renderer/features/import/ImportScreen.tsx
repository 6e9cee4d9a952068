import { Button } from '@mantine/core';
import { useDeferredValue, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { addressOf, goTo } from '#renderer/commands/address.ts';
import { CommandButton } from '#renderer/commands/CommandButton.tsx';
import type { Command } from '#renderer/commands/command.ts';
import { useCommands } from '#renderer/commands/registry.ts';
import type { ChoicesByUnit } from '#renderer/db/import-api.ts';
import { isWritable, useSession } from '#renderer/state/session.ts';
import { FailureNotice } from '#renderer/ui/FailureNotice.tsx';
import { Screen } from '#renderer/ui/Screen.tsx';
import { ConfirmAll } from './ConfirmAll.tsx';
import { ConfirmedNotice } from './ConfirmedNotice.tsx';
import { confirmTable } from './confirm.ts';
import { DropArea } from './DropArea.tsx';
import { EarlierImports } from './EarlierImports.tsx';
import { ImportFooter } from './ImportFooter.tsx';
import styles from './import.module.css';
import { clearTable, readTable, useImportJob } from './job.ts';
import { OtherGroups } from './OtherGroups.tsx';
import { PendingChoices } from './pending.ts';
import { RoundOutcomes } from './RoundOutcomes.tsx';
import { UnitList } from './UnitList.tsx';
import { dropCounts, takenUnits } from './units.ts';
import { WaitingFiles } from './WaitingFiles.tsx';
import { confirmText } from './wording.ts';

const nothingPending: ChoicesByUnit = {};

/** Files come in here: drop, look, confirm (criteria A2–A7). */
export function ImportScreen() {
  const { t } = useTranslation();
  const { files, phase, choices, failure, confirmed, waiting, preview: latest } = useImportJob((job) => job);
  // A preview is more than is drawn in one frame: it is drawn in pieces, and keys and clicks are answered in between. One that is
  // gone, as when another administration is opened, is gone at once.
  const drawn = useDeferredValue(latest);
  const preview = latest && drawn;
  // What was confirmed before the screen was opened does not take the keyboard.
  const before = useRef(confirmed);
  const writable = useSession(isWritable);
  const book = useSession((session) => session.book);
  const [opened, setOpened] = useState<ReadonlyMap<string, boolean>>(new Map());
  const open = (unitId: string, isOpen: boolean) => setOpened((now) => new Map(now).set(unitId, isOpen));
  const isSettled = phase !== 'reading' && preview === latest;
  const taken = preview ? takenUnits(preview, choices) : [];
  const busy = phase === 'keeping' || phase === 'writing';
  const confirm: Command = {
    id: 'import.confirm',
    labelKey: 'imports.command.confirm',
    groupKey: 'commands.groups.work',
    shortcut: 'mod+Enter',
    when: () => writable && phase === 'ready' && isSettled && taken.length > 0,
    run: confirmTable,
  };
  useCommands([confirm]);
  const onTable = files.length > 0;
  return (
    <Screen
      title={t('imports.title')}
      actions={
        <Button variant="subtle" onClick={() => goTo(addressOf(['aansluiting']))}>
          {t('frame.nav.aansluiting')}
        </Button>
      }
      sentence={preview ? t('imports.nothingYet') : undefined}
      footer={
        onTable && (
          <ImportFooter preview={preview} isSettled={isSettled} onShow={(unitId) => open(unitId, true)}>
            <ConfirmAll inFooter />
            <CommandButton command={confirm} loading={busy}>
              {taken.length > 0 ? confirmText(t, dropCounts(taken)) : t('imports.command.confirm')}
            </CommandButton>
          </ImportFooter>
        )
      }
    >
      <div className={styles.page}>
        <RoundOutcomes />
        {confirmed
          .filter((drop) => drop.book === book)
          .map((drop, at) => (
            <ConfirmedNotice key={drop.id} drop={drop} isNew={!before.current.includes(drop)} isLatest={at === 0} />
          ))}
        {failure && (
          <FailureNotice
            failure={failure}
            action={
              <>
                <Button size="compact-sm" onClick={() => void readTable()}>
                  {t('common.retry')}
                </Button>
                <Button size="compact-sm" variant="default" onClick={clearTable}>
                  {t('imports.drop.clear')}
                </Button>
              </>
            }
          />
        )}
        <DropArea small={onTable} disabled={!writable || busy} />
        {onTable && preview && (
          <PendingChoices value={isSettled ? nothingPending : choices}>
            <UnitList preview={preview} opened={opened} onOpen={open} />
          </PendingChoices>
        )}
        {waiting.length > 0 && <OtherGroups groups={waiting} />}
        <WaitingFiles />
        {!onTable && <EarlierImports />}
      </div>
    </Screen>
  );
}
