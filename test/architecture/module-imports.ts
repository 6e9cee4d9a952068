import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, posix } from 'node:path';
import { type ESTree, parseSync, Visitor } from 'vite';

export const root = join(import.meta.dirname, '../..');

/** One import of a module, resolved: `to` is a path below the root, or a package name with `package:` before it. */
export interface ModuleImport {
  readonly from: string;
  readonly to: string;
  readonly typeOnly: boolean;
}

export interface SourceModule {
  /** Path below the root, with forward slashes. */
  readonly path: string;
  readonly lines: number;
  readonly imports: readonly ModuleImport[];
  /** Uses of the clock or of chance, as written. */
  readonly impure: readonly string[];
}

/** Every source module of the given folders. */
export function readModules(folders: readonly string[]): SourceModule[] {
  return folders.flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && /\.(tsx?|mjs)$/.test(entry.name))
      .map((entry) => posix.relative(slashes(root), slashes(join(entry.parentPath, entry.name))))
      .sort()
      .map((path) => parseModule(path, readFileSync(join(root, path), 'utf8'))),
  );
}

/** Imports, re-exports, dynamic imports, type imports and worker addresses of one module. */
export function parseModule(path: string, source: string): SourceModule {
  const { program, errors } = parseSync(path, source);
  if (errors.length > 0) throw new Error(`${path}: ${errors[0]?.message}`);
  const imports: ModuleImport[] = [];
  const impure: string[] = [];
  const add = (specifier: unknown, typeOnly: boolean) => {
    if (typeof specifier === 'string') imports.push({ from: path, to: resolveImport(path, specifier), typeOnly });
  };
  new Visitor({
    ImportDeclaration: (node) => add(node.source.value, node.importKind === 'type'),
    ExportNamedDeclaration: (node) => add(node.source?.value, node.exportKind === 'type'),
    ExportAllDeclaration: (node) => add(node.source.value, node.exportKind === 'type'),
    ImportExpression: (node) => add(literal(node.source), false),
    TSImportType: (node) => add(node.source.value, true),
    NewExpression: (node) => {
      if (isName(node.callee, 'Date') && node.arguments.length === 0) impure.push('new Date()');
      if (isName(node.callee, 'URL') && isImportMetaUrl(node.arguments[1])) add(literal(node.arguments[0]), false);
    },
    CallExpression: (node) => {
      if (isName(node.callee, 'Date')) impure.push('Date()');
    },
    MemberExpression: (node) => {
      if (node.property.type !== 'Identifier' || node.object.type !== 'Identifier') return;
      const name = `${node.object.name}.${node.property.name}`;
      if (impureMembers.has(name)) impure.push(name);
    },
  }).visit(program);
  return { path, lines: source.split('\n').length - (source.endsWith('\n') ? 1 : 0), imports, impure };
}

const impureMembers = new Set([
  'Date.now',
  'Math.random',
  'performance.now',
  'crypto.randomUUID',
  'crypto.getRandomValues',
]);

function isName(node: ESTree.Node, name: string): boolean {
  return node.type === 'Identifier' && node.name === name;
}

function isImportMetaUrl(node: ESTree.Node | undefined): boolean {
  return node?.type === 'MemberExpression' && node.object.type === 'MetaProperty';
}

function literal(node: ESTree.Node | undefined): unknown {
  return node?.type === 'Literal' ? node.value : undefined;
}

/** `#shared/x.ts` and `./x.ts` become a path below the root; anything else is a package. */
export function resolveImport(from: string, specifier: string): string {
  const bare = specifier.replace(/\?.*$/, '');
  if (bare.startsWith('#')) return bare.slice(1);
  if (bare.startsWith('.')) return posix.join(slashes(dirname(from)), bare);
  const parts = bare.split('/');
  return `package:${bare.startsWith('@') ? parts.slice(0, 2).join('/') : bare.startsWith('node:') ? bare : parts[0]}`;
}

/** Whether what an import names is there: a wrong extension would only fail in a bundle. */
export function importTargetExists(target: string): boolean {
  return target.startsWith('package:') || existsSync(join(root, target));
}

function slashes(path: string): string {
  return path.replaceAll('\\', '/');
}
