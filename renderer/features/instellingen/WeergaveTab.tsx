import { SegmentedControl } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { type Preferences, setPreference, usePreferences } from '../../state/preferences.ts';
import { failureOf } from '../../state/session.ts';
import { sessionStore } from '../../state/session-store.ts';
import { FormRow } from '../../ui/FormRow.tsx';
import styles from './Instellingen.module.css';

/** Language, theme and row height; applied at once. */
export function WeergaveTab() {
  const { t } = useTranslation();
  return (
    <>
      <p className={styles.lead}>{t('instellingen.weergave.sentence')}</p>
      <Choice name="language" options={['nl', 'en']} texts="languages" />
      <Choice name="theme" options={['auto', 'light', 'dark']} texts="themes" />
      <Choice name="density" options={['compact', 'normal', 'comfortable']} texts="densities" />
    </>
  );
}

interface ChoiceProps<K extends keyof Preferences> {
  readonly name: K;
  readonly options: readonly Preferences[K][];
  readonly texts: string;
}

function Choice<K extends keyof Preferences>({ name, options, texts }: ChoiceProps<K>) {
  const { t } = useTranslation();
  const value = usePreferences((preferences) => preferences[name]);
  const label = t(`instellingen.weergave.${name}`);
  const choose = (chosen: string) => {
    const option = options.find((known) => known === chosen);
    if (!option) return;
    setPreference(name, option).catch((error: unknown) => sessionStore.setState({ error: failureOf(error) }));
  };
  return (
    <FormRow label={label}>
      <SegmentedControl
        aria-label={label}
        value={value}
        transitionDuration={0}
        data={options.map((option) => ({ value: option, label: t(`instellingen.weergave.${texts}.${option}`) }))}
        onChange={choose}
      />
    </FormRow>
  );
}
