import { Button } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { useTranslation } from 'react-i18next';
import type { Failure } from '#shared/contract/errors.ts';
import type { Policy } from '#shared/domain/policy.ts';
import { useCommands } from '../../../commands/registry.ts';
import { failureOf } from '../../../state/session.ts';
import { isWritable, useSession } from '../../../state/session-store.ts';
import { runCommand } from '../../../state/undo.ts';
import { FailureNotice } from '../../../ui/FailureNotice.tsx';
import { StatusText } from '../../../ui/StatusText.tsx';
import shared from '../Instellingen.module.css';
import styles from './beleid.module.css';
import {
  draftOf,
  faultCount,
  moved,
  policyWarnings,
  type StepDraft,
  shippedVersion,
  stepFaults,
  stepsOf,
  withNewStep,
  without,
} from './policy-edit.ts';
import { actionName, policyName } from './policy-words.ts';
import { StepFields } from './StepFields.tsx';

export interface PolicyEditorProps {
  readonly policy: Policy;
  readonly onClose: () => void;
}

/** The steps of one policy to change; saving makes a new version and leaves letters already made alone. */
export function PolicyEditor({ policy, onClose }: PolicyEditorProps) {
  const { t } = useTranslation();
  const [draft, setDraft] = useState(() => draftOf(policy));
  const [tried, setTried] = useState(false);
  const [said, setSaid] = useState('');
  const list = useRef<HTMLOListElement>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  // The button that opened the editor is gone: the keyboard goes on from its title.
  useEffect(() => heading.current?.focus(), []);
  const faults = stepFaults(draft);
  const name = policyName(t, policy);
  const shipped = shippedVersion(policy.id);
  const set = (next: StepDraft) => setDraft((now) => now.map((step) => (step.id === next.id ? next : step)));
  const move = (step: StepDraft, by: -1 | 1) => {
    const next = moved(draft, step.id, by);
    if (next === draft) return;
    setDraft(next);
    const place = next.findIndex(({ id }) => id === step.id) + 1;
    setSaid(t('instellingen.beleid.editor.moved', { name: actionName(t, step.action), place }));
  };
  const remove = (step: StepDraft) => {
    setDraft(without(draft, step.id));
    setSaid(t('instellingen.beleid.editor.removed', { name: actionName(t, step.action) }));
    list.current?.focus();
  };
  const add = () => {
    flushSync(() => setDraft(withNewStep(draft)));
    list.current?.lastElementChild?.querySelector('select')?.focus();
  };
  return (
    <div className={styles.policy}>
      <header className={styles.policyHead}>
        <h2 ref={heading} tabIndex={-1}>
          {t('instellingen.beleid.editor.title', { name })}
        </h2>
        {shipped && (
          <Button variant="default" size="compact-sm" onClick={() => setDraft(draftOf(shipped))}>
            {t('instellingen.beleid.editor.toShipped')}
          </Button>
        )}
      </header>
      <Rules draft={draft} policyId={policy.id} />
      <ol ref={list} className={styles.steps} aria-label={t('instellingen.beleid.editor.steps')} tabIndex={-1}>
        {draft.map((step, at) => (
          <StepFields
            key={step.id}
            step={step}
            place={at + 1}
            last={at === draft.length - 1}
            faults={tried ? (faults[step.id] ?? {}) : {}}
            onChange={set}
            onMove={(by) => move(step, by)}
            onRemove={() => remove(step)}
          />
        ))}
      </ol>
      <div className={shared.bar}>
        <p className={shared.quiet}>{t('instellingen.beleid.editor.keys')}</p>
        <Button variant="default" onClick={add}>
          {t('instellingen.beleid.editor.add')}
        </Button>
      </div>
      <span className="visually-hidden" role="status">
        {said}
      </span>
      <PolicyBar
        policy={policy}
        draft={draft}
        faults={faultCount(faults)}
        tried={tried}
        onTry={() => setTried(true)}
        onClose={onClose}
      />
    </div>
  );
}

/** Policies that consumers never get by their kind. */
const neverConsumers: ReadonlySet<string> = new Set(['zakelijk', 'overheid']);

/** What the law adds to any policy, and what of this one may not be meant. */
function Rules({ draft, policyId }: { readonly draft: readonly StepDraft[]; readonly policyId: string }) {
  const { t } = useTranslation();
  const charges = draft.some(({ costs }) => costs === 'charge');
  const rule = charges && !neverConsumers.has(policyId) && (policyId === 'consument-belgie' ? 'belgian' : 'consumer');
  const hasNotice = draft.some(({ action }) => action === 'fourteen-day-letter');
  return (
    <ul className={styles.rules}>
      {rule && <li>{t(`instellingen.beleid.rules.${rule}`)}</li>}
      {hasNotice && <li>{t('instellingen.beleid.rules.fourteen')}</li>}
      {policyWarnings(draft, policyId === 'consument').map(({ key, place }) => (
        <li key={`${key} ${place}`}>
          <StatusText tone="attention">{t(`instellingen.beleid.warnings.${key}`, { place })}</StatusText>
        </li>
      ))}
    </ul>
  );
}

interface PolicyBarProps {
  readonly policy: Policy;
  readonly draft: readonly StepDraft[];
  readonly faults: number;
  readonly tried: boolean;
  readonly onTry: () => void;
  readonly onClose: () => void;
}

function PolicyBar({ policy, draft, faults, tried, onTry, onClose }: PolicyBarProps) {
  const { t } = useTranslation();
  const writable = useSession(isWritable);
  const [saving, setSaving] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);
  const isChanged = JSON.stringify(draft) !== JSON.stringify(draftOf(policy));
  const version = policy.version + 1;
  const save = async () => {
    onTry();
    if (faults > 0 || draft.length === 0 || !isChanged) return;
    setSaving(true);
    setFailure(null);
    try {
      const params = { name: policyName(t, policy), version };
      const saved = { ...policy, steps: stepsOf(draft) };
      await runCommand({ type: 'save-policy', policy: saved }, { key: 'instellingen.beleid.editor.saved', params });
      onClose();
    } catch (error) {
      setFailure(failureOf(error));
      setSaving(false);
    }
  };
  useCommands([
    {
      id: 'policy.save',
      labelKey: 'instellingen.beleid.editor.saveCommand',
      groupKey: 'commands.groups.administration',
      shortcut: 'mod+S',
      when: () => isChanged && writable,
      run: save,
    },
  ]);
  return (
    <div className={`${shared.saveBar} no-print`}>
      {failure && <FailureNotice failure={failure} onDismiss={() => setFailure(null)} />}
      <div className={shared.bar}>
        <span role="status">
          {draft.length === 0 ? (
            <StatusText tone="attention">{t('instellingen.beleid.faults.noSteps')}</StatusText>
          ) : tried && faults > 0 ? (
            <StatusText tone="attention">{t('instellingen.beleid.editor.fix', { count: faults })}</StatusText>
          ) : (
            isChanged && t('instellingen.beleid.editor.unsaved')
          )}
        </span>
        <Button variant="default" onClick={onClose}>
          {t('common.cancel')}
        </Button>
        <Button onClick={() => void save()} disabled={!isChanged || !writable || draft.length === 0} loading={saving}>
          {t('instellingen.beleid.editor.save', { version })}
        </Button>
      </div>
    </div>
  );
}
