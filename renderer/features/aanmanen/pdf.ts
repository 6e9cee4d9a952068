import { GlobalWorkerOptions, getDocument, PDFWorker } from 'pdfjs-dist';
// The worker comes with the bundle; nothing is fetched from elsewhere.
import workerUrl from 'pdfjs-dist/build/pdf.worker.min.mjs?url';

GlobalWorkerOptions.workerSrc = workerUrl;

/** One worker for every letter that is looked at; it ends with the window. */
let reader: PDFWorker | null = null;

/** One page, ready to be drawn at any width. */
export interface PdfPage {
  readonly number: number;
  /** Width and height in points. */
  readonly width: number;
  readonly height: number;
  /** The words on the page, for people who cannot see the drawing. */
  readonly words: string;
  /** Draws the page on a canvas of `widthPixels` device pixels; resolves false when it was stopped by `signal`. */
  draw(canvas: HTMLCanvasElement, widthPixels: number, signal: AbortSignal): Promise<boolean>;
}

export interface OpenPdf {
  readonly pages: readonly PdfPage[];
  close(): void;
}

/**
 * Opens a PDF from its bytes. No evaluation of scripts and no WebAssembly, so that the content security policy stands;
 * letters embed their fonts, so nothing else is loaded. Rejects when the bytes are no PDF.
 */
export async function openPdf(bytes: ArrayBuffer): Promise<OpenPdf> {
  reader ??= new PDFWorker();
  const task = getDocument({
    worker: reader,
    data: bytes,
    isEvalSupported: false,
    useWasm: false,
    useSystemFonts: false,
    useWorkerFetch: false,
    enableXfa: false,
  });
  const document = await task.promise;
  const pages: PdfPage[] = [];
  for (let number = 1; number <= document.numPages; number++) {
    const page = await document.getPage(number);
    const size = page.getViewport({ scale: 1 });
    const content = await page.getTextContent();
    pages.push({
      number,
      width: size.width,
      height: size.height,
      words: content.items.map((item) => ('str' in item ? item.str + (item.hasEOL ? '\n' : '') : '')).join(''),
      async draw(canvas, widthPixels, signal) {
        const viewport = page.getViewport({ scale: widthPixels / size.width });
        canvas.width = Math.round(viewport.width);
        canvas.height = Math.round(viewport.height);
        const render = page.render({ canvas, viewport });
        const stop = () => render.cancel();
        signal.addEventListener('abort', stop, { once: true });
        try {
          await render.promise;
          return true;
        } catch (error) {
          if (signal.aborted) return false;
          throw error;
        } finally {
          signal.removeEventListener('abort', stop);
        }
      },
    });
  }
  return { pages, close: () => void task.destroy() };
}

/** Reads the bytes behind a one-time address; the address is spent afterwards. */
export async function fetchOnce(url: string): Promise<ArrayBuffer> {
  const response = await fetch(url);
  if (!response.ok) throw new Error(`one-time address answered ${response.status}`);
  return response.arrayBuffer();
}
