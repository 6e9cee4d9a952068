import { Button } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useImports } from '#renderer/db/read/hooks.ts';
import { call } from '#renderer/host/client.ts';
import { failureOf, isWritable, useSession } from '#renderer/state/session.ts';
import { Amount } from '#renderer/ui/Amount.tsx';
import { ConfirmButton } from '#renderer/ui/ConfirmButton.tsx';
import { DateText } from '#renderer/ui/DateText.tsx';
import { isKeyboardNowhere } from '#renderer/ui/keyboard-place.ts';
import { Notice } from '#renderer/ui/Notice.tsx';
import { StatusText } from '#renderer/ui/StatusText.tsx';
import { formatMoment } from '#shared/dates/civil.ts';
import { eurosOf } from '#shared/domain/import/counts.ts';
import type { ImportRecord } from '#shared/domain/imports.ts';
import { undoImports } from './confirm.ts';
import styles from './import.module.css';
import { recordChanges, recordSort, undoFailureText } from './wording.ts';

/** Imports confirmed together, in the order they came in. */
type Group = readonly [first: ImportRecord, ...more: ImportRecord[]];

/** Drops shown before the rest is asked for. */
const shownAtFirst = 10;

/** Every import so far by drop, newest first, each drop with its way back. */
export function EarlierImports() {
  const { t } = useTranslation();
  const records = useImports();
  const [failed, setFailed] = useState<string | null>(null);
  const [all, setAll] = useState(false);
  const here = useRef<HTMLElement>(null);
  /** Imports that were taken back and are not shown so yet. */
  const [goingBack, setGoingBack] = useState<readonly string[]>([]);
  // The button that was pressed goes with what it undid: the keyboard goes on here, in that very moment and not later.
  useEffect(() => {
    if (goingBack.length === 0 || !areUndone(records, goingBack)) return;
    setGoingBack([]);
    if (isKeyboardNowhere()) here.current?.focus({ preventScroll: true });
  }, [records, goingBack]);
  const tell = (why: string | null) => {
    setFailed(why);
    if (why) here.current?.scrollIntoView({ block: 'nearest' });
  };
  if (records === undefined) return null;
  const groups = groupsOf(records);
  return (
    <section ref={here} tabIndex={-1} className={`${styles.part} ${styles.earlier}`}>
      <h2>{t('imports.earlier.title')}</h2>
      {failed && <Notice tone="broken" title={failed} onDismiss={() => setFailed(null)} />}
      {groups.length === 0 ? (
        <p className={styles.quiet}>{t('imports.earlier.none')}</p>
      ) : (
        <table className={styles.table} aria-label={t('imports.earlier.label')}>
          <thead>
            <tr>
              <th scope="col">{t('imports.earlier.at')}</th>
              <th scope="col">{t('imports.earlier.file')}</th>
              <th scope="col">{t('imports.earlier.kindHeading')}</th>
              <th scope="col">{t('imports.earlier.asOf')}</th>
              <th scope="col">{t('imports.earlier.changes')}</th>
              <th scope="col" className={styles.number}>
                {t('imports.earlier.total')}
              </th>
              <th scope="col">
                <span className="visually-hidden">{t('imports.earlier.undo')}</span>
              </th>
            </tr>
          </thead>
          {groups.slice(0, all ? groups.length : shownAtFirst).map((group) => (
            <GroupRows key={group[0].group ?? group[0].id} group={group} onTold={tell} onUndone={setGoingBack} />
          ))}
        </table>
      )}
      {!all && groups.length > shownAtFirst && (
        <Button variant="subtle" size="compact-sm" className={styles.more} onClick={() => setAll(true)}>
          {t('imports.earlier.all', { count: records.length })}
        </Button>
      )}
    </section>
  );
}

interface GroupRowsProps {
  readonly group: Group;
  /** What went wrong; null takes back what was said before. */
  readonly onTold: (why: string | null) => void;
  readonly onUndone: (importIds: readonly string[]) => void;
}

function GroupRows({ group, onTold, onUndone }: GroupRowsProps) {
  const { t } = useTranslation();
  const writable = useSession(isWritable);
  const book = useSession((session) => session.book);
  const [first] = group;
  const stands = group.filter(({ undone }) => !undone);
  const undo = async () => {
    const ids = stands.map(({ id }) => id).reverse();
    try {
      await undoImports(ids);
      onTold(null);
      onUndone(ids);
    } catch (error) {
      onTold(undoFailureText(t, failureOf(error)));
    }
  };
  const show = async (id: string) => {
    if (!book) return;
    const answer = await call('files.open', { book, file: { kind: 'source', id } });
    const reason = answer.ok ? '' : t(`errors.${answer.error.code}`, answer.error.params);
    onTold(answer.ok ? null : t('imports.earlier.originalFailed', { reason }));
  };
  const isOne = group.length === 1;
  return (
    <tbody className={styles.rows}>
      {group.map((record) => (
        <tr key={record.id} className={record.undone ? styles.ignored : undefined}>
          {record === first && (
            <th scope="rowgroup" rowSpan={group.length} className={styles.moment}>
              <time dateTime={first.at}>{formatMoment(first.at)}</time>
            </th>
          )}
          <td className={styles.fileCell}>
            {record.source === undefined ? (
              record.fileName
            ) : (
              <Original name={record.fileName} onShow={() => void show(record.source ?? '')} />
            )}
            {record.otherSources && (
              <details className={styles.others}>
                <summary>{t('imports.earlier.others', { count: record.otherSources.length })}</summary>
                {record.otherSources.map(({ name, id }) => (
                  <Original key={`${name} ${id}`} name={name} onShow={() => void show(id)} />
                ))}
              </details>
            )}
          </td>
          <td>{recordSort(t, record)}</td>
          <td>
            <DateText date={record.asOf} />
          </td>
          <td>{recordChanges(t, record).join(' · ')}</td>
          <td className={styles.number}>
            {record.kind !== 'debtors' && (
              <Amount cents={record.bank ? record.bank.matchedCents : eurosOf(record)} warnsBelowZero />
            )}
            {record.elsewhere?.map(({ cents, currency }) => (
              <Amount key={currency} cents={cents} currency={currency} />
            ))}
          </td>
          {record === first && (
            <td rowSpan={group.length} className={styles.undo}>
              {stands.length === 0 ? (
                <StatusText tone="muted">{t('imports.earlier.undone')}</StatusText>
              ) : (
                <ConfirmButton
                  variant="subtle"
                  size="compact-sm"
                  disabled={!writable}
                  question={
                    isOne
                      ? t('imports.earlier.undoConfirm', { name: first.fileName })
                      : t('imports.earlier.undoAllConfirm', { count: stands.length })
                  }
                  confirm={t(isOne ? 'imports.earlier.undo' : 'imports.earlier.undoAll')}
                  onConfirm={() => void undo()}
                >
                  {t(isOne ? 'imports.earlier.undo' : 'imports.earlier.undoAll')}
                </ConfirmButton>
              )}
            </td>
          )}
        </tr>
      ))}
    </tbody>
  );
}

/** The name of a file, which shows it as it came. */
function Original({ name, onShow }: { readonly name: string; readonly onShow: () => void }) {
  const { t } = useTranslation();
  return (
    <button
      type="button"
      className={styles.link}
      title={t('imports.earlier.original')}
      aria-label={t('imports.earlier.originalOf', { name })}
      onClick={onShow}
    >
      {name}
    </button>
  );
}

function areUndone(records: readonly ImportRecord[] | undefined, ids: readonly string[]): boolean {
  return ids.every((id) => records?.find((record) => record.id === id)?.undone === true);
}

/** Imports by the drop they were confirmed in; records come newest first. */
function groupsOf(records: readonly ImportRecord[]): readonly Group[] {
  const groups = new Map<string, [ImportRecord, ...ImportRecord[]]>();
  for (const record of records) {
    const key = record.group ?? record.id;
    const known = groups.get(key);
    if (known) known.unshift(record);
    else groups.set(key, [record]);
  }
  return [...groups.values()];
}
