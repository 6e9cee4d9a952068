import { useEffect, useRef } from 'react';
import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import { type Command, isAvailable } from './command.ts';
import { findConflicts } from './shortcuts.ts';

interface Registry {
  /** Mounted commands; the last mounted wins where ids meet. */
  readonly commands: readonly Command[];
}

const registry = createStore<Registry>(() => ({ commands: [] }));
let reportFailure: (error: unknown) => void = (error) => console.error(error);

/** Who hears of a command that failed; the frame shows it. */
export function onCommandFailure(report: (error: unknown) => void): void {
  reportFailure = report;
}

/** Every command of what is on screen now. */
export function mountedCommands(): readonly Command[] {
  return registry.getState().commands;
}

export function useMountedCommands(): readonly Command[] {
  return useStore(registry, (state) => state.commands);
}

/** Runs a command unless it cannot be done now; a failure is reported, never thrown. */
export function run(command: Command): void {
  if (!isAvailable(command)) return;
  try {
    Promise.resolve(command.run()).catch(reportFailure);
  } catch (error) {
    reportFailure(error);
  }
}

export function runById(id: string): void {
  const command = mountedCommands().find((known) => known.id === id);
  if (command) run(command);
}

function mount(commands: readonly Command[]): () => void {
  const ids = new Set(commands.map((command) => command.id));
  const others = mountedCommands().filter((known) => !ids.has(known.id));
  const all = [...others, ...commands];
  for (const { shortcut, ids: both } of findConflicts(all)) {
    console.error(`shortcut ${shortcut} belongs to more than one command: ${both.join(', ')}`);
  }
  registry.setState({ commands: all });
  return () => {
    registry.setState(({ commands: now }) => ({ commands: now.filter((known) => !commands.includes(known)) }));
  };
}

/**
 * Makes commands available while the component is mounted. They may be new objects on every render: the latest `run` and
 * `when` are used, and the registry changes only when a name, group or shortcut does.
 */
export function useCommands(commands: readonly Command[]): void {
  const latest = useRef(commands);
  latest.current = commands;
  const signature = JSON.stringify(
    commands.map(({ id, labelKey, labelParams, groupKey, shortcut }) => [
      id,
      labelKey,
      labelParams,
      groupKey,
      shortcut,
    ]),
  );
  // biome-ignore lint/correctness/useExhaustiveDependencies: the signature stands for the commands
  useEffect(() => {
    const now = (id: string) => latest.current.find((command) => command.id === id);
    return mount(
      latest.current.map((command) => ({
        ...command,
        when: () => {
          const known = now(command.id);
          return known !== undefined && isAvailable(known);
        },
        run: () => now(command.id)?.run(),
      })),
    );
  }, [signature]);
}

/** Commands under their headings, in the order the headings first appear. */
export function groupsOf(commands: readonly Command[]): readonly (readonly [string, readonly Command[]])[] {
  const groups = new Map<string, Command[]>();
  for (const command of commands) groups.set(command.groupKey, [...(groups.get(command.groupKey) ?? []), command]);
  return [...groups];
}
