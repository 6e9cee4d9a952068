import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative, sep } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { insideRoot } from '#electron/files/inside-root.ts';
import { safeName } from '#electron/files/safe-name.ts';
import { fileReference } from '#shared/contract/ipc.ts';
import fc from './draws.ts';

let root = '';
let outside = '';
beforeAll(() => {
  const base = realpathSync(mkdtempSync(join(tmpdir(), 'voldaan-root-')));
  root = join(base, 'root');
  outside = join(base, 'root-and-more');
  mkdirSync(join(root, 'a', 'b'), { recursive: true });
  mkdirSync(outside);
  writeFileSync(join(outside, 'secret'), 'x');
  if (process.platform !== 'win32') {
    symlinkSync(outside, join(root, 'a', 'link'));
    symlinkSync(join(outside, 'secret'), join(root, 'file-link'));
    symlinkSync(join(outside, 'not-there-yet'), join(root, 'dangling'));
    symlinkSync(join(root, 'a', 'b'), join(root, 'inner-link'));
    symlinkSync('loop', join(root, 'loop'));
  }
});
afterAll(() => rmSync(join(root, '..'), { recursive: true, force: true }));

const refused = (...segments: string[]) => {
  try {
    insideRoot(root, ...segments);
    return 'accepted';
  } catch (error) {
    return (error as { failure?: { code: string } }).failure?.code;
  }
};

describe('insideRoot is the only way to a path', () => {
  test('whatever the parts, what it answers is inside the root', () => {
    const part = fc.oneof(
      fc.constantFrom(
        '..',
        '.',
        '',
        'a',
        'b',
        'link',
        '../..',
        'a/../..',
        '..\\..',
        '/etc',
        'C:',
        'x:y',
        '\0',
        '....',
        '%2e%2e',
        '.. ',
        'root-and-more',
      ),
      fc.string({ unit: 'binary', maxLength: 12 }),
    );
    fc.assert(
      fc.property(fc.array(part, { maxLength: 6 }), (parts) => {
        let path: string;
        try {
          path = insideRoot(root, ...parts);
        } catch (error) {
          expect((error as { failure?: { code: string } }).failure?.code).toBe('outside-root');
          return;
        }
        const way = relative(root, path);
        expect(way === '..' || way.startsWith(`..${sep}`)).toBe(false);
        expect(path.startsWith(outside)).toBe(false);
      }),
      { numRuns: 3000 },
    );
  });

  test.each([
    ['the folder above', ['..']],
    ['a neighbour that starts with the same letters', ['..', 'root-and-more']],
    ['an absolute path', ['/etc/passwd']],
    ['a drive', ['C:']],
    ['an alternate stream', ['a:hidden']],
    ['a backslash', ['a\\..\\..']],
    ['a NUL', ['a\0b']],
  ])('%s is refused', (_, segments) => {
    expect(refused(...segments)).toBe('outside-root');
  });

  test.skipIf(process.platform === 'win32')('links that lead away are refused, also to what does not exist yet', () => {
    for (const way of [
      ['a', 'link'],
      ['a', 'link', 'new'],
      ['file-link'],
      ['dangling'],
      ['dangling', 'deeper'],
      ['loop'],
    ]) {
      expect([way, refused(...way)]).toEqual([way, 'outside-root']);
    }
    expect(insideRoot(root, 'inner-link', 'new.txt')).toBe(join(root, 'a', 'b', 'new.txt'));
  });

  test('paths that do not exist yet and the root itself are inside', () => {
    expect(insideRoot(root)).toBe(root);
    expect(insideRoot(root, 'new', 'deeper', 'file.pdf')).toBe(join(root, 'new', 'deeper', 'file.pdf'));
  });
});

describe('safeName', () => {
  test('any text becomes a name every system takes, and a file reference accepts', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), fc.integer({ min: 12, max: 120 }), (text, length) => {
        const name = safeName(text, length);
        expect(name).toMatch(/^[A-Za-z0-9_][A-Za-z0-9._-]*$/);
        expect(name.length).toBeLessThanOrEqual(length);
        expect(name).not.toMatch(/\.$|\.\./);
        expect(name.split('.')[0]).not.toMatch(/^(con|prn|aux|nul|com\d|lpt\d)$/i);
        expect(fileReference.shape.id.safeParse(name).success).toBe(true);
        expect(safeName(name, length)).toBe(name);
      }),
      { numRuns: 3000 },
    );
  });

  test.each([
    ['Aanmaning Café Zoë.pdf', 'Aanmaning-Cafe-Zoe.pdf'],
    ['../../etc/passwd', 'etc-passwd'],
    ['CON.pdf', '_CON.pdf'],
    ['nul', '_nul'],
    ['...', 'bestand'],
    ['名前', 'bestand'],
  ])('%s → %s', (text, name) => {
    expect(safeName(text)).toBe(name);
  });
});
