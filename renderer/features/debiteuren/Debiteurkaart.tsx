import { Button } from '@mantine/core';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { addressOf, goTo } from '#renderer/commands/address.ts';
import { CommandButton } from '#renderer/commands/CommandButton.tsx';
import { useCommands } from '#renderer/commands/registry.ts';
import { useAdministration, useCharges } from '#renderer/db/read/hooks.ts';
import { ask } from '#renderer/host/client.ts';
import { failureOf, isWritable, useSession } from '#renderer/state/session.ts';
import { runCommand } from '#renderer/state/undo.ts';
import { EmptyState } from '#renderer/ui/EmptyState.tsx';
import { useUiLanguage } from '#renderer/ui/language.ts';
import { Notice } from '#renderer/ui/Notice.tsx';
import { Screen } from '#renderer/ui/Screen.tsx';
import type { Administration } from '#shared/domain/administration.ts';
import { isByHand } from '#shared/domain/commands/entry.ts';
import type { Debtor, DebtorId } from '#shared/domain/debtor.ts';
import type { InvoiceCopy } from '#shared/domain/item.ts';
import { restsOn } from '#shared/domain/resting.ts';
import { formatMoney } from '#shared/money/cents.ts';
import { type CardDialog, CardDialogs } from './CardDialogs.tsx';
import { ChargeFigures } from './ChargeFigures.tsx';
import { ContactCard } from './ContactCard.tsx';
import { cardCommands } from './card-commands.ts';
import { DebtorFigures } from './DebtorFigures.tsx';
import { DebtorFlags } from './DebtorFlags.tsx';
import styles from './debiteuren.module.css';
import { HoldLines } from './HoldLines.tsx';
import { ItemTable } from './ItemTable.tsx';
import { LawTermsCard } from './LawTermsCard.tsx';
import { PresumedNotice } from './PresumedNotice.tsx';
import { Timeline } from './Timeline.tsx';
import { useCard } from './use-card.ts';
import { WaiverLines } from './WaiverLines.tsx';

/** Whom a specification on paper concerns. */
function aboutOf(creditor: Administration | null | undefined, { name, code }: Debtor): string {
  return [creditor?.name, name, code].filter(Boolean).join(' · ');
}

/** Everything about one debtor: items and why they wait, what happened, how to reach it (criterion I2). */
export function Debiteurkaart({ debtorId }: { readonly debtorId: DebtorId }) {
  const { t } = useTranslation();
  const language = useUiLanguage();
  const card = useCard(debtorId);
  const administration = useAdministration();
  const charges = useCharges(debtorId);
  const writable = useSession(isWritable);
  const book = useSession((session) => session.book) ?? '';
  const [dialog, setDialog] = useState<CardDialog | null>(null);
  const [editing, setEditing] = useState(false);
  const [failed, setFailed] = useState<string | null>(null);
  const noteRef = useRef<HTMLTextAreaElement>(null);
  const commands = cardCommands({
    debtorId,
    writable: Boolean(card) && writable,
    hasLetter: Boolean(card?.proposal),
    hasCharges: Boolean(charges?.interest || charges?.costs),
    owes: card?.items.live.some((row) => row.open > 0) ?? false,
    open: setDialog,
    toNote: () => noteRef.current?.focus(),
    edit: () => setEditing(true),
  });
  useCommands(Object.values(commands));

  if (card === undefined) return <Screen title={t('debiteuren.title')}>{null}</Screen>;
  if (card === null) {
    return (
      <Screen title={t('debiteuren.title')}>
        <EmptyState
          title={t('debiteuren.card.missing')}
          action={<Button onClick={commands.back.run}>{t('debiteuren.card.missingAction')}</Button>}
        />
      </Screen>
    );
  }
  const { debtor, summary, items, proposal, view, events } = card;
  const presumed = items.live.filter((row) => row.state === 'presumed-paid').map((row) => row.item.id);
  const orSay = (error: unknown) => {
    const failure = failureOf(error);
    setFailed(t('debiteuren.failed', { reason: t(`errors.${failure.code}`, failure.params) }));
  };
  const settle = (itemIds: readonly string[], paid: boolean) =>
    runCommand(
      { type: paid ? 'confirm-paid' : 'deny-paid', debtorId, itemIds },
      { key: `debiteuren.presumed.${paid ? 'confirmed' : 'denied'}`, params: { count: itemIds.length } },
    ).catch(orSay);
  const confirmDue = (itemIds: readonly string[]) =>
    runCommand(
      { type: 'confirm-due-date', debtorId, itemIds },
      { key: 'debiteuren.items.dueConfirmed', params: { count: itemIds.length } },
    ).catch(orSay);
  const showCopy = ({ fileId, name }: InvoiceCopy) =>
    ask('files.open', { book, file: { kind: 'invoice-copy', id: fileId } }).then(
      () => setFailed(null),
      (error: unknown) => {
        const { code, params } = failureOf(error);
        setFailed(t('debiteuren.items.copyFailed', { name, reason: t(`errors.${code}`, params) }));
      },
    );
  return (
    <Screen
      title={debtor.name}
      sentence={<DebtorFlags debtor={debtor} holds={card.holds} />}
      actions={
        <>
          <Button variant="subtle" onClick={() => goTo(addressOf(['dossiers', debtorId]))}>
            {t('debiteuren.card.export')}
          </Button>
          <CommandButton command={commands.hold} variant="default" />
          <CommandButton command={commands.dun}>
            {proposal
              ? t('debiteuren.card.dunReady', {
                  kind: t(`letters.kind.${proposal.kind}`),
                  amount: formatMoney(proposal.total, proposal.currency, language),
                })
              : t('debiteuren.card.dun')}
          </CommandButton>
        </>
      }
    >
      <div className={styles.card}>
        {summary && (
          <DebtorFigures
            summary={summary}
            legend
            more={
              charges && charges.items.length > 0 ? (
                <ChargeFigures charges={charges} about={aboutOf(administration, debtor)} />
              ) : null
            }
            action={
              (charges?.interest || charges?.costs) && writable ? (
                <Button variant="subtle" size="compact-sm" onClick={() => setDialog({ is: 'waive' })}>
                  {t('debiteuren.waive.start')}
                </Button>
              ) : null
            }
          />
        )}
        <WaiverLines debtorId={debtorId} ledger={view.ledger} writable={writable} />
        {failed && <Notice tone="broken" title={failed} onDismiss={() => setFailed(null)} />}
        {presumed.length > 1 && writable && (
          <PresumedNotice count={presumed.length} onSettle={(paid) => void settle(presumed, paid)} />
        )}
        <HoldLines debtorId={debtorId} holds={card.holds} ledger={view.ledger} writable={writable} />
        <div className={styles.columns}>
          <ItemTable
            items={items}
            whyNot={card.whyNot}
            ready={proposal && { kind: proposal.kind, itemIds: new Set(proposal.itemIds) }}
            today={card.today}
            onPaid={writable ? (itemId, paid) => void settle([itemId], paid) : null}
            charges={charges}
            onCopy={(copy) => void showCopy(copy)}
            onConfirmDue={writable ? (itemIds) => void confirmDue(itemIds) : null}
            actions={
              writable && (
                <>
                  <CommandButton command={commands.outside} variant="subtle" size="compact-sm">
                    {t('debiteuren.card.outside')}
                  </CommandButton>
                  <CommandButton command={commands.payment} variant="default" size="compact-sm">
                    {t('debiteuren.card.payment')}
                  </CommandButton>
                  <CommandButton command={commands.item} variant="default" size="compact-sm">
                    {t('debiteuren.card.item')}
                  </CommandButton>
                </>
              )
            }
            onCorrect={writable ? (item) => setDialog({ is: 'item', item }) : null}
            mayCorrect={(item) => isByHand(item) && !restsOn(view.ledger, item.id)}
          />
          <Timeline debtorId={debtorId} ledger={view.ledger} events={events} noteRef={noteRef} />
          <div className={styles.aside}>
            <ContactCard debtor={debtor} editing={editing} onEdit={writable ? setEditing : null} />
            {writable && !editing && (
              <div>
                <CommandButton command={commands.merge} variant="subtle" size="compact-sm">
                  {t('debiteuren.card.merge')}
                </CommandButton>
              </div>
            )}
            <LawTermsCard debtor={debtor} writable={writable} />
          </div>
        </div>
      </div>
      <CardDialogs card={card} dialog={dialog} onClose={() => setDialog(null)} />
    </Screen>
  );
}
