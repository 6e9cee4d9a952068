import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import type { Policy, Step } from '#shared/domain/policy.ts';
import { shippedPolicies } from '#shared/dunning/policies.ts';
import { formatMoney } from '#shared/money/cents.ts';
import { useUiLanguage } from '../../ui/language.ts';
import styles from './Instellingen.module.css';

/** The shipped policies as ladders to read. */
export function BeleidTab() {
  const { t } = useTranslation();
  return (
    <>
      <p className={styles.lead}>{t('instellingen.beleid.sentence')}</p>
      <div className={styles.ladders}>
        {shippedPolicies.map((policy) => (
          <Ladder key={policy.id} policy={policy} />
        ))}
      </div>
    </>
  );
}

function Ladder({ policy }: { readonly policy: Policy }) {
  const { t } = useTranslation();
  const language = useUiLanguage();
  return (
    <section className={styles.ladder}>
      <h2>
        {t(`instellingen.beleid.names.${policy.id}`, { defaultValue: policy.name })}
        <span>{t('instellingen.beleid.version', { version: policy.version })}</span>
      </h2>
      <ol>
        {policy.steps.map((step) => (
          <li key={step.id}>
            <strong>{nameOf(t, step)}</strong>
            <span className={styles.when}>{whenOf(t, step)}</span>
            <span>{particularsOf(t, step, language)}</span>
          </li>
        ))}
      </ol>
      {policy.id === 'onbekend' && <p className={styles.lead}>{t('instellingen.beleid.unknownNote')}</p>}
    </section>
  );
}

function nameOf(t: TFunction, { action }: Step): string {
  const isLetter = action !== 'phone' && action !== 'collection-ready';
  return t(isLetter ? `letters.kind.${action}` : `instellingen.beleid.${action}`);
}

function whenOf(t: TFunction, { from, offsetDays }: Step): string {
  const key = from === 'previous' ? 'afterPrevious' : offsetDays < 0 ? 'beforeDue' : 'afterDue';
  return t(`instellingen.beleid.${key}`, { count: Math.abs(offsetDays) });
}

/** Channels, term and what is announced or charged, in one line. */
function particularsOf(t: TFunction, step: Step, language: 'nl' | 'en'): string {
  return [
    step.channels.map((channel) => t(`letters.channel.${channel}`)).join(' + '),
    step.deadlineDays > 0 && t('instellingen.beleid.deadline', { count: step.deadlineDays }),
    step.minimumCents > 0 &&
      t('instellingen.beleid.minimum', { amount: formatMoney(step.minimumCents, 'EUR', language) }),
    step.interest !== 'none' && t(`instellingen.beleid.interest.${step.interest}`),
    step.costs !== 'none' && t(`instellingen.beleid.costs.${step.costs}`),
  ]
    .filter(Boolean)
    .join(' · ');
}
