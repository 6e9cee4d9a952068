/* Parts of pdfmake without typings: its QR encoder, and what its printer lays out and draws with. */

declare module 'pdfmake/js/qrEnc.js' {
  interface QrNode {
    readonly qr: readonly number[];
    readonly eccLevel: 'L' | 'M' | 'Q' | 'H';
  }
  interface QrCanvas {
    readonly canvas?: undefined;
    readonly _canvas: readonly { readonly x: number; readonly y: number; readonly w: number; readonly color: string }[];
    readonly _width: number;
  }
  interface QrEncoder {
    measure(node: QrNode): QrCanvas;
  }
  const encoder: QrEncoder & { readonly default?: QrEncoder };
  export default encoder;
}

declare module 'pdfmake/js/PDFDocument.js' {
  import type { Readable } from 'node:stream';

  interface FontkitFont {
    readonly unitsPerEm: number;
    hasGlyphForCodePoint(codePoint: number): boolean;
  }
  interface EmbeddedFont {
    readonly font: FontkitFont;
    layoutCache: Record<string, unknown>;
    widthOfString(text: string, size: number): number;
  }
  class PdfDocument extends Readable {
    constructor(
      fonts: object,
      images: object,
      patterns: object,
      attachments: object,
      options: { readonly autoFirstPage: boolean; readonly font: null; readonly [option: string]: unknown },
      files?: { existsSync(name: string): boolean; readFileSync(name: string): Uint8Array | undefined },
      localAccessPolicy?: (path: string) => boolean,
    );
    /** Writes the end of the file. */
    end(): void;
    fontCache: Record<string, Record<string, EmbeddedFont>>;
    _fontCount: number;
    _fontFamilies: Record<string, EmbeddedFont>;
    _font: EmbeddedFont;
    font(bytes: Uint8Array): PdfDocument;
    getFontType(bold: boolean, italics: boolean): string;
    provideFont(family: string, bold: boolean, italics: boolean): EmbeddedFont;
  }
  const exported: { readonly default: typeof PdfDocument } & typeof PdfDocument;
  export default exported;
  export type { EmbeddedFont, PdfDocument };
}

declare module 'pdfmake/js/SVGMeasure.js' {
  class SvgMeasure {}
  const exported: { readonly default: typeof SvgMeasure } & typeof SvgMeasure;
  export default exported;
}

declare module 'pdfmake/js/LayoutBuilder.js' {
  interface LaidOutNode {
    readonly id?: string;
    readonly positions: readonly { readonly pageNumber: number; readonly top: number }[];
  }
  interface LaidOutPage {
    readonly items: readonly object[];
  }
  class LayoutBuilder {
    constructor(
      pageSize: object,
      pageMargins: { left: number; top: number; right: number; bottom: number },
      svgMeasure: object,
    );
    /** Every part in the order of the document. */
    readonly linearNodeList: readonly LaidOutNode[];
    layoutDocument(
      content: unknown,
      document: object,
      styles: object,
      defaultStyle: object | undefined,
      background: undefined,
      header: unknown,
      footer: unknown,
      watermark: unknown,
    ): readonly LaidOutPage[];
  }
  const exported: { readonly default: typeof LayoutBuilder } & typeof LayoutBuilder;
  export default exported;
  export type { LaidOutPage };
}

declare module 'pdfmake/js/Renderer.js' {
  import type { LaidOutPage } from 'pdfmake/js/LayoutBuilder.js';

  class Renderer {
    constructor(document: object);
    renderPages(pages: readonly LaidOutPage[]): void;
  }
  const exported: { readonly default: typeof Renderer } & typeof Renderer;
  export default exported;
}
