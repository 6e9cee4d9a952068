import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import pdfDocumentModule, { type EmbeddedFont, type PdfDocument } from 'pdfmake/js/PDFDocument.js';
import { latinFamily } from './look.ts';

// Bundled and unbundled CommonJS differ in where the default export is.
const PdfDocumentClass = pdfDocumentModule.default ?? pdfDocumentModule;

const fullFamily = 'NotoSansFull';
const files = {
  [latinFamily]: { normal: 'NotoSans-Regular.ttf', bold: 'NotoSans-Bold.ttf' },
  [fullFamily]: { normal: 'NotoSansFull-Regular.ttf', bold: 'NotoSansFull-Bold.ttf' },
} as const;
type Family = keyof typeof files;

/** A piece of text in one family; letters use the fuller family only for words that need it. */
export interface FontRun {
  readonly text: string;
  readonly font: Family;
}

export interface LetterFonts {
  /** File names and bytes as pdfmake's virtual file system wants them. */
  readonly files: ReadonlyMap<string, Uint8Array>;
  readonly families: Readonly<Record<Family, { readonly normal: string; readonly bold: string }>>;
  /** Splits text into runs; characters no font has are added to `missing` and show as a box. */
  runs(text: string, missing: Set<string>): readonly FontRun[];
  /** Width of text in points, kerning included. */
  width(text: string, size: number, bold?: boolean): number;
  /**
   * pdfkit parses a font again for every document. With the memo on (always, but in the test that compares bytes) a
   * parsed font and its measured words serve all documents of this process.
   */
  setMemo(on: boolean): void;
}

/** Words measured are forgotten after this many letters, so that names do not pile up. */
const lettersPerCache = 400;

/** Reads the letter fonts below the assets folder. */
export function loadFonts(assetsFolder: string): LetterFonts {
  const bytes = new Map<string, Uint8Array>();
  for (const family of Object.values(files)) {
    for (const file of Object.values(family)) bytes.set(file, readFileSync(join(assetsFolder, 'fonts', file)));
  }
  const document = new PdfDocumentClass({}, {}, {}, {}, { autoFirstPage: false, font: null });
  const masters = new Map<string, EmbeddedFont>();
  const master = (family: Family, style: 'normal' | 'bold'): EmbeddedFont => {
    const key = `${family} ${style}`;
    const known = masters.get(key);
    if (known) return known;
    const font = document.font(bytes.get(files[family][style]) ?? new Uint8Array())._font;
    masters.set(key, font);
    return font;
  };
  const memo = memoise((family, style) => (family in files ? master(family as Family, style) : null));
  const has = (family: Family, text: string) =>
    [...text].every((letter) => master(family, 'normal').font.hasGlyphForCodePoint(letter.codePointAt(0) ?? 0));
  const familyOf = (word: string, missing: Set<string>): Family => {
    if (has(latinFamily, word)) return latinFamily;
    for (const letter of word) if (!has(latinFamily, letter) && !has(fullFamily, letter)) missing.add(letter);
    return fullFamily;
  };
  return {
    files: bytes,
    families: files,
    setMemo: memo.set,
    width: (text, size, bold = false) => master(latinFamily, bold ? 'bold' : 'normal').widthOfString(text, size),
    runs(text, missing) {
      if (has(latinFamily, text)) return [{ text, font: latinFamily }];
      const runs: FontRun[] = [];
      for (const word of text.split(/(?<=\s)/)) {
        const font = familyOf(word, missing);
        const last = runs.at(-1);
        if (last?.font === font) runs[runs.length - 1] = { text: last.text + word, font };
        else runs.push({ text: word, font });
      }
      return runs;
    },
  };
}

type EmbeddedFontClass = new (document: PdfDocument, font: EmbeddedFont['font'], id: string) => EmbeddedFont;

/** Lets pdfmake's documents take parsed fonts; see {@link LetterFonts.setMemo}. */
function memoise(masterOf: (family: string, style: 'normal' | 'bold') => EmbeddedFont | null): {
  set(on: boolean): void;
} {
  const parsing = PdfDocumentClass.prototype.provideFont;
  let letters = 0;
  function remembering(this: PdfDocument, family: string, bold: boolean, italics: boolean): EmbeddedFont {
    const type = this.getFontType(bold, italics);
    this.fontCache[family] ??= {};
    const styles = this.fontCache[family];
    const known = styles[type];
    if (known) return known;
    const master = italics ? null : masterOf(family, bold ? 'bold' : 'normal');
    if (!master) return parsing.call(this, family, bold, italics);
    const id = `F${++this._fontCount}`;
    const font = new (master.constructor as EmbeddedFontClass)(this, master.font, id);
    if (id === 'F1' && ++letters % lettersPerCache === 0) master.layoutCache = Object.create(null);
    font.layoutCache = master.layoutCache;
    this._fontFamilies[id] = font;
    this._font = font;
    styles[type] = font;
    return font;
  }
  const set = (on: boolean) => {
    PdfDocumentClass.prototype.provideFont = on ? remembering : parsing;
  };
  set(true);
  return { set };
}
