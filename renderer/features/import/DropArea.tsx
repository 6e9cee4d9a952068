import { Button } from '@mantine/core';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { filesOfInput } from '#renderer/ui/dropped-files.ts';
import styles from './drop.module.css';
import { addFiles } from './job.ts';

/** Where files come in: dropped anywhere in the window, or chosen here. Small once there are files on the table. */
export function DropArea({ small, disabled }: { readonly small: boolean; readonly disabled: boolean }) {
  const { t } = useTranslation();
  const files = useRef<HTMLInputElement>(null);
  const folder = useRef<HTMLInputElement>(null);
  const input = (which: 'files' | 'folder') => (
    <input
      ref={which === 'files' ? files : folder}
      type="file"
      hidden
      multiple
      {...(which === 'folder' ? { webkitdirectory: '' } : {})}
      aria-label={t(`imports.drop.${which}`)}
      onChange={(event) => {
        const chosen = filesOfInput(event.currentTarget.files);
        event.currentTarget.value = '';
        if (chosen.length > 0) void addFiles(chosen);
      }}
    />
  );
  return (
    <section className={`${styles.area} ${small ? styles.small : ''}`} aria-label={t('imports.drop.title')}>
      <div>
        <p className={styles.title}>{t(small ? 'imports.drop.more' : 'imports.drop.title')}</p>
        {!small && <p className={styles.hint}>{t('imports.drop.hint')}</p>}
      </div>
      <div className={styles.choose}>
        <Button
          variant={small ? 'subtle' : 'default'}
          size={small ? 'compact-sm' : 'sm'}
          disabled={disabled}
          onClick={() => files.current?.click()}
        >
          {t('imports.drop.files')}
        </Button>
        <Button
          variant={small ? 'subtle' : 'default'}
          size={small ? 'compact-sm' : 'sm'}
          disabled={disabled}
          onClick={() => folder.current?.click()}
        >
          {t('imports.drop.folder')}
        </Button>
      </div>
      {input('files')}
      {input('folder')}
    </section>
  );
}
