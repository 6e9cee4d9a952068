import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { formatDate } from '#shared/dates/civil.ts';
import { type DossierEvent, firstBrokenEvent } from '#shared/domain/event.ts';
import type { DebtorSummary } from '#shared/domain/summary.ts';
import { eventWords, toldEvents } from '#shared/dossier/event-words.ts';
import { addressOf } from '../../commands/address.ts';
import { useDebtor } from '../../db/read/hooks.ts';
import { SidePanel } from '../../ui/SidePanel.tsx';
import { StatusText } from '../../ui/StatusText.tsx';
import { ClaimPart } from './ClaimPart.tsx';
import styles from './Dossier.module.css';
import { ExportBox } from './ExportBox.tsx';

/** Newest events shown here; the debtor's own screen has them all. */
const mostEvents = 60;

/** What stands in a debtor's dossier, whether its chain holds, and the export. */
export function DossierPanel({ debtor, onClose }: { readonly debtor: DebtorSummary; readonly onClose: () => void }) {
  const { t } = useTranslation();
  const view = useDebtor(debtor.id);
  return (
    <SidePanel title={debtor.name} onClose={onClose} footer={<ExportBox key={debtor.id} debtorId={debtor.id} />}>
      <p className={styles.link}>
        <a href={addressOf(['debiteuren', debtor.id])}>{t('dossier.panel.open')}</a>
      </p>
      <ClaimPart debtorId={debtor.id} />
      <h3 className={styles.heading}>{t('dossier.panel.timeline')}</h3>
      {view && <Timeline events={view.events} />}
    </SidePanel>
  );
}

function Timeline({ events }: { readonly events: readonly DossierEvent[] }) {
  const { t, i18n } = useTranslation();
  const broken = useMemo(() => firstBrokenEvent(events), [events]);
  if (events.length === 0) return <p>{t('dossier.panel.none')}</p>;
  return (
    <>
      <p className={styles.chain}>
        {t('dossier.panel.events', { count: events.length })} ·{' '}
        {broken ? (
          <StatusText tone="broken">{t('dossier.panel.chainBroken', { seq: broken.seq })}</StatusText>
        ) : (
          <StatusText tone="good">{t('dossier.panel.chainOk')}</StatusText>
        )}
      </p>
      <ol className={styles.timeline}>
        {toldEvents(events)
          .slice(0, mostEvents)
          .map((event) => {
            const words = eventWords(event, i18n);
            return (
              <li key={event.seq}>
                <time dateTime={event.at}>{formatDate(event.at.slice(0, 10))}</time>
                <span>
                  {words.title}
                  {words.detail && <em>{words.detail}</em>}
                </span>
              </li>
            );
          })}
      </ol>
    </>
  );
}
