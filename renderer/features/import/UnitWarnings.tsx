import { useTranslation } from 'react-i18next';
import { Notice } from '#renderer/ui/Notice.tsx';
import type { DropUnit } from '#shared/domain/drop.ts';
import { problemText } from '#shared/formats/table/problems.ts';
import { Problems } from './Problems.tsx';
import { problemOf } from './wording.ts';

/** What to know of a file that does come in. */
export function UnitWarnings({ unit: { warnings, table } }: { readonly unit: Pick<DropUnit, 'warnings' | 'table'> }) {
  const { t } = useTranslation();
  // The control total says it already, of the items that will be imported.
  const ofTable = (table?.warnings ?? []).filter(
    ({ code }) => code !== 'total-differs' || table?.declaredTotal === null,
  );
  const texts = [
    ...warnings.map(({ file, problem }) => problemOf(t, file, problem)),
    ...ofTable.map((warning) => problemText(t, table?.fileName ?? '', warning)),
  ];
  if (texts.length === 0) return null;
  return (
    <Notice tone="attention" title={t('imports.warnings.title')}>
      <Problems texts={texts} />
    </Notice>
  );
}
