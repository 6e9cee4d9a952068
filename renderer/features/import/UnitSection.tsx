import { Button } from '@mantine/core';
import { Fragment } from 'react';
import { useTranslation } from 'react-i18next';
import { useUiLanguage } from '#renderer/ui/language.ts';
import { StatusText } from '#renderer/ui/StatusText.tsx';
import type { DropUnit } from '#shared/domain/drop/drop.ts';
import { formatMoney } from '#shared/money/cents.ts';
import { AccountQuestion } from './AccountQuestion.tsx';
import styles from './drop.module.css';
import { choose, useImportJob } from './job.ts';
import { UnitDetail } from './UnitDetail.tsx';
import { type UnitState, unitHeadId } from './units.ts';
import { isChoice, openText, reasonOf, remarks, unitChanges, unitSort, unitTotal } from './wording.ts';

export interface UnitSectionProps {
  readonly unit: DropUnit;
  readonly state: UnitState;
  readonly administration: string;
  /** While the drop is written. */
  readonly writing: 'busy' | 'done' | null;
  readonly open: boolean;
  readonly onOpen: (open: boolean) => void;
}

/** One file, or the files of one import: what it is, what it changes and whether it agrees, in a line that opens. */
export function UnitSection({ unit, state, administration, writing, open, onOpen }: UnitSectionProps) {
  const { t } = useTranslation();
  const language = useUiLanguage();
  const busy = useImportJob(({ phase }) => phase === 'keeping' || phase === 'writing');
  const [first = '', ...more] = unit.files;
  const name = more.length === 0 ? first : t('imports.unit.files', { name: first, count: more.length });
  const isOut = state === 'left-out' || state === 'known';
  const isQuiet = isOut || state === 'repeated' || state === 'unchanged';
  const changes = state === 'ready' || state === 'question' ? unitChanges(t, unit) : [];
  const warnings = remarks(t, unit, language).length;
  const refusal = unit.refusal ?? unit.table?.refusal;
  const reason = refusal && state !== 'fixable' ? reasonOf(t, refusal, language) : null;
  const words = [
    ...changes,
    ...(warnings > 0 && !isOut && !refusal ? [t('imports.unit.warnings', { count: warnings })] : []),
  ];
  // Taking in once more what the books hold already would bring nothing.
  const canChoose = (isOut && !(state === 'known' && unit.unchanged)) || state === 'ready' || state === 'fixable';
  const headId = unitHeadId(unit.id);
  return (
    <section className={`${styles.unit} ${isQuiet ? styles.out : ''}`} aria-labelledby={headId}>
      <div className={styles.head}>
        <h3>
          <button
            type="button"
            id={headId}
            className={styles.toggle}
            aria-expanded={open}
            aria-controls={`${headId}-body`}
            title={unit.files.join('\n')}
            onClick={() => onOpen(!open)}
          >
            <svg className={styles.chevron} viewBox="0 0 9 9" aria-hidden="true">
              <path d="M2.5 1l4 3.5-4 3.5" />
            </svg>
            <span className={styles.name}>{name}</span>
          </button>
        </h3>
        <div className={styles.what}>
          <strong>{unitSort(t, unit)}</strong>
          {(words.length > 0 || reason) && ' · '}
          {words.map((word, at) => (
            <Fragment key={word}>
              <span className={styles.part}>{at < words.length - 1 ? `${word} ·` : word}</span>{' '}
            </Fragment>
          ))}
          {reason}
        </div>
        <div className={styles.check}>
          <UnitCheck unit={unit} state={state} writing={writing} />
        </div>
        <div className={styles.action}>
          {canChoose && (
            <Button
              variant="subtle"
              size="compact-sm"
              className={styles.aside}
              disabled={busy}
              aria-label={t(isOut ? 'imports.unit.takeOf' : 'imports.unit.leaveOutOf', { name })}
              onClick={() => choose(unit.id, { take: isOut })}
            >
              {t(isOut ? 'imports.unit.take' : 'imports.unit.leaveOut')}
            </Button>
          )}
        </div>
      </div>
      {state === 'question' && <AccountQuestion unit={unit} administration={administration} />}
      <div id={`${headId}-body`} hidden={!open}>
        {open && <UnitDetail unit={unit} state={state} administration={administration} />}
      </div>
    </section>
  );
}

/** Whether the file agrees with itself, or why it does not come in. */
function UnitCheck({ unit, state, writing }: Pick<UnitSectionProps, 'unit' | 'state' | 'writing'>) {
  const { t } = useTranslation();
  const language = useUiLanguage();
  if (writing)
    return <StatusText tone={writing === 'done' ? 'good' : 'muted'}>{t(`imports.unit.${writing}`)}</StatusText>;
  if (state === 'refused') return <StatusText tone="broken">{t('imports.unit.refused')}</StatusText>;
  if (state === 'fixable') {
    return <StatusText tone="attention">{t(`imports.unit.${isChoice(unit) ? 'choice' : 'fixable'}`)}</StatusText>;
  }
  if (state === 'question') return <StatusText tone="attention">{t('imports.unit.question')}</StatusText>;
  if (state === 'repeated') return <StatusText tone="muted">{t('imports.unit.repeated')}</StatusText>;
  if (state === 'unchanged') return <StatusText tone="muted">{t('imports.changes.none')}</StatusText>;
  if (state === 'known') return <StatusText tone="muted">{t('imports.unit.known')}</StatusText>;
  if (state === 'left-out') return <StatusText tone="muted">{t('imports.unit.leftOut')}</StatusText>;
  const { bank, control, kind } = unit;
  const short = (name: string, amounts: Readonly<Record<string, number>> = {}) =>
    t(
      `imports.control.short.${name}`,
      Object.fromEntries(Object.entries(amounts).map(([key, cents]) => [key, formatMoney(cents, 'EUR', language)])),
    );
  if (bank) {
    const gaps = bank.statementRows.filter(({ reconciles }) => reconciles === false).length;
    if (gaps > 0) return <StatusText tone="attention">{t('imports.control.short.gaps', { count: gaps })}</StatusText>;
    const isSure = bank.statementRows.length > 0 && bank.statementRows.every(({ reconciles }) => reconciles);
    return isSure ? <StatusText tone="good">{short('reconciles')}</StatusText> : null;
  }
  if (control && kind === 'control') {
    const difference = control.total - control.books;
    return difference === 0 ? (
      <StatusText tone="good">{short('matches', { total: control.total })}</StatusText>
    ) : (
      <StatusText tone="attention">{short('differs', { difference })}</StatusText>
    );
  }
  const total = unitTotal(unit);
  if (!total) return null;
  if (total.state === 'differs') {
    return <StatusText tone="attention">{short('differs', { difference: total.difference })}</StatusText>;
  }
  const tone = total.state === 'matches' ? 'good' : 'muted';
  return (
    <StatusText tone={tone}>
      {t(`imports.control.short.${total.state}`, { total: openText(total.sum, language) })}
    </StatusText>
  );
}
