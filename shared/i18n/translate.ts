import { createInstance, type i18n } from 'i18next';
import { en } from './en/index.ts';
import { nl } from './nl/index.ts';

export type UiLanguage = 'nl' | 'en';

/**
 * The one catalogue, for screens and for the command line. Keys read `namespace.key`; plurals use i18next's `_one` and
 * `_other`; values are inserted as they are (React and the mail templates escape).
 */
export function createTranslator(language: UiLanguage): i18n {
  const instance = createInstance();
  void instance.init({
    lng: language,
    fallbackLng: 'nl',
    initAsync: false,
    resources: { nl: { translation: nl }, en: { translation: en } },
    interpolation: { escapeValue: false },
    returnNull: false,
  });
  return instance;
}
