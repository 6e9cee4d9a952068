import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createInProcessRenderer } from '#electron/letters/in-process.ts';
import { issueLetters } from '#electron/letters/issue.ts';
import { createLetterService } from '#electron/letters/letter-service.ts';
import { renderLetter } from '#electron/letters/render-letter.ts';
import type { LetterRenderer } from '#electron/letters/rendered.ts';
import { canonicalJson } from '#shared/domain/canonical.ts';
import { hashBytes } from '#shared/domain/event.ts';
import type { LetterPlan } from '#shared/domain/letter.ts';
import { creditor, invoiceLines, letterPlan, logoPng } from '#test/golden/letter-plans.ts';
import { placedTexts } from '#test/golden/pdf-text.ts';

let renderer: LetterRenderer;
let folder: string;
beforeAll(() => {
  renderer = createInProcessRenderer('assets');
});
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'voldaan-letters-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const idOf = (n: number) => String(n).padStart(64, '0');
const plan = (n = 1, given: Partial<LetterPlan> = {}) => letterPlan({ id: idOf(n), ...given });
const files = (id: string) => readdirSync(join(folder, 'brieven/2026', id)).sort();
/** Counts the letters made, so that a test can tell "returned" from "made again". */
function counting(): LetterRenderer & { made: number } {
  const counter = {
    made: 0,
    render: (job: Parameters<LetterRenderer['render']>[0]) => {
      counter.made++;
      return renderer.render(job);
    },
    close: async () => undefined,
  };
  return counter;
}

describe('issuing letters (architecture §5)', () => {
  it('writes PDF, mail and receipt with hashes', async () => {
    const [result] = await issueLetters(renderer, folder, [plan()]);
    const stem = '2026-11-20-Betalingsherinnering-10042';
    expect(files(idOf(1))).toEqual([`${stem}.eml`, `${stem}.pdf`, 'receipt.json']);
    const receipt = result?.receipt;
    expect(receipt?.pdf.name).toBe(`brieven/2026/${idOf(1)}/${stem}.pdf`);
    const pdf = readFileSync(join(folder, receipt?.pdf.name ?? ''));
    expect(receipt?.pdf).toMatchObject({
      sha256: hashBytes(pdf),
      bytes: pdf.length,
      file: { kind: 'letter-pdf', id: idOf(1) },
    });
    expect(receipt?.pages).toBe(1);
    expect(JSON.parse(readFileSync(join(folder, `brieven/2026/${idOf(1)}/receipt.json`), 'utf8'))).toMatchObject({
      ...receipt,
    });
  });

  it('issued again, it is the same letter, not made again', async () => {
    const counter = counting();
    const [first] = await issueLetters(counter, folder, [plan()]);
    const [again] = await issueLetters(counter, folder, [plan()]);
    expect(again).toEqual(first);
    expect(counter.made).toBe(1);
  });

  it('the same plan twice in one call is one letter', async () => {
    const counter = counting();
    const results = await issueLetters(counter, folder, [plan(), plan()]);
    expect(results[0]).toEqual(results[1]);
    expect(counter.made).toBe(1);
  });

  it('without a receipt (killed in between) it is made again with the same bytes', async () => {
    const [first] = await issueLetters(renderer, folder, [plan()]);
    rmSync(join(folder, `brieven/2026/${idOf(1)}/receipt.json`));
    writeFileSync(join(folder, `brieven/2026/${idOf(1)}/.half.pdf.abc.tmp`), 'half');
    const [again] = await issueLetters(renderer, folder, [plan()]);
    expect(again).toEqual(first);
    expect(files(idOf(1))).toHaveLength(3);
  });

  it('a damaged or removed file is put back as the receipt says', async () => {
    const [first] = await issueLetters(renderer, folder, [plan()]);
    const pdf = join(folder, first?.receipt?.pdf.name ?? '');
    const eml = join(folder, first?.receipt?.eml?.name ?? '');
    const before = readFileSync(pdf);
    writeFileSync(pdf, 'x');
    rmSync(eml);
    expect((await issueLetters(renderer, folder, [plan()]))[0]).toEqual(first);
    expect(readFileSync(pdf).equals(before)).toBe(true);
    expect(existsSync(eml)).toBe(true);
  });

  it('an issued letter never becomes another one (criterion E9)', async () => {
    const [first] = await issueLetters(renderer, folder, [plan()]);
    const pdf = join(folder, first?.receipt?.pdf.name ?? '');
    const before = readFileSync(pdf);
    // As after a restore: the books know nothing of the first letter and plan it again, a week later and for more.
    const later = plan(1, { items: invoiceLines(5), date: '2026-11-27' });
    const [other] = await issueLetters(renderer, folder, [later]);
    expect(other?.receipt?.pdf.name).toContain('2026-11-27-Betalingsherinnering');
    expect(other?.receipt?.pdf.sha256).not.toBe(first?.receipt?.pdf.sha256);
    expect(files(idOf(1))).toHaveLength(3);
    const [aside] = readdirSync(join(folder, 'brieven/2026')).filter((name) => name.includes('.eerder-'));
    expect(readFileSync(pdf.replace(idOf(1), aside ?? '')).equals(before)).toBe(true);
    expect((await issueLetters(renderer, folder, [later]))[0]).toEqual(other);
  });

  it('a damaged letter that comes out otherwise now is left as it is (criterion E9)', async () => {
    const [first] = await issueLetters(renderer, folder, [plan()]);
    const pdf = join(folder, first?.receipt?.pdf.name ?? '');
    writeFileSync(pdf, 'x');
    const otherFonts: LetterRenderer = {
      ...renderer,
      render: async (job) => ({ ...(await renderer.render(job)), pdf: new Uint8Array([1]) }),
    };
    const [again] = await issueLetters(otherFonts, folder, [plan()]);
    expect(again?.failure?.code).toBe('render-failed');
    expect(readFileSync(pdf, 'utf8')).toBe('x');
  });

  it('an id that is no name of its own is no letter: nothing beside it is touched', async () => {
    const service = createLetterService(renderer);
    await service.issue(folder, [canonicalJson(plan())]);
    const [bad] = await service.issue(folder, [canonicalJson(plan(1, { id: '.' }))]);
    expect(bad?.failure?.code).toBe('bad-input');
    expect(files(idOf(1))).toHaveLength(3);
  });

  it('one that cannot be made fails alone and leaves no files', async () => {
    const results = await issueLetters(renderer, folder, [plan(1), plan(2, { kind: 'limitation-notice' }), plan(3)]);
    expect(results.map(({ failure }) => failure?.code ?? 'made')).toEqual(['made', 'not-supported', 'made']);
    expect(existsSync(join(folder, 'brieven/2026', idOf(2)))).toBe(false);
  });

  it('one that cannot be written fails alone and leaves no half files', async () => {
    mkdirSync(join(folder, 'brieven/2026'), { recursive: true });
    writeFileSync(join(folder, 'brieven/2026', idOf(2)), 'in the way');
    const results = await issueLetters(renderer, folder, [plan(1), plan(2), plan(3)]);
    expect(results.map(({ receipt }) => receipt !== null)).toEqual([true, false, true]);
    expect(readdirSync(join(folder, 'brieven/2026')).filter((name) => name.includes('.tmp'))).toEqual([]);
  });

  it('without e-mail there is a PDF and no mail', async () => {
    const [result] = await issueLetters(renderer, folder, [plan(1, { channels: ['post'] })]);
    expect(result?.receipt?.eml).toBeNull();
    expect(files(idOf(1))).toHaveLength(2);
  });

  it('the logo of the administration is on the letter', async () => {
    mkdirSync(join(folder, 'logo'));
    writeFileSync(join(folder, 'logo/abc.png'), logoPng());
    const logo = { fileId: 'abc.png', mime: 'image/png', widthMm: 40 } as const;
    const [plainLetter] = await issueLetters(renderer, folder, [plan(1)]);
    const [result] = await issueLetters(renderer, folder, [plan(2, { creditor: { ...creditor, logo } })]);
    expect(result?.receipt?.pdf.bytes).toBeGreaterThan((plainLetter?.receipt?.pdf.bytes ?? 0) + 200);
  });

  it.each([
    ['gone', null],
    ['no picture', Buffer.from('\x89PNG\r\n\x1a\nhalf', 'latin1')],
  ])('a letter whose logo is %s is not made without it, and the preview says so', async (_name, bytes) => {
    mkdirSync(join(folder, 'logo'));
    if (bytes) writeFileSync(join(folder, 'logo/weg.png'), bytes);
    const logo = { fileId: 'weg.png', mime: 'image/png', widthMm: 40 } as const;
    const without = plan(2, { creditor: { ...creditor, logo } });
    const [result] = await issueLetters(renderer, folder, [without]);
    expect(result).toMatchObject({ receipt: null, failure: { code: 'logo-missing' } });
    await expect(createLetterService(renderer).preview(folder, canonicalJson(without))).rejects.toMatchObject({
      failure: { code: 'logo-missing' },
    });
  });

  it('names on disk fit every system, whatever the debtor is called', async () => {
    const debtor = { ...letterPlan().debtor, code: '../CON: "a/b"\u0000' };
    const [result] = await issueLetters(renderer, folder, [plan(1, { debtor })]);
    expect(result?.receipt?.pdf.name.split('/').at(-1)).toMatch(
      /^2026-11-20-Betalingsherinnering-[A-Za-z0-9._-]+\.pdf$/,
    );
  });
});

describe('the letter service behind the contract', () => {
  it('previews with a stamp and writes nothing (criterion D7)', async () => {
    const service = createLetterService(renderer);
    const preview = await service.preview(folder, canonicalJson(plan()));
    expect(preview.subject).toContain('Betalingsherinnering');
    expect(preview.html).toContain('NL91');
    expect(readdirSync(folder)).toEqual([]);
    const made = await renderLetter(renderer, plan());
    expect(hashBytes(preview.pdf)).not.toBe(made.pdfSha256);
  });

  it('answers for every plan in order; what is no plan fails alone', async () => {
    const service = createLetterService(renderer);
    const wrong = canonicalJson({ ...plan(2), amounts: { ...plan().amounts, total: 1 } });
    const results = await service.issue(folder, [canonicalJson(plan(1)), wrong, 'no json', canonicalJson(plan(3))]);
    expect(results.map(({ letterId, failure }) => [letterId, failure?.code ?? null])).toEqual([
      [idOf(1), null],
      [idOf(2), 'bad-input'],
      ['', 'bad-input'],
      [idOf(3), null],
    ]);
  });

  it('prints letters as one PDF in address order, each from its first page', async () => {
    const service = createLetterService(renderer);
    const at = (street: string, postalCode: string) => ({
      debtor: { ...letterPlan().debtor, address: { street, postalCode, city: 'Schiedam', country: 'NL' } },
    });
    await issueLetters(renderer, folder, [
      plan(1, at('Lange Haven 10', '3111 CD')),
      plan(2, { kind: 'demand', items: invoiceLines(60), ...at('Lange Haven 9', '3111cd') }),
      plan(3, at('Kade 200', '1011 AA')),
    ]);
    const { file, pages } = await service.printBatch(folder, [idOf(1), idOf(2), idOf(3)]);
    expect(pages).toBe(4);
    const bytes = readFileSync(join(folder, 'print', file.id));
    const { texts } = await placedTexts(bytes);
    expect(
      texts.filter(({ text }) => /^(Kade|Lange Haven) \d+$/.test(text)).map(({ page, text }) => `${page} ${text}`),
    ).toEqual(['1 Kade 200', '2 Lange Haven 9', '4 Lange Haven 10']);
    await service.printBatch(folder, [idOf(3), idOf(2), idOf(1)]);
    expect(hashBytes(readFileSync(join(folder, 'print', file.id)))).toBe(hashBytes(bytes));
    await expect(service.printBatch(folder, [idOf(9)])).rejects.toThrow('not-found');
    expect(statSync(join(folder, 'print', file.id)).size).toBeLessThan(400_000);
  });
});
