/** One thing a user can do, known once and shown everywhere: menu, palette, shortcut, help sheet, tooltip. */
export interface Command {
  /** `noun.verb`, unique among mounted commands. */
  readonly id: string;
  /** Catalogue key of the name: verb first, sentence case. */
  readonly labelKey: string;
  readonly labelParams?: Readonly<Record<string, string | number>>;
  /** Catalogue key of the heading it stands under: `commands.groups.…`. */
  readonly groupKey: string;
  /** `mod+K`, `a`, `g v`, `alt+1`; several when the same thing has more than one. */
  readonly shortcut?: string | readonly string[];
  /** Whether it can be done now; asked when it is about to be shown or run. */
  readonly when?: () => boolean;
  readonly run: () => void | Promise<void>;
}

export function shortcutsOf(command: Pick<Command, 'shortcut'>): readonly string[] {
  if (command.shortcut === undefined) return [];
  return typeof command.shortcut === 'string' ? [command.shortcut] : command.shortcut;
}

export function isAvailable(command: Command): boolean {
  return command.when === undefined || command.when();
}
