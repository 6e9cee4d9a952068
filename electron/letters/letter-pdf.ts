import pdfMake from 'pdfmake';
import type { LetterPlan } from '#shared/domain/letter.ts';
import { createComposer } from './composer.ts';
import type { LetterFonts } from './fonts.ts';
import { tableHead, tableTail } from './item-table.ts';
import { letterDocument } from './layout.ts';
import type { LetterWords } from './letter-words.ts';
import { type Density, densitiesFor, mm, page } from './look.ts';
import { specificationStart } from './specification.ts';

export interface LetterPdf {
  readonly bytes: Uint8Array;
  readonly pages: number;
  /** Letters no font has; they show as a box. */
  readonly missingGlyphs: readonly string[];
}

export interface PdfChoice {
  readonly preview: boolean;
  /** Data URL of the logo, or null. */
  readonly logo: string | null;
}

/** Makes PDFs with these fonts. pdfmake may read no file and no address by itself. */
export function createPdfMaker(
  fonts: LetterFonts,
): (plan: LetterPlan, words: LetterWords, choice: PdfChoice) => Promise<LetterPdf> {
  const { virtualfs } = pdfMake as typeof pdfMake & {
    virtualfs: { writeFileSync(name: string, bytes: Uint8Array): void };
  };
  for (const [name, bytes] of fonts.files) virtualfs.writeFileSync(name, bytes);
  pdfMake.setFonts(structuredClone(fonts.families));
  pdfMake.setLocalAccessPolicy(() => false);
  pdfMake.setUrlAccessPolicy(() => false);
  return async (plan, words, choice) => {
    const [first, ...closer] = densitiesFor(plan.items.length + plan.credits.length + plan.alsoOpen.length);
    let best = await fitted({ fonts, plan, words, choice, density: first });
    // The specification is the same at any density: only the letter itself is fitted.
    for (const density of best.letterPages > 1 ? closer : []) {
      const next = await fitted({ fonts, plan, words, choice, density });
      if (next.letterPages < best.letterPages) best = next;
      if (best.letterPages === 1) break;
    }
    return { bytes: best.bytes, pages: best.pages, missingGlyphs: best.missingGlyphs };
  };
}

interface Attempt {
  readonly fonts: LetterFonts;
  readonly plan: LetterPlan;
  readonly words: LetterWords;
  readonly choice: PdfChoice;
  readonly density: Density;
}

interface Fitted extends LetterPdf {
  /** Pages before the specification. */
  readonly letterPages: number;
}

/** The rows beside the totals may go to a page of their own: there they need their column heads. */
async function fitted(given: Attempt): Promise<Fitted> {
  const first = await attempt(given, false);
  return first.tailAlone ? attempt(given, true) : first;
}

async function attempt(
  { fonts, plan, words, choice, density }: Attempt,
  tailHeader: boolean,
): Promise<Fitted & { readonly tailAlone: boolean }> {
  const composer = createComposer({ plan, words, fonts, density, logo: choice.logo !== null });
  let pages = 1;
  const definition = letterDocument(composer, { ...choice, tailHeader, onPages: (count) => (pages = count) });
  let headEnd = 0;
  let tailEnd = { page: 0, top: 0 };
  let specificationPage = 0;
  const bytes = await pdfMake
    .createPdf({
      ...definition,
      // Never breaks: pdfmake tells here, and only here, where things landed.
      pageBreakBefore: (node) => {
        if (node.id === tableHead) headEnd = node.pageNumbers.at(-1) ?? 1;
        if (node.id === tableTail) tailEnd = { page: node.startPosition.pageNumber, top: node.startPosition.top };
        if (node.id === specificationStart) specificationPage = node.pageNumbers[0] ?? 0;
        return false;
      },
    })
    .getBuffer();
  // On the page after the rows, and not as its first thing: the totals stand above it there.
  const tailAlone = !tailHeader && headEnd > 0 && tailEnd.page > headEnd && tailEnd.top > mm(page.top) + 10;
  const letterPages = specificationPage > 1 ? specificationPage - 1 : pages;
  return { bytes, pages, letterPages, missingGlyphs: [...composer.missing], tailAlone };
}
