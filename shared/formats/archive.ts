import { detectFormat, detectionBytes } from './detect.ts';
import { type FileFormat, isToldByTheWhole } from './file-format.ts';
import { type FormatProblem, refuseFile, Warnings } from './problem.ts';
import { visibleText } from './visible-text.ts';
import { type ZipBudget, type ZipEntry, zipBudget, zipEntries, zipLimits } from './zip-archive.ts';
import { type ZipFault, ZipRefusal } from './zip-refusal.ts';

/** A file inside a zip. */
export interface ArchivedFile {
  /** With the folders of the zip, and the zip it was in: `jan.zip/facturen/2026-0001.xml`. For display, never a path. */
  readonly name: string;
  /** By its content. */
  readonly format: FileFormat;
  /** @throws FormatRefusal when it is damaged or unpacks to too much. */
  bytes(): Uint8Array;
}

export interface Archive {
  readonly files: readonly ArchivedFile[];
  /** What was left out: a zip in a zip in a zip. */
  readonly warnings: readonly FormatProblem[];
}

/** Most a file in a zip may be: what a reader takes in one piece. */
const archiveLimits = { ...zipLimits, entryBytes: 100 * 1024 * 1024 };

/**
 * The files in a zip and in the zips inside it, one level deep (formats document §7.2), each with what it is. Files that
 * systems add by themselves are left out. Only the beginning of each file is unpacked here.
 * @throws FormatRefusal for a zip that is damaged, encrypted, unsafe, or unpacks to more than the limits.
 */
export function openArchive(bytes: Uint8Array): Archive {
  const budget = zipBudget(bytes.length, archiveLimits);
  const warnings = new Warnings();
  const files: ArchivedFile[] = [];
  addFiles(bytes, '', budget, files, warnings);
  return { files, warnings: warnings.all() };
}

function addFiles(
  bytes: Uint8Array,
  inside: string,
  budget: ZipBudget,
  files: ArchivedFile[],
  warnings: Warnings,
): void {
  for (const entry of guarded(() => zipEntries(bytes, archiveLimits, budget))) {
    if (isOfSystem(entry.name)) continue;
    const name = inside + visibleText(entry.name);
    const format = formatOf(entry);
    if (format !== 'zip') files.push({ name, format, bytes: () => guarded(() => entry.unpack()) });
    else if (inside === '')
      addFiles(
        guarded(() => entry.unpack()),
        `${name}/`,
        budget,
        files,
        warnings,
      );
    else warnings.add('archive-nested', { name });
  }
}

function isOfSystem(name: string): boolean {
  return /(?:^|\/)(?:__MACOSX\/|\._|\.DS_Store$|Thumbs\.db$|desktop\.ini$)/i.test(name);
}

/** By its first bytes; a zip inside is looked at whole, as a workbook is one too. */
function formatOf(entry: ZipEntry): FileFormat {
  const format = detectFormat(guarded(() => entry.start(detectionBytes)));
  return isToldByTheWhole(format) ? detectFormat(guarded(() => entry.unpack())) : format;
}

const codes: Readonly<Record<ZipFault, string>> = {
  damaged: 'archive-part-damaged',
  'too-large': 'archive-too-large',
  unsafe: 'archive-unsafe',
  encrypted: 'archive-encrypted',
  method: 'archive-method',
};

/** What `read` answers; what is wrong with a zip as the refusal of its file. */
export function guarded<T>(read: () => T): T {
  try {
    return read();
  } catch (error) {
    if (!(error instanceof ZipRefusal)) throw error;
    const { fault, entry } = error;
    const isWhole = entry === '' && fault !== 'too-large';
    return refuseFile(isWhole ? 'archive-damaged' : codes[fault], { name: visibleText(entry) });
  }
}
