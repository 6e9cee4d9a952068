/** A file that was dropped or chosen, under a name of its own: with its folder, and one of a kind among those it lies with. */
export interface DroppedFile {
  readonly name: string;
  readonly file: File;
}

/** What systems leave in folders; never meant to be read. */
const leftBySystems = /^(?:\.|~\$|thumbs\.db$|desktop\.ini$|__macosx$)/i;

const isLeftBySystem = (path: string) => path.split('/').some((part) => leftBySystems.test(part));

/** Files of an input, those of a chosen folder with their path. */
export function filesOfInput(list: FileList | null): readonly DroppedFile[] {
  return [...(list ?? [])]
    .map((file) => ({ name: file.webkitRelativePath || file.name, file }))
    .filter(({ name }) => !isLeftBySystem(name));
}

/**
 * Files of something dropped, folders opened up. What is dropped can only be asked during the event itself, so this reads it
 * at once and only the folders later.
 */
export async function filesOfDrop(dropped: DataTransfer): Promise<readonly DroppedFile[]> {
  const entries = [...(dropped.items ?? [])].map((item) => item.webkitGetAsEntry?.() ?? null);
  const plain = filesOfInput(dropped.files);
  if (!entries.some((entry) => entry?.isDirectory)) return plain;
  const found: DroppedFile[] = [];
  for (const entry of entries) if (entry) await walk(entry, found);
  return found.filter(({ name }) => !isLeftBySystem(name));
}

async function walk(entry: FileSystemEntry, found: DroppedFile[]): Promise<void> {
  if (isFile(entry)) {
    const file = await new Promise<File>((resolve, reject) => entry.file(resolve, reject)).catch(() => null);
    if (file) found.push({ name: entry.fullPath.replace(/^\//, ''), file });
    return;
  }
  if (!isFolder(entry)) return;
  const reader = entry.createReader();
  // A folder is told in pieces, the last of which is empty.
  for (;;) {
    const piece = await new Promise<FileSystemEntry[]>((resolve, reject) => reader.readEntries(resolve, reject)).catch(
      () => [],
    );
    if (piece.length === 0) return;
    for (const child of piece) await walk(child, found);
  }
}

const isFile = (entry: FileSystemEntry): entry is FileSystemFileEntry => entry.isFile;
const isFolder = (entry: FileSystemEntry): entry is FileSystemDirectoryEntry => entry.isDirectory;

/**
 * The files on the table with others laid beside them. One that lies there already is left out; another of the same name is
 * told apart by a number.
 */
export function laidBeside(table: readonly DroppedFile[], added: readonly DroppedFile[]): readonly DroppedFile[] {
  const all = [...table];
  for (const { name, file } of added) {
    if (all.some((known) => isSameFile(known.file, file) && known.name === name)) continue;
    const names = new Set(all.map((known) => known.name));
    let free = name;
    for (let number = 2; names.has(free); number++) free = name.replace(/(\.[^./]+)?$/, ` (${number})$1`);
    all.push({ name: free, file });
  }
  return all;
}

function isSameFile(a: File, b: File): boolean {
  return a.size === b.size && a.lastModified === b.lastModified && a.name === b.name;
}

/** The files on the table a unit was read from; parts of a zip come from the zip. */
export function filesNamed(table: readonly DroppedFile[], names: readonly string[]): readonly DroppedFile[] {
  return table.filter(({ name }) =>
    names.some((wanted) => wanted === name || (wanted.startsWith(name) && /^[^\w.]/.test(wanted.slice(name.length)))),
  );
}
