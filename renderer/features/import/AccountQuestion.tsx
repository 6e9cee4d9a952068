import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Notice } from '#renderer/ui/Notice.tsx';
import type { DropUnit } from '#shared/domain/drop.ts';
import styles from './drop.module.css';
import { choose } from './job.ts';
import { accountText } from './wording.ts';

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
  const accounts = owner.accounts.map(accountText).join(', ');
  return (
    <div className={styles.ask}>
      <Notice
        tone="attention"
        title={t('imports.account.ask', { count: owner.accounts.length, accounts, name: administration })}
        action={
          <>
            <Button size="compact-sm" onClick={() => choose(unit.id, { ours: true })}>
              {t('imports.account.yes')}
            </Button>
            <Button size="compact-sm" variant="default" onClick={() => choose(unit.id, { take: false })}>
              {t('imports.account.no')}
            </Button>
          </>
        }
      />
    </div>
  );
}
