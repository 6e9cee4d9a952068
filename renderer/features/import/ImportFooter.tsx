import { type ReactNode, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useSession } from '#renderer/state/session.ts';
import type { Progress } from '#renderer/state/session-store.ts';
import { formatBytes } from '#renderer/ui/format-bytes.ts';
import { useUiLanguage } from '#renderer/ui/language.ts';
import { ProgressLine } from '#renderer/ui/ProgressLine.tsx';
import { StatusText } from '#renderer/ui/StatusText.tsx';
import type { DropPreview } from '#shared/domain/drop/drop.ts';
import { formatTotals } from '#shared/money/cents.ts';
import styles from './drop.module.css';
import { stopReading, useImportJob } from './job.ts';
import { unitHeadId, unitState, waitingUnits } from './units.ts';

/** How far it is, or what stands in the way and what the total becomes, beside the one button. */
export function ImportFooter({
  preview,
  isSettled,
  onShow,
  children,
}: {
  /** As it is drawn above. */
  readonly preview: DropPreview | null;
  /** It is of all files and choices. */
  readonly isSettled: boolean;
  readonly onShow: (unitId: string) => void;
  readonly children: ReactNode;
}) {
  const { t } = useTranslation();
  const { phase, done, total } = useImportJob((job) => job);
  const progress = useSession((session) => session.progress);
  const here = useRef<HTMLDivElement>(null);
  // The button that was pressed goes: the keyboard stays where it was.
  const stop = () => {
    here.current?.focus();
    stopReading();
  };
  // Between reading and comparing nothing is told: what was told last stays until all is drawn.
  const told = useRef(progress);
  if (progress || isSettled) told.current = progress;
  return (
    <div ref={here} tabIndex={-1} className={styles.footer}>
      {phase === 'keeping' || phase === 'writing' ? (
        <ProgressLine label={t(`imports.${phase}`)} done={done} total={total} />
      ) : told.current?.job === 'comparing' ? (
        <Comparing progress={told.current} onStop={stop} />
      ) : preview && told.current?.job !== 'reading' ? (
        <Totals preview={preview} onShow={onShow} />
      ) : (
        <Reading progress={told.current} onStop={stop} />
      )}
      {children}
    </div>
  );
}

/** Reading in bytes, with the time left once that can be told. */
function Reading({ progress, onStop }: { readonly progress: Progress | null; readonly onStop: () => void }) {
  const { t } = useTranslation();
  const language = useUiLanguage();
  const { files, since, failure } = useImportJob((job) => job);
  if (failure) return <span />;
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
      onCancel={onStop}
    />
  );
}

/** Comparing bank lines with the books, once that takes a while. */
function Comparing({ progress, onStop }: { readonly progress: Progress; readonly onStop: () => void }) {
  const { t } = useTranslation();
  const { done, total } = progress;
  return <ProgressLine label={t('imports.comparing')} done={done} total={total} onCancel={onStop} />;
}

interface TotalsProps {
  readonly preview: DropPreview;
  readonly onShow: (unitId: string) => void;
}

function Totals({ preview, onShow }: TotalsProps) {
  const { t } = useTranslation();
  const language = useUiLanguage();
  const choices = useImportJob((job) => job.choices);
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
  const before = formatTotals(preview.openBefore, language);
  const after = formatTotals(preview.openAfter, language);
  return (
    <div className={styles.state}>
      {problem('waits', waits)}
      {problem('refused', refused)}
      <span className={styles.before}>
        {t(before === after ? 'imports.footer.stays' : 'imports.footer.open')} {before}
        {before !== after && (
          <>
            {' → '}
            <strong>{after}</strong>
          </>
        )}
      </span>
    </div>
  );
}
