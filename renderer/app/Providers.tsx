import { MantineProvider } from '@mantine/core';
import { type ReactNode, useEffect, useMemo } from 'react';
import { I18nextProvider } from 'react-i18next';
import { createTranslator } from '#shared/i18n/translate.ts';
import { usePreferences } from '../state/preferences.ts';
import { DensityProvider } from '../ui/density.tsx';
import { theme, themeVariables } from '../ui/theme.ts';

export interface ProvidersProps {
  readonly nonce: string;
  readonly children: ReactNode;
  /** `test` turns off transitions and portals. */
  readonly env?: 'default' | 'test';
}

/** Language, theme and density for everything on screen, from the preferences. */
export function Providers({ nonce, children, env = 'default' }: ProvidersProps) {
  const language = usePreferences((preferences) => preferences.language);
  const scheme = usePreferences((preferences) => preferences.theme);
  const density = usePreferences((preferences) => preferences.density);
  const translator = useMemo(() => createTranslator(language), [language]);
  useEffect(() => {
    document.documentElement.lang = language;
  }, [language]);
  return (
    <I18nextProvider i18n={translator}>
      <MantineProvider
        theme={theme}
        cssVariablesResolver={themeVariables}
        defaultColorScheme="auto"
        {...(scheme === 'auto' ? {} : { forceColorScheme: scheme })}
        getStyleNonce={() => nonce}
        env={env}
      >
        <DensityProvider density={density}>{children}</DensityProvider>
      </MantineProvider>
    </I18nextProvider>
  );
}
