import { Button, Group } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Failure } from '#shared/contract/errors.ts';
import type { DebtorId } from '#shared/domain/debtor.ts';
import { useCommands } from '../../commands/registry.ts';
import { call } from '../../host/client.ts';
import { isWritable, useSession } from '../../state/session-store.ts';
import { FailureNotice } from '../../ui/FailureNotice.tsx';
import { formatBytes } from '../../ui/format-bytes.ts';
import { useUiLanguage } from '../../ui/language.ts';
import { Notice } from '../../ui/Notice.tsx';
import { type ExportedDossier, exportDossier } from './export.ts';
import { useVerify, VerifyResult } from './verify.tsx';

/** Makes a debtor's dossier ZIP; then opens it, shows it in its folder, or checks it. */
export function ExportBox({ debtorId }: { readonly debtorId: DebtorId }) {
  const { t } = useTranslation();
  const writable = useSession(isWritable);
  const [busy, setBusy] = useState(false);
  const [made, setMade] = useState<ExportedDossier | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);
  const run = async () => {
    setBusy(true);
    setFailure(null);
    setMade(null);
    const answer = await exportDossier(debtorId);
    setBusy(false);
    if (answer.ok) setMade(answer.value);
    else setFailure(answer.error);
  };
  useCommands([
    {
      id: 'dossier.export',
      labelKey: 'dossier.export.button',
      groupKey: 'commands.groups.debtor',
      shortcut: 'mod+E',
      when: () => writable && !busy,
      run,
    },
  ]);
  return (
    <>
      <Button onClick={() => void run()} loading={busy} disabled={!writable}>
        {t('dossier.export.button')}
      </Button>
      {failure && <FailureNotice failure={failure} onDismiss={() => setFailure(null)} />}
      {made && <Made dossier={made} onFailure={setFailure} />}
    </>
  );
}

interface MadeProps {
  readonly dossier: ExportedDossier;
  readonly onFailure: (failure: Failure) => void;
}

function Made({ dossier, onFailure }: MadeProps) {
  const { t } = useTranslation();
  const language = useUiLanguage();
  const book = useSession((session) => session.book) ?? '';
  const verify = useVerify();
  const open = async (channel: 'files.open' | 'files.reveal') => {
    const answer = await call(channel, { book, file: dossier.file });
    if (!answer.ok) onFailure(answer.error);
  };
  return (
    <Notice tone="info" title={t('dossier.export.done', { name: dossier.name.replace(/^.*\//, '') })}>
      <p>
        {t('dossier.export.content', {
          count: dossier.files,
          size: formatBytes(dossier.bytes, language),
          hash: dossier.sha256.slice(0, 12),
        })}
      </p>
      <Group gap="xs" mt="xs">
        <Button size="compact-sm" variant="default" onClick={() => void open('files.open')}>
          {t('dossier.export.open')}
        </Button>
        <Button size="compact-sm" variant="default" onClick={() => void open('files.reveal')}>
          {t('dossier.export.reveal')}
        </Button>
        <Button
          size="compact-sm"
          variant="default"
          onClick={() => void verify.stored(dossier.file, dossier.name.replace(/^.*\//, ''))}
        >
          {t('dossier.export.check')}
        </Button>
      </Group>
      <VerifyResult state={verify.state} />
    </Notice>
  );
}
