import { createInstance, type FormatterModule, type i18n } from 'i18next';
import { formatCount } from '../money/cents.ts';
import { en } from './en/index.ts';
import { nl } from './nl/index.ts';

export type UiLanguage = 'nl' | 'en';

/** Parameters that are places in a file or chain: written as that program numbers them. */
const places: ReadonlySet<string> = new Set(['row', 'first', 'seq']);

/** Whole numbers read `10.027`, whichever text they stand in. */
const counts: FormatterModule = {
  type: 'formatter',
  init: () => undefined,
  add: () => undefined,
  addCached: () => undefined,
  format(value: unknown, _format, language, options) {
    const isCount = typeof value === 'number' && Number.isInteger(value) && !places.has(options?.interpolationkey);
    return isCount ? formatCount(value, language === 'en' ? 'en' : 'nl') : (value as string);
  },
};

/**
 * The one catalogue, for screens and for the command line. Keys read `namespace.key`; plurals use i18next's `_one` and
 * `_other`; values are inserted as they are (React and the mail templates escape).
 */
export function createTranslator(language: UiLanguage): i18n {
  const instance = createInstance().use(counts);
  void instance.init({
    lng: language,
    fallbackLng: 'nl',
    initAsync: false,
    resources: { nl: { translation: nl }, en: { translation: en } },
    interpolation: { escapeValue: false, alwaysFormat: true },
    returnNull: false,
  });
  return instance;
}
