// Builds dist/: renderer (browser), electron/*.cjs and test/*.cjs (Node, every npm package bundled in), assets.
import { cpSync, existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { builtinModules } from 'node:module';
import { join } from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import react from '@vitejs/plugin-react';
import { build } from 'vite';
import { nodeAliases } from './aliases.mjs';
import { licencesPage } from './licences.mjs';
import { withBuildLock } from './lock.mjs';
import { nodeEntries, root, sourcesHash } from './sources.mjs';

const staging = join(root, 'node_modules/.voldaan-build');
const dist = join(root, 'dist');
/** Fetched at run time: Electron by the machine, playwright-core only from the project folder (the browser window). */
const external = ['electron', 'playwright-core'];
const shared = { configFile: false, logLevel: 'warn', root };

function say(text) {
  if (!process.argv.includes('--quiet')) process.stderr.write(`${text}\n`);
}

/**
 * The window's own code is imported by the entry and the first screen by that code: each would wait for the one before it.
 * Both, with what they import, are named in the page itself, so that all of it is fetched at once.
 */
const fetchFirst = {
  name: 'voldaan-fetch-first',
  transformIndexHtml: {
    order: 'post',
    handler(_html, { bundle, chunk }) {
      const scripts = new Set();
      const styles = new Set();
      const add = (file) => {
        const found = bundle[file];
        if (scripts.has(file) || found?.type !== 'chunk') return;
        scripts.add(file);
        for (const style of found.viteMetadata?.importedCss ?? []) styles.add(style);
        for (const imported of found.imports) add(imported);
      };
      const window = chunk.dynamicImports.find((file) => bundle[file]?.facadeModuleId?.endsWith('/window.tsx'));
      const first = bundle[window].dynamicImports.find((file) =>
        bundle[file]?.facadeModuleId?.endsWith('/vandaag/index.ts'),
      );
      for (const file of [window, first]) add(file);
      const link = (rel) => (file) => ({
        tag: 'link',
        attrs: { rel, crossorigin: true, href: `/${file}` },
        injectTo: 'head',
      });
      return [...[...styles].map(link('stylesheet')), ...[...scripts].map(link('modulepreload'))];
    },
  },
};

async function buildRenderer(stamp) {
  if (!existsSync(join(root, 'renderer/index.html')))
    return say('build: renderer/index.html does not exist yet, skipped');
  await build({
    ...shared,
    root: join(root, 'renderer'),
    base: '/',
    publicDir: false,
    plugins: [react(), fetchFirst],
    worker: { format: 'es' },
    // What the rules of this build worked out is not taken for what another would.
    define: { 'import.meta.env.VITE_BUILD': JSON.stringify(stamp) },
    build: {
      outDir: join(staging, 'renderer'),
      emptyOutDir: true,
      target: 'chrome130',
      // A preload polyfill would be an inline script, and small assets as data: URLs would need a wider CSP.
      modulePreload: { polyfill: false },
      assetsInlineLimit: 0,
      chunkSizeWarningLimit: 4000,
      license: { fileName: 'licences.json' },
    },
  });
}

async function buildNodeEntry(output, source) {
  await build({
    ...shared,
    resolve: { alias: Object.entries(nodeAliases).map(([find, path]) => ({ find, replacement: join(root, path) })) },
    ssr: { noExternal: true, external },
    define: { 'process.env.NODE_ENV': '"production"' },
    build: {
      ssr: join(root, source),
      outDir: join(staging, output, '..'),
      emptyOutDir: false,
      target: 'node20',
      minify: false,
      license: { fileName: `${output.split('/').pop()}.licences.json` },
      rolldownOptions: {
        external: [...external, ...builtinModules, /^node:/],
        output: { format: 'cjs', entryFileNames: `${output.split('/').pop()}.cjs`, codeSplitting: false },
      },
    },
  });
}

async function buildAll() {
  const started = Date.now();
  const stamp = sourcesHash();
  rmSync(staging, { recursive: true, force: true });
  mkdirSync(staging, { recursive: true });
  await buildRenderer(stamp);
  for (const [output, source] of Object.entries(nodeEntries())) {
    if (!existsSync(join(root, source))) say(`build: ${source} does not exist yet, skipped`);
    else await buildNodeEntry(output, source);
  }
  cpSync(join(root, 'assets'), join(staging, 'assets'), {
    recursive: true,
    // Letter texts written as modules are bundled into what imports them.
    filter: (path) => !/\.(ts|md)$/.test(path),
  });
  const lists = ['renderer/licences.json', ...Object.keys(nodeEntries()).map((output) => `${output}.licences.json`)];
  mkdirSync(join(staging, 'pages'));
  cpSync(join(root, 'docs/guide'), join(staging, 'pages'), {
    recursive: true,
    filter: (path) => !path.endsWith('.md'),
  });
  writeFileSync(join(staging, 'pages/licences.html'), licencesPage(lists.map((list) => join(staging, list))));
  writeFileSync(join(staging, '.stamp'), stamp);
  rmSync(dist, { recursive: true, force: true });
  renameSync(staging, dist);
  say(`build: done in ${((Date.now() - started) / 1000).toFixed(1)} s`);
}

try {
  await withBuildLock(buildAll);
} catch (error) {
  // The previous dist/ stays as it was.
  process.stderr.write(`build: ${stripVTControlCharacters(error.message)}\n`);
  process.exit(1);
}
