import { useTranslation } from 'react-i18next';

/** Language of dates and amounts on screen. */
export function useUiLanguage(): 'nl' | 'en' {
  return useTranslation().i18n.language === 'en' ? 'en' : 'nl';
}
