import { useTranslation } from 'react-i18next';
import { useUiLanguage } from '#renderer/ui/language.ts';
import { StatusText } from '#renderer/ui/StatusText.tsx';
import type { DropUnit } from '#shared/domain/drop/drop.ts';
import styles from './import.module.css';
import { auditLevel, controlText, unitTotal } from './wording.ts';

/** What can be had from an auditfile, and how its items compare with its own ledger (criterion A5). */
export function AuditFacts({ unit }: { readonly unit: DropUnit }) {
  const { t } = useTranslation();
  const language = useUiLanguage();
  const total = unitTotal(unit);
  return (
    <div className={styles.facts}>
      <p className={styles.what}>{t(`imports.audit.level${auditLevel(unit)}`)}</p>
      {total && (
        <p>
          <StatusText tone={total.state === 'matches' ? 'good' : total.state === 'differs' ? 'attention' : 'muted'}>
            {controlText(t, total, language, 'ledger')}
          </StatusText>
        </p>
      )}
    </div>
  );
}
