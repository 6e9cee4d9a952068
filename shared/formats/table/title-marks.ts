import { parseVatId } from '#shared/identifiers/vat-id.ts';
import { cellText } from './cells.ts';
import { nameKey } from './debtors.ts';
import type { ParsedDebtor, Row, TitleMarks } from './reading.ts';

/** What packages call the administration a report is of: before a colon, a number, or in a cell of its own. */
const label =
  /^(?:naam |code |nummer )?(?:administratie(?: ?naam| ?nummer| ?code)?|administration(?: name)?|bedrijf(?:snaam)?|onderneming|company(?: name)?|division|cli[eë]nt(?:naam)?)(?:\s*[:=]\s*|\s+(?=\d)|$)/i;
/** A line that says for which debtor a report is, or the line above one. */
const ofDebtor = /debiteur|relatie|klant|customer|debtor|account/i;
const kvkNumber =
  /\b(?:kvk|k\.v\.k\.|kamer van koophandel|handelsregister|coc)[\s-]*(?:nummer|nr|number|no)?[\s.:=]*(\d{8})(?!\d)/gi;
const dutchVatId = /\bNL[ .]?\d{3}[ .]?\d{3}[ .]?\d{3}[ .]?B[ .]?\d{2}(?!\d)/gi;

/** A table that says nothing of whose it is. */
export const noTitleMarks: TitleMarks = { stated: null, names: [], kvk: [], vatIds: [] };

/**
 * What the lines above the heading say of whose administration a table is: the name behind `Administratie:` and the like, else
 * lines that hold nothing but one text; KvK numbers behind that word and Dutch VAT ids. Everything as written, for an exact
 * comparison; of a name also what is left without the number a package puts before or behind it. A name a debtor of the table
 * has too is left out: the report may be of that debtor alone.
 */
export function titleMarksIn(preamble: readonly Row[], debtors: readonly ParsedDebtor[]): TitleMarks {
  const lines = preamble.map((row) => row.map((cell) => cellText(cell).trim()).filter((text) => text !== ''));
  const stated = lines.flatMap(statedIn);
  const written = stated.length > 0 ? stated : lines.filter(isTitle).flat();
  const ofDebtors = new Set(debtors.map(({ name }) => nameKey(name)));
  const texts = lines.map((line) => line.join(' '));
  return {
    stated: stated[0] ?? null,
    names: [...new Set(written.flatMap(bareNames))].filter((name) => !ofDebtors.has(nameKey(name))),
    kvk: texts.flatMap((text) => [...text.matchAll(kvkNumber)].map(([, digits]) => digits!)),
    vatIds: texts.flatMap((text) => (text.match(dutchVatId) ?? []).flatMap((found) => parseVatId(found) ?? [])),
  };
}

/** `Administratie: 1234 Bakker`, or the words in the cells after it up to the next word with a colon. */
function statedIn(line: readonly string[]): readonly string[] {
  const at = line.findIndex((text) => label.test(text));
  if (at < 0) return [];
  const rest = line[at]!.replace(label, '').trim();
  const after = line.slice(at + 1, at + 3);
  const next = after.findIndex((text) => text.includes(':'));
  const values = [rest, ...(next < 0 ? after : after.slice(0, next))].filter((text) => text !== '');
  return [values.join(' '), ...values].filter((text, i, all) => text !== '' && all.indexOf(text) === i);
}

/** A line with one text that is no `word: value`, and not said of a debtor by the line above it. */
function isTitle(line: readonly string[], at: number, lines: readonly (readonly string[])[]): boolean {
  return line.length === 1 && !/[:=]/.test(line[0]!) && !lines[at - 1]?.some((text) => ofDebtor.test(text));
}

/** `1234 - Bakker`, `[1234] Bakker` and `Bakker (1234)`: as it is, and without the number. */
function bareNames(text: string): readonly string[] {
  const first = text.replace(/^[([]?[A-Za-z]{0,4}\d[\w.]*[)\]]?\s*[-–:|]?\s+/, '');
  const last = text.replace(/\s+[-–|]?\s*[([]?[A-Za-z]{0,4}\d[\w.]*[)\]]?$/, '');
  return [text, first, last].filter((name) => /\p{L}{2}/u.test(name));
}
