import { NativeSelect } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useUiLanguage } from '#renderer/ui/language.ts';
import { Notice } from '#renderer/ui/Notice.tsx';
import { StatusText } from '#renderer/ui/StatusText.tsx';
import type { ImportPreview } from '#shared/domain/import-preview.ts';
import { profileNames } from '#shared/formats/table/fields.ts';
import { problemText } from '#shared/formats/table/problems.ts';
import styles from './import.module.css';
import { choose } from './job.ts';
import { controlText, controlTotal, whatItIs } from './wording.ts';

/** What the file is, how its numbers and dates are read, and whether its own total agrees. */
export function FileFacts({ preview }: { readonly preview: ImportPreview }) {
  const { t } = useTranslation();
  const language = useUiLanguage();
  const control = controlTotal(preview);
  // The control total says it already, of the items that will be imported.
  const warnings = preview.warnings.filter(({ code }) => code !== 'total-differs' || preview.declaredTotal === null);
  return (
    <section className={styles.facts} aria-label={t('imports.what.title')}>
      <p className={styles.what}>{whatItIs(t, preview)}</p>
      {preview.profile && (
        <p className={styles.quiet}>{t('table.recognisedAs', { profile: profileNames[preview.profile] })}</p>
      )}
      {preview.remembered && <p className={styles.quiet}>{t('imports.what.remembered')}</p>}
      {!preview.refusal && (
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
            value={preview.sheet ?? ''}
            data={[...preview.sheets]}
            onChange={(event) => choose({ sheet: event.currentTarget.value })}
          />
        )}
        <NativeSelect
          label={t('imports.what.decimals')}
          value={preview.decimals ?? ''}
          onChange={(event) => choose({ decimals: event.currentTarget.value === 'point' ? 'point' : 'comma' })}
        >
          {preview.decimals === null && <option value="">{t('imports.what.decimalsUnknown')}</option>}
          <option value="comma">{t('imports.what.decimal.comma')}</option>
          <option value="point">{t('imports.what.decimal.point')}</option>
        </NativeSelect>
        {(preview.encoding === 'windows-1252' || preview.encoding === 'cp850') && (
          <NativeSelect
            label={t('imports.what.letters')}
            value={preview.encoding}
            onChange={(event) => choose({ encoding: event.currentTarget.value === 'cp850' ? 'cp850' : null })}
          >
            <option value="windows-1252">{t('imports.what.encodings.windows-1252')}</option>
            <option value="cp850">{t('imports.what.encodings.cp850')}</option>
          </NativeSelect>
        )}
        {preview.dateOrder !== null && preview.dateOrder !== 'ymd' && (
          <NativeSelect
            label={t('imports.what.dates')}
            value={preview.dateOrder}
            onChange={(event) => choose({ dateOrder: event.currentTarget.value === 'mdy' ? 'mdy' : 'dmy' })}
          >
            <option value="dmy">{t('imports.what.date.dmy')}</option>
            <option value="mdy">{t('imports.what.date.mdy')}</option>
          </NativeSelect>
        )}
      </div>
      {preview.sameAs !== null && <Notice tone="info" title={t('imports.sameAs', { name: preview.sameAs })} />}
      {warnings.length > 0 && (
        <Notice tone="attention" title={t('imports.warnings.title')}>
          <ul className={styles.problems}>
            {warnings.map((warning) => (
              <li key={`${warning.code} ${warning.row} ${warning.column}`}>
                {problemText(t, preview.fileName, warning)}
              </li>
            ))}
          </ul>
        </Notice>
      )}
    </section>
  );
}
