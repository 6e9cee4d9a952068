import { useCommands } from '#renderer/commands/registry.ts';
import { undoLast, undoStore } from '#renderer/state/undo.ts';

/** Z takes the last decision back, wherever decisions are shown. */
export function useDecisionKeys(): void {
  useCommands([
    {
      id: 'betalingen.undo',
      labelKey: 'betalingen.command.undo',
      groupKey: 'betalingen.title',
      shortcut: 'z',
      when: () => undoStore.getState().last !== null,
      run: async () => {
        await undoLast();
      },
    },
  ]);
}
