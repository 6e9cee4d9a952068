import { Button } from '@mantine/core';
import type { TFunction } from 'i18next';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useUiLanguage } from '#renderer/ui/language.ts';
import type { Debtor } from '#shared/domain/debtor.ts';
import { jurisdictionOf } from '#shared/domain/jurisdiction.ts';
import { formatMoney } from '#shared/money/cents.ts';
import { formatPercent } from '#shared/money/percent.ts';
import styles from './debiteuren.module.css';
import { LawTermsDialog } from './LawTermsDialog.tsx';
import { mayAgreeCosts } from './law-terms-form.ts';

/** "1,5% per maand, per maand samengesteld (art. 7 algemene voorwaarden)". */
function interestText(t: TFunction, language: 'nl' | 'en', { agreedInterest }: Debtor): string {
  if (!agreedInterest) return t('debiteuren.terms.statutory');
  const { percent, per, compound, clause } = agreedInterest;
  const rate = t(`debiteuren.terms.rate.${per}`, { percent: formatPercent(percent, language) });
  return `${[rate, compound === 'none' ? '' : t(`debiteuren.terms.compoundText.${compound}`)].filter(Boolean).join(', ')} (${clause})`;
}

function costsText(t: TFunction, language: 'nl' | 'en', debtor: Debtor): string {
  const { agreedCosts } = debtor;
  if (!agreedCosts) {
    const without = jurisdictionOf(debtor) === 'NL' ? 'tariff' : debtor.kind === 'business' ? 'flat' : 'nothing';
    return t(`debiteuren.terms.costsDefault.${without}`);
  }
  const { percent, minimum, clause } = agreedCosts;
  const params = { percent: formatPercent(percent, language), amount: formatMoney(minimum, 'EUR', language) };
  return `${t(`debiteuren.terms.${minimum > 0 ? 'costsMinimumText' : 'costsText'}`, params)} (${clause})`;
}

/** Whose law holds for a debtor, and what was agreed with it about term, interest and costs. */
export function LawTermsCard({ debtor, writable }: { readonly debtor: Debtor; readonly writable: boolean }) {
  const { t } = useTranslation();
  const language = useUiLanguage();
  const [editing, setEditing] = useState(false);
  const law = jurisdictionOf(debtor);
  const lines = [
    [
      'jurisdiction',
      debtor.jurisdiction
        ? t(`debiteuren.terms.law.${law}`)
        : t('debiteuren.terms.automatic', {
            law: t(`debiteuren.terms.law.${jurisdictionOf({ address: debtor.address })}`),
          }),
    ],
    [
      'termAgreed',
      t(`debiteuren.terms.agreed.${debtor.termAgreed === null ? 'unknown' : debtor.termAgreed ? 'yes' : 'no'}`),
    ],
    ...(law === 'none' ? [] : [['interest', interestText(t, language, debtor)] as const]),
    ...(mayAgreeCosts(debtor.kind, law) ? [['costs', costsText(t, language, debtor)] as const] : []),
  ] as const;
  return (
    <section className={styles.part}>
      <div className={styles.partHead}>
        <h2>{t('debiteuren.terms.title')}</h2>
        {writable && (
          <Button
            variant="subtle"
            size="compact-sm"
            aria-label={t('debiteuren.terms.editAll')}
            onClick={() => setEditing(true)}
          >
            {t('debiteuren.contact.edit')}
          </Button>
        )}
      </div>
      <dl className={styles.contact}>
        {lines.map(([field, value]) => (
          <div key={field}>
            <dt>{t(`debiteuren.terms.${field}`)}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      {editing && <LawTermsDialog debtor={debtor} onClose={() => setEditing(false)} />}
    </section>
  );
}
