import type { TFunction } from 'i18next';
import type { DroppedProposal } from '#shared/domain/letters/outcome.ts';
import type { LetterKind } from '#shared/domain/policy.ts';
import type { BatchFigures } from './candidates.ts';
import { stoppedReasons } from './stopped-letter.ts';

/** A letter kind within a sentence: "herinnering". */
export function kindInSentence(t: TFunction, kind: LetterKind): string {
  const title = t(`letters.kind.${kind}`);
  return `${title.slice(0, 1).toLowerCase()}${title.slice(1)}`;
}

/** "24 herinneringen, 9 aanmaningen". */
export function kindsText(t: TFunction, kinds: BatchFigures['kinds']): string {
  return kinds.map(({ kind, count }) => t(`letters.count.${kind}`, { count })).join(', ');
}

/** "33 e-mail · 20 post". */
export function channelsText(t: TFunction, channels: BatchFigures['channels']): string {
  return channels
    .map(({ channel, count }) => t('aanmanen.bar.channels', { count, channel: t(`letters.channel.${channel}`) }))
    .join(' · ');
}

/** Why a letter fell away: "betaald 19-11". */
export function droppedText(t: TFunction, dropped: Pick<DroppedProposal, 'reason' | 'detail'>): string {
  const detail = dropped.reason === 'letter-stopped' ? stoppedText(t, dropped.detail) : dropped.detail;
  return t(`gates.dropped.${dropped.reason}`, { detail }).trim();
}

function stoppedText(t: TFunction, codes: string): string {
  return stoppedReasons(t, { params: { codes } })
    .map(({ what }) => what)
    .join(' ');
}

/** "2 brieven vervallen: betaald 19-11", one line per reason. */
export function droppedLines(t: TFunction, dropped: readonly DroppedProposal[]): readonly string[] {
  const groups = new Map<string, number>();
  for (const one of dropped) {
    const reason = droppedText(t, one);
    groups.set(reason, (groups.get(reason) ?? 0) + 1);
  }
  return [...groups].map(([reason, count]) => `${t('aanmanen.result.dropped', { count })}: ${reason}`);
}
