import { visibleText } from '../visible-text.ts';
import { nodesAt, type XmlNode } from '../xml/tree.ts';

/** The first of several paths that says something, on one line and without invisible characters; null when none does. */
export function firstText(node: XmlNode | null, ...paths: readonly string[]): string | null {
  for (const path of paths) {
    for (const found of nodesAt(node, path)) {
      const text = visibleText(found.text);
      if (text !== '') return text;
    }
  }
  return null;
}

/** All different texts at a path. */
export function allTexts(node: XmlNode | null, path: string): readonly string[] {
  const texts = nodesAt(node, path).map(({ text }) => visibleText(text));
  return [...new Set(texts.filter((text) => text !== ''))];
}

/** Null for what is filled in where nothing is known: `n/a`, `NA`, `n.v.t.`, `-`. */
export function withoutFiller(text: string | null): string | null {
  return text === null || /^(?:n\W?\s?a\W?|n\W?v\W?t\W?|none|geen|onbekend|unknown|\W+)$/iu.test(text) ? null : text;
}
