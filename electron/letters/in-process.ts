import { hashOf } from '../files/hash.ts';
import { letterMail } from '../mail/eml.ts';
import { mailParts } from '../mail/mail-parts.ts';
import { compileMail } from '../mail/mail-template.ts';
import { loadFonts } from './fonts.ts';
import { checkFourteenDayWords } from './fourteen-day-check.ts';
import { createPdfMaker } from './letter-pdf.ts';
import { letterWords } from './letter-words.ts';
import { logoForPrint, logoMissing } from './logo.ts';
import type { LetterRenderer } from './rendered.ts';

/**
 * Makes letters in this process: what every worker of the pool does, and what tests use. `assetsFolder` holds
 * `fonts/` and `mail/` (`assets` in the project, `dist/assets` when built).
 */
export function createInProcessRenderer(assetsFolder: string): LetterRenderer {
  const fonts = loadFonts(assetsFolder);
  const makePdf = createPdfMaker(fonts);
  const template = compileMail(assetsFolder);
  const logos = new Map<string, string>();

  const logoOf = (bytes: Uint8Array | null): string | null => {
    if (!bytes) return null;
    const key = hashOf(bytes);
    const known = logos.get(key);
    if (known !== undefined) return known;
    const logo = logoForPrint(bytes);
    if (logo === null) throw logoMissing('it is no picture that can be printed');
    logos.set(key, logo);
    return logo;
  };

  return {
    async render({ plan, mode, logo, pdfName, copies }) {
      const words = letterWords(plan);
      checkFourteenDayWords(plan, words);
      const pdf = await makePdf(plan, words, { preview: mode === 'preview', logo: logoOf(logo) });
      const mail = plan.channels.includes('email') ? mailParts(plan, words, await template, copies.length > 0) : null;
      const attachments = [{ name: pdfName, bytes: pdf.bytes }, ...copies];
      const eml = mail && mode === 'issue' ? await letterMail(plan, mail, attachments) : null;
      return { pdf: pdf.bytes, pages: pdf.pages, eml, mail, missingGlyphs: pdf.missingGlyphs };
    },
    close: async () => undefined,
  };
}
