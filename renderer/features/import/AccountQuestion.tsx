import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Notice } from '#renderer/ui/Notice.tsx';
import type { DropChoices, DropUnit } from '#shared/domain/drop/drop.ts';
import { formatAccount, hasWrongCheckDigits } from '#shared/identifiers/iban.ts';
import styles from './drop.module.css';
import { choose } from './job.ts';
import { unitHeadId } from './units.ts';

/** Whose account an unknown one is; asked once, then remembered. */
export function AccountQuestion({
  unit,
  administration,
}: {
  readonly unit: DropUnit;
  readonly administration: string;
}) {
  const { t } = useTranslation();
  const { owner } = unit;
  if (owner.owner !== 'unknown-account') return null;
  const answer = (chosen: DropChoices) => {
    choose(unit.id, chosen);
    // The question goes away: the keyboard goes on with its file.
    document.getElementById(unitHeadId(unit.id))?.focus();
  };
  const accounts = owner.accounts.map(formatAccount).join(', ');
  const wrong = owner.accounts.filter(hasWrongCheckDigits).map(formatAccount);
  return (
    <div className={styles.ask}>
      <Notice
        tone="attention"
        title={t('imports.account.ask', { count: owner.accounts.length, accounts, name: administration })}
        action={
          <>
            <Button size="compact-sm" onClick={() => answer({ ours: true })}>
              {t('imports.account.yes')}
            </Button>
            <Button size="compact-sm" variant="default" onClick={() => answer({ take: false })}>
              {t('imports.account.no')}
            </Button>
          </>
        }
        {...(wrong.length > 0 && {
          todo: t('imports.account.checkDigits', { count: wrong.length, accounts: wrong.join(', ') }),
        })}
      />
    </div>
  );
}
