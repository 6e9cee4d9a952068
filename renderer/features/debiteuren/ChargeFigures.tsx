import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import { Amount } from '#renderer/ui/Amount.tsx';
import { Explain } from '#renderer/ui/Explain.tsx';
import { StatusText } from '#renderer/ui/StatusText.tsx';
import { formatDate } from '#shared/dates/civil.ts';
import type { DebtorCharges } from '#shared/dunning/debtor-charges.ts';
import styles from './debiteuren.module.css';

export interface ChargeFiguresProps {
  readonly charges: DebtorCharges;
  /** Whom it concerns, for a specification on paper. */
  readonly about: string;
}

/** Why no interest runs, when that is so for every item; the items themselves each have their own reason. */
function noInterestText(t: TFunction, charges: DebtorCharges): string {
  const reasons = charges.items.flatMap(({ noInterest }) => noInterest ?? []);
  const reason = reasons.find((code) => code !== 'not-due') ?? reasons[0];
  return reason ? t(`debiteuren.charges.noInterest.${reason}`) : '';
}

function noCostsText(t: TFunction, { noCosts, costsFrom }: DebtorCharges): string {
  if (!noCosts) return '';
  return t(`debiteuren.charges.noCosts.${noCosts}`, { date: costsFrom ? formatDate(costsFrom) : '' });
}

/** Interest and costs through today as figures of a list, each explained, or why there are none (criteria B3, B4). */
export function ChargeFigures({ charges, about }: ChargeFiguresProps) {
  const { t } = useTranslation();
  const { interest, costs, stale } = charges;
  const note = (text: string) => text && <span className={styles.note}>{text}</span>;
  return (
    <>
      <div data-figure="interest">
        <dt>
          {t('debiteuren.charges.interest')}
          {interest ? null : note(noInterestText(t, charges))}
          {stale && (
            <span className={styles.note}>
              <StatusText tone="attention">{t('debiteuren.charges.stale')}</StatusText>
            </span>
          )}
        </dt>
        <dd>
          {interest ? (
            <Explain title={t('debiteuren.charges.interest')} about={about} steps={interest.steps} interest={interest}>
              <Amount cents={interest.total} inline />
            </Explain>
          ) : (
            <Amount cents={0} inline />
          )}
        </dd>
      </div>
      <div data-figure="costs">
        <dt>
          {t('debiteuren.charges.costs')}
          {note(noCostsText(t, charges))}
        </dt>
        <dd>
          {costs ? (
            <Explain title={t('debiteuren.charges.costs')} about={about} steps={costs.steps}>
              <Amount cents={costs.total} inline />
            </Explain>
          ) : (
            <Amount cents={0} inline />
          )}
        </dd>
      </div>
    </>
  );
}
