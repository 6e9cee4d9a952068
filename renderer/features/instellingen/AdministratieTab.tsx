import { Button } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Failure } from '#shared/contract/errors.ts';
import type { Administration } from '#shared/domain/administration.ts';
import { useCommands } from '../../commands/registry.ts';
import { useAdministration } from '../../db/read/hooks.ts';
import { useFolderWatch } from '../../state/import-folder.ts';
import { failureOf, saveAdministration } from '../../state/session.ts';
import { isWritable, useSession } from '../../state/session-store.ts';
import { FailureNotice } from '../../ui/FailureNotice.tsx';
import { StatusText } from '../../ui/StatusText.tsx';
import { FolderPlace } from '../import/index.ts';
import { AddressFields, IdentityFields, LawFields, SenderFields, TermFields } from './AdministrationFields.tsx';
import { administrationOf, draftOf } from './administration-draft.ts';
import styles from './Instellingen.module.css';
import { LetterheadFields } from './LetterheadFields.tsx';
import { type DraftForm, useDraft } from './useDraft.ts';

/** Everything the letters say of the creditor, and when the engine may write them. */
export function AdministratieTab() {
  const administration = useAdministration();
  return administration ? <AdministrationForm key={administration.id} administration={administration} /> : null;
}

function AdministrationForm({ administration }: { readonly administration: Administration }) {
  const form = useDraft(draftOf(administration));
  return (
    <form noValidate onSubmit={(event) => event.preventDefault()}>
      <Section name="identity">
        <IdentityFields form={form} />
      </Section>
      <Section name="address">
        <AddressFields form={form} />
      </Section>
      <Section name="letterhead">
        <LetterheadFields form={form} book={administration.id} />
      </Section>
      <Section name="terms">
        <TermFields form={form} />
      </Section>
      <Section name="sender">
        <SenderFields form={form} />
      </Section>
      <Section name="law">
        <LawFields form={form} />
      </Section>
      <ImportFolderPart />
      <SaveBar form={form} administration={administration} />
    </form>
  );
}

/** The folder that is watched; chosen at once, not with the form. */
function ImportFolderPart() {
  const { t } = useTranslation();
  useFolderWatch();
  return (
    <section className={styles.section}>
      <h2>{t('importmap.title')}</h2>
      <p className={styles.lead}>{t('importmap.place.settings')}</p>
      <FolderPlace />
    </section>
  );
}

function Section({ name, children }: { readonly name: string; readonly children: ReactNode }) {
  const { t } = useTranslation();
  return (
    <section className={styles.section}>
      <h2>{t(`instellingen.form.sections.${name}`)}</h2>
      {children}
    </section>
  );
}

function SaveBar({ form, administration }: { readonly form: DraftForm; readonly administration: Administration }) {
  const { t } = useTranslation();
  const writable = useSession(isWritable);
  const [state, setState] = useState<'idle' | 'saving' | 'saved'>('idle');
  const [tried, setTried] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);
  const save = async () => {
    const faults = form.check();
    setTried(faults > 0);
    if (faults > 0 || !form.isChanged) return;
    setState('saving');
    setFailure(null);
    try {
      const next = administrationOf(form.draft, administration);
      await saveAdministration(next);
      form.reset(draftOf(next));
      setState('saved');
    } catch (error) {
      setFailure(failureOf(error));
      setState('idle');
    }
  };
  const wrong = tried ? form.faults : 0;
  useCommands([
    {
      id: 'administration.save',
      labelKey: 'instellingen.form.save',
      groupKey: 'commands.groups.administration',
      shortcut: 'mod+S',
      when: () => form.isChanged && writable,
      run: save,
    },
  ]);
  return (
    <div className={`${styles.saveBar} no-print`}>
      {failure && <FailureNotice failure={failure} onDismiss={() => setFailure(null)} />}
      <div className={styles.bar}>
        <span role="status">
          {wrong > 0 ? (
            <StatusText tone="attention">{t('instellingen.form.fix', { count: wrong })}</StatusText>
          ) : form.isChanged ? (
            t('instellingen.form.unsaved')
          ) : (
            state === 'saved' && <StatusText tone="good">{t('instellingen.form.saved')}</StatusText>
          )}
        </span>
        {form.isChanged && (
          <Button variant="subtle" onClick={() => form.reset(draftOf(administration))}>
            {t('instellingen.form.discard')}
          </Button>
        )}
        <Button
          type="submit"
          onClick={() => void save()}
          disabled={!form.isChanged || !writable}
          loading={state === 'saving'}
        >
          {t('instellingen.form.save')}
        </Button>
      </div>
    </div>
  );
}
