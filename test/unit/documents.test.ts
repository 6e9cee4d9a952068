import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, posix } from 'node:path';
import { describe, expect, it } from 'vitest';
import { root } from '#test/architecture/module-imports.ts';

const folders = ['assets', 'build', 'docs', 'electron', 'renderer', 'shared', 'test'];
const files = folders.flatMap((folder) =>
  readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' }).map((name) =>
    posix.join(folder, name.replaceAll('\\', '/')),
  ),
);
const read = (path: string) => readFileSync(join(root, path), 'utf8');
const documents = ['README.md', 'CHANGELOG.md', ...files.filter((path) => path.endsWith('.md'))];
const isThere = (path: string) => existsSync(join(root, path));

/** What a pattern finds in a text: its first group that took part. */
function found(text: string, pattern: RegExp): string[] {
  return [...text.matchAll(pattern)].map((match) => match.slice(1).find((group) => group !== undefined) ?? '');
}

/** Names of source files and folders in backticks, `*` for any. Files of the running application have other endings. */
const sourceName = /`((?:[\w.*-]+\/)*[\w*-][\w.*-]*\.(?:tsx?|mjs|py|css|md)|(?:[\w-]+\/){2,})`/g;

/** Whether a name means something: from the root, from its document's folder, or anywhere below that. */
function means(document: string, name: string): boolean {
  const folder = posix.dirname(document);
  const written = name.replace(/\/$/, '');
  const pattern = (path: string) => path.replaceAll('.', '\\.').replaceAll('*', '[^/]*');
  const exact = new RegExp(`^(${pattern(written)}|${pattern(posix.join(folder, written))})$`);
  const below = new RegExp(`^${folder === '.' ? '' : `${folder}/`}(.*/)?${pattern(written)}$`);
  return isThere(written) || files.some((path) => exact.test(path) || below.test(path));
}

describe('what documents name is there', () => {
  it('every relative link and picture', () => {
    const wrong = documents.flatMap((document) =>
      found(read(document), /\]\(([^)#\s]+)(?:#[^)]*)?\)|src="([^"]+)"/g)
        .filter((link) => !link.includes('://'))
        .filter((link) => !isThere(posix.join(posix.dirname(document), link)))
        .map((link) => `${document}: ${link}`),
    );
    expect(wrong).toEqual([]);
  });

  it('every source file and folder in backticks', () => {
    const wrong = documents.flatMap((document) =>
      found(read(document), sourceName)
        .filter((name) => !/^(dist|release|node_modules)\//.test(name) && !means(document, name))
        .map((name) => `${document}: ${name}`),
    );
    expect(wrong).toEqual([]);
  });

  it('every decision is in the list of decisions', () => {
    const decisions = files
      .filter((path) => /^docs\/adr\/\d{4}-.*\.md$/.test(path))
      .map((path) => posix.basename(path));
    expect(found(read('docs/adr/README.md'), /\]\((\d{4}-[^)]+)\)/g)).toEqual(decisions.sort());
  });

  it('every chapter and picture of the guide', () => {
    const guide = read('docs/guide/guide.html');
    const chapters = new Set(found(guide, / id="([^"]+)"/g));
    expect(found(guide, /href="#([^"]+)"/g).filter((chapter) => !chapters.has(chapter))).toEqual([]);
    expect(found(guide, /src="([^"]+)"/g).filter((picture) => !isThere(`docs/guide/${picture}`))).toEqual([]);
  });
});

describe('the README', () => {
  const readme = read('README.md');
  const { scripts, devDependencies }: Readonly<Record<string, Readonly<Record<string, string>>>> = JSON.parse(
    read('package.json'),
  );

  it('names commands that there are', () => {
    const named = found(readme, /`npm run (?:--silent )?([a-z]+)/g);
    expect(named.length).toBeGreaterThan(0);
    expect(named.filter((name) => !(name in (scripts ?? {})))).toEqual([]);
  });

  it('says of every package why it is there, and of no other', () => {
    const table = readme.slice(readme.indexOf('## Why each package is there'));
    const named = found(table, /^\| ([^|]+) \|/gm)
      .flatMap((cell) => cell.split(', '))
      .map((name) => (name === 'hooks' || name === 'spotlight' ? `@mantine/${name}` : name))
      .filter((name) => name !== 'package' && name !== '@types/…');
    const installed = Object.keys(devDependencies ?? {}).filter((name) => !name.startsWith('@types/'));
    expect(named.toSorted()).toEqual(installed.toSorted());
  });
});
