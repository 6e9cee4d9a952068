import type { LetterPlace } from './letter.ts';

/** A piece of a letter: its folded words and where it starts in the letter. */
export interface Passage {
  readonly start: number;
  readonly text: string;
}

/**
 * A letter made comparable: lower case, no accents, plain spaces and quotes. Every character keeps its place, so that what
 * is found can be pointed at.
 */
export interface LetterText {
  readonly original: string;
  readonly folded: string;
  readonly sentences: readonly Passage[];
  /** Smaller than sentences: what stands between commas, colons, brackets and line ends of tables. */
  readonly clauses: readonly Passage[];
}

export function readLetterText(given: string): LetterText {
  const original = given.normalize('NFC').replace(/\r\n?/g, '\n');
  const folded = foldText(original);
  const lines = breakLines(original, folded);
  const sentences = lines.flatMap((line) => cut(line, sentenceEnds(line, original)));
  const clauses = sentences.flatMap((sentence) => cut(sentence, clauseEnds(sentence.text)));
  return { original, folded, sentences, clauses };
}

/** The place of a find in the letter as it was given. */
export function placeIn(letter: LetterText, start: number, length: number): LetterPlace {
  const end = Math.min(letter.original.length, start + length);
  return { start, end, quote: letter.original.slice(start, end).replace(/\s+/g, ' ').trim() };
}

/** The passage that holds this place. */
export function passageAt(passages: readonly Passage[], at: number): Passage | null {
  return passages.find(({ start, text }) => at >= start && at < start + text.length) ?? null;
}

/** Sentence of this place, with the one before it and the one after it. */
export function sentenceAround(letter: LetterText, at: number): readonly [before: string, own: string, after: string] {
  const index = letter.sentences.findIndex(({ start, text }) => at >= start && at < start + text.length);
  const text = (place: number) => letter.sentences[place]?.text ?? '';
  return index < 0 ? ['', '', ''] : [text(index - 1), text(index), text(index + 1)];
}

function foldText(text: string): string {
  let folded = '';
  for (let at = 0; at < text.length; at++) folded += foldUnit(text.charAt(at));
  return folded;
}

const plainSigns: Readonly<Record<string, string>> = {
  ß: 's',
  œ: 'o',
  '’': "'",
  '‘': "'",
  '`': "'",
  '“': '"',
  '”': '"',
  '„': '"',
  '«': '"',
  '»': '"',
  '–': '-',
  '—': '-',
  '‑': '-',
  '\u00ad': ' ',
};

function foldUnit(unit: string): string {
  const sign = plainSigns[unit];
  if (sign) return sign;
  if (unit !== '\n' && /\s/.test(unit)) return ' ';
  return unit.normalize('NFD').charAt(0).toLowerCase().charAt(0) || unit;
}

/** A line of a table or list: a date, amount or account with few words, and no sentence. */
function isRow(line: string): boolean {
  if (/^\s*[-*•|]/.test(line)) return true;
  const words = line.match(/[a-z]{2,}/g) ?? [];
  if (words.length > 6 || /[a-z)]\.\s*$/.test(line)) return false;
  return (
    /:\s*$/.test(line) ||
    /\d[.,]\d\d\b|€|\beur\b|\b\d{1,4}[-/.]\d{1,2}[-/.]\d{2,4}\b|\b[a-z]{2}\d\d ?[a-z0-9]{4}/.test(line)
  );
}

/** Blocks in which a line end is only a wrapped line: cut at blank lines, after closed sentences and around rows. */
function breakLines(original: string, folded: string): Passage[] {
  const blocks: Passage[] = [];
  let start = 0;
  let lineStart = 0;
  const lines = folded.split('\n');
  lines.forEach((line, index) => {
    const end = lineStart + line.length;
    const next = lines[index + 1];
    const following = original
      .slice(end + 1)
      .trimStart()
      .charAt(0);
    const closed = /[.!?:;]["')]*\s*$/.test(line);
    const heading = line.trim().length < 60 && /\p{Lu}/u.test(following) && !/[,\-a-z0-9]\s*$/.test(line);
    const isEnd =
      next === undefined || line.trim() === '' || next.trim() === '' || closed || heading || isRow(line) || isRow(next);
    if (isEnd) {
      blocks.push({ start, text: folded.slice(start, end).replaceAll('\n', ' ') });
      start = end + 1;
    }
    lineStart = end + 1;
  });
  return blocks.filter(({ text }) => text.trim() !== '');
}

const abbreviations =
  /(?:\b(?:art|nr|dhr|mevr|mw|drs|mr|ir|dr|prof|st|str|vgl|zgn|incl|excl|inkl|exkl|zzgl|ggf|bzw|evtl|ca|tel|vs|mrs|ms|ltd|inc|abs|resp|jr|sr|blz|lid|mme|mlle|rek|fact|jan|feb|febr|mrt|apr|aug|sept|sep|okt|oct|nov|dec|dez|janv|fevr|avr|juil|b\.v|n\.v|v\.o\.f|e\.v|d\.d|o\.v\.v|t\.a\.v|t\.n\.v|m\.b\.t|i\.v\.m|d\.w\.z|o\.a|b\.t\.w|z\.b|d\.h|u\.a|o\.g|i\.e|e\.g|z\.hd|niederl|p\.o)|\b[a-z])$/;
const dayOfMonth = /(?<![\d.,])\d{1,2}$/;
const monthNext =
  /^\s+(?:jan|feb|mar|maart|mrt|apr|avr|mai|may|mei|jun|juin|jul|juil|aug|aout|sep|okt|oct|nov|dec|dez)/;

function sentenceEnds(block: Passage, original: string): number[] {
  const ends: number[] = [];
  for (const match of block.text.matchAll(/[.!?]+["')\]]*(?=\s)/g)) {
    const after = match.index + match[0].length;
    const before = block.text.slice(0, match.index);
    const next = original
      .slice(block.start + after)
      .trimStart()
      .charAt(0);
    const isDate = dayOfMonth.test(before) && monthNext.test(block.text.slice(after));
    const isAbbreviation = match[0].startsWith('.') && (isDate || abbreviations.test(before.slice(-12)));
    if (isAbbreviation || /[a-z]/.test(next)) continue;
    ends.push(after);
  }
  return ends;
}

/** Commas, colons, brackets, dashes and semicolons; not those inside a number, nor the colon between a label and its amount. */
function clauseEnds(text: string): number[] {
  return [...text.matchAll(/[;()|]|,(?=\s)|:(?=\s)(?!\s+(?:€|eur\b)?\s?\d)|\s-+\s/g)].map(
    (match) => match.index + match[0].length,
  );
}

function cut(passage: Passage, ends: readonly number[]): Passage[] {
  const parts: Passage[] = [];
  let from = 0;
  for (const end of [...ends, passage.text.length]) {
    const text = passage.text.slice(from, end);
    if (text.trim() !== '') parts.push({ start: passage.start + from, text });
    from = end;
  }
  return parts;
}
