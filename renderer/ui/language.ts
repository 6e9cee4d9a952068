import { useContext } from 'react';
import { I18nContext } from 'react-i18next';

/**
 * Language of dates and amounts on screen. Reads the context alone: `useTranslation` also subscribes, which is too much
 * for every cell of a table, and another language comes with another translator.
 */
export function useUiLanguage(): 'nl' | 'en' {
  return useContext(I18nContext)?.i18n.language === 'en' ? 'en' : 'nl';
}
