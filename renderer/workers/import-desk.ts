import { FailureError, fail } from '#shared/contract/errors.ts';
import type { Books, Change } from '#shared/domain/books.ts';
import type { Moment } from '#shared/domain/changes.ts';
import type { ImportChoices, ImportPreview } from '#shared/domain/import-preview.ts';
import type { ImportRecord } from '#shared/domain/imports.ts';

function absent(): never {
  throw new FailureError(fail('not-supported', 'imports are not read yet').error);
}

export class ImportDesk {
  async preview(
    _books: Books,
    _name: string,
    _bytes: ArrayBuffer,
    _choices: ImportChoices,
    _moment: Moment,
  ): Promise<ImportPreview> {
    return absent();
  }
  confirm(
    _books: Books,
    _id: string,
    _choices: ImportChoices,
    _moment: Moment,
  ): { changes: Change[]; answer: ImportRecord } {
    return absent();
  }
  drop(_id: string): void {}
  undo(_books: Books, _importId: string, _moment: Moment): Change[] {
    return absent();
  }
}
