import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { addressOf, goTo } from '#renderer/commands/address.ts';
import { failureOf } from '#renderer/state/session.ts';
import { Notice } from '#renderer/ui/Notice.tsx';
import type { ImportRecord } from '#shared/domain/imports.ts';
import { dismissConfirmed, undoImport } from './job.ts';
import { undoFailureText } from './wording.ts';

/** What an import did, with the way back and the way on. Stays until dismissed. */
export function ImportDone({ record }: { readonly record: ImportRecord }) {
  const { t } = useTranslation();
  const [failed, setFailed] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const parts = (
    [
      ['itemsNew', record.itemsNew],
      ['itemsChanged', record.itemsChanged],
      ['itemsGone', record.itemsGone],
      ['skipped', record.rowsSkipped],
      ['debtorsNew', record.debtorsNew],
    ] as const
  ).filter(([, count]) => count > 0);
  const undo = () => {
    setBusy(true);
    undoImport(record.id).catch((error: unknown) => {
      setFailed(undoFailureText(t, failureOf(error)));
      setBusy(false);
    });
  };
  return (
    <Notice
      tone="info"
      title={t('imports.done.title', { name: record.fileName })}
      kept={
        parts.length === 0
          ? t('imports.done.same')
          : parts.map(([name, count]) => `${count} ${t(`imports.numbers.${name}`)}`).join(' · ')
      }
      {...(failed ? { todo: failed } : {})}
      onDismiss={() => dismissConfirmed(record.id)}
      action={
        <>
          <Button size="compact-sm" onClick={() => goTo(addressOf(['vandaag']))}>
            {t('imports.done.today')}
          </Button>
          {record.itemsGone > 0 && (
            <Button
              size="compact-sm"
              variant="default"
              onClick={() => goTo(addressOf(['debiteuren'], { kenmerk: 'presumed-paid' }))}
            >
              {t('imports.done.presumed', { count: record.itemsGone })}
            </Button>
          )}
          <Button size="compact-sm" variant="default" loading={busy} onClick={undo}>
            {t('imports.done.undo')}
          </Button>
        </>
      }
    />
  );
}
