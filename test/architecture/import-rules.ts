import type { ModuleImport, SourceModule } from './module-imports.ts';

/** Pure libraries: no DOM, no Node, no clock. */
const sharedPackages = ['zod', 'i18next', 'papaparse', 'fflate', 'ibantools', 'saxes', '@noble/hashes'];
const uiPackages = [
  'react',
  'react-dom',
  '@mantine/',
  '@tanstack/react-virtual',
  'react-i18next',
  'i18next',
  'get-nonce',
];
const featurePackages = [...uiPackages, 'zustand', 'pdfjs-dist'].filter((name) => !name.startsWith('@tanstack'));
const browserPackages = ['react', 'react-dom', '@mantine/', 'dexie', 'zustand', 'react-i18next', 'get-nonce'];
const featureFolders = ['commands', 'db', 'ui', 'state', 'host'];

const isIn = (path: string, folder: string) => path.startsWith(`${folder}/`);
const packageName = (target: string) => (target.startsWith('package:') ? target.slice('package:'.length) : null);
const allows = (list: readonly string[], name: string) =>
  list.some((allowed) => (allowed.endsWith('/') ? name.startsWith(allowed) : name === allowed));

/** Why an import is not allowed (architecture §1), or null when it is. */
export function forbiddenImport({ from, to, typeOnly }: ModuleImport): string | null {
  const library = packageName(to);
  if (isIn(from, 'shared')) return sharedRule(to, library);
  if (isIn(from, 'electron')) return electronRule(from, to, library, typeOnly);
  if (isIn(from, 'renderer')) return rendererRule(from, to, library);
  if (isIn(from, 'assets')) {
    if (library || !['shared', 'assets', 'electron'].some((folder) => isIn(to, folder)))
      return 'assets import only shared';
    if (isIn(to, 'electron') && !typeOnly) return 'assets import only types from electron';
  }
  return null;
}

function sharedRule(to: string, library: string | null): string | null {
  if (library) return allows(sharedPackages, library) ? null : `shared may not use ${library}`;
  return isIn(to, 'shared') ? null : 'shared imports only shared';
}

function electronRule(from: string, to: string, library: string | null, typeOnly: boolean): string | null {
  if (library === 'electron') {
    if (from === 'electron/main.ts' || from === 'electron/preload.ts') return null;
    return isIn(from, 'electron/host/electron') && typeOnly ? null : 'only main and preload load electron';
  }
  if (library === 'playwright-core') {
    return isIn(from, 'electron/host/browser') ? null : 'only the browser host uses playwright-core';
  }
  if (library) {
    return allows(browserPackages, library) ? `electron may not use ${library}` : null;
  }
  for (const texts of ['letters', 'mail']) {
    if (isIn(to, `assets/${texts}`) && !isIn(from, 'electron/letters') && !isIn(from, 'electron/mail')) {
      return `only electron/letters and electron/mail read assets/${texts}`;
    }
  }
  return ['shared', 'electron', 'assets'].some((folder) => isIn(to, folder))
    ? null
    : 'electron imports shared and electron';
}

function rendererRule(from: string, to: string, library: string | null): string | null {
  if (library?.startsWith('node:') || library === 'electron') return `renderer may not use ${library}`;
  const feature = /^renderer\/features\/([^/]+)\//.exec(from)?.[1];
  if (isIn(from, 'renderer/ui')) {
    if (library) return allows(uiPackages, library) ? null : `renderer/ui may not use ${library}`;
    return isIn(to, 'renderer/ui') || isIn(to, 'shared') ? null : 'renderer/ui imports only ui and shared';
  }
  if (library) {
    if (library === '@tanstack/react-virtual') return 'only renderer/ui virtualises';
    return feature && !allows(featurePackages, library) ? `a feature may not use ${library}` : null;
  }
  if (isIn(to, 'assets/letters') || isIn(to, 'assets/mail')) return 'renderer may not read letter texts';
  if (!['shared', 'renderer', 'assets'].some((folder) => isIn(to, folder)))
    return 'renderer imports shared and renderer';
  return feature && isIn(to, 'renderer') ? featureRule(feature, to) : null;
}

function featureRule(feature: string, to: string): string | null {
  const other = /^renderer\/features\/([^/]+)\/(.+)$/.exec(to);
  if (!other) {
    return featureFolders.some((folder) => isIn(to, `renderer/${folder}`))
      ? null
      : 'a feature may not import this folder';
  }
  if (other[1] === feature || /^index\.tsx?$/.test(other[2] ?? '')) return null;
  return `another feature is imported through its index only`;
}

/** Import cycles, each as the path it runs along. Types are left out: they are gone when the program runs. */
export function importCycles(modules: readonly Pick<SourceModule, 'path' | 'imports'>[]): string[][] {
  const targets = new Map(
    modules.map((module) => [module.path, module.imports.filter((edge) => !edge.typeOnly).map((edge) => edge.to)]),
  );
  const done = new Set<string>();
  const cycles: string[][] = [];
  const walk = (path: string, way: readonly string[]) => {
    const start = way.indexOf(path);
    if (start >= 0) return void cycles.push([...way.slice(start), path]);
    if (done.has(path)) return;
    for (const next of targets.get(path) ?? []) if (targets.has(next)) walk(next, [...way, path]);
    done.add(path);
  };
  for (const path of targets.keys()) walk(path, []);
  return cycles;
}
