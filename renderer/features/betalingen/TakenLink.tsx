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

/** The way to what was matched already. */
export function TakenLink() {
  useCommands([command]);
  return <CommandButton command={command} variant="default" />;
}
