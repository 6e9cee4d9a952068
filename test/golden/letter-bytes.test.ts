import { mkdtempSync, rmSync } from 'node:fs';
import { builtinModules } from 'node:module';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { build } from 'vite';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { loadFonts } from '#electron/letters/fonts.ts';
import { createInProcessRenderer } from '#electron/letters/in-process.ts';
import { createPdfMaker } from '#electron/letters/letter-pdf.ts';
import { letterWords } from '#electron/letters/letter-words.ts';
import { createPoolRenderer } from '#electron/letters/pool.ts';
import type { LetterRenderer, RenderJob } from '#electron/letters/rendered.ts';
import { hashBytes } from '#shared/domain/event.ts';
import type { LetterPlan } from '#shared/domain/letter.ts';
import { businessFinalDemand } from './charged-plans.ts';
import { invoiceLines, letterPlan, logoPng } from './letter-plans.ts';

vi.setConfig({ testTimeout: 120_000 });

const plans: LetterPlan[] = [
  letterPlan(),
  letterPlan({ kind: 'demand', items: invoiceLines(10) }),
  letterPlan({ kind: 'final-demand', language: 'fr', items: invoiceLines(60) }),
  businessFinalDemand(),
  letterPlan({ debtor: { ...letterPlan().debtor, name: 'Ελένη Ångström-Łukasz' } }),
];

describe('the same plan gives the same bytes', () => {
  it('with fonts parsed once for all letters as with fonts parsed for each', async () => {
    const fonts = loadFonts('assets');
    const make = createPdfMaker(fonts);
    for (const plan of plans) {
      fonts.setMemo(false);
      const parsed = await make(plan, letterWords(plan), { preview: false, logo: null });
      fonts.setMemo(true);
      const remembered = await make(plan, letterWords(plan), { preview: false, logo: null });
      const again = await make(plan, letterWords(plan), { preview: false, logo: null });
      expect(hashBytes(remembered.bytes)).toBe(hashBytes(parsed.bytes));
      expect(hashBytes(again.bytes)).toBe(hashBytes(parsed.bytes));
    }
  });

  it('at any time of day', async () => {
    const make = createPdfMaker(loadFonts('assets'));
    const [plan = letterPlan()] = plans;
    const first = await make(plan, letterWords(plan), { preview: false, logo: null });
    const text = Buffer.from(first.bytes).toString('latin1');
    expect([...text.matchAll(/\(D:(\d+Z?)\)/g)].map(([, date]) => date)).toEqual(['20261120120000Z']);
  });
});

describe('worker threads', () => {
  let folder: string;
  let pool: LetterRenderer;
  const job = (plan: LetterPlan): RenderJob => ({
    plan,
    mode: 'issue',
    logo: logoPng(),
    pdfName: 'brief.pdf',
    copies: [],
  });

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'voldaan-pool-'));
    await build({
      configFile: false,
      logLevel: 'error',
      ssr: { noExternal: true },
      build: {
        ssr: resolve('electron/letters/letter-worker.ts'),
        outDir: folder,
        target: 'node20',
        minify: false,
        rolldownOptions: {
          external: [...builtinModules, /^node:/],
          output: { format: 'cjs', entryFileNames: 'letter-worker.cjs', codeSplitting: false },
        },
      },
    });
    pool = createPoolRenderer({ workerFile: join(folder, 'letter-worker.cjs'), assetsFolder: resolve('assets') });
  });
  afterAll(async () => {
    await pool.close();
    rmSync(folder, { recursive: true, force: true });
  });

  it('bundled, make the same PDF and mail as this process', async () => {
    const here = createInProcessRenderer('assets');
    const there = await Promise.all(plans.map((plan) => pool.render(job(plan))));
    for (const [index, plan] of plans.entries()) {
      const own = await here.render(job(plan));
      const other = there[index];
      expect(hashBytes(other?.pdf ?? new Uint8Array())).toBe(hashBytes(own.pdf));
      expect(hashBytes(other?.eml ?? new Uint8Array())).toBe(hashBytes(own.eml ?? new Uint8Array()));
    }
  });

  it('a letter that cannot be made fails alone, with its code', async () => {
    const [bad, good] = await Promise.allSettled([
      pool.render(job(letterPlan({ kind: 'limitation-notice' }))),
      pool.render(job(letterPlan())),
    ]);
    expect(bad).toMatchObject({ status: 'rejected', reason: { failure: { code: 'not-supported' } } });
    expect(good.status).toBe('fulfilled');
  });

  it('a thread that does not start fails its letters', async () => {
    const broken = createPoolRenderer({
      workerFile: join(folder, 'letter-worker.cjs'),
      assetsFolder: '/nowhere',
      size: 1,
    });
    await expect(broken.render(job(letterPlan()))).rejects.toThrow('render-failed');
    await expect(broken.render(job(letterPlan()))).rejects.toThrow('render-failed');
    await broken.close();
    await expect(broken.render(job(letterPlan()))).rejects.toThrow('closed');
  });
});
