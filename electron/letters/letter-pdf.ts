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
    const rows = [...plan.items, ...plan.credits, ...plan.alsoOpen];
    const densities = densitiesFor(
      rows.length,
      rows.some(({ payments }) => payments !== undefined),
    );
    // A letter that charges seldom fits at once, and its specification is the same at any density: tried without it.
    const isTrial = words.charges.length > 0 && densities.length > 1;
    const best = await closest({ fonts, plan, words, choice, isTrial }, densities);
    const { document, pages, missingGlyphs } = isTrial
      ? await attempt({ ...best.given, isTrial: false }, best.tailHeader)
      : best;
    return { bytes: await document.getBuffer(), pages, missingGlyphs };
  };
}

interface Letter {
  readonly fonts: LetterFonts;
  readonly plan: LetterPlan;
  readonly words: LetterWords;
  readonly choice: PdfChoice;
  /** Laid out without its specification, only to see how it fits. */
  readonly isTrial: boolean;
}

type Attempt = Letter & { readonly density: Density };

interface Fitted extends Omit<LetterPdf, 'bytes'> {
  readonly given: Attempt;
  /** Laid out; written only when its bytes are asked for. */
  readonly document: { getBuffer(): Promise<Uint8Array> };
  /** Pages before the specification. */
  readonly letterPages: number;
  readonly tailHeader: boolean;
  /** The rows beside the totals went to a page of their own, without column heads. */
  readonly tailAlone: boolean;
}

/** The most pleasant density on which the letter itself takes the fewest pages. */
async function closest(letter: Letter, [first, ...closer]: ReturnType<typeof densitiesFor>): Promise<Fitted> {
  let best = await fitted({ ...letter, density: first });
  for (const density of best.letterPages > 1 ? closer : []) {
    const next = await fitted({ ...letter, density });
    if (next.letterPages < best.letterPages) best = next;
    if (best.letterPages === 1) break;
  }
  return best;
}

/** The rows beside the totals may go to a page of their own: there they need their column heads. */
async function fitted(given: Attempt): Promise<Fitted> {
  const first = await attempt(given, false);
  return first.tailAlone ? attempt(given, true) : first;
}

async function attempt(given: Attempt, tailHeader: boolean): Promise<Fitted> {
  const { fonts, plan, words, choice, isTrial, density } = given;
  const composer = createComposer({ plan, words, fonts, density, logo: choice.logo !== null });
  let pages = 1;
  const definition = letterDocument(composer, {
    ...choice,
    annex: !isTrial,
    tailHeader,
    onPages: (count) => (pages = count),
  });
  let headEnd = 0;
  let tailEnd = { page: 0, top: 0 };
  let specificationPage = 0;
  const document = pdfMake.createPdf({
    ...definition,
    // Never breaks: pdfmake tells here, and only here, where things landed.
    pageBreakBefore: (node) => {
      if (node.id === tableHead) headEnd = node.pageNumbers.at(-1) ?? 1;
      if (node.id === tableTail) tailEnd = { page: node.startPosition.pageNumber, top: node.startPosition.top };
      if (node.id === specificationStart) specificationPage = node.pageNumbers[0] ?? 0;
      return false;
    },
  });
  await document.getStream();
  // On the page after the rows, and not as its first thing: the totals stand above it there.
  const tailAlone = !tailHeader && headEnd > 0 && tailEnd.page > headEnd && tailEnd.top > mm(page.top) + 10;
  const letterPages = specificationPage > 1 ? specificationPage - 1 : pages;
  return { given, document, pages, letterPages, missingGlyphs: [...composer.missing], tailHeader, tailAlone };
}
