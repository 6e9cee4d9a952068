/** What an invoice copy is linked to. */
export interface InvoiceToLink {
  readonly number: string;
  /** File the invoice was read from, with its folders; null for one that is known already. */
  readonly file: string | null;
}

/** A PDF beside the invoices. */
export interface CopyToLink {
  readonly name: string;
  /** What stands in it, where that is known; asked when the name says nothing. */
  readonly text?: string | null;
}

/** Places in the lists that were given. */
export interface LinkedCopies {
  readonly links: readonly { readonly invoice: number; readonly copy: number; readonly by: 'file' | 'name' | 'text' }[];
  /** Copies that fit several invoices equally. */
  readonly ambiguous: readonly number[];
  /** Copies that fit none. */
  readonly unlinked: readonly number[];
}

/**
 * Finds the invoice of each copy (criterion A6): the XML file of the same name, else the invoice number in the file name, else
 * in the text. A number counts as a whole: 2026-001 is not in `2026-0012.pdf`, with or without its marks; of several the
 * longest counts. Numbers of one or two characters have to be the whole name.
 */
export function linkCopies(invoices: readonly InvoiceToLink[], copies: readonly CopyToLink[]): LinkedCopies {
  const links: LinkedCopies['links'][number][] = [];
  const ambiguous: number[] = [];
  const unlinked: number[] = [];
  const byFile = placesBy(invoices.map(({ file }) => (file === null ? '' : stemOf(file).toUpperCase())));
  const numbers = invoices.map(({ number }) => wordsOf(number));
  copies.forEach(({ name, text }, copy) => {
    const ofFile = byFile.get(stemOf(name).toUpperCase()) ?? [];
    const ofName = () => named(numbers, baseName(stemOf(name)));
    const ofText = () => (text ? named(numbers, text.slice(0, mostText)) : []);
    const found = [['file', () => ofFile] as const, ['name', ofName] as const, ['text', ofText] as const];
    for (const [by, ask] of found) {
      const places = ask();
      if (places.length === 0) continue;
      if (places.length === 1) links.push({ invoice: places[0]!, copy, by });
      else ambiguous.push(copy);
      return;
    }
    unlinked.push(copy);
  });
  return { links, ambiguous, unlinked };
}

const mostText = 20_000;

function stemOf(name: string): string {
  return name.replace(/\.[^./\\]{1,5}$/, '');
}

function baseName(name: string): string {
  return name.split(/[/\\]/).at(-1)!;
}

function placesBy(keys: readonly string[]): ReadonlyMap<string, readonly number[]> {
  const places = new Map<string, number[]>();
  keys.forEach((key, place) => {
    if (key !== '') places.set(key, [...(places.get(key) ?? []), place]);
  });
  return places;
}

/** Runs of letters and runs of digits, in capitals: `Fact-2026_0012` is FACT, 2026, 0012. */
function wordsOf(text: string): readonly string[] {
  return text.toUpperCase().match(/\p{L}+|\d+/gu) ?? [];
}

/** The invoices whose number stands in the text, the longest only. */
function named(numbers: readonly (readonly string[])[], text: string): readonly number[] {
  const whole = wordsOf(text);
  const chunks = (text.match(/[\p{L}\d]+/gu) ?? []).map(wordsOf);
  let found: number[] = [];
  let longest = 0;
  numbers.forEach((number, place) => {
    const { length } = number.join('');
    if (length === 0 || length < longest || !isNamed(number, whole, chunks)) return;
    if (length > longest) found = [];
    longest = length;
    found.push(place);
  });
  return found;
}

/** From this length on a number is known again with other marks in it: `20260001` in `2026-0001.pdf`. */
const distinct = 6;

function isNamed(number: readonly string[], whole: readonly string[], chunks: readonly (readonly string[])[]): boolean {
  const compact = number.join('');
  if (compact.length < 3) return whole.join('') === compact;
  if (` ${whole.join(' ')} `.includes(` ${number.join(' ')} `)) return true;
  return compact.length < distinct ? chunks.some((chunk) => stands(compact, chunk)) : stands(compact, whole);
}

/** Between two places where a word begins or ends, so that no digit or letter of another number is cut off. */
function stands(compact: string, words: readonly string[]): boolean {
  const joined = words.join('');
  if (!joined.includes(compact)) return false;
  const borders = new Set([0]);
  let end = 0;
  for (const word of words) {
    end += word.length;
    borders.add(end);
  }
  for (let at = joined.indexOf(compact); at >= 0; at = joined.indexOf(compact, at + 1)) {
    if (borders.has(at) && borders.has(at + compact.length)) return true;
  }
  return false;
}
