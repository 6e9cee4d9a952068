import type { Output } from '#shared/contract/ipc.ts';

/** Letters as the handlers use them; `folder` is the book's folder. Expected failures are thrown as FailureError. */
export interface LetterService {
  preview(
    folder: string,
    plan: string,
  ): Promise<{
    readonly pdf: Uint8Array;
    readonly pages: number;
    readonly subject: string;
    readonly text: string;
    readonly html: string;
    readonly missingGlyphs: readonly string[];
  }>;
  issue(folder: string, plans: readonly string[]): Promise<Output<'letters.issue'>['results']>;
  printBatch(folder: string, letterIds: readonly string[]): Promise<Output<'letters.printBatch'>>;
  close(): Promise<void>;
}
