import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { addressOf, goTo } from '#renderer/commands/address.ts';
import { useFolderWatch, useImportFolders } from '#renderer/state/import-folder.ts';
import { useSession } from '#renderer/state/session.ts';
import { Notice } from '#renderer/ui/Notice.tsx';

/** Files wait in an import folder: of this administration, and of how many others (criterion A11). */
export function FolderNotice() {
  const { t } = useTranslation();
  useFolderWatch();
  const folders = useImportFolders();
  const book = useSession((session) => session.book);
  const count = folders.find((folder) => folder.book === book)?.files.length ?? 0;
  const others = folders.filter((folder) => folder.book !== book && folder.files.length > 0).length;
  if (count + others === 0) return null;
  const elsewhere = t('importmap.elsewhere', { count: others });
  return (
    <Notice
      tone="info"
      title={count > 0 ? t('importmap.waits', { count }) : elsewhere}
      {...(count > 0 && others > 0 ? { kept: elsewhere } : {})}
      action={
        <Button size="compact-sm" variant="default" onClick={() => goTo(addressOf(['import']))}>
          {t('importmap.toImport')}
        </Button>
      }
    />
  );
}
