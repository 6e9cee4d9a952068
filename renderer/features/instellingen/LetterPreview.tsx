import { useTranslation } from 'react-i18next';
import type { AdministrationDraft } from './administration-draft.ts';
import styles from './LetterPreview.module.css';

/** Millimetres from the paper's left edge to the window, and from its top; a DL envelope. */
const windowLeft = { left: 20, right: 105 } as const;
const windowTop = 45;

/** The top of the letter drawn small: letterhead, and where the address falls in the envelope's window. */
export function LetterPreview({
  draft,
  logoUrl,
}: {
  readonly draft: AdministrationDraft;
  readonly logoUrl: string | null;
}) {
  const { t } = useTranslation();
  const left = windowLeft[draft.windowSide] + (Number(draft.offsetX) || 0);
  const top = windowTop + (Number(draft.offsetY) || 0);
  const place = [draft.postalCode, draft.city].filter(Boolean).join('  ');
  const lines = [draft.street, place, draft.phone, draft.email].filter(Boolean);
  return (
    <figure className={styles.figure}>
      <div className={styles.paper}>
        <div className={styles.head}>
          {logoUrl ? (
            <img src={logoUrl} alt="" style={{ maxWidth: `${((draft.logo?.widthMm ?? 45) / 210) * 100}%` }} />
          ) : (
            <strong>{draft.name}</strong>
          )}
        </div>
        <address className={styles.creditor} style={draft.windowSide === 'left' ? { left: '62%' } : { left: '10%' }}>
          {[...(logoUrl ? [draft.name] : []), ...lines].map((line) => (
            <span key={line}>{line}</span>
          ))}
        </address>
        <div className={styles.window} style={{ left: `${(left / 210) * 100}%`, top: `${(top / 160) * 100}%` }}>
          {t('instellingen.form.previewDebtor')}
        </div>
      </div>
      <figcaption>{t('instellingen.form.preview')}</figcaption>
    </figure>
  );
}
