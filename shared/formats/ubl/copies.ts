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
  const known = knownNumbers(invoices);
  copies.forEach(({ name, text }, copy) => {
    const ofFile = byFile.get(stemOf(name).toUpperCase()) ?? [];
    const ofName = () => named(known, baseName(stemOf(name)));
    const ofText = () => (text ? named(known, text.slice(0, mostText)) : []);
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

/** A run of letters or of digits, in capitals: `Fact-2026_0012` is FACT, 2026, 0012. */
interface Word {
  readonly text: string;
  /** Counts what stands between other marks: 0 for FACT, 1 for 2026. */
  readonly chunk: number;
}

function wordsOf(text: string): readonly Word[] {
  const chunks = text.toUpperCase().match(/[\p{L}\d]+/gu) ?? [];
  return chunks.flatMap((part, chunk) => (part.match(/\p{L}+|\d+/gu) ?? []).map((word) => ({ text: word, chunk })));
}

interface KnownNumber {
  readonly place: number;
  readonly spaced: string;
}

/** Numbers by what is left of them without marks. */
function knownNumbers(invoices: readonly InvoiceToLink[]): ReadonlyMap<string, readonly KnownNumber[]> {
  const known = new Map<string, KnownNumber[]>();
  invoices.forEach(({ number }, place) => {
    const words = wordsOf(number).map(({ text }) => text);
    const compact = words.join('');
    const entry = { place, spaced: words.join(' ') };
    if (compact !== '') known.set(compact, [...(known.get(compact) ?? []), entry]);
  });
  return known;
}

/** Words a number may be made of. */
const mostWords = 12;
/** From this length on a number is known again with other marks in it: `20260001` in `2026-0001.pdf`. */
const distinct = 6;

/** The invoices whose number stands in the text from the beginning of a word to the end of one, the longest only. */
function named(known: ReadonlyMap<string, readonly KnownNumber[]>, text: string): readonly number[] {
  const words = wordsOf(text);
  let found: ReadonlySet<number> = new Set();
  let longest = 0;
  for (let from = 0; from < words.length; from++) {
    let compact = '';
    let spaced = '';
    for (let to = from; to < words.length && to < from + mostWords; to++) {
      const word = words[to]!;
      compact += word.text;
      spaced += to === from ? word.text : ` ${word.text}`;
      const numbers = compact.length < longest ? undefined : known.get(compact);
      if (numbers === undefined) continue;
      const isWhole = from === 0 && to === words.length - 1;
      const isOne = words[from]!.chunk === word.chunk;
      const fits = (number: KnownNumber): boolean =>
        compact.length < 3 ? isWhole : isOne || compact.length >= distinct || number.spaced === spaced;
      const places = numbers.filter(fits).map(({ place }) => place);
      if (places.length === 0) continue;
      found = new Set(compact.length > longest ? places : [...found, ...places]);
      longest = compact.length;
    }
  }
  return [...found];
}
