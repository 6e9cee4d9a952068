import { useTranslation } from 'react-i18next';
import { runById } from '../commands/registry.ts';
import { dismissUndo, useUndo } from '../state/undo.ts';
import { Kbd } from '../ui/Kbd.tsx';
import styles from './Frame.module.css';

/** Ten seconds in which the last change can be taken back with the pointer; Ctrl+Z works after it too. */
export function UndoToast() {
  const { t } = useTranslation();
  const last = useUndo();
  return (
    <div role="status" aria-live="polite" className="no-print">
      {last?.shown && (
        <div className={styles.toast}>
          <span>{t(last.text.key, { ...last.text.params })}</span>
          <button type="button" onClick={() => runById('edit.undo')}>
            {t('common.undo')} <Kbd keys="mod+Z" />
          </button>
          <button type="button" aria-label={t('common.close')} onClick={dismissUndo}>
            ×
          </button>
        </div>
      )}
    </div>
  );
}
