import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { forbiddenImport, importCycles } from '#test/architecture/import-rules.ts';
import { importTargetExists, parseModule, readModules, root } from '#test/architecture/module-imports.ts';

const product = readModules(['shared', 'electron', 'renderer', 'assets']);
const all = [...product, ...readModules(['test', 'build'])];

describe('the tree is the architecture', () => {
  it('holds no import that its folder may not have', () => {
    const wrong = product.flatMap((module) =>
      module.imports.flatMap((edge) => {
        const reason = forbiddenImport(edge);
        return reason ? [`${edge.from} → ${edge.to}: ${reason}`] : [];
      }),
    );
    expect(wrong).toEqual([]);
  });

  it('holds no import of something that is not there', () => {
    const missing = product.flatMap(({ imports }) => imports.filter((edge) => !importTargetExists(edge.to)));
    expect(missing.map((edge) => `${edge.from} → ${edge.to}`)).toEqual([]);
  });

  it('holds no import cycle', () => {
    expect(importCycles(product).map((cycle) => cycle.join(' → '))).toEqual([]);
  });

  it('holds no file over 400 lines', () => {
    expect(all.filter(({ lines }) => lines > 400).map(({ path, lines }) => `${path}: ${lines}`)).toEqual([]);
  });

  it('reads no clock and throws no dice in shared', () => {
    const impure = product.filter(({ path, impure }) => path.startsWith('shared/') && impure.length > 0);
    expect(impure.map((module) => `${module.path}: ${module.impure.join(', ')}`)).toEqual([]);
  });

  it('declares every package it imports', () => {
    const description = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
    const declared = new Set(Object.keys({ ...description.dependencies, ...description.devDependencies }));
    const used = new Set(product.flatMap(({ imports }) => imports.map(({ to }) => to)));
    const packages = [...used].filter((to) => to.startsWith('package:') && !to.startsWith('package:node:'));
    expect(packages.map((to) => to.slice('package:'.length)).filter((name) => !declared.has(name))).toEqual([]);
  });

  it('touches window.voldaan in the host client only', () => {
    const touching = product.filter(
      ({ path }) => path.startsWith('renderer/') && /\bwindow\.voldaan\b/.test(readFileSync(join(root, path), 'utf8')),
    );
    expect(touching.map(({ path }) => path)).toEqual(['renderer/host/client.ts']);
  });

  it('has no catch-all file names', () => {
    const vague = /(^|[/.-])(utils?|helpers?|manager|data|info|misc|common-functions)\.tsx?$/i;
    expect(all.filter(({ path }) => vague.test(path)).map(({ path }) => path)).toEqual([]);
  });

  it('names no path of the machine it was written on', () => {
    const listed = execFileSync('git', ['ls-files', '-z'], { cwd: root, encoding: 'utf8' }).split('\0').filter(Boolean);
    const texts = listed.filter((path) => /\.(tsx?|mjs|json|md|html|css|ya?ml|csv|txt)$/.test(path));
    const named = texts.filter((path) => {
      const text = readFileSync(join(root, path), 'utf8');
      return text.includes(`${root}/`) || text.includes(`${homedir()}/`);
    });
    expect(named).toEqual([]);
  });
});

describe('the rules themselves', () => {
  it.each([
    ['shared/law/interest.ts', "import { readFileSync } from 'node:fs';"],
    ['shared/law/interest.ts', "import { useState } from 'react';"],
    ['shared/law/interest.ts', "import { db } from '#renderer/db/schema.ts';"],
    ['shared/law/interest.ts', "export * from '../../electron/files/disk.ts';"],
    ['shared/law/interest.ts', "const x = await import('dexie');"],
    ['shared/law/interest.ts', "type X = import('electron').App;"],
    ['electron/files/store.ts', "import { shell } from 'electron';"],
    ['electron/files/store.ts', "import type { Shell } from 'electron';"],
    ['electron/host/electron/guards.ts', "import { app } from 'electron';"],
    ['electron/files/store.ts', "import { chromium } from 'playwright-core';"],
    ['electron/files/store.ts', "import { call } from '#renderer/host/client.ts';"],
    ['electron/files/store.ts', "import text from '#assets/letters/nl/demand.ts';"],
    ['electron/files/store.ts', "import Dexie from 'dexie';"],
    ['renderer/db/schema.ts', "import { join } from 'node:path';"],
    ['renderer/db/schema.ts', "import { insideRoot } from '#electron/files/inside-root.ts';"],
    ['renderer/features/vandaag/Vandaag.tsx', "import { rows } from '../debiteuren/rows.ts';"],
    ['renderer/features/vandaag/Vandaag.tsx', "import { App } from '#renderer/app/App.tsx';"],
    ['renderer/features/vandaag/Vandaag.tsx', "import Dexie from 'dexie';"],
    ['renderer/features/vandaag/Vandaag.tsx', "new Worker(new URL('../../workers/books.worker.ts', import.meta.url));"],
    ['renderer/ui/Amount.tsx', "import { session } from '#renderer/state/session.ts';"],
    ['renderer/ui/Amount.tsx', "import { create } from 'zustand';"],
    ['assets/letters/nl/demand.ts', "import { pages } from '#electron/letters/pages.ts';"],
  ])('refuse in %s: %s', (path, source) => {
    expect(parseModule(path, source).imports.map(forbiddenImport)).toEqual([expect.any(String)]);
  });

  it.each([
    ['shared/law/interest.ts', "import { z } from 'zod'; import { epochDay } from '#shared/dates/civil.ts';"],
    ['electron/files/store.ts', "import { join } from 'node:path'; import { ok } from '#shared/contract/errors.ts';"],
    ['electron/main.ts', "import { app } from 'electron';"],
    ['electron/host/electron/guards.ts', "import type { App } from 'electron';"],
    ['electron/letters/layout.ts', "import { demand } from '../../assets/letters/nl/demand.ts';"],
    ['renderer/features/vandaag/Vandaag.tsx', "import { Row } from '../debiteuren/index.ts'; import 'react';"],
    ['renderer/db/client.ts', "new Worker(new URL('../workers/books.worker.ts', import.meta.url));"],
  ])('allow in %s: %s', (path, source) => {
    expect(parseModule(path, source).imports.map(forbiddenImport).filter(Boolean)).toEqual([]);
  });

  it('find a cycle, also through a re-export, and none through types', () => {
    const a = parseModule('shared/a.ts', "export { b } from './b.ts';");
    const b = parseModule('shared/b.ts', "import { c } from './c.ts';");
    const c = parseModule('shared/c.ts', "import { a } from './a.ts';");
    expect(importCycles([a, b, c])).toEqual([['shared/a.ts', 'shared/b.ts', 'shared/c.ts', 'shared/a.ts']]);
    expect(importCycles([a, b, parseModule('shared/c.ts', "import type { a } from './a.ts';")])).toEqual([]);
  });

  it.each(['Date.now()', 'new Date()', 'Date()', 'Math.random()', 'performance.now()', 'crypto.randomUUID()'])(
    'see %s',
    (source) => expect(parseModule('shared/x.ts', `export const x = ${source};`).impure).toHaveLength(1),
  );

  it('leave dates made of a value alone', () => {
    expect(parseModule('shared/x.ts', 'export const x = new Date(0).getTime(); // Date.now()').impure).toEqual([]);
  });
});
