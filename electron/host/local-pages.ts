import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

export type LocalPage = 'guide' | 'licences' | 'issues';

/**
 * Path of a page that the desktop can open, copied out of the application (whose files may sit in an archive) into the
 * data folder, the guide with its pictures. The closed list of everything `openExternal` may open: Voldaan itself goes to no address on the network.
 */
export function localPage(pagesFolder: string, dataFolder: string, page: LocalPage): string {
  const folder = join(dataFolder, 'pages');
  const path = join(folder, `${page}.html`);
  mkdirSync(folder, { recursive: true });
  const copied = [`${page}.html`, ...(page === 'guide' ? picturesIn(pagesFolder) : [])];
  for (const name of copied) writeFileSync(join(folder, name), readFileSync(join(pagesFolder, name)));
  return path;
}

/** The guide's pictures lie beside it. */
function picturesIn(folder: string): readonly string[] {
  return readdirSync(folder).filter((name) => name.endsWith('.png'));
}
