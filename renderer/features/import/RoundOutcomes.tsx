import { Button } from '@mantine/core';
import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import { useSession } from '#renderer/state/session.ts';
import { useUiLanguage } from '#renderer/ui/language.ts';
import { Notice } from '#renderer/ui/Notice.tsx';
import { StatusText } from '#renderer/ui/StatusText.tsx';
import type { LookReason } from '#shared/domain/drop/certain.ts';
import { formatMoney } from '#shared/money/cents.ts';
import styles from './drop.module.css';
import { type AdministrationOutcome, dismissRound, lookThrough, type Outcome } from './everywhere.ts';
import { failureText, reasonOf } from './wording.ts';

const counts = ['itemsNew', 'itemsChanged', 'itemsGone', 'payments', 'toReview'] as const;
const isDone = ({ outcome: { state } }: AdministrationOutcome) => state === 'done' || state === 'known';

/** What "Alles bevestigen" did, one line per administration; stays until it is dismissed. */
export function RoundOutcomes({
  outcomes,
  busy,
}: {
  readonly outcomes: readonly AdministrationOutcome[];
  readonly busy: boolean;
}) {
  const { t } = useTranslation();
  const language = useUiLanguage();
  const done = outcomes.filter(isDone).length;
  const left = outcomes.length - done;
  const title = [
    ...(done > 0 ? [t('importmap.all.done', { count: done })] : []),
    ...(left > 0 ? [t('importmap.all.left', { count: left })] : []),
  ].join(' · ');
  return (
    <Notice tone={left > 0 ? 'attention' : 'info'} title={title} {...(busy ? {} : { onDismiss: dismissRound })}>
      <ul className={`${styles.others} ${styles.outcomes}`} aria-label={t('importmap.all.results')}>
        {outcomes.map((row) => (
          <li key={row.book}>
            <strong className={styles.whose}>{row.name}</strong>
            <StatusText tone={isDone(row) ? 'plain' : 'attention'}>{outcomeText(t, row.outcome, language)}</StatusText>
            <span className={styles.buttons}>{!isDone(row) && !busy && <LookButton row={row} />}</span>
          </li>
        ))}
      </ul>
    </Notice>
  );
}

function LookButton({ row: { book, name } }: { readonly row: AdministrationOutcome }) {
  const { t } = useTranslation();
  const open = useSession((session) => session.book);
  return (
    <Button
      size="compact-sm"
      variant="default"
      aria-label={t(book === open ? 'importmap.lookOf' : 'imports.other.open', { name })}
      onClick={() => void lookThrough(book).catch(() => undefined)}
    >
      {t('importmap.look')}
    </Button>
  );
}

/** In one line: "aansluiting 1300 ✓ € 0,00 · 12 nieuw · 31 betalingen · 4 te beoordelen", or why it was left. */
function outcomeText(t: TFunction, outcome: Outcome, language: 'nl' | 'en'): string {
  switch (outcome.state) {
    case 'done': {
      const changed = counts.flatMap((name) =>
        outcome[name] > 0 ? [t(`importmap.outcome.${name}`, { count: outcome[name] })] : [],
      );
      const amount = formatMoney(outcome.unexplained, 'EUR', language);
      return [t('importmap.outcome.agrees', { amount }), ...changed].join(' · ');
    }
    case 'known':
    case 'table':
      return t(`importmap.outcome.${outcome.state}`);
    case 'failed':
      return t('importmap.outcome.failed', { reason: failureText(t, outcome.code) });
    case 'look':
      return whyText(t, outcome.why, language);
  }
}

function whyText(t: TFunction, why: LookReason, language: 'nl' | 'en'): string {
  return t(`importmap.reason.${why.reason}`, {
    ...('file' in why ? { file: why.file } : {}),
    ...('problem' in why ? { problem: reasonOf(t, why.problem) } : {}),
    ...('count' in why ? { count: why.count } : {}),
    ...('difference' in why ? { amount: formatMoney(why.difference, 'EUR', language) } : {}),
  });
}
