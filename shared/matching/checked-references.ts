import { identifyBetalingskenmerk } from '../identifiers/betalingskenmerk.ts';
import { identifyOgm } from '../identifiers/ogm.ts';
import { identifyRfReference } from '../identifiers/rf-reference.ts';
import { compact } from './invoice-number.ts';
import type { ItemIndex } from './item-index.ts';
import type { Naming } from './naming.ts';
import type { Entry } from './owner.ts';
import { upperText } from './remittance-text.ts';
import { sortOfReference } from './stated-references.ts';

/** Payment references with check digits; they are taken out of the text when they name something. */
export function readReferences(text: string, index: ItemIndex, namings: Naming[]): string {
  if (!/\d{3}/.test(text.replace(/[\s./-]/g, ''))) return text;
  const patterns: readonly (readonly [RegExp, (found: string) => string | null])[] = [
    [
      /(?<![A-Z0-9])RF\d{2}(?: ?[A-Z0-9]{1,4}){1,6}(?![A-Z0-9])/g,
      (found) => identifyRfReference(found).normalised?.slice(4) ?? null,
    ],
    [
      /(?:\+{3}|\*{3})?\d{3}\/\d{4}\/\d{5}(?:\+{3}|\*{3})?/g,
      (found) => identifyOgm(found).normalised?.slice(0, 10) ?? null,
    ],
    [/(?<!\d)\d{12}(?!\d)/g, (found) => identifyOgm(found).normalised?.slice(0, 10) ?? null],
    [/(?<!\d)(?:\d{16}|\d{4}(?:[ .]\d{4}){3})(?!\d)/g, kenmerkBody],
    [/(?<!\d)\d{9,14}(?!\d)/g, kenmerkBody],
  ];
  let rest = upperText(text);
  for (const [pattern, bodyOf] of patterns) {
    rest = rest.replace(pattern, (found) => {
      const body = bodyOf(found);
      const entries = body === null || index.isNumber(compact(found)) ? [] : entriesOfBody(body, index);
      for (const entry of entries) namings.push({ entry, by: 'payment-reference', weight: 11, written: found.trim() });
      return entries.length > 0 || isNobodys(found, body, index) ? ' \u0001 ' : found;
    });
  }
  return rest;
}

/** A whole reference with check digits, not built as any number or reference here: of the payer, or of nobody. */
function isNobodys(found: string, body: string | null, index: ItemIndex): boolean {
  const key = compact(found);
  const isWhole = body !== null && (key.length >= 16 || /^RF|[/]/.test(found.trim()));
  const parts = found.split(/[^A-Z0-9]+/);
  // `2026 0012 2026 0013` are two numbers, whatever its check digit.
  const isList = parts.some((_, from) =>
    parts.some((__, to) => to >= from && index.isNumber(parts.slice(from, to + 1).join(''))),
  );
  return isWhole && !isList && !isShapedAsOurs(key, index);
}

/** Whether a text is built as a number, or a reference to pay with, of this administration; also the number inside a reference. */
export function isShapedAsOurs(key: string, index: ItemIndex): boolean {
  if (index.looksLikeNumber(key) || index.isNumber(key)) return true;
  const sort = sortOfReference(key);
  if (sort === null) return false;
  const body = sort === 'RF' ? key.slice(4) : sort === 'OGM' ? key.slice(0, 10) : kenmerkBody(key);
  return index.references.has(sort) || index.looksLikeNumber((body ?? '').replace(/^0+/, ''));
}

function kenmerkBody(found: string): string | null {
  const digits = identifyBetalingskenmerk(found).normalised;
  if (digits === null || digits.length < 9) return null;
  return digits.slice(digits.length === 16 ? 1 : 2);
}

/** Items a reference is derived from: its number, or its number behind the debtor's code. */
function entriesOfBody(body: string, index: ItemIndex): readonly Entry[] {
  const own = body.replace(/^0+/, '');
  const whole = [...index.numbered(own), ...index.referenced(own)];
  if (whole.length > 0) return whole;
  for (let from = 1; from <= own.length - 4; from++) {
    const front = own.slice(0, from).replace(/0+$/, '');
    const back = own.slice(from);
    const meant = [...index.numbered(back), ...index.numbered(back.replace(/^0+/, ''))].filter(({ owner }) => {
      const code = owner.debtor.code.replace(/\D/g, '').replace(/^0+|0+$/g, '');
      return code !== '' && front === code;
    });
    if (meant.length > 0) return meant;
  }
  return [];
}
