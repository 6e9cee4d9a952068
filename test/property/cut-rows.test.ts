import Papa from 'papaparse';
import { expect, test } from 'vitest';
import { seededRandom } from '#shared/demo/random.ts';
import { type CutRows, cutRows } from '#shared/formats/table/cut-rows.ts';
import { lineStarts } from '#shared/formats/table/line-starts.ts';
import { centsOfCell } from '#shared/formats/table/row-source.ts';

const pieces = ['"', '"', '""', '";"', ';', 'a', 'bc', '12,50', ' ', '\n', '\r\n', '\r\n', '\r', '"\r\n"', '\ufeff'];

/** Texts of random pieces, the same each time. */
function* texts(of: readonly string[]): Generator<string> {
  const random = seededRandom(7);
  for (let run = 0; run < 20_000; run++) {
    let text = '';
    for (let piece = 0; piece < 1 + random() * 14; piece++) text += of[Math.floor(random() * of.length)];
    yield text;
  }
}

function whole(rows: CutRows): readonly (readonly (string | number)[])[] {
  return Array.from({ length: rows.length }, (_, row) => rows.at(row));
}

test('rows of lines that end alike are those Papa Parse finds, or left to it', () => {
  let read = 0;
  for (const text of texts(pieces)) {
    const rows = cutRows(text, lineStarts(text), ';', true);
    if (rows === null) continue;
    read++;
    const { data, errors } = Papa.parse<string[]>(text, { delimiter: ';', quoteChar: '"' });
    // Papa Parse finds one more row, empty, behind the last line end.
    const found = text.endsWith('\n') ? data.slice(0, -1) : data;
    expect({ rows: whole(rows), errors: errors.length }, JSON.stringify(text)).toEqual({ rows: found, errors: 0 });
  }
  expect(read).toBeGreaterThan(1_000);
});

test('rows without quotes are the lines, parted at each separator', () => {
  for (const text of texts(pieces.filter((piece) => !piece.includes('"') && piece !== '\r'))) {
    const lines = text.split(/\r?\n/);
    if (lines.at(-1) === '') lines.pop();
    const rows = cutRows(text, lineStarts(text), ';', false);
    expect(rows && whole(rows), JSON.stringify(text)).toEqual(lines.map((line) => line.split(';')));
  }
});

test('a cell by itself is the one of its row; a row has no more than its own', () => {
  for (const text of texts(pieces)) {
    const rows = cutRows(text, lineStarts(text), ';', false);
    if (rows === null) continue;
    for (let row = 0; row < rows.length; row++) {
      const cells = rows.at(row);
      expect(cells.map((_, column) => rows.cell(row, column))).toEqual(cells);
      expect([rows.cell(row, -1), rows.cell(row, cells.length)]).toEqual(['', '']);
      for (let column = -1; column <= cells.length; column++) {
        expect(rows.cents(row, column, 'comma')).toBe(centsOfCell(rows.cell(row, column), 'comma'));
      }
    }
  }
});

test('a cell repeats the one above where both are written alike, and never where they differ', () => {
  let alike = 0;
  for (const text of texts([';', ';', 'a', 'a', '"a"', 'b', '\n', '\n', '\r\n'])) {
    const lines = lineStarts(text);
    const rows = cutRows(text, lines, ';', false);
    if (rows === null) continue;
    for (let row = 1; row < rows.length; row++) {
      const isSameLine = text.slice(lines[row - 1], lines[row]) === text.slice(lines[row], lines[row + 1]);
      for (let column = -1; column <= rows.at(row).length; column++) {
        const isSame = rows.repeats(row, column);
        if (isSame) expect(rows.cell(row, column), JSON.stringify(text)).toBe(rows.cell(row - 1, column));
        if (isSameLine) expect(isSame, JSON.stringify(text)).toBe(true);
        if (isSame && rows.cell(row, column) !== '') alike++;
      }
    }
  }
  expect(alike).toBeGreaterThan(300);
});
