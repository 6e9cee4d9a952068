import type { KeyboardEvent, RefObject } from 'react';
import { useTranslation } from 'react-i18next';
import type { ReviewItem, ReviewLine } from '#renderer/db/import-api.ts';
import { Kbd } from '#renderer/ui/Kbd.tsx';
import { useUiLanguage } from '#renderer/ui/language.ts';
import { type MatchCandidate, percentOf } from '#shared/matching/match.ts';
import { formatMoney } from '#shared/money/cents.ts';
import styles from './betalingen.module.css';
import { certainty, decisionOf, type ItemKey, itemKey, itemsByKey, partRows } from './decision.ts';
import { OutcomeLines } from './OutcomeLines.tsx';
import { PartsTable, type PartsTableProps } from './PartsTable.tsx';
import { Reasons } from './Reasons.tsx';
import { useDebtorName } from './use-debtor-name.ts';

export interface CandidateCardsProps extends Pick<PartsTableProps, 'settled' | 'tolerance' | 'onSettle'> {
  readonly review: ReviewLine;
  readonly chosen: number | null;
  readonly onChoose: (at: number) => void;
  readonly onConfirm: () => void;
  readonly cardsRef: RefObject<HTMLFieldSetElement | null>;
}

/** What a line may be, best first: one is chosen and told in full, the others in a line each. */
export function CandidateCards(props: CandidateCardsProps) {
  const { review, chosen, onChoose, onConfirm, cardsRef } = props;
  const { t } = useTranslation();
  const items = itemsByKey(review.items);
  const onKey = (event: KeyboardEvent) => {
    const field = event.target;
    if (event.key !== 'Enter' || event.ctrlKey || event.metaKey) return;
    if (!(field instanceof HTMLInputElement) || field.type !== 'radio') return;
    event.preventDefault();
    onConfirm();
  };
  return (
    <fieldset ref={cardsRef} className={styles.cards} onKeyDown={onKey}>
      <legend>{t('betalingen.candidates.title')}</legend>
      {chosen === null && <p className={styles.guess}>{t('betalingen.candidates.guess')}</p>}
      {review.candidates.map((candidate, at) => (
        <div
          key={cardKey(candidate)}
          className={at === chosen ? `${styles.card} ${styles.chosen}` : styles.card}
          data-candidate={at + 1}
        >
          <label className={styles.cardHead}>
            <input type="radio" name="candidate" checked={at === chosen} onChange={() => onChoose(at)} />
            <CardName candidate={candidate} items={items} review={review} />
            <span className={styles.score}>
              {t(`betalingen.certainty.${certainty(candidate.score)}`)} {percentOf(candidate.score)} %
            </span>
            <Kbd keys={String(at + 1)} />
          </label>
          {at === chosen && <CardBody {...props} candidate={candidate} items={items} />}
        </div>
      ))}
    </fieldset>
  );
}

/** A candidate is told apart by what it pays. */
function cardKey({ parts, debtorId }: MatchCandidate): string {
  return `${debtorId} ${parts.map((part) => `${itemKey(part)} ${part.amount}`).join(' ')}`;
}

interface CardNameProps {
  readonly candidate: MatchCandidate;
  readonly items: ReadonlyMap<ItemKey, ReviewItem>;
  readonly review: ReviewLine;
}

function CardName({ candidate, items, review }: CardNameProps) {
  const { t } = useTranslation();
  const language = useUiLanguage();
  const name = useDebtorName(candidate.debtorId);
  const numbers = candidate.parts.map((part) => items.get(itemKey(part))?.number || t('debiteuren.items.noNumber'));
  const shown = numbers.slice(0, 3).join(', ');
  const named =
    numbers.length > 3 ? t('betalingen.candidates.more', { numbers: shown, count: numbers.length - 3 }) : shown;
  return (
    <span className={styles.cardName}>
      <strong>{name}</strong>
      <span className={styles.quiet}>
        {[
          named,
          candidate.rest > 0 &&
            t('betalingen.candidates.rest', { amount: formatMoney(candidate.rest, review.line.currency, language) }),
        ]
          .filter(Boolean)
          .join(' · ')}
      </span>
    </span>
  );
}

interface CardBodyProps extends CandidateCardsProps {
  readonly candidate: MatchCandidate;
  readonly items: ReadonlyMap<ItemKey, ReviewItem>;
}

function CardBody({ review, candidate, items, settled, tolerance, onSettle }: CardBodyProps) {
  const rows = partRows(candidate.parts, items);
  return (
    <div className={styles.cardBody}>
      <Reasons reasons={candidate.reasons} />
      {rows.length > 0 && (
        <PartsTable line={review.line} rows={rows} settled={settled} tolerance={tolerance} onSettle={onSettle} />
      )}
      <OutcomeLines line={review.line} decision={decisionOf(candidate, settled)} rows={rows} />
    </div>
  );
}
