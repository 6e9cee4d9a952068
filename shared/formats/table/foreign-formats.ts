/** Symbols in brackets, between quotes or bare, as `[$$-409]`, `"USD"` and `£`; a bracket with only a language names none. */
const symbols = /\[\$([^\]-]+)(?:-[^\]]*)?\]|\b(USD|GBP|CHF)\b|([$£])/g;

/** Whether a number format of a workbook shows another currency than the euro. */
export function showsOtherCurrency(format: string): boolean {
  const bare = format.replace(/\[\$-[^\]]*\]/g, '');
  for (const [, bracketed, letters, sign] of bare.matchAll(symbols)) {
    const symbol = (bracketed ?? letters ?? sign)!.trim();
    if (symbol !== '' && symbol !== '€' && symbol.toUpperCase() !== 'EUR') return true;
  }
  return false;
}

/** The cell styles of an XLSX workbook, by number, that show another currency than the euro. */
export function stylesOfOtherCurrencies(styles: string): ReadonlySet<string> {
  const formats = new Set<string>();
  for (const [tag] of styles.matchAll(/<(?:\w+:)?numFmt\b[^>]*>/g)) {
    const id = /\bnumFmtId="(\d+)"/.exec(tag)?.[1];
    const format = /\bformatCode="([^"]*)"/.exec(tag)?.[1]?.replaceAll('&quot;', '"') ?? '';
    if (id !== undefined && showsOtherCurrency(format)) formats.add(id);
  }
  const found = new Set<string>();
  if (formats.size === 0) return found;
  const cells = /<(?:\w+:)?cellXfs\b[\s\S]*?<\/(?:\w+:)?cellXfs>/.exec(styles)?.[0] ?? '';
  let place = 0;
  for (const [tag] of cells.matchAll(/<(?:\w+:)?xf\b[^>]*>/g)) {
    if (formats.has(/\bnumFmtId="(\d+)"/.exec(tag)?.[1] ?? '')) found.add(String(place));
    place++;
  }
  return found;
}

/** How many numbers of a sheet are in one of the styles. */
export function numbersIn(styles: ReadonlySet<string>, sheet: string): number {
  let count = 0;
  if (styles.size === 0) return count;
  for (const [, attributes] of sheet.matchAll(/<c\b([^>]*)>(?:<f\b[^>]*\/>|<f\b[^>]*>[^<]*<\/f>)?<v>/g)) {
    const style = /\bs="(\d+)"/.exec(attributes!)?.[1];
    if (style !== undefined && styles.has(style) && !/\bt="(?!n")/.test(attributes!)) count++;
  }
  return count;
}
