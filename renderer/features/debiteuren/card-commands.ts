import { addressOf, goTo } from '#renderer/commands/address.ts';
import type { Command } from '#renderer/commands/command.ts';
import type { CardDialog } from './CardDialogs.tsx';

/** What the commands of a card depend on. */
export interface CardSituation {
  readonly debtorId: number;
  /** The card is there and can be written to. */
  readonly writable: boolean;
  readonly hasLetter: boolean;
  readonly hasCharges: boolean;
  /** Something is owed. */
  readonly owes: boolean;
  readonly open: (dialog: CardDialog) => void;
  readonly toNote: () => void;
  readonly edit: () => void;
}

const groupKey = 'commands.groups.debtor';

/** Everything that can be done on a debtor's card, with its keys. */
export function cardCommands(card: CardSituation) {
  const isWritable = () => card.writable;
  return {
    dun: {
      id: 'debtor.dun',
      labelKey: 'debiteuren.command.dun',
      groupKey,
      shortcut: 'a',
      when: () => card.hasLetter,
      run: () => goTo(addressOf(['aanmanen'], { debiteur: String(card.debtorId) })),
    },
    hold: {
      id: 'debtor.hold',
      labelKey: 'debiteuren.command.hold',
      groupKey,
      shortcut: 'p',
      when: isWritable,
      run: () => card.open({ is: 'hold' }),
    },
    waive: {
      id: 'debtor.waive',
      labelKey: 'debiteuren.command.waive',
      groupKey,
      when: () => card.hasCharges && card.writable,
      run: () => card.open({ is: 'waive' }),
    },
    item: {
      id: 'debtor.item',
      labelKey: 'debiteuren.command.item',
      groupKey,
      shortcut: 'i',
      when: isWritable,
      run: () => card.open({ is: 'item', item: null }),
    },
    payment: {
      id: 'debtor.payment',
      labelKey: 'debiteuren.command.payment',
      groupKey,
      shortcut: 'o',
      when: isWritable,
      run: () => card.open({ is: 'payment' }),
    },
    outside: {
      id: 'debtor.outside',
      labelKey: 'debiteuren.command.outside',
      groupKey,
      shortcut: 'l',
      when: () => card.owes && card.writable,
      run: () => card.open({ is: 'outside' }),
    },
    merge: {
      id: 'debtor.merge',
      labelKey: 'debiteuren.command.merge',
      groupKey,
      shortcut: 's',
      when: isWritable,
      run: () => card.open({ is: 'merge' }),
    },
    note: {
      id: 'debtor.note',
      labelKey: 'debiteuren.command.note',
      groupKey,
      shortcut: 'n',
      when: isWritable,
      run: card.toNote,
    },
    edit: {
      id: 'debtor.edit',
      labelKey: 'debiteuren.command.edit',
      groupKey,
      shortcut: 'e',
      when: isWritable,
      run: card.edit,
    },
    back: {
      id: 'debtor.back',
      labelKey: 'debiteuren.command.back',
      groupKey: 'commands.groups.go',
      shortcut: 'escape',
      run: () => goTo(addressOf(['debiteuren'])),
    },
  } satisfies Record<string, Command>;
}
