import { cellText, isBlank } from './cells.ts';
import { type CodeAndName, codesAmongNames, headedDebtors } from './code-and-name.ts';
import { debtorColumns, isLonely, type Layout } from './layout.ts';
import type { Row } from './reading.ts';
import { isEmpty, type RowReader } from './row-reader.ts';
import type { RowSource } from './row-source.ts';
import { isTotalLabel } from './totals.ts';

const remark =
  /^(?:pagina|page|blad|afgedrukt|printed|afdruk|selectie|filter|rapport|administratie|datum|peildatum|periode|valuta|stand|bron|gegenereerd)\b/i;

/** Rows looked at for how the lines above the rows of a debtor are written. */
const looksAtRows = 1000;

/** The debtor whose rows are read: named in the row, in one above it, or in a line that heads its rows. */
export class RunningDebtor {
  code = '';
  name = '';
  private readonly namesOnly: ReadonlySet<number>;
  private readonly codeAmongName: ((text: string) => CodeAndName | null) | null;
  /** Made when the first line that heads rows is met. */
  private headed: ((line: string) => CodeAndName) | null = null;

  constructor(
    private readonly reader: RowReader,
    { fields }: Layout,
    private readonly rows: RowSource,
  ) {
    this.namesOnly = debtorColumns(fields);
    this.codeAmongName = reader.code < 0 && reader.name >= 0 ? codesAmongNames(rows, reader.name) : null;
  }

  get isNamed(): boolean {
    return this.code !== '' || this.name !== '';
  }

  isNamedIn(row: Row): boolean {
    return this.reader.text(row, this.reader.code) !== '' || this.reader.debtorName(row) !== '';
  }

  /** Goes on with the debtor a row names; a row that names none is of the one before. */
  follow(row: Row): void {
    const named = this.reader.debtorName(row);
    const both = this.codeAmongName?.(named) ?? null;
    const code = both?.code ?? this.reader.text(row, this.reader.code);
    const name = both?.name ?? named;
    if (code === '' && name === '') return;
    if (code === this.code || code === '') {
      if (code === '' && name !== this.name) this.code = '';
      if (name !== '') this.name = name;
    } else {
      this.name = name;
    }
    if (code !== '') this.code = code;
  }

  /**
   * Goes on with the debtor of a row without an item that speaks for the rows below it (formats document §4.2 rule 7):
   * `columns` where its columns name one, `line` where it is a text alone; null when it is a remark.
   */
  startAt(row: Row): 'columns' | 'line' | null {
    const { reader } = this;
    const head = this.headOf(row);
    if (head === null) return null;
    const isWhole = head.by === 'columns' && reader.code >= 0 && reader.name >= 0;
    const named = isWhole
      ? { code: reader.text(row, reader.code), name: reader.debtorName(row) }
      : this.read(head.text);
    this.code = named.code;
    this.name = named.name;
    return head.by;
  }

  /** What a row without an item says of the debtor of the rows below it; null when it says none. */
  private headOf(row: Row): { readonly by: 'columns' | 'line'; readonly text: string } | null {
    const { reader } = this;
    const named = reader.text(row, reader.code) || reader.debtorName(row);
    const onlyNames = named !== '' && row.every((cell, i) => isEmpty(cell) || this.namesOnly.has(i));
    if (onlyNames && !(isLonely(row) && remark.test(named))) return { by: 'columns', text: named };
    if (!isLonely(row)) return null;
    const text = cellText(row.find((cell) => !isEmpty(cell)));
    return remark.test(text) || !/\p{L}/u.test(text) ? null : { by: 'line', text };
  }

  /** A head, read as the others of the table are written. */
  private read(head: string): CodeAndName {
    this.headed ??= headedDebtors(this.heads());
    return this.headed(head);
  }

  private heads(): readonly string[] {
    const heads: string[] = [];
    let last: string | null = null;
    for (let i = 0; i < this.rows.length && i < looksAtRows; i++) {
      const row = this.rows.at(i);
      if (isBlank(row)) continue;
      const head = this.headOf(row);
      // Of lines one below the other the last heads the rows; the others, and those below the list, are remarks.
      if (head === null && last !== null) heads.push(last);
      last = head === null || isTotalLabel(head.text) ? null : head.text;
    }
    return heads;
  }
}
