import { useTranslation } from 'react-i18next';
import styles from './FilterChips.module.css';

export interface FilterChip {
  readonly id: string;
  /** Part of the sentence: "zakelijk", "meer dan 30 dagen te laat". */
  readonly text: string;
  readonly onRemove: () => void;
}

export interface FilterChipsProps {
  /** Opens the sentence: "12 debiteuren:" or "Alle debiteuren". */
  readonly lead: string;
  readonly chips: readonly FilterChip[];
  readonly onClear?: () => void;
}

/** Active filters that read as one sentence; each part can be taken out of it. */
export function FilterChips({ lead, chips, onClear }: FilterChipsProps) {
  const { t } = useTranslation();
  return (
    <div className={styles.sentence}>
      <span>{lead}</span>
      {chips.map((chip, index) => (
        <span key={chip.id} className={styles.part}>
          <button
            type="button"
            className={styles.chip}
            onClick={chip.onRemove}
            aria-label={t('common.removeFilter', { filter: chip.text })}
          >
            {chip.text}
            <span aria-hidden="true" className={styles.cross}>
              ×
            </span>
          </button>
          {index < chips.length - 1 && <span aria-hidden="true">,</span>}
        </span>
      ))}
      {chips.length > 1 && onClear && (
        <button type="button" className={styles.clear} onClick={onClear}>
          {t('common.clearFilters')}
        </button>
      )}
    </div>
  );
}
