import type { ImportPreview } from '#shared/domain/import/preview.ts';
import { isRecordRow } from '#shared/formats/table/problems.ts';
import { Numbers } from './Numbers.tsx';

/** What confirming a list would change, as numbers; a list of debtors holds no items. */
export function ChangeNumbers({ preview }: { readonly preview: ImportPreview }) {
  const items = [
    ['itemsNew', preview.itemsNew],
    ['itemsChanged', preview.itemsChanged],
    ['itemsSame', preview.itemsSame],
    ['itemsGone', preview.itemsGone],
  ] as const;
  return (
    <Numbers
      numbers={[
        ...(preview.kind === 'debtors' ? [] : items),
        ['skipped', preview.skipped.filter(isRecordRow).length],
        ['debtorsNew', preview.debtorsNew],
        ['debtorsChanged', preview.debtorsChanged],
      ]}
    />
  );
}
