import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { LetterRenderer } from '#electron/letters/rendered.ts';

/** Gives every letter the bytes it had when it was recorded: the matrix is about what is written when, not about PDF. */
export function recordedRenderer(folder: string): LetterRenderer {
  return {
    async render({ plan }) {
      const { pages, eml } = JSON.parse(readFileSync(join(folder, `${plan.id}.json`), 'utf8'));
      return {
        pdf: readFileSync(join(folder, `${plan.id}.pdf`)),
        eml: eml ? readFileSync(join(folder, `${plan.id}.eml`)) : null,
        pages,
        mail: null,
        missingGlyphs: [],
      };
    },
    close: async () => undefined,
  };
}

/** A renderer that records what it makes. */
export function recording(renderer: LetterRenderer, folder: string): LetterRenderer {
  mkdirSync(folder, { recursive: true });
  return {
    async render(job) {
      const made = await renderer.render(job);
      const path = join(folder, job.plan.id);
      writeFileSync(`${path}.pdf`, made.pdf);
      if (made.eml) writeFileSync(`${path}.eml`, made.eml);
      writeFileSync(`${path}.json`, JSON.stringify({ pages: made.pages, eml: made.eml !== null }));
      return made;
    },
    close: () => renderer.close(),
  };
}
