import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import {
  chooseFolder,
  type FolderAnswer,
  openFolder,
  resetFolder,
  showAll,
  useImportFolders,
} from '#renderer/state/import-folder.ts';
import { failureOf, isWritable, useSession } from '#renderer/state/session.ts';
import { FailureNotice } from '#renderer/ui/FailureNotice.tsx';
import { useUiLanguage } from '#renderer/ui/language.ts';
import { Notice } from '#renderer/ui/Notice.tsx';
import { StatusText } from '#renderer/ui/StatusText.tsx';
import type { Failure } from '#shared/contract/errors.ts';
import styles from './drop.module.css';

/** Where the import folder of the open administration is, and choosing another (criterion A11). */
export function FolderPlace() {
  const book = useSession((session) => session.book);
  return book === null ? null : <PlaceOf key={book} book={book} />;
}

function PlaceOf({ book }: { readonly book: string }) {
  const { t } = useTranslation();
  const language = useUiLanguage();
  const writable = useSession(isWritable);
  const folder = useImportFolders().find((each) => each.book === book);
  const [asking, setAsking] = useState(false);
  const [answer, setAnswer] = useState<FolderAnswer | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);
  const begin = (work: () => Promise<unknown>) => {
    setAnswer(null);
    setFailure(null);
    return work().catch((error: unknown) => setFailure(failureOf(error)));
  };
  const choose = () => {
    setAsking(true);
    void begin(async () => setAnswer(await chooseFolder(book, language))).finally(() => setAsking(false));
  };
  if (!folder) return null;
  const { place, state, passedOver } = folder;
  return (
    <>
      <div className={styles.place}>
        <span className={styles.quiet}>
          {t('importmap.place.is')} <strong>{place.name}</strong>
        </span>
        {state === 'ready' && <Action label={t('importmap.open')} onClick={() => void begin(() => openFolder(book))} />}
        <Action label={t('importmap.place.choose')} loading={asking} disabled={!writable} onClick={choose} />
        {place.isChosen && (
          <Action
            label={t('importmap.place.reset')}
            title={t('importmap.place.resetWhy')}
            disabled={!writable || asking}
            onClick={() => void begin(() => resetFolder(book))}
          />
        )}
        {passedOver > 0 && (
          <>
            <span className={`${styles.quiet} ${styles.passed}`}>
              {t('importmap.passOver.count', { count: passedOver })}
            </span>
            <Action label={t('importmap.passOver.showAll')} onClick={() => void begin(() => showAll(book))} />
          </>
        )}
      </div>
      {state !== 'ready' && (
        <StatusText tone="attention">{t(`importmap.state.${state}`, { folder: place.name })}</StatusText>
      )}
      {failure && <FailureNotice failure={failure} onDismiss={() => setFailure(null)} />}
      {answer && <AnswerNotice answer={answer} onDismiss={() => setAnswer(null)} />}
    </>
  );
}

interface ActionProps {
  readonly label: string;
  readonly title?: string;
  readonly disabled?: boolean;
  readonly loading?: boolean;
  readonly onClick: () => void;
}

function Action({ label, ...rest }: ActionProps) {
  return (
    <Button variant="subtle" size="compact-sm" className={styles.aside} {...rest}>
      {label}
    </Button>
  );
}

/** Why the folder that was chosen is not watched; what was chosen or cancelled shows by itself. */
function AnswerNotice({ answer, onDismiss }: { readonly answer: FolderAnswer; readonly onDismiss: () => void }) {
  const { t } = useTranslation();
  const { outcome, name, book } = answer;
  const other = useSession(({ administrations }) => administrations.find(({ id }) => id === book)?.name ?? '');
  if (outcome === 'chosen' || outcome === 'cancelled') return null;
  return <Notice tone="attention" title={t(`importmap.choose.${outcome}`, { name, other })} onDismiss={onDismiss} />;
}
