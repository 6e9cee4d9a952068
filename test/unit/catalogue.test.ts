import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { errorCodes } from '#shared/contract/errors.ts';
import { en } from '#shared/i18n/en/index.ts';
import { nl } from '#shared/i18n/nl/index.ts';
import { createTranslator } from '#shared/i18n/translate.ts';

type Texts = { readonly [key: string]: string | Texts };

function flat(texts: Texts, under = ''): Map<string, string> {
  const found = new Map<string, string>();
  for (const [key, value] of Object.entries(texts)) {
    if (typeof value === 'string') found.set(under + key, value);
    else for (const [deep, text] of flat(value, `${under}${key}.`)) found.set(deep, text);
  }
  return found;
}

const dutch = flat(nl);
const english = flat(en);
const root = join(import.meta.dirname, '../..');

/** Every source outside the catalogue, by its path. */
const sources = new Map(
  ['renderer', 'electron', 'shared'].flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
      .filter((file) => /\.tsx?$/.test(file) && !/^i18n\/(nl|en)\//.test(file))
      .map((file) => [`${folder}/${file}`, readFileSync(join(root, folder, file), 'utf8')] as const),
  ),
);

/** Keys written out in the sources, as `t('a.b')`, `labelKey: 'a.b'` and the like. */
function keysInSources(): readonly { readonly file: string; readonly key: string }[] {
  return [...sources].flatMap(([file, source]) => {
    const written = source.matchAll(/(?:\bt\(\s*|(?:labelKey|groupKey): )'([a-z][A-Za-z]*\.[A-Za-z0-9.-]+)'/g);
    return [...written].map((match) => ({ file, key: match[1]! }));
  });
}

/**
 * Whether some source can ask for a key: written out, or by a template as `letters.kind.${kind}` whose holes are filled
 * with words that occur in the sources, or with a longer part that is itself written out or made by a template.
 */
function keyUse(): (key: string) => boolean {
  const all = [...sources.values()].join('\n');
  const words = new Set(all.match(/[A-Za-z][A-Za-z0-9]*(?:-[a-z0-9]+)*/g));
  const isWord = (hole: string): boolean =>
    words.has(hole) ||
    words.has(hole[0]!.toLowerCase() + hole.slice(1)) ||
    [...hole].some((_, at) => at > 0 && words.has(hole.slice(0, at)) && words.has(hole.slice(at)));
  const templates = [...all.matchAll(/`((?:[\w.-]|\$\{(?:[^{}`]|\{[^{}]*\})*\})+)`/g)]
    .map((match) => match[1]!.split(/(?:\$\{(?:[^{}]|\{[^{}]*\})*\})+/))
    .filter((parts) => parts.length > 1 && /\w\w/.test(parts.join('')))
    .map((parts) => new RegExp(`^${parts.map((part) => part.replaceAll('.', '\\.')).join('(.+?)')}$`));
  const isUsed = (key: string): boolean => {
    const end = key.lastIndexOf('.');
    if (all.includes(`'${key}'`)) return true;
    if (key.slice(0, end).includes('.') && all.includes(`'${key.slice(0, end)}'`)) return isWord(key.slice(end + 1));
    return templates.some((template) => {
      const holes = template.exec(key)?.slice(1);
      return holes?.every((hole) => (!hole.includes('.') && isWord(hole)) || isUsed(hole));
    });
  };
  return isUsed;
}

describe('the catalogue', () => {
  it('has the same keys in Dutch and English', () => {
    expect([...english.keys()].sort()).toEqual([...dutch.keys()].sort());
  });

  it('has no empty text, and a plural for every singular', () => {
    for (const texts of [dutch, english]) {
      for (const [key, text] of texts) {
        expect(text.trim(), key).not.toBe('');
        if (key.endsWith('_one')) expect(texts.has(key.replace(/_one$/, '_other')), key).toBe(true);
      }
    }
  });

  it('uses the same placeholders in both languages', () => {
    const holes = (text: string) => [...new Set(text.match(/\{\{\w+\}\}/g) ?? [])].sort();
    for (const [key, text] of dutch) expect(holes(english.get(key)!), key).toEqual(holes(text));
  });

  it('states things neutrally: no exclamation marks, no "wij"', () => {
    const loud = [...dutch].filter(([, text]) => /!|\b(wij|we|ons|onze)\b/i.test(text));
    const loudEnglish = [...english].filter(([, text]) => /!|\b(we|our|ours)\b/i.test(text));
    expect([...loud, ...loudEnglish]).toEqual([]);
  });

  it('holds every key the sources name', () => {
    const known = (key: string) => dutch.has(key) || dutch.has(`${key}_other`);
    expect(keysInSources().length).toBeGreaterThan(200);
    const missing = keysInSources().filter(({ key }) => !known(key));
    expect(missing).toEqual([]);
  });

  it('holds no key that nothing asks for', () => {
    const isUsed = keyUse();
    const unused = [...dutch.keys()].filter((key) => !isUsed(key.replace(/_(?:one|other)$/, '')));
    expect(unused).toEqual([]);
  });

  it('has a text for every error code', () => {
    expect(errorCodes.filter((code) => !dutch.has(`errors.${code}`))).toEqual([]);
  });

  it.each([
    ['nl', 1, '1 brief gemaakt'],
    ['nl', 2, '2 brieven gemaakt'],
    ['en', 1, '1 letter made'],
    ['nl', 10_027, '10.027 brieven gemaakt'],
    ['en', 10_027, '10,027 letters made'],
  ] as const)('counts in %s: %d', (language, count, text) => {
    expect(createTranslator(language).t('frame.job.done', { count })).toBe(text);
  });

  it('numbers a row as the spreadsheet does', () => {
    expect(createTranslator('nl').t('table.place.row', { row: 10_027 })).toBe('rij 10027');
  });
});
