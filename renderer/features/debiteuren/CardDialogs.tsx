import { addressOf, goTo } from '#renderer/commands/address.ts';
import type { OpenItem } from '#shared/domain/item.ts';
import { HoldDialog } from './HoldDialog.tsx';
import { ItemDialog } from './ItemDialog.tsx';
import { MergeDialog } from './MergeDialog.tsx';
import { OutsideLevelDialog } from './OutsideLevelDialog.tsx';
import { PaymentDialog } from './PaymentDialog.tsx';
import type { Card } from './use-card.ts';
import { WaiveDialog } from './WaiveDialog.tsx';

/** What is asked on top of the card. */
export type CardDialog =
  | { readonly is: 'hold' | 'waive' | 'payment' | 'merge' | 'outside' }
  /** A new item, or one that is put right. */
  | { readonly is: 'item'; readonly item: OpenItem | null };

export interface CardDialogsProps {
  readonly card: Card;
  readonly dialog: CardDialog | null;
  readonly onClose: () => void;
}

/** The dialog of a debtor's card that is open, if any. */
export function CardDialogs({ card, dialog, onClose }: CardDialogsProps) {
  const { debtor, view, items } = card;
  const owed = items.live.filter((row) => row.open > 0);
  switch (dialog?.is) {
    case 'hold':
      return <HoldDialog debtorIds={[debtor.id]} items={owed} onClose={onClose} />;
    case 'waive':
      return <WaiveDialog debtorId={debtor.id} items={owed} onClose={onClose} />;
    case 'item':
      return <ItemDialog debtor={debtor} items={items.live} item={dialog.item} onClose={onClose} />;
    case 'payment':
      return <PaymentDialog debtorId={debtor.id} ledger={view.ledger} items={items.live} onClose={onClose} />;
    case 'outside':
      return <OutsideLevelDialog debtor={debtor} items={owed} onClose={onClose} />;
    case 'merge':
      return (
        <MergeDialog
          debtor={debtor}
          onClose={onClose}
          onMerged={(id) => goTo(addressOf(['debiteuren', id]), 'replace')}
        />
      );
    default:
      return null;
  }
}
