import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';

/** A piece of text on a page, in millimetres from the top left. */
export interface PlacedText {
  readonly page: number;
  readonly text: string;
  readonly left: number;
  readonly right: number;
  /** Baseline. */
  readonly baseline: number;
  readonly size: number;
}

const mm = (points: number) => (points * 25.4) / 72;

/** Every horizontal text of a PDF, as pdf.js reads it, with where it stands. */
export async function placedTexts(bytes: Uint8Array): Promise<{ pages: number; texts: PlacedText[] }> {
  const document = await getDocument({ data: new Uint8Array(bytes), isEvalSupported: false, verbosity: 0 }).promise;
  const texts: PlacedText[] = [];
  for (let page = 1; page <= document.numPages; page++) {
    const sheet = await document.getPage(page);
    const [, , , height = 0] = sheet.view;
    const content = await sheet.getTextContent({ disableNormalization: true });
    for (const item of content.items) {
      if (!('str' in item) || item.str.trim() === '' || item.transform[1] !== 0) continue;
      const [, , , size, x, y] = item.transform as number[];
      texts.push({
        page,
        text: item.str,
        left: mm(x ?? 0),
        right: mm((x ?? 0) + item.width),
        baseline: mm(height - (y ?? 0)),
        size: size ?? 0,
      });
    }
  }
  const pages = document.numPages;
  await document.destroy();
  return { pages, texts };
}

/** All text of a PDF in reading order, pieces joined by spaces, no-break spaces as plain ones. */
export async function plainText(bytes: Uint8Array): Promise<string> {
  const { texts } = await placedTexts(bytes);
  return texts
    .map(({ text }) => text)
    .join(' ')
    .replace(/[\u00a0\u202f]/g, ' ')
    .replace(/\s+/g, ' ');
}
