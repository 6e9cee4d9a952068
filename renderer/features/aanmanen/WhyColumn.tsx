import { useTranslation } from 'react-i18next';
import { addressOf } from '#renderer/commands/address.ts';
import type { WaitingMoney } from '#renderer/db/import-api.ts';
import { useDebtor } from '#renderer/db/read/hooks.ts';
import { useSummaries } from '#renderer/db/read/summaries.ts';
import { WaitingMoneyLink } from '#renderer/features/debiteuren/index.ts';
import { StatusText } from '#renderer/ui/StatusText.tsx';
import { WholeDates } from '#renderer/ui/WholeDates.tsx';
import { daysBetween, formatDate } from '#shared/dates/civil.ts';
import type { LetterPlan } from '#shared/domain/letter.ts';
import type { Proposal } from '#shared/dunning/proposal.ts';
import styles from './aanmanen.module.css';
import { PlanFigures } from './PlanFigures.tsx';
import { kindInSentence } from './wording.ts';

export interface WhyColumnProps {
  readonly proposal: Proposal | null;
  readonly plan: LetterPlan | null;
  /** Money that waits and may well be of this debtor. */
  readonly money: readonly WaitingMoney[] | undefined;
}

/** Why this letter, and how its amount comes about. */
export function WhyColumn({ proposal, plan, money }: WhyColumnProps) {
  const { t } = useTranslation();
  const summary = useSummaries()?.find((known) => known.id === proposal?.debtorId);
  if (!proposal) return <section className={styles.reasons} aria-label={t('aanmanen.why.title')} />;
  const last = summary?.lastLetter;
  const lateOn = plan?.date;
  return (
    <section className={styles.reasons} aria-label={t('aanmanen.why.title')}>
      <h2 className={styles.debtor}>{proposal.debtorName}</h2>
      <p className={styles.quiet}>
        {proposal.debtorCode} · <a href={addressOf(['debiteuren', proposal.debtorId])}>{t('aanmanen.why.card')}</a>
      </p>
      <h3>{t('aanmanen.why.title')}</h3>
      <p>
        {last ? (
          <WholeDates
            text={t(last.deadline ? 'aanmanen.why.lastDeadline' : 'aanmanen.why.last', {
              kind: kindInSentence(t, last.kind),
              date: formatDate(last.date),
              deadline: last.deadline ? formatDate(last.deadline) : '',
            })}
          />
        ) : (
          <BeforeVoldaan proposal={proposal} />
        )}{' '}
        {lateOn && t('aanmanen.why.oldest', { count: Math.max(0, daysBetween(proposal.oldestDue, lateOn)) })}{' '}
        {t('aanmanen.why.step', { kind: kindInSentence(t, proposal.kind) })}
      </p>
      {summary?.kind === 'unknown' && (
        <p>
          <StatusText tone="attention">{t('aanmanen.why.unknownKind')}</StatusText>
        </p>
      )}
      {(money || proposal.warnings.length > 0) && (
        <ul className={styles.warnings}>
          {money && (
            <li>
              <WaitingMoneyLink debtorId={proposal.debtorId} money={money} />
            </li>
          )}
          {proposal.warnings.map((warning) => (
            <li key={warning}>
              <StatusText tone="attention">{t(`letters.warning.${warning}`)}</StatusText>
            </li>
          ))}
        </ul>
      )}
      {plan && <PlanFigures plan={plan} />}
    </section>
  );
}

/** What went out before Voldaan kept the letters (criterion A10), so that a later step does not look like a jump. */
function BeforeVoldaan({ proposal }: { readonly proposal: Proposal }) {
  const { t } = useTranslation();
  const items = useDebtor(proposal.debtorId)?.ledger.item ?? {};
  const outside = proposal.itemIds
    .flatMap((id) => items[id]?.outside ?? [])
    .sort((a, b) => b.level - a.level || (b.on < a.on ? -1 : 1))[0];
  if (!outside) return t('aanmanen.why.never');
  return t('aanmanen.why.outside', { level: outside.level, date: formatDate(outside.on) });
}
