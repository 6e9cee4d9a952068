import Papa from 'papaparse';
import { expect, test } from 'vitest';
import { seededRandom } from '#shared/demo/random.ts';
import { lineStarts } from '#shared/formats/table/line-rows.ts';
import { quotedRows } from '#shared/formats/table/quoted-rows.ts';

const pieces = ['"', '"', '""', '";"', ';', 'a', 'bc', '12,50', ' ', '\n', '\r\n', '\r\n', '\r', '"\r\n"', '\ufeff'];

test('rows are those Papa Parse finds, or left to it', () => {
  const random = seededRandom(7);
  let read = 0;
  for (let run = 0; run < 20_000; run++) {
    let text = '';
    for (let piece = 0; piece < 1 + random() * 14; piece++) text += pieces[Math.floor(random() * pieces.length)];
    const rows = quotedRows(text, lineStarts(text), ';');
    if (rows === null) continue;
    read++;
    const { data, errors } = Papa.parse<string[]>(text, { delimiter: ';', quoteChar: '"' });
    expect({ rows, errors: errors.length }, JSON.stringify(text)).toEqual({ rows: data, errors: 0 });
  }
  expect(read).toBeGreaterThan(1_000);
});
