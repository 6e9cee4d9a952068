import { Checkbox, TextInput } from '@mantine/core';
import { type RefObject, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ReviewLine } from '#renderer/db/import-api.ts';
import { useItemsToMatch } from '#renderer/db/read/payments.ts';
import { useSummaries } from '#renderer/db/read/summaries.ts';
import { useUiLanguage } from '#renderer/ui/language.ts';
import { StatusText } from '#renderer/ui/StatusText.tsx';
import { type Cents, formatMoney } from '#shared/money/cents.ts';
import styles from './betalingen.module.css';
import {
  asCreditOf,
  type Composition,
  composedDecision,
  creditorOf,
  problemOf,
  restOf,
  toggled,
} from './composition.ts';
import { partRows } from './decision.ts';
import { type Found, FoundItems, foundDebtors } from './FoundItems.tsx';
import { firstSearch } from './first-search.ts';
import { OutcomeLines } from './OutcomeLines.tsx';
import { PickedParts } from './PickedParts.tsx';
import { useDebtorName } from './use-debtor-name.ts';

export interface ComposerProps {
  readonly review: ReviewLine;
  readonly composition: Composition;
  readonly tolerance: Cents;
  readonly searchRef: RefObject<HTMLInputElement | null>;
  readonly onChange: (composition: Composition) => void;
  readonly onLeave: () => void;
}

/** Parts put together by hand: search, tick, change amounts, and see what is left to divide. */
export function Composer({ review, composition, tolerance, searchRef, onChange, onLeave }: ComposerProps) {
  const { t } = useTranslation();
  const { line } = review;
  const [search, setSearch] = useState(() => (review.candidates.length > 0 ? '' : firstSearch(line)));
  const items = useItemsToMatch(search, line.amount < 0);
  const summaries = useSummaries();
  useEffect(() => {
    searchRef.current?.focus();
    searchRef.current?.select();
  }, [searchRef]);
  // Until something is typed: what the candidates name.
  const shown: readonly Found[] =
    search.trim() === ''
      ? review.items.map((item) => ({ item }))
      : [...items.map((item) => ({ item })), ...(line.amount > 0 ? foundDebtors(summaries ?? [], search) : [])];
  const tick = (ticked: readonly Found[]) => {
    const [first] = ticked;
    if (ticked.length === 1 && first && 'debtor' in first) return onChange(asCreditOf(composition, first.debtor.id));
    // All at once means the items: money is one debtor's credit or another's.
    const own = ticked.flatMap((one) => ('item' in one ? [one.item] : []));
    onChange(own.reduce((changing, item) => toggled(changing, item, line.amount), composition));
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: Esc leaves from any field within
    <div
      className={styles.composer}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || event.nativeEvent.isComposing) return;
        event.preventDefault();
        event.stopPropagation();
        onLeave();
      }}
    >
      <FoundItems
        line={line}
        found={shown}
        composition={composition}
        isSearching={search.trim() !== ''}
        onTick={tick}
        search={(toResults) => (
          <TextInput
            ref={searchRef}
            label={t('betalingen.compose.search')}
            placeholder={t('betalingen.compose.placeholder')}
            value={search}
            onChange={(event) => setSearch(event.currentTarget.value)}
            onKeyDown={(event) => {
              if (event.key !== 'ArrowDown' && (event.key !== 'Enter' || event.ctrlKey || event.metaKey)) return;
              event.preventDefault();
              toResults();
            }}
          />
        )}
      />
      {composition.picked.length > 0 && (
        <PickedParts line={line} composition={composition} tolerance={tolerance} onChange={onChange} />
      )}
      <Division review={review} composition={composition} onChange={onChange} />
    </div>
  );
}

/** What is left to divide, what becomes of it, and what cannot be as it stands. */
function Division({ review, composition, onChange }: Pick<ComposerProps, 'review' | 'composition' | 'onChange'>) {
  const { t } = useTranslation();
  const language = useUiLanguage();
  const { line } = review;
  const rest = restOf(line.amount, composition);
  const problem = problemOf(line.amount, composition);
  const decision = composedDecision(line.amount, composition);
  const creditor = creditorOf(composition);
  const name = useDebtorName(creditor);
  const amount = formatMoney(Math.abs(rest), line.currency, language);
  const byKey = new Map(composition.picked.map((picked) => [picked.key, picked.item]));
  return (
    <div className={styles.division}>
      {line.amount > 0 && rest > 0 && creditor !== null && (
        <Checkbox
          label={t('betalingen.compose.credit', { amount, name })}
          checked={composition.credit}
          onChange={(event) => onChange({ ...composition, credit: event.currentTarget.checked })}
        />
      )}
      <div role="status">
        {problem && (
          <StatusText tone={problem === 'none-picked' ? 'muted' : 'attention'}>
            {t(`betalingen.compose.problem.${problem}`, { amount })}
          </StatusText>
        )}
      </div>
      {decision && <OutcomeLines line={line} decision={decision} rows={partRows(decision.parts, byKey)} />}
    </div>
  );
}
