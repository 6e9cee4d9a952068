import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { addressOf, goTo } from '../commands/address.ts';
import { isWritable, sessionStore } from '../state/session-store.ts';
import { filesOfDrop } from '../ui/dropped-files.ts';
import styles from './FileDrop.module.css';

const holdsFiles = (event: DragEvent) => event.dataTransfer?.types.includes('Files') ?? false;
const isDialogOpen = () => document.querySelector('[role="dialog"][aria-modal="true"]') !== null;

/** Says on the page that files hang over the window: the style sheets show where they will land. */
function mark(over: boolean): void {
  document.documentElement.toggleAttribute('data-dragging-files', over);
}

/** Files dropped anywhere in the window go to Import, unless the place they land on takes them itself. */
export function FileDrop() {
  const { t } = useTranslation();
  useEffect(() => {
    let leaving: ReturnType<typeof setTimeout> | undefined;
    const over = (event: DragEvent) => {
      if (event.defaultPrevented || !holdsFiles(event)) return;
      event.preventDefault();
      clearTimeout(leaving);
      mark(!isDialogOpen() && isWritable(sessionStore.getState()));
    };
    // Moving from one part of the page to the next leaves the first: only a pause means that the window was left.
    const leave = () => {
      clearTimeout(leaving);
      leaving = setTimeout(() => mark(false), 120);
    };
    const drop = (event: DragEvent) => {
      mark(false);
      if (event.defaultPrevented || !event.dataTransfer || !holdsFiles(event)) return;
      event.preventDefault();
      if (isDialogOpen() || !isWritable(sessionStore.getState())) return;
      const dropped = filesOfDrop(event.dataTransfer);
      if (location.hash !== addressOf(['import'])) goTo(addressOf(['import']));
      void takeToImport(dropped);
    };
    window.addEventListener('dragover', over);
    window.addEventListener('dragleave', leave);
    window.addEventListener('drop', drop);
    return () => {
      clearTimeout(leaving);
      mark(false);
      window.removeEventListener('dragover', over);
      window.removeEventListener('dragleave', leave);
      window.removeEventListener('drop', drop);
    };
  }, []);
  return (
    <p className={styles.hint} aria-hidden="true">
      {t('frame.dropFiles')}
    </p>
  );
}

/** Import is loaded with its screen; what was dropped was read during the event. */
async function takeToImport(dropped: ReturnType<typeof filesOfDrop>): Promise<void> {
  const { addFiles } = await import('../features/import/index.ts');
  const files = await dropped;
  if (files.length > 0) await addFiles(files);
}
