import { Button } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { formatDate } from '#shared/dates/civil.ts';
import type { Policy } from '#shared/domain/policy.ts';
import { type PolicyDates, usePolicies, usePolicyDates } from '../../../db/read/hooks.ts';
import { isWritable, useSession } from '../../../state/session-store.ts';
import { useUiLanguage } from '../../../ui/language.ts';
import shared from '../Instellingen.module.css';
import styles from './beleid.module.css';
import { PolicyEditor } from './PolicyEditor.tsx';
import { shippedVersion } from './policy-edit.ts';
import { actionName, particularsText, policyName, whenText } from './policy-words.ts';

/** The policies in force as ladders to read; one at a time opens to be changed. */
export function BeleidTab() {
  const { t } = useTranslation();
  const policies = usePolicies();
  const dates = usePolicyDates();
  const [edited, setEdited] = useState<string | null>(null);
  const [left, setLeft] = useState<string | null>(null);
  const close = () => {
    setLeft(edited);
    setEdited(null);
  };
  if (!policies) return null;
  const policy = policies.find(({ id }) => id === edited);
  if (policy) return <PolicyEditor key={policy.id} policy={policy} onClose={close} />;
  return (
    <>
      <p className={shared.lead}>{t('instellingen.beleid.sentence')}</p>
      <div className={styles.ladders}>
        {policies.map((each) => (
          <Ladder
            key={each.id}
            policy={each}
            dates={dates}
            focused={each.id === left}
            onEdit={() => setEdited(each.id)}
          />
        ))}
      </div>
    </>
  );
}

interface LadderProps {
  readonly policy: Policy;
  readonly dates: PolicyDates;
  /** Its editor was just left: the keyboard goes on from its button. */
  readonly focused: boolean;
  readonly onEdit: () => void;
}

function Ladder({ policy, dates, focused, onEdit }: LadderProps) {
  const { t } = useTranslation();
  const language = useUiLanguage();
  const writable = useSession(isWritable);
  const name = policyName(t, policy);
  const button = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (focused) button.current?.focus();
  }, [focused]);
  return (
    <section className={styles.ladder}>
      <header className={styles.ladderHead}>
        <h2>
          {name}
          <span>{versionText()}</span>
        </h2>
        <Button
          ref={button}
          size="compact-sm"
          variant="subtle"
          disabled={!writable}
          aria-label={t('instellingen.beleid.editLabel', { name })}
          onClick={onEdit}
        >
          {t('instellingen.beleid.edit')}
        </Button>
      </header>
      <ol>
        {policy.steps.map((step, at) => (
          <li key={step.id}>
            <strong>{actionName(t, step.action)}</strong>
            <span className={styles.when}>{whenText(t, step, policy.steps.slice(0, at))}</span>
            <span>{particularsText(t, step, language)}</span>
          </li>
        ))}
      </ol>
      {policy.id === 'onbekend' && <p className={shared.lead}>{t('instellingen.beleid.unknownNote')}</p>}
    </section>
  );

  function versionText(): string {
    const { id, version } = policy;
    const at = dates.get(`${id}@${version}`);
    if (at) return t('instellingen.beleid.versionOf', { version, date: formatDate(at.slice(0, 10)) });
    const isShipped = shippedVersion(id)?.version === version;
    return isShipped ? t('instellingen.beleid.shipped') : t('instellingen.beleid.version', { version });
  }
}
