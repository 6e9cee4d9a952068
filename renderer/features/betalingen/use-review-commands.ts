import { useTranslation } from 'react-i18next';
import type { Command } from '#renderer/commands/command.ts';
import type { ReviewLine } from '#renderer/db/import-api.ts';
import { useUiLanguage } from '#renderer/ui/language.ts';
import { type Cents, formatMoney } from '#shared/money/cents.ts';
import { changed, leftOf } from './composition.ts';
import { itemsByKey, matchCommand, partRows } from './decision.ts';
import { canSettle } from './LeftCell.tsx';
import { decide, lineAfter, putOff } from './review-store.ts';
import type { LineChoice } from './use-line-choice.ts';
import { payerName } from './words.ts';

export interface ReviewAct {
  readonly lines: readonly ReviewLine[];
  readonly current: ReviewLine;
  readonly choice: LineChoice;
  readonly tolerance: Cents;
  readonly writable: boolean;
  readonly toList: () => void;
  readonly toCards: () => void;
  readonly toSearch: () => void;
  /** Lines that can be confirmed together. */
  readonly together: number;
  readonly askBulk: () => void;
}

export interface ReviewCommands {
  readonly confirm: Command;
  readonly aside: Command;
  readonly later: Command;
  readonly search: Command;
  readonly bulk: Command;
  readonly others: readonly Command[];
}

const group = 'betalingen.title';

/** Everything that can be done with the line at hand, each with its key. */
export function useReviewCommands(act: ReviewAct): ReviewCommands {
  const { t } = useTranslation();
  const language = useUiLanguage();
  const { lines, current, choice, writable, toList, together } = act;
  const { line } = current;
  const next = lineAfter(lines, line.id);
  const params = { amount: formatMoney(Math.abs(line.amount), line.currency, language), name: payerName(t, line) };
  const { composition } = choice;
  return {
    confirm: {
      id: 'betalingen.confirm',
      labelKey: 'betalingen.command.confirm',
      groupKey: group,
      shortcut: 'mod+Enter',
      when: () => writable && choice.decision !== null,
      run: () => {
        if (!writable || !choice.decision) return;
        const key = `betalingen.done.${line.amount < 0 ? 'reopened' : 'matched'}`;
        void decide([line.id], [matchCommand(line.id, choice.decision)], { key, params }, next);
        toList();
      },
    },
    aside: {
      id: 'betalingen.aside',
      labelKey: 'betalingen.command.aside',
      groupKey: group,
      shortcut: 'x',
      when: () => writable,
      run: () => {
        const text = { key: 'betalingen.done.aside', params };
        void decide([line.id], [{ type: 'set-line-aside', lineId: line.id }], text, next);
        toList();
      },
    },
    later: {
      id: 'betalingen.later',
      labelKey: 'betalingen.command.later',
      groupKey: group,
      shortcut: 's',
      run: () => {
        putOff(line.id, next);
        toList();
      },
    },
    search: {
      id: 'betalingen.search',
      labelKey: 'betalingen.command.search',
      groupKey: group,
      shortcut: '/',
      run: act.toSearch,
    },
    bulk: {
      id: 'betalingen.bulk',
      labelKey: 'betalingen.command.bulk',
      labelParams: { count: together },
      groupKey: group,
      shortcut: 'shift+b',
      when: () => writable && together > 1,
      run: act.askBulk,
    },
    others: [
      {
        id: 'betalingen.adjust',
        labelKey: 'betalingen.command.adjust',
        groupKey: group,
        shortcut: 'e',
        when: () => choice.candidate !== null && !composition,
        run: () => choice.compose('candidate'),
      },
      settleCommand(act),
      {
        id: 'betalingen.credit',
        labelKey: 'betalingen.command.credit',
        groupKey: group,
        shortcut: 'c',
        when: () => composition !== null && line.amount > 0,
        run: () => composition && choice.change({ ...composition, credit: !composition.credit }),
      },
      ...([1, 2, 3, 4, 5] as const).map(
        (number): Command => ({
          id: `betalingen.candidate${number}`,
          labelKey: 'betalingen.command.candidate',
          labelParams: { number },
          groupKey: group,
          shortcut: String(number),
          when: () => current.candidates.length >= number,
          run: () => choice.choose(number - 1),
        }),
      ),
      {
        id: 'betalingen.toCandidates',
        labelKey: 'betalingen.command.toCandidates',
        groupKey: group,
        shortcut: 'arrowright',
        when: () => current.candidates.length > 0 && !composition,
        run: act.toCards,
      },
      {
        id: 'betalingen.toList',
        labelKey: 'betalingen.command.toList',
        groupKey: group,
        shortcut: 'arrowleft',
        run: toList,
      },
    ],
  };
}

/** Lets the first small rest go, of the chosen candidate or of the parts put together by hand; again: no longer. */
function settleCommand({ choice, current, tolerance }: ReviewAct): Command {
  const { line } = current;
  const { composition } = choice;
  const byHand = composition?.picked.find((picked) => canSettle(leftOf(picked), tolerance, line));
  const rows = choice.candidate && !composition ? partRows(choice.candidate.parts, itemsByKey(current.items)) : [];
  const small = rows.find(({ left }) => canSettle(left, tolerance, line));
  return {
    id: 'betalingen.settle',
    labelKey: 'betalingen.command.settle',
    groupKey: group,
    shortcut: 'v',
    when: () => Boolean(byHand || small),
    run: () => {
      if (composition && byHand) choice.change(changed(composition, byHand.key, { settle: !byHand.settle }));
      else if (small) choice.settle(small.key);
    },
  };
}
