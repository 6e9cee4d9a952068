import { useTranslation } from 'react-i18next';
import { Amount } from '#renderer/ui/Amount.tsx';
import { useUiLanguage } from '#renderer/ui/language.ts';
import { WholeDates } from '#renderer/ui/WholeDates.tsx';
import { formatDate, formatShortDay } from '#shared/dates/civil.ts';
import type { DebtorId } from '#shared/domain/debtor.ts';
import { eventWords, toldEvents } from '#shared/dossier/event-words.ts';
import { gatesOf } from './card.ts';
import { DebtorFigures } from './DebtorFigures.tsx';
import { DebtorFlags } from './DebtorFlags.tsx';
import styles from './debiteuren.module.css';
import { GateList } from './GateList.tsx';
import { useCard } from './use-card.ts';

const shownItems = 12;
const shownEvents = 4;

/** Enough of a debtor to decide by: figures, items, why it waits, what happened last. For a panel beside a list. */
export function DebtorBrief({ debtorId }: { readonly debtorId: DebtorId }) {
  const { t, i18n } = useTranslation();
  const language = useUiLanguage();
  const card = useCard(debtorId);
  if (!card) return card === null ? <p>{t('debiteuren.card.missing')}</p> : null;
  const { debtor, summary, items, whyNot, proposal, view } = card;
  const more = items.live.length - shownItems;
  const first = items.live.find((row) => row.state === 'open' && gatesOf(whyNot, row.item.id).length > 0);
  return (
    <div className={styles.brief}>
      <p className={styles.flagLine}>
        <DebtorFlags debtor={debtor} holds={card.holds} />
      </p>
      {(debtor.phone || debtor.email) && (
        <p className={styles.quiet}>{[debtor.contact, debtor.phone, debtor.email].filter(Boolean).join(' · ')}</p>
      )}
      {summary && <DebtorFigures summary={summary} />}
      <ul className={styles.briefItems} aria-label={t('debiteuren.items.label')}>
        {items.live.slice(0, shownItems).map(({ item, open, state }) => (
          <li key={item.id} className={proposal?.itemIds.includes(item.id) ? styles.claimed : undefined}>
            <span>{item.number || t('debiteuren.items.noNumber')}</span>
            <span className={styles.quiet}>
              {state === 'presumed-paid'
                ? t('debiteuren.items.states.presumed-paid')
                : item.dueDate && formatDate(item.dueDate)}
            </span>
            <Amount cents={open} currency={item.currency} />
          </li>
        ))}
        {more > 0 && <li className={styles.quiet}>{t('debiteuren.items.more', { count: more })}</li>}
      </ul>
      {!proposal && first && (
        <section>
          <h3>{t('debiteuren.why.title')}</h3>
          <GateList gates={gatesOf(whyNot, first.item.id)} />
        </section>
      )}
      <section>
        <h3>{t('debiteuren.timeline.title')}</h3>
        <ol className={styles.briefEvents}>
          {toldEvents(view.events)
            .slice(0, shownEvents)
            .map((event) => {
              const words = eventWords(event, i18n);
              return (
                <li key={event.seq}>
                  <span className={styles.quiet}>{formatShortDay(event.at.slice(0, 10), language)}</span>
                  <span>
                    {words.title}
                    {words.detail && (
                      <span className={styles.quiet}>
                        {' '}
                        <WholeDates text={words.detail} />
                      </span>
                    )}
                  </span>
                </li>
              );
            })}
        </ol>
      </section>
    </div>
  );
}
