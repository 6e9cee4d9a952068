import { parseArgs } from 'node:util';
import { isIsoDate } from '#shared/dates/civil.ts';
import { Stop, wrongArguments } from './answer.ts';

interface Option {
  /** Stands alone, without a value. */
  readonly flag?: boolean;
  /** May be given more than once. */
  readonly multiple?: boolean;
  readonly required?: boolean;
}

/** What a command was given: options by name, and the bare words. */
export interface Given {
  readonly words: readonly string[];
  one(name: string): string | null;
  all(name: string): readonly string[];
  /** Whether a flag was given. */
  has(name: string): boolean;
  /** A civil date; stops with 2 when it is none. */
  date(name: string): string | null;
}

/**
 * Reads a command's arguments; every option but a flag takes a value, a negative number too. Stops with 2 for unknown,
 * missing, repeated or valueless options and another number of bare words.
 */
export function readArguments(
  args: readonly string[],
  options: Readonly<Record<string, Option>>,
  words: number,
): Given {
  const config: Record<string, ParsedOption> = {};
  for (const [name, option] of Object.entries(options)) {
    config[name] = { type: option.flag ? 'boolean' : 'string', multiple: true };
  }
  const parsed = tryParse(withNegatives(args, options), config);
  for (const [name, option] of Object.entries(options)) {
    const given = parsed.values[name] ?? [];
    if (option.required && given.length === 0) throw new Stop(wrongArguments(`--${name} ontbreekt`));
    if (!option.multiple && given.length > 1) throw new Stop(wrongArguments(`--${name} kan maar één keer`));
  }
  if (parsed.positionals.length !== words) {
    throw new Stop(
      wrongArguments(
        words === 0
          ? 'onverwachte argumenten'
          : `verwacht ${words} ${words === 1 ? 'argument' : 'argumenten'} zonder --`,
      ),
    );
  }
  const all = (name: string) => (parsed.values[name] ?? []).map(String);
  const one = (name: string) => all(name)[0] ?? null;
  return {
    words: parsed.positionals,
    one,
    all,
    has: (name) => parsed.values[name] !== undefined,
    date(name) {
      const value = one(name);
      if (value !== null && !isIsoDate(value))
        throw new Stop(wrongArguments(`--${name} is geen datum jjjj-mm-dd: ${value}`));
      return value;
    },
  };
}

interface ParsedOption {
  readonly type: 'string' | 'boolean';
  readonly multiple: true;
}

/** `--principal -5` as `--principal=-5`: alone, a value that begins with a dash would be taken for an option. */
function withNegatives(args: readonly string[], options: Readonly<Record<string, Option>>): string[] {
  const joined: string[] = [];
  for (let at = 0; at < args.length; at++) {
    const [word = '', next = ''] = [args[at], args[at + 1]];
    const option = word.startsWith('--') ? options[word.slice(2)] : undefined;
    if (option && !option.flag && /^-\d/.test(next)) {
      joined.push(`${word}=${next}`);
      at++;
    } else joined.push(word);
  }
  return joined;
}

function tryParse(args: readonly string[], options: Record<string, ParsedOption>) {
  try {
    const { values, positionals } = parseArgs({ args: [...args], options, allowPositionals: true, strict: true });
    return { values: values as Record<string, (string | boolean)[] | undefined>, positionals };
  } catch (error) {
    throw new Stop(wrongArguments(inDutch(error)));
  }
}

/** What Node found wrong, by its closed set of codes; its own words are English. */
function inDutch(error: unknown): string {
  const { code = '', message = '' } = error instanceof Error ? (error as NodeJS.ErrnoException) : {};
  const option = /--?[\w-]+/.exec(message)?.[0] ?? '';
  if (code === 'ERR_PARSE_ARGS_UNKNOWN_OPTION') return `onbekende optie: ${option}`;
  if (code === 'ERR_PARSE_ARGS_INVALID_OPTION_VALUE') {
    return message.includes('does not take an argument')
      ? `${option} heeft geen waarde`
      : `${option} vraagt een waarde`;
  }
  return 'de argumenten zijn niet te lezen';
}
