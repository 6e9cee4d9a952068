import { Button, Tabs } from '@mantine/core';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { Notice } from '#renderer/ui/Notice.tsx';
import styles from './aanmanen.module.css';
import { chooseLetters, useChoice } from './choice.ts';
import { PdfPages } from './PdfPages.tsx';
import type { OpenPdf } from './pdf.ts';
import { type StoppedReason, stoppedReasons } from './stopped-letter.ts';
import type { Preview } from './use-preview.ts';

export interface LetterColumnProps {
  readonly preview: Preview | null;
  readonly onRetry: () => void;
}

/** The letter itself: the PDF as it will be on paper, and the mail it goes with. */
export function LetterColumn({ preview, onRetry }: LetterColumnProps) {
  const { t } = useTranslation();
  const tab = useChoice((choice) => choice.tab);
  const pages = preview?.pdf?.pages.length ?? 0;
  return (
    <section className={styles.letter} aria-label={t('aanmanen.letter.title')} aria-busy={!preview?.pdf}>
      <Tabs
        value={tab}
        onChange={(value) => chooseLetters({ tab: value === 'mail' ? 'mail' : 'letter' })}
        keepMounted={false}
        className={styles.tabs ?? ''}
      >
        <Tabs.List>
          <Tabs.Tab value="letter">{t('aanmanen.letter.title')}</Tabs.Tab>
          <Tabs.Tab value="mail">{t('aanmanen.letter.mail')}</Tabs.Tab>
          {pages > 0 && <span className={styles.pageCount}>{t('aanmanen.letter.pages', { count: pages })}</span>}
        </Tabs.List>
        <Tabs.Panel value="letter" tabIndex={0} className={styles.sheet ?? ''}>
          <Sheet preview={preview} onRetry={onRetry} />
        </Tabs.Panel>
        {/* Stays in the page behind the letter: its address answers once. */}
        <Tabs.Panel value="mail" keepMounted className={styles.sheet ?? ''}>
          <Mail preview={preview} />
        </Tabs.Panel>
      </Tabs>
    </section>
  );
}

function Sheet({ preview, onRetry }: LetterColumnProps) {
  const { t } = useTranslation();
  // The letter before stays, faded, until the next one is drawn: a blank sheet at every key would flicker.
  const last = useRef<OpenPdf | null>(null);
  useEffect(() => {
    if (preview?.pdf) last.current = preview.pdf;
  }, [preview]);
  if (!preview) return <p className={styles.quiet}>{t('aanmanen.letter.pick')}</p>;
  if (preview.failure) {
    const stopped = stoppedReasons(t, preview.failure);
    if (stopped.length > 0) return <StoppedLetter reasons={stopped} />;
    return (
      <Notice
        tone="broken"
        title={t('aanmanen.letter.failed', { reason: t(`errors.${preview.failure.code}`, preview.failure.params) })}
        details={`${preview.failure.code}: ${preview.failure.message}`}
        action={
          <Button size="compact-sm" onClick={onRetry}>
            {t('aanmanen.letter.retry')}
          </Button>
        }
      />
    );
  }
  if (!preview.plan) return <Notice tone="attention" title={t('aanmanen.letter.gone')} />;
  const missing = preview.mail?.missingGlyphs ?? [];
  const shown = preview.pdf ?? last.current;
  return (
    <>
      {missing.length > 0 && (
        <Notice tone="attention" title={t('aanmanen.letter.missingGlyphs', { glyphs: missing.join(' ') })} />
      )}
      {shown ? (
        <PdfPages pdf={shown} name={preview.plan.debtor.name} passing={shown !== preview.pdf} />
      ) : (
        <div className={styles.blank} role="status">
          {t('aanmanen.letter.loading')}
        </div>
      )}
    </>
  );
}

/** A veertiendagenbrief that would lose its costs is not made: what is wrong, what to change, the article (criterion E4). */
function StoppedLetter({ reasons }: { readonly reasons: readonly StoppedReason[] }) {
  const { t } = useTranslation();
  return (
    <Notice tone="broken" title={t('aanmanen.stopped.title')} kept={t('aanmanen.stopped.kept')}>
      <ul className={styles.stopped}>
        {reasons.map(({ code, what, remedy, article }) => (
          <li key={code}>
            <strong>{what}</strong> {remedy} <span className={styles.quiet}>{article}</span>
          </li>
        ))}
      </ul>
    </Notice>
  );
}

/** The mail as the debtor gets it: in a frame without scripts and under its own policy; as text where there is none. */
function Mail({ preview }: Pick<LetterColumnProps, 'preview'>) {
  const { t } = useTranslation();
  if (!preview?.plan || !preview.mail) return <p className={styles.quiet}>{t('aanmanen.letter.pick')}</p>;
  if (!preview.plan.channels.includes('email')) return <p className={styles.quiet}>{t('aanmanen.letter.noMail')}</p>;
  return (
    <article className={styles.mail}>
      <dl>
        <div className={styles.mailLine}>
          <dt>{t('aanmanen.letter.to')}</dt>
          <dd>{preview.plan.debtor.email}</dd>
        </div>
        <div className={styles.mailLine}>
          <dt>{t('aanmanen.letter.subject')}</dt>
          <dd>
            <strong>{preview.mail.subject}</strong>
          </dd>
        </div>
        <div className={styles.mailLine}>
          <dt>{t('aanmanen.letter.attachment')}</dt>
          <dd>{t('aanmanen.letter.attachmentPdf')}</dd>
        </div>
      </dl>
      {preview.mail.mailUrl ? (
        <iframe
          key={preview.mail.mailUrl}
          src={preview.mail.mailUrl}
          title={t('aanmanen.letter.mailShown', { name: preview.plan.debtor.name })}
          sandbox=""
          className={styles.mailFrame}
        />
      ) : (
        <p className={styles.mailText}>{preview.mail.text}</p>
      )}
    </article>
  );
}
