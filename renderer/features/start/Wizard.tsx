import { Button } from '@mantine/core';
import { type FormEvent, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { newAdministration } from '#shared/domain/administration.ts';
import { goTo } from '../../commands/address.ts';
import { bookIdFor, createAdministration, failureOf } from '../../state/session.ts';
import { sessionStore, useSession } from '../../state/session-store.ts';
import { Stamp } from '../../ui/Stamp.tsx';
import {
  AddressFields,
  administrationOf,
  type DraftField,
  emptyDraft,
  IdentityFields,
  LetterheadFields,
  SenderFields,
  TermFields,
  useDraft,
} from '../instellingen/index.ts';
import styles from './Start.module.css';

/** The steps, and the fields that must be right before going on. */
const steps = [
  { id: 'name', fields: ['name', 'iban'] },
  {
    id: 'address',
    fields: ['street', 'postalCode', 'city', 'country', 'kvk', 'vatId', 'email'],
  },
  { id: 'terms', fields: ['termDays', 'tolerance', 'correctionDays', 'minimumIntervalDays', 'staleAfterDays'] },
  { id: 'sender', fields: ['wkiNumber'] },
  { id: 'logo', fields: ['offsetX', 'offsetY'] },
] as const satisfies readonly { id: string; fields: readonly DraftField[] }[];

/** Five short steps; only name and IBAN are asked for, the rest has defaults and can be skipped. */
export function Wizard({ onLeave }: { readonly onLeave: () => void }) {
  const { t } = useTranslation();
  const form = useDraft(emptyDraft());
  const taken = useSession((session) => session.administrations);
  const [at, setAt] = useState(0);
  const [busy, setBusy] = useState(false);
  // Fixed once the first step is done, so that a logo lies where the administration will be.
  const [book, setBook] = useState<string | null>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: each step starts at its heading
  useEffect(() => heading.current?.focus(), [at]);
  const step = steps[at]!;
  const isLast = at === steps.length - 1;

  const finish = async () => {
    setBusy(true);
    const id =
      book ??
      bookIdFor(
        form.draft.name,
        taken.map((known) => known.id),
      );
    const base = newAdministration({ id, name: '', iban: '' });
    goTo('#/import', 'replace');
    try {
      await createAdministration(administrationOf(form.draft, base));
    } catch (error) {
      sessionStore.setState({ error: failureOf(error) });
      setBusy(false);
    }
  };
  const next = (event: FormEvent) => {
    event.preventDefault();
    if (form.check(step.fields) > 0) return;
    setBook(
      (known) =>
        known ??
        bookIdFor(
          form.draft.name,
          taken.map(({ id }) => id),
        ),
    );
    if (isLast) void finish();
    else setAt(at + 1);
  };
  const skip = () => {
    form.revert(step.fields);
    if (isLast) void finish();
    else setAt(at + 1);
  };

  return (
    <form className={styles.wizard} noValidate onSubmit={next}>
      <div className={styles.wizardHead}>
        <Stamp />
        <span>{t('start.wizard.title')}</span>
        <ol className={styles.steps} aria-label={t('start.wizard.steps')}>
          {steps.map(({ id }, index) => (
            <li key={id} aria-current={index === at ? 'step' : undefined} className={index < at ? styles.past : ''}>
              {t(`start.wizard.${id}.title`)}
            </li>
          ))}
        </ol>
      </div>
      <p className={styles.count}>{t('start.wizard.step', { step: at + 1, total: steps.length })}</p>
      <h1 ref={heading} tabIndex={-1} className={styles.title}>
        {t(`start.wizard.${step.id}.title`)}
      </h1>
      <p className={styles.lead}>{t(`start.wizard.${step.id}.text`)}</p>
      <div className={styles.fields}>
        {step.id === 'name' && <IdentityFields form={form} />}
        {step.id === 'address' && <AddressFields form={form} />}
        {step.id === 'terms' && <TermFields form={form} />}
        {step.id === 'sender' && <SenderFields form={form} />}
        {step.id === 'logo' && <LetterheadFields form={form} book={book} />}
      </div>
      <div className={styles.buttons}>
        <Button variant="default" onClick={() => (at === 0 ? onLeave() : setAt(at - 1))}>
          {t('common.back')}
        </Button>
        <span className={styles.later}>{t('start.wizard.later')}</span>
        {at > 0 && (
          <Button variant="subtle" onClick={skip} disabled={busy}>
            {t('common.skip')}
          </Button>
        )}
        <Button type="submit" loading={busy}>
          {isLast ? t('start.wizard.finish') : t('common.next')}
        </Button>
      </div>
    </form>
  );
}
