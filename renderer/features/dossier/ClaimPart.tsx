import { useTranslation } from 'react-i18next';
import { formatDate } from '#shared/dates/civil.ts';
import type { DebtorId } from '#shared/domain/debtor.ts';
import type { Claim, ClaimTotal } from '#shared/dossier/claim.ts';
import type { ClaimCharges } from '#shared/dossier/claim-charges.ts';
import { sumOf } from '#shared/money/cents.ts';
import { useClaim } from '../../db/read/hooks.ts';
import { Amount } from '../../ui/Amount.tsx';
import { Explain } from '../../ui/Explain.tsx';
import type { InterestSpecification } from '../../ui/LawExplanation.tsx';
import { StatusText } from '../../ui/StatusText.tsx';
import styles from './Dossier.module.css';

/** The claim as the dossier holds it: principal, interest to date and per day, costs, each explained (criterion J3). */
export function ClaimPart({ debtorId }: { readonly debtorId: DebtorId }) {
  const { t } = useTranslation();
  const claim = useClaim(debtorId);
  if (!claim || claim.totals.length === 0) return null;
  return (
    <section className={styles.claim}>
      <h3 className={styles.heading}>{t('dossier.claim.title', { date: formatDate(claim.asOf) })}</h3>
      {claim.totals.map((total) => (
        <ClaimSums key={total.currency} claim={claim} total={total} />
      ))}
      {claim.charges?.stale && <StatusText tone="attention">{t('dossier.claim.stale')}</StatusText>}
    </section>
  );
}

/** Interest of the claim as its lines; payments went to costs and interest first, so that it can differ from a letter's. */
function interestLines(claim: Claim, charges: ClaimCharges): InterestSpecification {
  const items = charges.items.flatMap(({ itemId, number, interestFrom, lines, interest }) =>
    interestFrom === null ? [] : [{ itemId, number, from: interestFrom, lines, total: interest }],
  );
  const total = sumOf(items, (item) => item.total);
  const open = sumOf(charges.items, (item) => item.interestOpen);
  return { until: claim.asOf, items, total, paid: total - open, perDay: charges.perDay };
}

function ClaimSums({ claim, total }: { readonly claim: Claim; readonly total: ClaimTotal }) {
  const { t } = useTranslation();
  const { currency } = total;
  const charges = currency === 'EUR' ? claim.charges : null;
  const about = [claim.creditor.name, claim.debtor.name, claim.debtor.code].join(' · ');
  const reason = (part: 'interest' | 'collectionCosts') => {
    const why = total[part].reason;
    return why && <span className={styles.reason}>{t(`dossier.zip.none.${why}`)}</span>;
  };
  const moved = total.principal !== total.ledgerOpen;
  return (
    <>
      <dl className={styles.sums}>
        <div>
          <dt>{t('dossier.claim.principal')}</dt>
          <dd>
            <Amount cents={total.principal} currency={currency} />
          </dd>
        </div>
        <div>
          <dt>
            {t('dossier.claim.interest', { date: formatDate(claim.asOf) })}
            {reason('interest')}
          </dt>
          <dd>
            {charges && total.interest.reason === null ? (
              <Explain
                title={t('dossier.claim.interest', { date: formatDate(claim.asOf) })}
                about={about}
                steps={charges.steps}
                interest={interestLines(claim, charges)}
                currency={currency}
              >
                <Amount cents={total.interest.amount} currency={currency} />
              </Explain>
            ) : (
              <Amount cents={total.interest.amount} currency={currency} />
            )}
          </dd>
        </div>
        <div>
          <dt>
            {t('dossier.claim.costs')}
            {reason('collectionCosts')}
          </dt>
          <dd>
            {charges?.costs ? (
              <Explain title={t('dossier.claim.costs')} about={about} steps={charges.costs.steps} currency={currency}>
                <Amount cents={total.collectionCosts.amount} currency={currency} />
              </Explain>
            ) : (
              <Amount cents={total.collectionCosts.amount} currency={currency} />
            )}
          </dd>
        </div>
        <div className={styles.claimTotal}>
          <dt>{t('dossier.claim.total')}</dt>
          <dd>
            <Amount cents={total.total} currency={currency} strong />
          </dd>
        </div>
        {total.perDay > 0 && (
          <div className={styles.quiet}>
            <dt>{t('dossier.claim.perDay')}</dt>
            <dd>
              <Amount cents={total.perDay} currency={currency} />
            </dd>
          </div>
        )}
        {moved && (
          <div className={styles.quiet}>
            <dt>{t('dossier.claim.ledgerOpen')}</dt>
            <dd>
              <Amount cents={total.ledgerOpen} currency={currency} />
            </dd>
          </div>
        )}
      </dl>
      {moved && <p className={styles.reason}>{t('dossier.claim.imputed')}</p>}
    </>
  );
}
