import type { LetterText } from './letter-text.ts';

const until =
  /^[\s,.]*(?:t\/m|tot en met|tot|through|to|until|bis(?: einschlieslich)?|jusqu'a|jusqu'au|a|au|-)[\s,.]*$/;

/** Which of these document numbers the letter names, also as the inside of a range: "2026-101 t/m 2026-104". */
export function namedNumbers(letter: LetterText, numbers: readonly string[]): ReadonlySet<string> {
  const named = new Set<string>();
  const places: { number: string; start: number; end: number }[] = [];
  for (const number of numbers) {
    const start = placeOf(letter.original, number);
    if (start < 0) continue;
    named.add(number);
    places.push({ number, start, end: start + number.length });
  }
  places.sort((one, other) => one.start - other.start);
  places.forEach((place, at) => {
    const next = places[at + 1];
    if (!next || !until.test(letter.folded.slice(place.end, next.start))) return;
    const [low, high] = [place.number, next.number].sort(inOrder);
    if (low === undefined || high === undefined) return;
    for (const number of numbers) if (inOrder(low, number) <= 0 && inOrder(number, high) <= 0) named.add(number);
  });
  return named;
}

/** Where a number stands as a word of its own, whatever its capitals; -1 when it does not. */
function placeOf(text: string, number: string): number {
  const escaped = number
    .trim()
    .replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
    .replace(/\s+/g, '\\s+');
  const match = new RegExp(`(?<![\\p{L}\\d])${escaped}(?![\\p{L}\\d])`, 'iu').exec(text);
  return match ? match.index : -1;
}

/** Numbers of one series in the order of their last digits. */
function inOrder(one: string, other: string): number {
  const last = (number: string) => Number(/(\d{1,15})\D*$/.exec(number)?.[1] ?? Number.NaN);
  const difference = last(one) - last(other);
  return Number.isNaN(difference) ? (one < other ? -1 : one > other ? 1 : 0) : difference;
}
