import type { HandlersOf, Services } from './types.ts';

export function letterHandlers({ host, books, letters, log, requireSpace }: Services): HandlersOf<'letters'> {
  return {
    'letters.preview': async ({ book, plan }) => {
      const { pdf, missingGlyphs, ...preview } = await letters.preview(books.folder(book), plan);
      const mail = new TextEncoder().encode(preview.html);
      return {
        ...preview,
        missingGlyphs: [...missingGlyphs],
        pdf: host.serveOnce(pdf, 'application/pdf'),
        mailUrl: preview.html ? host.serveOnce(mail, 'text/html; charset=utf-8') : null,
      };
    },
    'letters.issue': async ({ book, plans }) => {
      await requireSpace();
      const results = await letters.issue(books.folder(book), plans);
      const failed = results.filter((result) => result.failure).length;
      await log.write(failed > 0 ? 'warn' : 'info', 'letters.issued', { book, letters: results.length, failed });
      return { results };
    },
    'letters.printBatch': async ({ book, letterIds }) => {
      await requireSpace();
      return letters.printBatch(books.folder(book), letterIds);
    },
  };
}
