import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { ask, ok } from '#test/law/ask.ts';

describe('lint-letter', () => {
  const folder = mkdtempSync(join(tmpdir(), 'lint-letter-'));
  afterAll(() => rmSync(folder, { recursive: true }));

  const letter = {
    sentOn: '2026-11-27',
    channel: 'post',
    debtor: { consumer: true },
    creditor: { deductsVat: true },
    items: [{ number: 'F-12', invoiceDate: '2026-09-01', dueDate: '2026-10-01', open: '400.00', included: true }],
    text:
      'Betreft factuur F-12 van 1 september 2026. Gelieve € 400,00 te voldoen binnen vijftien dagen nadat deze brief bij u ' +
      'is bezorgd, op rekening NL91 ABNA 0417 1643 00. Wordt niet binnen deze termijn betaald, dan bent u ook € 60,00 aan ' +
      'incassokosten verschuldigd; het totaal is dan € 460,00.',
    amounts: ['400.00'],
    ibans: ['NL91ABNA0417164300'],
    costsAnnounced: '60.00',
    printedDeadline: null as string | null,
  };

  function written(name: string, content: string | Uint8Array): string {
    const path = join(folder, name);
    writeFileSync(path, content);
    return path;
  }

  it('passes a correct letter, also with a byte order mark', async () => {
    const path = written('right.json', `\uFEFF${JSON.stringify(letter)}`);
    expect(await ok(['lint-letter', path])).toEqual({ valid: true, problems: [] });
  });

  it.each([
    ['not-consumer', { debtor: { consumer: false } }],
    ['end-date-too-early', { printedDeadline: '2026-12-13' }],
    ['costs-amount', { costsAnnounced: '75.00', text: letter.text.replace('60,00', '75,00').replace('460', '475') }],
    ['term-wording', { text: letter.text.replace('nadat deze brief bij u is bezorgd', 'na heden') }],
    ['several-ibans', { ibans: ['NL91ABNA0417164300', 'BE68539007547034'] }],
  ])('%s, with what to change and the article', async (code, defect) => {
    const path = written(`${code}.json`, JSON.stringify({ ...letter, ...defect }));
    const { valid, problems } = await ok(['lint-letter', path]);
    expect(valid).toBe(false);
    expect(problems).toEqual([
      expect.objectContaining({
        code,
        message: expect.stringMatching(/^[A-Z“€].{15,}/),
        remedy: expect.stringMatching(/^[A-Z“€].{10,}/),
        article: expect.stringContaining('art.'),
      }),
    ]);
    expect(JSON.stringify(problems)).not.toMatch(/\{\{|law\.(letter|remedy)/);
  });

  it.each([
    ['not-found', 'absent.json', null],
    ['not-json', 'broken.json', '{"sentOn":'],
    ['not-json', 'latin.json', Buffer.from('{"text":"\xe9"}', 'latin1')],
    ['not-a-letter', 'list.json', '[]'],
    ['not-a-letter', 'null.json', 'null'],
    ['bad-date', 'undated.json, veld sentOn', '{}'],
    ['bad-date', 'leap.json, veld sentOn', JSON.stringify({ ...letter, sentOn: '2026-02-29' })],
    ['bad-date', 'due.json, veld dueDate', JSON.stringify({ ...letter, items: [{ dueDate: 'later' }] })],
    ['bad-amount', 'amount.json, veld costsAnnounced', JSON.stringify({ ...letter, costsAnnounced: 'zestig' })],
    ['bad-amount', 'amounts.json, veld amounts', JSON.stringify({ ...letter, amounts: [true] })],
  ])('%s: %s cannot be read', async (code, place, content) => {
    const name = place.split(',')[0]!;
    const path = content === null ? join(folder, name) : written(name, content);
    const { exit, json } = await ask(['lint-letter', path]);
    expect(exit).toBe(3);
    expect(json).toEqual({ error: { code, message: expect.stringContaining(place) } });
  });
});
