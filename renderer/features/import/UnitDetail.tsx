import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import { useUiLanguage } from '#renderer/ui/language.ts';
import { Notice } from '#renderer/ui/Notice.tsx';
import type { DropUnit } from '#shared/domain/drop/drop.ts';
import { AuditFacts } from './AuditFacts.tsx';
import { BankDetail } from './BankDetail.tsx';
import { ControlDetail } from './ControlDetail.tsx';
import styles from './drop.module.css';
import { InTurn } from './InTurn.tsx';
import { InvoicesDetail } from './InvoicesDetail.tsx';
import { TableDetail } from './TableDetail.tsx';
import { UnitWarnings } from './UnitWarnings.tsx';
import type { UnitState } from './units.ts';
import { isChoice, problemOf, tableProblemOf } from './wording.ts';

/** For whom the file is, and how that is known. */
function Whose({ unit: { owner }, administration }: { readonly unit: DropUnit; readonly administration: string }) {
  const { t } = useTranslation();
  if (owner.owner === 'unknown-account' || owner.owner === 'other') return null;
  const text =
    owner.owner === 'open'
      ? t('imports.unit.whose', { name: administration, by: t(`imports.unit.by.${owner.by}`) })
      : owner.stated === undefined
        ? t('imports.unit.nobodys')
        : t('imports.unit.stated', { stated: owner.stated });
  return <p className={styles.quiet}>{text}</p>;
}

/** Whether there are columns or items to look at: an auditfile of balances has neither. */
function hasDetail({ table, format, kind }: DropUnit): boolean {
  if (!table || (format === 'xaf' && kind === 'control')) return false;
  return table.columns.length > 0 || table.refusal === null;
}

/**
 * Everything there is to know of one unit before it comes in; what is wrong with it first. Drawn anew for another unit only: how
 * far writing is changes nothing in it.
 */
export const UnitDetail = memo(function UnitDetail({
  unit,
  state,
  administration,
}: {
  readonly unit: DropUnit;
  readonly state: UnitState;
  readonly administration: string;
}) {
  const { t } = useTranslation();
  const language = useUiLanguage();
  const { table, bank, invoices, control, files, sameAs } = unit;
  const refusal = unit.refusal
    ? problemOf(t, files[0] ?? '', unit.refusal, language)
    : table?.refusal
      ? tableProblemOf(t, table.fileName, table.refusal, language)
      : null;
  return (
    <div className={styles.body}>
      <InTurn>
        {refusal !== null && (
          <Notice
            tone="broken"
            title={refusal}
            kept={t('imports.refused.kept')}
            {...(state === 'fixable'
              ? { todo: t(`imports.refused.${isChoice(unit) ? 'chooseBelow' : 'mapBelow'}`) }
              : {})}
          />
        )}
        {refusal === null && <Whose unit={unit} administration={administration} />}
        {sameAs !== null && <Notice tone="info" title={t('imports.unit.knownAs', { name: sameAs })} />}
        <UnitWarnings unit={unit} />
        {bank && <BankDetail bank={bank} />}
        {invoices && <InvoicesDetail invoices={invoices} />}
        {unit.kind === 'control' && unit.format === 'xaf' && <AuditFacts unit={unit} />}
        {control && unit.kind === 'control' && <ControlDetail control={control} />}
        {table && hasDetail(unit) && <TableDetail unit={unit} preview={table} />}
      </InTurn>
    </div>
  );
});
