import { useTranslation } from 'react-i18next';
import { addressOf } from '#renderer/commands/address.ts';
import { useDebtor } from '#renderer/db/read/hooks.ts';
import { useSummaries } from '#renderer/db/read/summaries.ts';
import { Amount } from '#renderer/ui/Amount.tsx';
import { DateText } from '#renderer/ui/DateText.tsx';
import { StatusText } from '#renderer/ui/StatusText.tsx';
import { daysBetween, formatDate } from '#shared/dates/civil.ts';
import type { LetterItem, LetterPlan } from '#shared/domain/letter.ts';
import type { Proposal } from '#shared/dunning/proposal.ts';
import styles from './aanmanen.module.css';
import { kindInSentence } from './wording.ts';

export interface WhyColumnProps {
  readonly proposal: Proposal | null;
  readonly plan: LetterPlan | null;
}

/** Why this letter, and how its amount comes about. */
export function WhyColumn({ proposal, plan }: WhyColumnProps) {
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
          t(last.deadline ? 'aanmanen.why.lastDeadline' : 'aanmanen.why.last', {
            kind: kindInSentence(t, last.kind),
            date: formatDate(last.date),
            deadline: last.deadline ? formatDate(last.deadline) : '',
          })
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
      {proposal.warnings.length > 0 && (
        <ul className={styles.warnings}>
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

function PlanFigures({ plan }: { readonly plan: LetterPlan }) {
  const { t } = useTranslation();
  const { amounts, currency } = plan;
  const credits = plan.credits.reduce((sum, item) => sum + item.claimed, 0);
  const lines = [
    ...plan.items.map((item) => ({ key: item.itemId, item })),
    ...plan.credits.map((item) => ({ key: `c${item.itemId}`, item })),
  ];
  return (
    <>
      <h3>{t('aanmanen.why.items')}</h3>
      <table className={styles.lines} aria-label={t('aanmanen.why.items')}>
        <tbody>
          {lines.map(({ key, item }) => (
            <ItemLine key={key} item={item} currency={currency} cents={item.claimed} />
          ))}
        </tbody>
        <tfoot>
          {credits !== 0 && <Sum label={t('aanmanen.why.credits')} cents={credits} currency={currency} />}
          {(amounts.interest > 0 || amounts.costs > 0) && (
            <Sum label={t('aanmanen.why.principal')} cents={amounts.principal} currency={currency} />
          )}
          {amounts.interest > 0 && (
            <Sum label={t('aanmanen.why.interest')} cents={amounts.interest} currency={currency} />
          )}
          {amounts.costs > 0 && <Sum label={t('aanmanen.why.costs')} cents={amounts.costs} currency={currency} />}
          <Sum label={t('aanmanen.why.total')} cents={amounts.total} currency={currency} strong />
        </tfoot>
      </table>
      <dl className={styles.particulars}>
        <div>
          <dt>{t('aanmanen.why.deadline')}</dt>
          <dd>{plan.deadline ? <DateText date={plan.deadline} /> : t('aanmanen.why.noDeadline')}</dd>
        </div>
        <div>
          <dt>{t('aanmanen.why.channels')}</dt>
          <dd>{plan.channels.map((channel) => t(`letters.channel.${channel}`)).join(' + ')}</dd>
        </div>
        <div>
          <dt>{t('aanmanen.why.reference')}</dt>
          <dd>{plan.paymentReference}</dd>
        </div>
      </dl>
      {plan.alsoOpen.length > 0 && (
        <>
          <h3>{t('aanmanen.why.alsoOpen')}</h3>
          <table className={styles.lines} aria-label={t('aanmanen.why.alsoOpen')}>
            <tbody>
              {plan.alsoOpen.map((item) => (
                <ItemLine key={item.itemId} item={item} currency={currency} cents={item.open} />
              ))}
            </tbody>
          </table>
        </>
      )}
      <p className={styles.quiet}>
        {t('aanmanen.why.processed', { date: formatDate(plan.processedUntil) })}{' '}
        {plan.nextKind === 'collection-ready'
          ? t('aanmanen.why.nextCollection')
          : plan.nextKind && t('aanmanen.why.next', { kind: kindInSentence(t, plan.nextKind) })}
      </p>
    </>
  );
}

interface ItemLineProps {
  readonly item: LetterItem;
  readonly currency: string;
  readonly cents: number;
}

function ItemLine({ item, currency, cents }: ItemLineProps) {
  const { t } = useTranslation();
  return (
    <tr>
      <th scope="row" colSpan={2}>
        {item.number || t(`debiteuren.items.kinds.${item.kind}`)}
        {item.dueDate && (
          <span className={`${styles.quiet} ${styles.due}`}>
            {t('aanmanen.why.dueOn', { date: formatDate(item.dueDate) })}
            {item.dueDerived && ` (${t('debiteuren.items.derived')})`}
          </span>
        )}
      </th>
      <td className={styles.right}>
        <Amount cents={cents} currency={currency} />
      </td>
    </tr>
  );
}

interface SumProps {
  readonly label: string;
  readonly cents: number;
  readonly currency: string;
  readonly strong?: boolean;
}

function Sum({ label, cents, currency, strong }: SumProps) {
  return (
    <tr className={strong ? styles.total : undefined}>
      <th scope="row" colSpan={2}>
        {label}
      </th>
      <td className={styles.right}>
        <Amount cents={cents} currency={currency} strong={strong ?? false} />
      </td>
    </tr>
  );
}
