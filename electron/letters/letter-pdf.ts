import type { LetterPlan } from '#shared/domain/letter.ts';
import { createComposer } from './composer.ts';
import type { LetterFonts } from './fonts.ts';
import { tableHead, tableTail } from './item-table.ts';
import { type LaidOut, layOut } from './laid-out.ts';
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

/** Makes PDFs with these fonts. */
export function createPdfMaker(
  fonts: LetterFonts,
): (plan: LetterPlan, words: LetterWords, choice: PdfChoice) => Promise<LetterPdf> {
  return async (plan, words, choice) => {
    const rows = [...plan.items, ...plan.credits, ...plan.alsoOpen];
    const densities = densitiesFor(
      rows.length,
      rows.some(({ payments }) => payments !== undefined),
    );
    // A letter that charges seldom fits at once, and its specification is the same at any density: tried without it.
    const isTrial = words.charges.length > 0 && densities.length > 1;
    const best = closest({ fonts, plan, words, choice, isTrial }, densities);
    const { laidOut, missingGlyphs } = isTrial ? attempt({ ...best.given, isTrial: false }, best.tailHeader) : best;
    return { bytes: await laidOut.draw(), pages: laidOut.pages, missingGlyphs };
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

interface Fitted {
  readonly given: Attempt;
  readonly laidOut: LaidOut;
  /** Letters no font has. */
  readonly missingGlyphs: readonly string[];
  /** Pages before the specification. */
  readonly letterPages: number;
  readonly tailHeader: boolean;
  /** The rows beside the totals went to a page of their own, without column heads. */
  readonly tailAlone: boolean;
}

/** The most pleasant density on which the letter itself takes the fewest pages. */
function closest(letter: Letter, [first, ...closer]: ReturnType<typeof densitiesFor>): Fitted {
  let best = fitted({ ...letter, density: first });
  for (const density of best.letterPages > 1 ? closer : []) {
    const next = fitted({ ...letter, density });
    if (next.letterPages < best.letterPages) best = next;
    if (best.letterPages === 1) break;
  }
  return best;
}

/** The rows beside the totals may go to a page of their own: there they need their column heads. */
function fitted(given: Attempt): Fitted {
  const first = attempt(given, false);
  return first.tailAlone ? attempt(given, true) : first;
}

function attempt(given: Attempt, tailHeader: boolean): Fitted {
  const { fonts, plan, words, choice, isTrial, density } = given;
  const composer = createComposer({ plan, words, fonts, density, logo: choice.logo !== null });
  const laidOut = layOut(letterDocument(composer, { ...choice, annex: !isTrial, tailHeader }), fonts);
  const headEnd = laidOut.places(tableHead).at(-1)?.pageNumber ?? 0;
  const tail = laidOut.places(tableTail)[0];
  // On the page after the rows, and not as its first thing: the totals stand above it there.
  const tailAlone =
    !tailHeader && headEnd > 0 && tail !== undefined && tail.pageNumber > headEnd && tail.top > mm(page.top) + 10;
  const specificationPage = laidOut.places(specificationStart)[0]?.pageNumber ?? 0;
  const letterPages = specificationPage > 1 ? specificationPage - 1 : laidOut.pages;
  return { given, laidOut, missingGlyphs: [...composer.missing], letterPages, tailHeader, tailAlone };
}
