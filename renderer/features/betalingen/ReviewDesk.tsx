import { Button } from '@mantine/core';
import { useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { addressOf, goTo } from '#renderer/commands/address.ts';
import { useCommands } from '#renderer/commands/registry.ts';
import type { ReviewLine } from '#renderer/db/import-api.ts';
import { useAdministration } from '#renderer/db/read/hooks.ts';
import { bankRefusalText } from '#renderer/state/bank-refusal.ts';
import { isWritable, useSession } from '#renderer/state/session.ts';
import { Notice } from '#renderer/ui/Notice.tsx';
import { Screen } from '#renderer/ui/Screen.tsx';
import { BulkDialog } from './BulkDialog.tsx';
import styles from './betalingen.module.css';
import { bulkLines } from './bulk.ts';
import { CandidateCards } from './CandidateCards.tsx';
import { Composer } from './Composer.tsx';
import { DecisionBar } from './DecisionBar.tsx';
import { LineFacts } from './LineFacts.tsx';
import { LineList } from './LineList.tsx';
import { NoCandidate } from './NoCandidate.tsx';
import { recognisedWords } from './recognised.ts';
import { forgetFailure, goToLine, useReview } from './review-store.ts';
import { TakenLink } from './TakenLink.tsx';
import { useDecisionKeys } from './use-decision-keys.ts';
import { useLineChoice } from './use-line-choice.ts';
import { useReviewCommands } from './use-review-commands.ts';

export interface ReviewDeskProps {
  /** Never empty. */
  readonly lines: readonly ReviewLine[];
  readonly current: ReviewLine;
  readonly later: readonly string[];
  /** Debtors whose receipts are looked at, and no others; 0 = all. */
  readonly only: number;
}

/** The list and the decision beside it: the keyboard stays in the list, keys decide, the next line gets its turn. */
export function ReviewDesk({ lines, current, later, only }: ReviewDeskProps) {
  const { t } = useTranslation();
  const writable = useSession(isWritable);
  const tolerance = useAdministration()?.toleranceCents ?? 0;
  const failure = useReview((state) => state.failure);
  const [bulk, setBulk] = useState(false);
  const place = useRef<HTMLDivElement>(null);
  const cardsRef = useRef<HTMLFieldSetElement>(null);
  const searchRef = useRef<HTMLInputElement>(null);
  const choice = useLineChoice(current);
  const together = useMemo(() => bulkLines(lines), [lines]);
  const toList = () => place.current?.querySelector<HTMLElement>('[role="grid"]')?.focus({ preventScroll: true });
  const toSearch = () => {
    if (choice.composition) searchRef.current?.focus();
    else choice.compose('empty');
  };
  const commands = useReviewCommands({
    lines,
    current,
    choice,
    tolerance,
    writable,
    toList,
    toSearch,
    toCards: () => cardsRef.current?.querySelector<HTMLElement>('input:checked, input')?.focus(),
    together: together.length,
    askBulk: () => setBulk(true),
  });
  useCommands(Object.values(commands).flat());
  useDecisionKeys();
  const recognised = useMemo(() => recognisedWords(current, choice.candidate), [current, choice.candidate]);
  const settle = { settled: choice.settled, tolerance, onSettle: choice.settle };
  return (
    <Screen
      title={t('betalingen.title')}
      sentence={only > 0 ? t('betalingen.only.sentence', { count: only }) : t('betalingen.sentence')}
      actions={
        <>
          {only > 0 && (
            <Button
              variant="subtle"
              onClick={() => {
                goTo(addressOf(['betalingen']));
                toList();
              }}
            >
              {t('betalingen.only.all')}
            </Button>
          )}
          <TakenLink />
        </>
      }
      body="fill"
      footer={
        <DecisionBar
          line={current.line}
          decision={choice.decision}
          isComposing={choice.composition !== null}
          waiting={lines.length}
          later={later.length}
          together={together.length}
          commands={commands}
        />
      }
    >
      {failure && (
        <Notice
          tone="broken"
          title={t('betalingen.failed', { reason: bankRefusalText(t, failure) })}
          onDismiss={forgetFailure}
        />
      )}
      <div ref={place} className={styles.desk}>
        <section className={styles.lines} aria-label={t('betalingen.waiting')}>
          <LineList
            lines={lines}
            activeId={current.line.id}
            later={later}
            onActive={goToLine}
            onConfirm={() => commands.confirm.run()}
          />
        </section>
        <section className={styles.decision} aria-label={t('betalingen.decision')}>
          <LineFacts line={current.line} recognised={recognised} />
          {choice.composition ? (
            <Composer
              key={current.line.id}
              review={current}
              composition={choice.composition}
              tolerance={tolerance}
              searchRef={searchRef}
              onChange={choice.change}
              onLeave={() => {
                choice.leave();
                toList();
              }}
            />
          ) : current.candidates.length > 0 ? (
            <CandidateCards
              review={current}
              chosen={choice.chosen}
              onChoose={choice.choose}
              onConfirm={() => commands.confirm.run()}
              cardsRef={cardsRef}
              {...settle}
            />
          ) : (
            <NoCandidate line={current.line} search={commands.search} />
          )}
        </section>
      </div>
      {bulk && (
        <BulkDialog
          together={together}
          onClose={() => {
            setBulk(false);
            // The dialog gives the keyboard back to what had it, which may be gone.
            requestAnimationFrame(toList);
          }}
        />
      )}
    </Screen>
  );
}
