import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useSession } from '#renderer/state/session.ts';
import { Amount } from '#renderer/ui/Amount.tsx';
import { formatBytes } from '#renderer/ui/format-bytes.ts';
import { useUiLanguage } from '#renderer/ui/language.ts';
import { ProgressLine } from '#renderer/ui/ProgressLine.tsx';
import { StatusText } from '#renderer/ui/StatusText.tsx';
import styles from './drop.module.css';
import { stopReading, useImportJob } from './job.ts';
import { unitHeadId, unitState, waitingUnits } from './units.ts';

/** How far it is, or what stands in the way and what the total becomes, beside the one button. */
export function ImportFooter({
  onShow,
  children,
}: {
  readonly onShow: (unitId: string) => void;
  readonly children: ReactNode;
}) {
  const { t } = useTranslation();
  const { phase, preview, done, total } = useImportJob((job) => job);
  const job = useSession(({ progress }) => progress?.job);
  const isReading = phase === 'reading';
  return (
    <div className={styles.footer}>
      {phase === 'keeping' || phase === 'writing' ? (
        <ProgressLine label={t(`imports.${phase}`)} done={done} total={total} />
      ) : isReading && job === 'comparing' ? (
        <Comparing />
      ) : preview && !(isReading && job === 'reading') ? (
        <Totals onShow={onShow} />
      ) : (
        <Reading />
      )}
      {children}
    </div>
  );
}

/** Reading in bytes, with the time left once that can be told. */
function Reading() {
  const { t } = useTranslation();
  const language = useUiLanguage();
  const { phase, files, since } = useImportJob((job) => job);
  const progress = useSession((session) => session.progress);
  if (phase !== 'reading') return <span />;
  const total = files.reduce((sum, { file }) => sum + file.size, 0);
  const done = progress?.job === 'reading' ? Math.min(progress.done, total) : 0;
  const bytes = t('common.doneOfTotal', { done: formatBytes(done, language), total: formatBytes(total, language) });
  const passed = (performance.now() - since) / 1000;
  const seconds = done > 0 && passed > 2 ? Math.ceil((passed / done) * (total - done)) : 0;
  const time =
    seconds < 60
      ? t('imports.reading.seconds', { count: seconds })
      : t('imports.reading.minutes', { count: Math.ceil(seconds / 60) });
  return (
    <ProgressLine
      label={t('imports.reading.label', { count: files.length })}
      done={done}
      total={total}
      count={seconds > 0 ? t('imports.reading.left', { bytes, time }) : bytes}
      onCancel={stopReading}
    />
  );
}

/** Comparing bank lines with the books, once that takes a while. */
function Comparing() {
  const { t } = useTranslation();
  const progress = useSession((session) => session.progress);
  if (!progress) return null;
  const { done, total } = progress;
  return <ProgressLine label={t('imports.comparing')} done={done} total={total} onCancel={stopReading} />;
}

function Totals({ onShow }: { readonly onShow: (unitId: string) => void }) {
  const { t } = useTranslation();
  const preview = useImportJob((job) => job.preview);
  const choices = useImportJob((job) => job.choices);
  if (!preview) return null;
  const waits = waitingUnits(preview, choices);
  const refused = preview.units.filter((unit) => unitState(unit, choices) === 'refused');
  const show = (unitId: string) => {
    onShow(unitId);
    document.getElementById(unitHeadId(unitId))?.focus();
  };
  const problem = (name: 'waits' | 'refused', units: typeof waits) =>
    units[0] && (
      <StatusText tone={name === 'waits' ? 'attention' : 'broken'}>
        <button type="button" className={styles.jump} onClick={() => units[0] && show(units[0].id)}>
          {t(`imports.footer.${name}`, { count: units.length })}
        </button>
      </StatusText>
    );
  const { openBefore, openAfter } = preview;
  return (
    <div className={styles.state}>
      {problem('waits', waits)}
      {problem('refused', refused)}
      <span className={styles.before}>
        {t(openBefore === openAfter ? 'imports.footer.stays' : 'imports.footer.open')}{' '}
        <Amount cents={openBefore} inline />
        {openBefore !== openAfter && (
          <>
            {' → '}
            <Amount cents={openAfter} inline strong />
          </>
        )}
      </span>
    </div>
  );
}
