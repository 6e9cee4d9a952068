/* Parts of pdfmake without typings: its QR encoder, and the document its printer makes. */

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
  interface FontkitFont {
    readonly unitsPerEm: number;
    hasGlyphForCodePoint(codePoint: number): boolean;
  }
  interface EmbeddedFont {
    readonly font: FontkitFont;
    layoutCache: Record<string, unknown>;
    widthOfString(text: string, size: number): number;
  }
  class PdfDocument {
    constructor(
      fonts: object,
      images: object,
      patterns: object,
      attachments: object,
      options: { autoFirstPage: boolean; font: null },
    );
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
