import { useTranslation } from 'react-i18next';
import { useUiLanguage } from '#renderer/ui/language.ts';
import { Notice } from '#renderer/ui/Notice.tsx';
import type { DropUnit } from '#shared/domain/drop/drop.ts';
import { Problems } from './Problems.tsx';
import { remarks } from './wording.ts';

/** What to know of a file that does come in. */
export function UnitWarnings({ unit }: { readonly unit: DropUnit }) {
  const { t } = useTranslation();
  const language = useUiLanguage();
  const texts = remarks(t, unit, language);
  if (texts.length === 0) return null;
  return (
    <Notice tone="attention" title={t('imports.warnings.title')}>
      <Problems texts={texts} />
    </Notice>
  );
}
