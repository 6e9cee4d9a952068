import { NativeSelect } from '@mantine/core';
import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import { useUiLanguage } from '#renderer/ui/language.ts';
import { StatusText } from '#renderer/ui/StatusText.tsx';
import type { ImportPreview } from '#shared/domain/import/preview.ts';
import { type ProfileId, profileNames, tableKinds } from '#shared/formats/table/fields.ts';
import styles from './import.module.css';
import { choose, useImportJob } from './job.ts';
import { usePending } from './pending.ts';
import { controlText, controlTotal, whatItIs } from './wording.ts';

/** A sheet by its name and what it holds: "Blad1 · openstaande posten · 312 rijen". */
function sheetText(t: TFunction, { looks }: ImportPreview, name: string): string {
  const look = looks.find((sheet) => sheet.name === name);
  if (!look) return name;
  return t('imports.what.sheetOption', {
    name,
    looks: t(`imports.what.looks.${look.looksLike ?? 'nothing'}`),
    count: look.rows,
  });
}

/** What the file is, how its numbers and dates are read, and whether its own total agrees. */
export function FileFacts({ unitId, preview }: { readonly unitId: string; readonly preview: ImportPreview }) {
  const { t } = useTranslation();
  const language = useUiLanguage();
  const chosenProfile = useImportJob((job) => job.choices[unitId]?.profile);
  const pending = usePending(unitId);
  const profile = pending.profile === undefined ? preview.profile : pending.profile;
  const control = controlTotal(preview, preview.declaredTotal);
  return (
    <div className={styles.facts}>
      <p className={styles.what}>{whatItIs(t, preview)}</p>
      {preview.profile && (
        <p className={styles.quiet}>{t('table.recognisedAs', { profile: profileNames[preview.profile] })}</p>
      )}
      {preview.remembered && <p className={styles.quiet}>{t('imports.what.remembered')}</p>}
      {!preview.refusal && preview.kind !== 'debtors' && preview.kind !== 'control' && (
        <p>
          <StatusText tone={control.state === 'matches' ? 'good' : control.state === 'differs' ? 'attention' : 'muted'}>
            {controlText(t, control, language)}
          </StatusText>
        </p>
      )}
      <div className={styles.choices}>
        {preview.sheets.length > 1 && (
          <NativeSelect
            label={t('imports.what.sheetChoice')}
            value={pending.sheet ?? preview.sheet ?? ''}
            data={preview.sheets.map((name) => ({ value: name, label: sheetText(t, preview, name) }))}
            onChange={(event) => choose(unitId, { sheet: event.currentTarget.value })}
          />
        )}
        <NativeSelect
          label={t('imports.what.kind')}
          value={pending.tableKind ?? preview.kind}
          data={tableKinds.map((kind) => ({ value: kind, label: t(`imports.what.looks.${kind}`) }))}
          onChange={(event) => {
            const tableKind = tableKinds.find((kind) => kind === event.currentTarget.value);
            if (tableKind) choose(unitId, { tableKind });
          }}
        />
        {(preview.profile !== null || chosenProfile !== undefined) && (
          <NativeSelect
            label={t('imports.what.profile')}
            value={profile ?? ''}
            data={[
              { value: '', label: t('imports.what.noProfile') },
              ...Object.entries(profileNames).map(([value, label]) => ({ value, label })),
            ]}
            onChange={(event) => choose(unitId, { profile: (event.currentTarget.value || null) as ProfileId | null })}
          />
        )}
        {/* Of whole euros, and of numbers in a workbook, there is nothing to choose. */}
        {(preview.decimals !== null || preview.refusal) && (
          <NativeSelect
            label={t('imports.what.decimals')}
            value={pending.decimals ?? preview.decimals ?? ''}
            onChange={(event) =>
              choose(unitId, { decimals: event.currentTarget.value === 'point' ? 'point' : 'comma' })
            }
          >
            {preview.decimals === null && <option value="">{t('imports.what.decimalsUnknown')}</option>}
            <option value="comma">{t('imports.what.decimal.comma')}</option>
            <option value="point">{t('imports.what.decimal.point')}</option>
          </NativeSelect>
        )}
        {preview.unclearSign && (
          <NativeSelect
            label={t('imports.what.signCurrency', { sign: preview.unclearSign.sign })}
            value={pending.signCurrency ?? preview.unclearSign.currency ?? ''}
            onChange={(event) => choose(unitId, { signCurrency: event.currentTarget.value })}
          >
            {preview.unclearSign.currency === null && <option value="">{t('imports.what.signCurrencyUnknown')}</option>}
            {preview.unclearSign.currencies.map((code) => (
              <option key={code} value={code}>
                {code}
              </option>
            ))}
          </NativeSelect>
        )}
        {(preview.encoding === 'windows-1252' || preview.encoding === 'cp850') && (
          <NativeSelect
            label={t('imports.what.letters')}
            value={pending.encoding === null ? 'windows-1252' : (pending.encoding ?? preview.encoding)}
            onChange={(event) => choose(unitId, { encoding: event.currentTarget.value === 'cp850' ? 'cp850' : null })}
          >
            <option value="windows-1252">{t('imports.what.encodings.windows-1252')}</option>
            <option value="cp850">{t('imports.what.encodings.cp850')}</option>
          </NativeSelect>
        )}
        {preview.dateOrder !== null && preview.dateOrder !== 'ymd' && (
          <NativeSelect
            label={t('imports.what.dates')}
            value={pending.dateOrder ?? preview.dateOrder}
            onChange={(event) => choose(unitId, { dateOrder: event.currentTarget.value === 'mdy' ? 'mdy' : 'dmy' })}
          >
            <option value="dmy">{t('imports.what.date.dmy')}</option>
            <option value="mdy">{t('imports.what.date.mdy')}</option>
          </NativeSelect>
        )}
      </div>
    </div>
  );
}
