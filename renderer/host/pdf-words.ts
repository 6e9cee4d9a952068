import { GlobalWorkerOptions, getDocument, PDFWorker } from 'pdfjs-dist';
// The worker comes with the bundle; nothing is fetched from elsewhere.
import workerUrl from 'pdfjs-dist/build/pdf.worker.min.mjs?url';

/** An invoice names itself on its first page; the amount may stand on the next. */
const mostPages = 3;
const mostCharacters = 20_000;

/** One worker for every copy that is read; it ends with the window. */
let reader: PDFWorker | null = null;

/**
 * The words of the first pages of a PDF, to find an invoice number in. No evaluation of scripts and no WebAssembly, so that
 * the content security policy stands. Empty for a scan, and for what is no readable PDF.
 */
export async function pdfWords(pdf: Blob): Promise<string> {
  GlobalWorkerOptions.workerSrc = workerUrl;
  reader ??= new PDFWorker();
  const task = getDocument({
    worker: reader,
    data: await pdf.arrayBuffer(),
    isEvalSupported: false,
    useWasm: false,
    useSystemFonts: false,
    useWorkerFetch: false,
    enableXfa: false,
    verbosity: 0,
  });
  try {
    const document = await task.promise;
    let words = '';
    for (let number = 1; number <= Math.min(mostPages, document.numPages) && words.length < mostCharacters; number++) {
      const { items } = await (await document.getPage(number)).getTextContent();
      words += items.map((item) => ('str' in item ? item.str + (item.hasEOL ? '\n' : ' ') : '')).join('');
    }
    return words.slice(0, mostCharacters);
  } catch {
    return '';
  } finally {
    await task.destroy();
  }
}
