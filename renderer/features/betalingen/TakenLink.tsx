import { addressOf, goTo } from '#renderer/commands/address.ts';
import { CommandButton } from '#renderer/commands/CommandButton.tsx';
import type { Command } from '#renderer/commands/command.ts';
import { useCommands } from '#renderer/commands/registry.ts';

const command: Command = {
  id: 'betalingen.taken',
  labelKey: 'betalingen.command.taken',
  groupKey: 'betalingen.title',
  shortcut: 't',
  run: () => goTo(addressOf(['betalingen'], { toon: 'gekoppeld' })),
};

const aside: Command = {
  id: 'betalingen.asideLines',
  labelKey: 'betalingen.command.asideLines',
  groupKey: 'betalingen.title',
  shortcut: 'shift+x',
  run: () => goTo(addressOf(['betalingen'], { toon: 'gekoppeld', hoe: 'aside' })),
};

/** The way to what was matched already; by key to what was set aside. */
export function TakenLink() {
  useCommands([command, aside]);
  return <CommandButton command={command} variant="default" />;
}
