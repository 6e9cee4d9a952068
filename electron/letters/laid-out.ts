import type { TDocumentDefinitions } from 'pdfmake/interfaces';
import layoutModule from 'pdfmake/js/LayoutBuilder.js';
import documentModule from 'pdfmake/js/PDFDocument.js';
import drawingModule from 'pdfmake/js/Renderer.js';
import measureModule from 'pdfmake/js/SVGMeasure.js';
import type { LetterFonts } from './fonts.ts';
import { pageSize } from './look.ts';

// Bundled and unbundled CommonJS differ in where the default export is.
const PdfDocument = documentModule.default ?? documentModule;
const Layout = layoutModule.default ?? layoutModule;
const Drawing = drawingModule.default ?? drawingModule;
const SvgMeasure = measureModule.default ?? measureModule;

/** A part of the document that was given an id, in points from the top of its page. */
export interface Place {
  readonly pageNumber: number;
  readonly top: number;
}

/** A document whose parts all have their place, and nothing of which is drawn yet: that is half the work of making it. */
export interface LaidOut {
  readonly pages: number;
  /** Where the part with this id landed, line by line; empty when it is not there or draws nothing. */
  places(id: string): readonly Place[];
  /** Draws it; once. */
  draw(): Promise<Uint8Array>;
}

/** What this reads of a pdfmake definition; anything else in one is not drawn. */
export type Definition = Required<
  Pick<TDocumentDefinitions, 'language' | 'content' | 'defaultStyle' | 'header' | 'footer'>
> &
  Pick<TDocumentDefinitions, 'images' | 'watermark'> & {
    /** Left, top, right and bottom, in points. */
    readonly pageMargins: readonly [number, number, number, number];
    readonly info: Readonly<Record<'Title' | 'Author' | 'Creator' | 'Producer', string>> & {
      readonly CreationDate: Date;
    };
  };

/**
 * Lays a document out as pdfmake's own printer does, but stops before the drawing. It can read the fonts of letters and
 * nothing else: no file and no address.
 */
export function layOut(definition: Definition, fonts: LetterFonts): LaidOut {
  const [left, top, right, bottom] = definition.pageMargins;
  const document = new PdfDocument(
    structuredClone(fonts.families),
    definition.images ?? {},
    {},
    {},
    {
      size: [pageSize.width, pageSize.height],
      pdfVersion: '1.3',
      tagged: false,
      displayTitle: true,
      compress: true,
      lang: definition.language,
      fontLayoutCache: true,
      bufferPages: false,
      autoFirstPage: false,
      info: definition.info,
      font: null,
    },
    { existsSync: (name) => fonts.files.has(name), readFileSync: (name) => fonts.files.get(name) },
    () => false,
  );
  const layout = new Layout(pageSize, { left, top, right, bottom }, new SvgMeasure());
  const pages = layout.layoutDocument(
    definition.content,
    document,
    {},
    definition.defaultStyle,
    undefined,
    definition.header,
    definition.footer,
    definition.watermark,
  );
  return {
    pages: pages.length,
    places: (id) => layout.linearNodeList.find((node) => node.id === id)?.positions ?? [],
    draw: () => {
      new Drawing(document).renderPages(pages);
      return new Promise((resolve, reject) => {
        const parts: Uint8Array[] = [];
        document.on('data', (part) => parts.push(part));
        document.on('end', () => resolve(Buffer.concat(parts)));
        document.on('error', reject);
        document.end();
      });
    },
  };
}
