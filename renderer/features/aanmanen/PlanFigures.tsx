import { useTranslation } from 'react-i18next';
import { Amount } from '#renderer/ui/Amount.tsx';
import { DateText } from '#renderer/ui/DateText.tsx';
import { formatDate } from '#shared/dates/civil.ts';
import type { LetterItem, LetterPlan } from '#shared/domain/letter.ts';
import { quotedReference } from '#shared/domain/letters/quoted-reference.ts';
import styles from './aanmanen.module.css';
import { ChargeSums, CostsDue } from './PlanCharges.tsx';
import { Sum } from './Sum.tsx';
import { kindInSentence } from './wording.ts';

/** What a letter claims, item by item, and what it says besides. */
export function PlanFigures({ plan }: { readonly plan: LetterPlan }) {
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
          <ChargeSums plan={plan} />
          <Sum label={t('aanmanen.why.total')} cents={amounts.total} currency={currency} strong />
        </tfoot>
      </table>
      <CostsDue plan={plan} />
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
          <dd>{quotedReference(plan).text}</dd>
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
            {item.dueDerived && <span className={styles.due}>({t('debiteuren.items.derived')})</span>}
          </span>
        )}
      </th>
      <td className={styles.right}>
        <Amount cents={cents} currency={currency} />
      </td>
    </tr>
  );
}
