import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { ImportFolder } from '#renderer/state/import-folder.ts';
import { useSession } from '#renderer/state/session.ts';
import { StatusText } from '#renderer/ui/StatusText.tsx';
import styles from './drop.module.css';

/** Names of files a line shows; all of them are in what opens. */
const namesShown = 3;

/** The folder of one administration: how many files, which, and what can be done with them. */
export function FolderLine({
  folder: { book, files, more, state, place },
  disabled,
  onLook,
  onPassOver,
}: {
  readonly folder: ImportFolder;
  readonly disabled: boolean;
  readonly onLook: () => void;
  readonly onPassOver: (ids: readonly string[]) => void;
}) {
  const { t } = useTranslation();
  const name = useSession(({ administrations }) => administrations.find(({ id }) => id === book)?.name ?? book);
  if (state !== 'ready') {
    return (
      <li>
        <strong className={styles.whose}>{name}</strong>
        <StatusText tone="attention">{t(`importmap.state.${state}`, { folder: place.name })}</StatusText>
      </li>
    );
  }
  const names = files.slice(0, namesShown).map((file) => file.name);
  return (
    <li>
      <strong className={styles.whose}>{name}</strong>
      <details className={styles.what}>
        <summary>
          <strong>{t('importmap.files', { count: files.length })}</strong>
          {` · ${names.join(', ')}${files.length > namesShown ? ', …' : ''}`}
        </summary>
        <ul className={styles.waiting}>
          {files.map((file) => (
            <li key={file.id}>
              <span className={styles.whose}>{file.name}</span>
              <Button
                size="compact-sm"
                variant="subtle"
                className={styles.aside}
                disabled={disabled}
                aria-label={t('importmap.passOver.file', { name: file.name })}
                onClick={(event) => {
                  toNeighbour(event.currentTarget);
                  onPassOver([file.id]);
                }}
              >
                {t('importmap.passOver.button')}
              </Button>
            </li>
          ))}
        </ul>
        {more && <p className={styles.quietLine}>{t('importmap.more')}</p>}
      </details>
      <span className={styles.buttons}>
        <Button
          size="compact-sm"
          variant="default"
          disabled={disabled}
          aria-label={t('importmap.lookOf', { name })}
          onClick={onLook}
        >
          {t('importmap.look')}
        </Button>
        <Button
          size="compact-sm"
          variant="subtle"
          className={styles.aside}
          disabled={disabled}
          title={t('importmap.passOver.why')}
          aria-label={t('importmap.passOver.all', { name })}
          onClick={() => onPassOver(files.map(({ id }) => id))}
        >
          {t('importmap.passOver.button')}
        </Button>
      </span>
    </li>
  );
}

/** The line goes with its button: the keyboard goes on with the file after it, or the one before. */
function toNeighbour(button: HTMLElement): void {
  const line = button.closest('li');
  const next = line?.nextElementSibling ?? line?.previousElementSibling;
  next?.querySelector('button')?.focus();
}
