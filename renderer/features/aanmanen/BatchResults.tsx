import { Button, SegmentedControl } from '@mantine/core';
import type { TFunction } from 'i18next';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { addressOf, goTo } from '#renderer/commands/address.ts';
import { useCommands } from '#renderer/commands/registry.ts';
import { useProposals } from '#renderer/db/read/proposals.ts';
import { call } from '#renderer/host/client.ts';
import { dismissBatch, startBatch, useBatch } from '#renderer/state/batch.ts';
import { useSession } from '#renderer/state/session.ts';
import { Amount } from '#renderer/ui/Amount.tsx';
import type { Column } from '#renderer/ui/columns.ts';
import { DataTable } from '#renderer/ui/DataTable.tsx';
import { useUiLanguage } from '#renderer/ui/language.ts';
import { Notice } from '#renderer/ui/Notice.tsx';
import { Screen } from '#renderer/ui/Screen.tsx';
import { StatusText, type Tone } from '#renderer/ui/StatusText.tsx';
import type { Result } from '#shared/contract/errors.ts';
import type { FileReference } from '#shared/domain/letter.ts';
import { formatTotals } from '#shared/money/cents.ts';
import styles from './aanmanen.module.css';
import { useChoice } from './choice.ts';
import { goesByPost, madeTotals, type Outcome, type OutcomeRow, outcomeRows, outcomes } from './results.ts';
import { stoppedReasons } from './stopped-letter.ts';
import { droppedLines, droppedText } from './wording.ts';

const tones: Readonly<Record<Outcome, Tone>> = {
  made: 'good',
  dropped: 'attention',
  failed: 'broken',
  cancelled: 'muted',
};

function outcomeText(t: TFunction, row: OutcomeRow): string {
  const name = t(`aanmanen.result.outcome.${row.outcome}`);
  if (row.dropped) return `${name}: ${droppedText(t, row.dropped)}`;
  const failure = row.result?.failure;
  const stopped = failure ? stoppedReasons(t, failure) : [];
  if (stopped.length > 0) return `${name}: ${t('aanmanen.stopped.short')} ${stopped.map(({ what }) => what).join(' ')}`;
  return failure ? `${name}: ${t(`errors.${failure.code}`, failure.params)}` : name;
}

type FileAct = (how: 'open' | 'reveal', file: FileReference) => void;

function resultColumns(t: TFunction, act: FileAct): readonly Column<OutcomeRow>[] {
  const text = (row: OutcomeRow) => outcomeText(t, row);
  return [
    {
      id: 'name',
      header: t('debiteuren.column.name'),
      grow: 2,
      render: (row) => row.name,
      sortBy: (row) => row.name,
      tooltip: (row) => row.name,
    },
    {
      id: 'kind',
      header: t('aanmanen.who.kindShort'),
      width: 170,
      render: (row) => <span className={styles.quiet}>{row.result && t(`letters.kind.${row.result.kind}`)}</span>,
      sortBy: (row) => row.result?.kind ?? null,
    },
    {
      id: 'outcome',
      header: t('aanmanen.result.filter'),
      grow: 2,
      render: (row) => <StatusText tone={tones[row.outcome]}>{text(row)}</StatusText>,
      tooltip: text,
    },
    {
      id: 'total',
      header: t('aanmanen.who.amount'),
      width: 120,
      align: 'right',
      render: (row) => row.result && <Amount cents={row.result.total} currency={row.result.currency} />,
      sortBy: (row) => row.result?.total ?? null,
    },
    {
      id: 'files',
      header: t('aanmanen.result.files'),
      width: 240,
      render: ({ name, result }) => {
        const receipt = result?.receipt;
        if (!receipt) return null;
        const { pdf, eml } = receipt;
        return (
          <span className={styles.files}>
            <button
              type="button"
              tabIndex={-1}
              aria-label={t('aanmanen.result.openOf', { name })}
              onClick={() => act('open', pdf.file)}
            >
              {t('aanmanen.result.open')}
            </button>
            {eml && (
              <button
                type="button"
                tabIndex={-1}
                aria-label={t('aanmanen.result.mailOf', { name })}
                onClick={() => act('open', eml.file)}
              >
                {t('aanmanen.result.mail')}
              </button>
            )}
            <button
              type="button"
              tabIndex={-1}
              aria-label={t('aanmanen.result.revealOf', { name })}
              onClick={() => act('reveal', pdf.file)}
            >
              {t('aanmanen.result.reveal')}
            </button>
          </span>
        );
      },
    },
  ];
}

const key = (row: OutcomeRow) => row.key;

/** What became of a batch. Stays until dismissed. */
export function BatchResults() {
  const { t } = useTranslation();
  const language = useUiLanguage();
  const book = useSession((session) => session.book);
  const batch = useBatch((now) => now);
  const acceptStale = useChoice((choice) => choice.acceptStale);
  const { value: proposals } = useProposals();
  const [only, setOnly] = useState<Outcome | null>(null);
  const [said, setSaid] = useState<{ readonly tone: 'info' | 'broken'; readonly text: string } | null>(null);
  const rows = useMemo(() => outcomeRows(batch), [batch]);
  const counts = useMemo(() => {
    const found = new Map<Outcome, number>();
    for (const row of rows) found.set(row.outcome, (found.get(row.outcome) ?? 0) + 1);
    return found;
  }, [rows]);
  const made = rows.flatMap((row) => (row.result?.receipt ? [row.result.letterId] : []));
  const posted = rows.flatMap(({ result }) => (result?.receipt && goesByPost(result) ? [result.letterId] : []));
  const failed = new Set(rows.filter((row) => row.outcome === 'failed').map((row) => row.debtorId));
  const again = proposals?.proposals.filter((proposal) => failed.has(proposal.debtorId)) ?? [];
  const tell = (answer: Result<unknown>, text?: string) => {
    if (answer.ok) setSaid(text ? { tone: 'info', text } : null);
    else {
      const reason = t(`errors.${answer.error.code}`, answer.error.params);
      setSaid({ tone: 'broken', text: t('aanmanen.fileFailed', { reason }) });
    }
  };
  const act: FileAct = (how, file) => {
    if (book) void call(`files.${how}`, { book, file }).then((answer) => tell(answer));
  };
  const print = async (letterIds: readonly string[]) => {
    if (!book) return;
    setSaid({ tone: 'info', text: t('aanmanen.result.printing') });
    const merged = await call('letters.printBatch', { book, letterIds: [...letterIds] });
    if (!merged.ok) return tell(merged);
    const answer = await call('files.print', { book, file: merged.value.file });
    tell(answer, t('aanmanen.result.printed', { count: merged.value.pages }));
  };
  // biome-ignore lint/correctness/useExhaustiveDependencies: the files of a book are reached the same way every time
  const columns = useMemo(() => resultColumns(t, act), [t, book]);
  useCommands([
    {
      id: 'aanmanen.dismiss',
      labelKey: 'aanmanen.result.dismiss',
      groupKey: 'commands.groups.work',
      shortcut: 'escape',
      run: dismissBatch,
    },
  ]);
  return (
    <Screen
      title={batch.issued === 0 ? t('aanmanen.result.none') : t('aanmanen.result.made', { count: batch.issued })}
      sentence={
        batch.issued > 0
          ? `${t('aanmanen.result.total', { amount: formatTotals(madeTotals(batch.results), language) })}. ${t('aanmanen.result.kept')}`
          : undefined
      }
      body="fill"
      footer={
        <div className={styles.resultBar}>
          {again.length > 0 && (
            <Button variant="default" onClick={() => void startBatch(again, acceptStale)}>
              {t('aanmanen.result.retry', { count: again.length })}
            </Button>
          )}
          {made.length > posted.length && (
            <Button variant={posted.length > 0 ? 'subtle' : 'default'} onClick={() => void print(made)}>
              {t('aanmanen.result.printAll', { count: made.length })}
            </Button>
          )}
          {posted.length > 0 && (
            <Button variant="default" onClick={() => void print(posted)}>
              {t('aanmanen.result.print', { count: posted.length })}
            </Button>
          )}
          <Button onClick={dismissBatch}>{t('aanmanen.result.dismiss')}</Button>
        </div>
      }
    >
      <div className={styles.resultHead}>
        {batch.error && (
          <Notice
            tone="broken"
            title={t('aanmanen.result.stopped', { reason: t(`errors.${batch.error.code}`, batch.error.params) })}
            details={`${batch.error.code}: ${batch.error.message}`}
          />
        )}
        {batch.failed > 0 && (
          <p>
            <StatusText tone="broken">{t('aanmanen.result.failed', { count: batch.failed })}</StatusText>
          </p>
        )}
        {batch.cancelled > 0 && (
          <p>
            <StatusText tone="attention">{t('aanmanen.result.cancelled', { count: batch.cancelled })}</StatusText>
          </p>
        )}
        {droppedLines(t, batch.dropped).map((line) => (
          <p key={line}>
            <StatusText tone="attention">{line}</StatusText>
          </p>
        ))}
        {batch.recomputed.length > 0 && (
          <p>
            <StatusText tone="attention">{t('gates.recomputedCount', { count: batch.recomputed.length })}</StatusText>
          </p>
        )}
        {batch.results.some(({ receipt }) => receipt?.eml) && (
          <p className={styles.quiet}>{t('aanmanen.result.mailReady')}</p>
        )}
        {said && <Notice tone={said.tone} title={said.text} onDismiss={() => setSaid(null)} />}
        {counts.size > 1 && (
          <SegmentedControl
            aria-label={t('aanmanen.result.filter')}
            size="xs"
            value={only ?? ''}
            onChange={(value) => setOnly((value || null) as Outcome | null)}
            data={[
              { value: '', label: `${t('aanmanen.result.all')} (${rows.length})` },
              ...outcomes
                .filter((outcome) => counts.has(outcome))
                .map((outcome) => ({
                  value: outcome,
                  label: `${t(`aanmanen.result.outcome.${outcome}`)} (${counts.get(outcome)})`,
                })),
            ]}
          />
        )}
      </div>
      <DataTable
        label={t('aanmanen.result.label')}
        rows={only ? rows.filter((row) => row.outcome === only) : rows}
        columns={columns}
        rowKey={key}
        onOpen={(row) => {
          if (row.result?.receipt) act('open', row.result.receipt.pdf.file);
          else goTo(addressOf(['debiteuren', row.debtorId]));
        }}
        autoFocus
      />
    </Screen>
  );
}
