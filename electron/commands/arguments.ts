import { parseArgs } from 'node:util';
import { isIsoDate } from '#shared/dates/civil.ts';
import { Stop, wrongArguments } from './answer.ts';

interface Option {
  /** May be given more than once. */
  readonly multiple?: boolean;
  readonly required?: boolean;
}

/** What a command was given: options by name, and the bare words. */
export interface Given {
  readonly words: readonly string[];
  one(name: string): string | null;
  all(name: string): readonly string[];
  /** A civil date; stops with 2 when it is none. */
  date(name: string): string | null;
}

/** Reads a command's arguments; every option takes a value. Stops with 2 for unknown, missing or valueless options. */
export function readArguments(
  args: readonly string[],
  options: Readonly<Record<string, Option>>,
  words: number,
): Given {
  const config = Object.fromEntries(
    Object.keys(options).map((name) => [name, { type: 'string' as const, multiple: true as const }]),
  );
  const parsed = tryParse(args, config);
  for (const [name, option] of Object.entries(options)) {
    const given = parsed.values[name] ?? [];
    if (option.required && given.length === 0) throw new Stop(wrongArguments(`--${name} ontbreekt`));
    if (!option.multiple && given.length > 1) throw new Stop(wrongArguments(`--${name} kan maar één keer`));
  }
  if (parsed.positionals.length !== words) {
    throw new Stop(wrongArguments(words === 0 ? 'onverwachte argumenten' : `verwacht ${words} bestand(en)`));
  }
  const all = (name: string) => parsed.values[name] ?? [];
  const one = (name: string) => all(name)[0] ?? null;
  return {
    words: parsed.positionals,
    one,
    all,
    date(name) {
      const value = one(name);
      if (value !== null && !isIsoDate(value))
        throw new Stop(wrongArguments(`--${name} is geen datum jjjj-mm-dd: ${value}`));
      return value;
    },
  };
}

function tryParse(args: readonly string[], options: Record<string, { type: 'string'; multiple: true }>) {
  try {
    const { values, positionals } = parseArgs({ args: [...args], options, allowPositionals: true, strict: true });
    return { values: values as Record<string, string[] | undefined>, positionals };
  } catch (error) {
    throw new Stop(wrongArguments(inDutch(error)));
  }
}

/** What Node found wrong, by its closed set of codes; its own words are English. */
function inDutch(error: unknown): string {
  const { code = '', message = '' } = error instanceof Error ? (error as NodeJS.ErrnoException) : {};
  const option = /--?[\w-]+/.exec(message)?.[0] ?? '';
  if (code === 'ERR_PARSE_ARGS_UNKNOWN_OPTION') return `onbekende optie: ${option}`;
  if (code === 'ERR_PARSE_ARGS_INVALID_OPTION_VALUE') return `${option} vraagt een waarde`;
  return 'de argumenten zijn niet te lezen';
}
