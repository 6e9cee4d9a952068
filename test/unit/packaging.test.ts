import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { root } from '#test/architecture/module-imports.ts';
import config from '../../build/electron-builder.mjs';

/*
 * Packs for real, with a stub in the place of Electron's binary (which is fetched from outside the npm registry). The
 * stub ends as Electron's does: with the fuse wire, version 1, eight fuses, all on.
 */
const sentinel = 'dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX';
const built = existsSync(join(root, 'dist/.stamp'));
let folder = '';

beforeAll(() => {
  if (!built) return;
  folder = mkdtempSync(join(tmpdir(), 'voldaan-pack-'));
  const electron = join(folder, 'electron');
  mkdirSync(join(electron, 'locales'), { recursive: true });
  mkdirSync(join(electron, 'resources'));
  for (const locale of ['nl', 'en-US', 'fr']) writeFileSync(join(electron, 'locales', `${locale}.pak`), '');
  writeFileSync(join(electron, 'electron'), Buffer.from(`stub\0${sentinel}\x01\x0811111111`, 'latin1'));
  chmodSync(join(electron, 'electron'), 0o755);
  for (const file of ['LICENSE', 'LICENSES.chromium.html', 'version']) writeFileSync(join(electron, file), '');
  const options = [
    '--linux',
    '--dir',
    '--x64',
    `-c.electronDist=${electron}`,
    `-c.directories.output=${join(folder, 'out')}`,
  ];
  const builder = join(root, 'node_modules/electron-builder/cli.js');
  const packed = spawnSync(process.execPath, [builder, '--config', 'build/electron-builder.mjs', ...options], {
    cwd: root,
    encoding: 'utf8',
  });
  if (packed.status !== 0) throw new Error(`${packed.stdout}\n${packed.stderr}`);
}, 120_000);

afterAll(() => {
  if (folder) rmSync(folder, { recursive: true, force: true });
});

interface AsarEntry {
  readonly files?: Readonly<Record<string, AsarEntry>>;
}

/** Paths in an asar archive: its header is a JSON text whose length stands at byte 12. */
function asarFiles(archive: string): string[] {
  const bytes = readFileSync(archive);
  const header: AsarEntry = JSON.parse(bytes.toString('utf8', 16, 16 + bytes.readUInt32LE(12)));
  const walk = (entry: AsarEntry, path: string): string[] =>
    Object.entries(entry.files ?? {}).flatMap(([name, child]) =>
      child.files ? walk(child, `${path}${name}/`) : [`${path}${name}`],
    );
  return walk(header, '').sort();
}

function builtFiles(): string[] {
  return readdirSync(join(root, 'dist'), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(root, join(entry.parentPath, entry.name)).replaceAll('\\', '/'))
    .filter((path) => !/^dist\/(test\/|\.stamp$|electron\/window\.cjs$)/.test(path));
}

describe.skipIf(!built || process.platform !== 'linux')('the packed application', () => {
  it('holds exactly the built files', () => {
    const packed = asarFiles(join(folder, 'out/linux-unpacked/resources/app.asar'));
    expect(packed).toEqual([...builtFiles(), 'package.json'].sort());
    expect(packed).toContain('dist/electron/main.cjs');
  });

  it('has every fuse as decided', () => {
    const binary = readFileSync(join(folder, 'out/linux-unpacked/voldaan'));
    const wire = binary.subarray(binary.indexOf(sentinel) + sentinel.length);
    // In Electron's order: RunAsNode, cookie encryption, NodeOptions, inspect, asar integrity, only asar, snapshot, file:.
    expect([wire[0], wire[1], wire.toString('latin1', 2)]).toEqual([1, 8, '01001100']);
  });
});

describe('the installers', () => {
  it('are NSIS on Windows, dmg on macOS and AppImage on Linux', () => {
    const targets = [config.win, config.mac, config.linux].map(({ target }) => target.map(({ target: name }) => name));
    expect(targets).toEqual([['nsis'], ['dmg'], ['AppImage']]);
  });

  it.each([config.win.icon, config.mac.icon, config.linux.icon])('have their icon: %s', (icon) => {
    expect(existsSync(join(root, icon))).toBe(true);
  });
});
