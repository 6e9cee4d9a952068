import { lstatSync, realpathSync } from 'node:fs';
import { basename, dirname, isAbsolute, join, relative, resolve, sep } from 'node:path';
import { FailureError } from '#shared/contract/errors.ts';
import { errorCode } from './disk.ts';

const ignoresCase = process.platform === 'win32' || process.platform === 'darwin';

/**
 * The absolute path of `segments` under `root`, links resolved. This is the only path check: whatever would end
 * outside the root (`..`, absolute parts, drive letters, links that lead away, NUL) is the failure `outside-root`.
 * Neither path nor root need exist; the nearest existing folder is then resolved. The root itself is inside.
 */
export function insideRoot(root: string, ...segments: readonly string[]): string {
  const refused = () =>
    new FailureError({ code: 'outside-root', message: 'path leaves its folder', params: { parts: segments.length } });
  // A colon opens a drive or an alternate stream on Windows; a backslash is a separator there and a trap elsewhere.
  if (segments.some((segment) => /[\0\\:]/.test(segment) || isAbsolute(segment))) throw refused();
  const base = resolvedPath(resolve(root), refused);
  const real = resolvedPath(resolve(base, ...segments), refused);
  if (leadsOut(base, real)) throw refused();
  return real;
}

/** Whether an absolute path is `root` or lies in it, links resolved; also when neither exists. */
export function liesInside(root: string, path: string): boolean {
  const refused = () => new FailureError({ code: 'outside-root', message: 'path does not resolve', params: {} });
  return !leadsOut(resolvedPath(resolve(root), refused), resolvedPath(resolve(path), refused));
}

/** Whether two absolute paths are one place, as this system compares names. */
export function isSamePath(one: string, other: string): boolean {
  return fold(resolve(one)) === fold(resolve(other));
}

/** Whether the way from one resolved path to another leads out of it. */
function leadsOut(base: string, real: string): boolean {
  const way = relative(fold(base), fold(real));
  return way === '..' || way.startsWith(`..${sep}`) || isAbsolute(way);
}

function fold(path: string): string {
  return ignoresCase ? path.toLowerCase() : path;
}

function resolvedPath(path: string, refused: () => FailureError): string {
  try {
    return realpathSync(path);
  } catch (error) {
    const code = errorCode(error);
    // A link to nowhere would be followed when written: it exists itself, but does not resolve.
    if (code !== 'ENOENT' || lstatSync(path, { throwIfNoEntry: false })) throw refused();
    const parent = dirname(path);
    if (parent === path) throw refused();
    return join(resolvedPath(parent, refused), basename(path));
  }
}
