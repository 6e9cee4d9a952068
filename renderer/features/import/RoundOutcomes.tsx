import { Button } from '@mantine/core';
import type { TFunction } from 'i18next';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { addressOf, goTo } from '#renderer/commands/address.ts';
import { openBook, useSession } from '#renderer/state/session.ts';
import { isKeyboardNowhere } from '#renderer/ui/keyboard-place.ts';
import { useUiLanguage } from '#renderer/ui/language.ts';
import { Notice } from '#renderer/ui/Notice.tsx';
import { ProgressLine } from '#renderer/ui/ProgressLine.tsx';
import { StatusText } from '#renderer/ui/StatusText.tsx';
import type { LookReason } from '#shared/domain/drop/certain.ts';
import { formatMoney } from '#shared/money/cents.ts';
import styles from './drop.module.css';
import { type AdministrationOutcome, dismissRound, lookThrough, stopRound, useRound } from './everywhere.ts';
import type { Outcome } from './one-administration.ts';
import { failureText, reasonOf } from './wording.ts';

/** "Alles bevestigen" under way: which administration it is at, and what came of those before. */
export function RoundOutcomes() {
  const { t } = useTranslation();
  const { busy, at, done, total, outcomes } = useRound();
  const here = useRef<HTMLDivElement>(null);
  const wasBusy = useRef(busy);
  // The button that began it is gone while it is busy, the one that stops it afterwards: the keyboard goes on here.
  useEffect(() => {
    if (wasBusy.current === busy) return;
    wasBusy.current = busy;
    if (isKeyboardNowhere()) here.current?.focus({ preventScroll: true });
  }, [busy]);
  if (!busy && outcomes.length === 0) return null;
  return (
    <div ref={here} tabIndex={-1} className={styles.told}>
      {busy && (
        <ProgressLine
          label={t('importmap.all.busy', { name: at ?? '' })}
          done={done}
          total={total}
          onCancel={stopRound}
        />
      )}
      {outcomes.length > 0 && <Outcomes outcomes={outcomes} busy={busy} />}
    </div>
  );
}

const isDone = ({ outcome: { state } }: AdministrationOutcome) => state === 'done' || state === 'known';

/** What it did, one line per administration; stays until it is dismissed. */
function Outcomes({ outcomes, busy }: { readonly outcomes: readonly AdministrationOutcome[]; readonly busy: boolean }) {
  const { t } = useTranslation();
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
            <OutcomeText outcome={row.outcome} />
            <span className={styles.buttons}>
              {!busy && (isDone(row) ? <TodayButton row={row} /> : <LookButton row={row} />)}
            </span>
          </li>
        ))}
      </ul>
    </Notice>
  );
}

function TodayButton({ row: { book, name } }: { readonly row: AdministrationOutcome }) {
  const { t } = useTranslation();
  const open = useSession((session) => session.book);
  const go = async () => {
    goTo(addressOf(['vandaag']));
    if (book !== open) await openBook(book);
  };
  return (
    <Button
      size="compact-sm"
      variant="default"
      aria-label={t('importmap.all.todayOf', { name })}
      onClick={() => void go()}
    >
      {t('frame.nav.vandaag')}
    </Button>
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

const counts = ['itemsNew', 'itemsChanged', 'itemsGone', 'payments', 'toReview'] as const;

/** In one line: "✓ aansluiting 1300 € 0,00 · saldo € 48.310,22 · 12 nieuw · 31 betalingen", or why it was left. */
function OutcomeText({ outcome }: { readonly outcome: Outcome }) {
  const { t } = useTranslation();
  const language = useUiLanguage();
  if (outcome.state !== 'done') {
    const tone = outcome.state === 'known' ? 'plain' : 'attention';
    return <StatusText tone={tone}>{leftText(t, outcome, language)}</StatusText>;
  }
  const money = (cents: number) => formatMoney(cents, 'EUR', language);
  const changed = counts.flatMap((name) =>
    outcome[name] > 0 ? [t(`importmap.outcome.${name}`, { count: outcome[name] })] : [],
  );
  return (
    <span className={styles.agreed}>
      <StatusText tone="good">{t('importmap.outcome.agrees', { amount: money(outcome.unexplained) })}</StatusText>
      <span className={styles.quiet}>
        {[t(`importmap.outcome.stated.${outcome.statedBy}`, { amount: money(outcome.stated) }), ...changed].join(' · ')}
      </span>
    </span>
  );
}

function leftText(t: TFunction, outcome: Exclude<Outcome, { readonly state: 'done' }>, language: 'nl' | 'en'): string {
  if (outcome.state === 'look') return whyText(t, outcome.why, language);
  if (outcome.state === 'failed') return t('importmap.outcome.failed', { reason: failureText(t, outcome.code) });
  return t(`importmap.outcome.${outcome.state}`);
}

function whyText(t: TFunction, why: LookReason, language: 'nl' | 'en'): string {
  return t(`importmap.reason.${why.reason}`, {
    ...('file' in why ? { file: why.file } : {}),
    ...('problem' in why ? { problem: reasonOf(t, why.problem, language) } : {}),
    ...('count' in why ? { count: why.count } : {}),
    ...('difference' in why ? { amount: formatMoney(why.difference, 'EUR', language) } : {}),
  });
}
