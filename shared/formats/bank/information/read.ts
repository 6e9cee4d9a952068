import { isInColumns, readColumns } from './columns.ts';
import { readFreeText } from './free-text.ts';
import { type Information, type InformationContext, nothingSaid } from './information.ts';
import { type CutWidths, gluedLines, joinedLines } from './joined-lines.ts';
import { isSlashTagged, readSlashTags } from './slash-tags.ts';
import { hasKeywords, readKeywords, readSubFields, subFieldMark } from './sub-fields.ts';

/** Banks that go to a new line where the payer did, and cut full lines only. */
const cutOf: Readonly<Record<string, CutWidths>> = {
  bunq: { least: 65, most: 65 },
  Rabobank: { least: 60, most: 70 },
};

/**
 * Reads the information to the account holder, `:86:` of MT940 and the description of some CSV files, in any of the forms
 * banks give it (formats document §3.2): tags between slashes, numbered parts, keywords, columns or free text. `lines` as
 * the bank cut them; a text that was never cut is one line.
 */
export function readInformation(lines: readonly string[], context: InformationContext): Information {
  const first = lines[0];
  if (first === undefined) return nothingSaid;
  const cut = context.bank === null ? undefined : cutOf[context.bank];
  if (first.charCodeAt(0) === 47) {
    const tagged = gluedLines(lines, cut);
    if (isSlashTagged(tagged)) return readSlashTags(tagged, context);
  }
  const mark = subFieldMark(lines);
  if (mark !== null) return readSubFields(gluedLines(lines), mark, context.isCredit);
  if (isInColumns(lines)) return readColumns(lines);
  const glued = gluedLines(lines, cut);
  if (isSlashTagged(glued)) return readSlashTags(glued, context);
  if (hasKeywords(glued)) return readKeywords(joinedLines(lines));
  return readFreeText(lines, context);
}
