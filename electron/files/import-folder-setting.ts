import { readFile } from 'node:fs/promises';
import { isAbsolute, join } from 'node:path';
import { z } from 'zod';
import { bookId } from '#shared/contract/ipc.ts';
import { atomicWrite } from './atomic-write.ts';
import { errorCode } from './disk.ts';
import { namesIn } from './folder-names.ts';
import { bookFolder } from './store.ts';

/** What is kept of an import folder on this machine; not part of the books. */
export interface ImportFolderSetting {
  /** Absolute path of the folder that was chosen; null is the one in the data folder. */
  readonly folder: string | null;
  /** Ids of files in it that are not to be imported. */
  readonly passedOver: readonly string[];
}

export const standardSetting: ImportFolderSetting = { folder: null, passedOver: [] };

const settingFile = z.object({
  version: z.literal(1),
  folder: z.string().refine(isAbsolute).nullable(),
  passedOver: z.array(z.string()),
});

const fileName = 'importmap.json';

/** The setting of a book; the standard one when nothing was chosen, or when the file is not one Voldaan wrote. */
export async function readSetting(dataFolder: string, book: string): Promise<ImportFolderSetting> {
  try {
    const text = await readFile(join(bookFolder(dataFolder, book), fileName), 'utf8');
    return settingFile.parse(JSON.parse(text));
  } catch (error) {
    if (errorCode(error) === 'ENOENT' || error instanceof SyntaxError || error instanceof z.ZodError)
      return standardSetting;
    throw error;
  }
}

export async function writeSetting(dataFolder: string, book: string, setting: ImportFolderSetting): Promise<void> {
  const { folder, passedOver } = setting;
  const text = JSON.stringify({ version: 1, folder, passedOver });
  await atomicWrite(join(bookFolder(dataFolder, book), fileName), `${text}\n`);
}

/** The folders that were chosen, by book. */
export async function chosenFolders(dataFolder: string): Promise<ReadonlyMap<string, string>> {
  const chosen = new Map<string, string>();
  for (const book of await namesIn(join(dataFolder, 'administraties'))) {
    if (!bookId.safeParse(book).success) continue;
    const { folder } = await readSetting(dataFolder, book);
    if (folder !== null) chosen.set(book, folder);
  }
  return chosen;
}
