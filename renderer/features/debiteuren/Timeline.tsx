import { Button } from '@mantine/core';
import { type RefObject, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { call } from '#renderer/host/client.ts';
import { isWritable, useSession } from '#renderer/state/session.ts';
import { useUiLanguage } from '#renderer/ui/language.ts';
import { Notice } from '#renderer/ui/Notice.tsx';
import { formatDate, formatMoment, formatShortDay } from '#shared/dates/civil.ts';
import { isRestUsed } from '#shared/domain/bank/hand-payment.ts';
import type { DebtorLedger } from '#shared/domain/books.ts';
import type { DebtorId } from '#shared/domain/debtor.ts';
import type { DossierEvent } from '#shared/domain/event.ts';
import type { Note } from '#shared/domain/hold.ts';
import type { Payment } from '#shared/domain/item.ts';
import type { FileReference, Letter } from '#shared/domain/letter.ts';
import { eventWords, toldEvents } from '#shared/dossier/event-words.ts';
import { BankPayment } from './BankPayment.tsx';
import styles from './debiteuren.module.css';
import { HandPayment } from './HandPayment.tsx';
import { NoteComposer } from './NoteComposer.tsx';
import { WithdrawForm } from './WithdrawForm.tsx';

const shownAtFirst = 60;

export interface TimelineProps {
  readonly debtorId: DebtorId;
  readonly ledger: DebtorLedger;
  readonly events: readonly DossierEvent[];
  readonly noteRef: RefObject<HTMLTextAreaElement | null>;
}

/** Everything that happened with a debtor, newest first, with letters to open and a line to add a note. */
export function Timeline({ debtorId, ledger, events, noteRef }: TimelineProps) {
  const { t } = useTranslation();
  const today = useSession((session) => session.today);
  const [all, setAll] = useState(false);
  const [correcting, setCorrecting] = useState<Note | null>(null);
  const [failed, setFailed] = useState<string | null>(null);
  const told = useMemo(() => toldEvents(events), [events]);
  const shown = all ? told : told.slice(0, shownAtFirst);
  const notes = useMemo(() => Object.values(ledger.note ?? {}), [ledger]);
  const fileOf = useFileCall(setFailed);
  return (
    <section className={styles.part}>
      <h2>{t('debiteuren.timeline.title')}</h2>
      <NoteComposer
        debtorId={debtorId}
        corrects={correcting}
        onStopCorrecting={() => setCorrecting(null)}
        fieldRef={noteRef}
      />
      {failed && <Notice tone="broken" title={failed} onDismiss={() => setFailed(null)} />}
      {told.length === 0 && <p className={styles.quiet}>{t('debiteuren.timeline.empty')}</p>}
      <ol className={styles.timeline}>
        {shown.map((event) => (
          <TimelineEvent
            key={`${event.chain} ${event.seq}`}
            debtorId={debtorId}
            event={event}
            today={today}
            letter={letterOf(ledger, event)}
            note={noteOf(notes, event)}
            payment={bankPaymentOf(ledger, event)}
            byHand={handPaymentOf(ledger, event)}
            onCorrect={(note) => {
              setCorrecting(note);
              noteRef.current?.focus();
            }}
            onFile={fileOf}
          />
        ))}
      </ol>
      {!all && told.length > shownAtFirst && (
        <Button variant="subtle" size="compact-sm" onClick={() => setAll(true)}>
          {t('debiteuren.timeline.more', { count: told.length })}
        </Button>
      )}
    </section>
  );
}

function letterOf(ledger: DebtorLedger, event: DossierEvent): Letter | null {
  const id = event.type === 'letter-issued' ? event.data.letterId : null;
  return typeof id === 'string' ? (ledger.letter?.[id] ?? null) : null;
}

function noteOf(notes: readonly Note[], event: DossierEvent): Note | null {
  if (event.type !== 'note') return null;
  return notes.find((note) => note.id === event.data.noteId) ?? null;
}

/** The payment of a bank line an event tells of, as long as it stands. */
function bankPaymentOf(ledger: DebtorLedger, { type, data }: DossierEvent): Payment | null {
  if (type !== 'payment' || typeof data.paymentId !== 'string' || data.undone === true) return null;
  const payment = ledger.payment?.[data.paymentId];
  return payment?.lineId === undefined ? null : payment;
}

/** The payment by hand an event tells of, as long as it stands and nothing rests on what was left of it. */
function handPaymentOf(ledger: DebtorLedger, { type, data }: DossierEvent): Payment | null {
  if (type !== 'payment' || typeof data.paymentId !== 'string' || data.undone === true) return null;
  const payment = ledger.payment?.[data.paymentId];
  return payment?.source === 'hand' && !isRestUsed(ledger, payment) ? payment : null;
}

type FileCall = (how: 'open' | 'reveal', file: FileReference) => void;

function useFileCall(onFailed: (text: string) => void): FileCall {
  const { t } = useTranslation();
  const book = useSession((session) => session.book);
  return (how, file) => {
    if (!book) return;
    void call(`files.${how}`, { book, file }).then((answer) => {
      if (!answer.ok) {
        onFailed(t('aanmanen.fileFailed', { reason: t(`errors.${answer.error.code}`, answer.error.params) }));
      }
    });
  };
}

interface TimelineEventProps {
  readonly debtorId: DebtorId;
  readonly event: DossierEvent;
  readonly today: string;
  readonly letter: Letter | null;
  readonly note: Note | null;
  /** The payment as the bank tells it; null when the event is about something else. */
  readonly payment: Payment | null;
  /** The payment as it was entered, while it can be taken back. */
  readonly byHand: Payment | null;
  readonly onCorrect: (note: Note) => void;
  readonly onFile: FileCall;
}

function TimelineEvent(props: TimelineEventProps) {
  const { debtorId, event, today, letter, note, payment, byHand, onCorrect, onFile } = props;
  const { t, i18n } = useTranslation();
  const language = useUiLanguage();
  const words = eventWords(event, i18n);
  const day = event.at.slice(0, 10);
  const sameYear = day.slice(0, 4) === today.slice(0, 4);
  const receipt = letter?.receipt;
  const writable = useSession(isWritable);
  const [withdrawing, setWithdrawing] = useState(false);
  return (
    <li className={styles.event} data-type={event.type}>
      <time dateTime={event.at} title={formatMoment(event.at)}>
        {sameYear ? formatShortDay(day, language) : formatDate(day)}
      </time>
      <div>
        <span className={styles.eventTitle}>{words.title}</span>
        {words.detail &&
          (event.type === 'note' ? (
            <p className={styles.noteText}>{words.detail}</p>
          ) : (
            <span className={styles.quiet}> {words.detail}</span>
          ))}
        {(receipt || note) && (
          <div className={styles.eventActions}>
            {receipt && (
              <>
                <button type="button" className={styles.why} onClick={() => onFile('open', receipt.pdf.file)}>
                  {t('debiteuren.timeline.open')}
                </button>
                {receipt.eml && (
                  <button
                    type="button"
                    className={styles.why}
                    onClick={() => receipt.eml && onFile('open', receipt.eml.file)}
                  >
                    {t('debiteuren.timeline.mail')}
                  </button>
                )}
                <button type="button" className={styles.why} onClick={() => onFile('reveal', receipt.pdf.file)}>
                  {t('debiteuren.timeline.reveal')}
                </button>
              </>
            )}
            {letter?.state === 'issued' && writable && !withdrawing && (
              <button type="button" className={styles.why} onClick={() => setWithdrawing(true)}>
                {t('debiteuren.withdraw.start')}
              </button>
            )}
            {letter?.state === 'withdrawn' && (
              <span className={styles.quiet}>{t('debiteuren.withdraw.state', { reason: letter.reason ?? '' })}</span>
            )}
            {note && (
              <button type="button" className={styles.why} onClick={() => onCorrect(note)}>
                {t('debiteuren.notes.correct')}
              </button>
            )}
          </div>
        )}
        {payment && <BankPayment payment={payment} />}
        {byHand && writable && <HandPayment debtorId={debtorId} payment={byHand} />}
        {letter && withdrawing && (
          <WithdrawForm debtorId={debtorId} letterId={letter.id} onClose={() => setWithdrawing(false)} />
        )}
      </div>
    </li>
  );
}
