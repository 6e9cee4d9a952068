import { useTranslation } from 'react-i18next';
import { Explain } from '#renderer/ui/Explain.tsx';
import { useUiLanguage } from '#renderer/ui/language.ts';
import { WholeDates } from '#renderer/ui/WholeDates.tsx';
import { formatShortDay } from '#shared/dates/civil.ts';
import type { LetterPlan } from '#shared/domain/letter.ts';
import { noticeTerm } from '#shared/law/notice-term.ts';
import { formatMoney } from '#shared/money/cents.ts';
import styles from './aanmanen.module.css';
import { Sum } from './Sum.tsx';

/** Whom a specification on paper concerns. */
function aboutOf({ creditor, debtor }: LetterPlan): string {
  return [creditor.name, debtor.name, debtor.code].join(' · ');
}

/** Principal, interest and costs of a letter, each explained; announced ones apart, for they are no part of the total. */
export function ChargeSums({ plan }: { readonly plan: LetterPlan }) {
  const { t } = useTranslation();
  const { amounts, charges, currency } = plan;
  if (!charges) return null;
  const about = aboutOf(plan);
  const { interest, costs, waived = [] } = charges;
  const interestName = t(amounts.interest > 0 ? 'aanmanen.why.interest' : 'aanmanen.why.interestAnnounced');
  const costsName = t(amounts.costs > 0 ? 'aanmanen.why.costs' : 'aanmanen.why.costsAnnounced');
  return (
    <>
      <Sum label={t('aanmanen.why.principal')} cents={amounts.principal} currency={currency} />
      {interest && (
        <Sum
          label={interestName}
          cents={interest.total}
          currency={currency}
          quiet={amounts.interest === 0}
          explained={(amount) => (
            <Explain title={interestName} about={about} steps={interest.steps} interest={interest} currency={currency}>
              {amount}
            </Explain>
          )}
        />
      )}
      {costs && (
        <Sum
          label={costsName}
          cents={costs.total}
          currency={currency}
          quiet={amounts.costs === 0}
          explained={(amount) => (
            <Explain title={costsName} about={about} steps={costs.steps} currency={currency}>
              {amount}
            </Explain>
          )}
        />
      )}
      {costs && costs.vat > 0 && <Sum label={t('aanmanen.why.costsVat')} cents={costs.vat} currency={currency} quiet />}
      {waived.map((what) => (
        <tr key={what} className={styles.quiet}>
          <th scope="row" colSpan={3}>
            {t('aanmanen.why.waived', { what: t(`debiteuren.waive.parts.${what}`) })}
          </th>
        </tr>
      ))}
    </>
  );
}

/** Of a veertiendagenbrief: when its costs become due, and why then (art. 6:96 lid 6 BW). */
export function CostsDue({ plan }: { readonly plan: LetterPlan }) {
  const { t } = useTranslation();
  const language = useUiLanguage();
  const { costsDueFrom, creditor, date, amounts } = plan;
  if (!costsDueFrom || amounts.costsAnnounced === 0) return null;
  const { postalDays } = creditor;
  const term = noticeTerm({ sent: date, ...(postalDays === undefined ? {} : { transit: postalDays }) });
  const day = (value: string) => formatShortDay(value, language);
  return (
    <div className={styles.costsDue}>
      <WholeDates
        text={t('aanmanen.why.costsDue', {
          amount: formatMoney(amounts.costsAnnounced, plan.currency, language),
          from: day(costsDueFrom),
          sent: day(date),
          received: day(term.presumedReceived),
          last: day(term.lastDaySafe),
        })}
      />{' '}
      <Explain title={t('aanmanen.why.costsDueTitle')} about={aboutOf(plan)} steps={term.steps}>
        {t('aanmanen.why.costsDueHow')}
      </Explain>
    </div>
  );
}
