import { Button } from '@mantine/core';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Failure } from '#shared/contract/errors.ts';
import { limits } from '#shared/contract/limits.ts';
import type { Logo } from '#shared/domain/administration.ts';
import { call } from '../../host/client.ts';
import { uploadFile } from '../../host/upload.ts';
import { DropZone } from '../../ui/DropZone.tsx';
import { FailureNotice } from '../../ui/FailureNotice.tsx';
import { FormRow } from '../../ui/FormRow.tsx';
import { ChoiceRow, NumberRow } from './fields.tsx';
import styles from './Instellingen.module.css';
import { LetterPreview } from './LetterPreview.tsx';
import { sniffImage } from './sniff-image.ts';
import type { DraftForm } from './useDraft.ts';

export interface LetterheadFieldsProps {
  readonly form: DraftForm;
  /** Book the logo is stored in; null while there is none yet, and then there is no logo to choose. */
  readonly book: string | null;
}

/** Width of a new logo on the letter. */
const firstWidthMm = 45;

/** Logo and envelope window, beside a small drawing of the letter they make. */
export function LetterheadFields({ form, book }: LetterheadFieldsProps) {
  const { t } = useTranslation();
  const url = useLogoUrl(book, form.draft.logo);
  return (
    <div className={styles.letterhead}>
      <div>
        {book && <LogoRow form={form} book={book} url={url} />}
        <ChoiceRow
          form={form}
          field="windowSide"
          options={(['left', 'right'] as const).map((value) => ({
            value,
            label: t(`instellingen.form.windows.${value}`),
          }))}
        />
        <NumberRow form={form} field="offsetX" unit="mm" decimals={1} />
        <NumberRow form={form} field="offsetY" unit="mm" decimals={1} />
      </div>
      <LetterPreview draft={form.draft} logoUrl={url} />
    </div>
  );
}

function LogoRow({ form, book, url }: { form: DraftForm; book: string; url: string | null }) {
  const { t } = useTranslation();
  const [wrong, setWrong] = useState<string | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);
  const take = async ([file]: readonly File[]) => {
    if (!file) return;
    setFailure(null);
    const mime = sniffImage(new Uint8Array(await file.slice(0, 16).arrayBuffer()));
    setWrong(
      file.size > limits.logoBytes ? t('instellingen.form.logoLarge') : mime ? null : t('instellingen.form.logoWrong'),
    );
    if (!mime || file.size > limits.logoBytes) return;
    const stored = await uploadFile(book, 'logo', file);
    if (!stored.ok) setFailure(stored.error);
    else form.set('logo', { fileId: stored.value.id, mime, widthMm: form.draft.logo?.widthMm ?? firstWidthMm });
  };
  return (
    <FormRow label={t('instellingen.form.logo')} hint={wrong ? undefined : t('instellingen.form.logoHint')}>
      {form.draft.logo && url ? (
        <div className={styles.logo}>
          <img src={url} alt={t('instellingen.form.logoAlt')} />
          <Button variant="subtle" size="compact-sm" onClick={() => form.set('logo', null)}>
            {t('instellingen.form.logoRemove')}
          </Button>
        </div>
      ) : (
        <DropZone
          title={t('instellingen.form.logoDrop')}
          accept="image/png,image/jpeg"
          onFiles={(files) => void take(files)}
        />
      )}
      {wrong && (
        <p className={styles.error} role="alert">
          {wrong}
        </p>
      )}
      {failure && <FailureNotice failure={failure} />}
    </FormRow>
  );
}

/** A one-time address is read once, so its bytes are kept as an object URL while the logo is on screen. */
function useLogoUrl(book: string | null, logo: Logo | null): string | null {
  const [url, setUrl] = useState<string | null>(null);
  const fileId = logo?.fileId ?? null;
  useEffect(() => {
    if (!book || !fileId) return setUrl(null);
    let made: string | null = null;
    let left = false;
    const read = async () => {
      const answer = await call('files.url', { book, file: { kind: 'logo', id: fileId } });
      if (!answer.ok) return;
      const blob = await (await fetch(answer.value.url)).blob();
      if (left) return;
      made = URL.createObjectURL(blob);
      setUrl(made);
    };
    read().catch(() => setUrl(null));
    return () => {
      left = true;
      if (made) URL.revokeObjectURL(made);
    };
  }, [book, fileId]);
  return url;
}
