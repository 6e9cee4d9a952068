import { useTranslation } from 'react-i18next';
import { useUiLanguage } from '#renderer/ui/language.ts';
import { formatShortDay } from '#shared/dates/civil.ts';
import type { Gate } from '#shared/dunning/proposal.ts';
import styles from './debiteuren.module.css';

/** Every gate that holds, each with the first day it would not by itself: "Waarom niet?". */
export function GateList({ gates }: { readonly gates: readonly Gate[] }) {
  const { t } = useTranslation();
  const language = useUiLanguage();
  if (gates.length === 0) return <p className={styles.quiet}>{t('debiteuren.why.nothing')}</p>;
  return (
    <ul className={styles.gates}>
      {gates.map((gate) => (
        <li key={gate.code}>
          <span>{t(`gates.why.${gate.code}`)}</span>{' '}
          <span className={styles.quiet}>
            {gate.until === null
              ? t('debiteuren.why.never')
              : t('debiteuren.why.from', { date: formatShortDay(gate.until, language) })}
          </span>
        </li>
      ))}
    </ul>
  );
}
