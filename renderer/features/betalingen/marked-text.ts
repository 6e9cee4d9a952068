/** A piece of a bank's text; `marked` when it was recognised. */
export interface Piece {
  readonly at: number;
  readonly text: string;
  readonly marked: boolean;
}

const between = /[\s./\-_,]/;
const leastLength = 3;

/**
 * A text cut at the words that were recognised in it. Case and what people write between digits (`2026 0012`, `2026-0012`) do not
 * count; a number is never found inside a longer one.
 */
export function markedPieces(text: string, words: readonly string[]): readonly Piece[] {
  const { plain, places } = plainOf(text);
  const isMarked = new Array<boolean>(text.length).fill(false);
  for (const word of words) {
    const wanted = plainOf(word).plain;
    if (wanted.length < leastLength) continue;
    for (let at = plain.indexOf(wanted); at >= 0; at = plain.indexOf(wanted, at + 1)) {
      const from = places[at]!;
      const until = places[at + wanted.length - 1]! + 1;
      if (continues(text, from - 1, from) || continues(text, until - 1, until)) continue;
      isMarked.fill(true, from, until);
    }
  }
  const pieces: Piece[] = [];
  for (let at = 0, from = 0; at < text.length; at++) {
    if (at + 1 < text.length && isMarked[at + 1] === isMarked[at]) continue;
    pieces.push({ at: from, text: text.slice(from, at + 1), marked: isMarked[at]! });
    from = at + 1;
  }
  return pieces;
}

/** Whether two characters side by side belong to one number or one word. */
function continues(text: string, left: number, right: number): boolean {
  const pair = text.slice(Math.max(left, 0), right + 1);
  return left >= 0 && right < text.length && (/^\d\d$/.test(pair) || /^\p{L}\p{L}$/u.test(pair));
}

function plainOf(text: string): { readonly plain: string; readonly places: readonly number[] } {
  let plain = '';
  const places: number[] = [];
  for (let at = 0; at < text.length; at++) {
    const sign = text[at]!;
    if (between.test(sign)) continue;
    const lower = sign.toLowerCase();
    plain += lower;
    for (let n = 0; n < lower.length; n++) places.push(at);
  }
  return { plain, places };
}
