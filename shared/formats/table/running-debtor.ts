import { cellText } from './cells.ts';
import { type CodeAndName, codesAmongNames, headedDebtor } from './code-and-name.ts';
import { debtorColumns, isLonely, type Layout } from './layout.ts';
import type { Row } from './reading.ts';
import { isEmpty, type RowReader } from './row-reader.ts';
import type { RowSource } from './row-source.ts';

const remark =
  /^(?:pagina|page|blad|afgedrukt|printed|afdruk|selectie|filter|rapport|administratie|datum|peildatum|periode|valuta|stand|bron|gegenereerd)\b/i;

/** The debtor whose rows are read: named in the row, in one above it, or in a line that heads its rows. */
export class RunningDebtor {
  code = '';
  name = '';
  private readonly namesOnly: ReadonlySet<number>;
  private readonly codeAmongName: ((text: string) => CodeAndName | null) | null;

  constructor(
    private readonly reader: RowReader,
    { fields }: Layout,
    rows: RowSource,
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
    const code = reader.text(row, reader.code);
    const name = reader.debtorName(row);
    const onlyNames = row.every((cell, i) => isEmpty(cell) || this.namesOnly.has(i));
    if (onlyNames && (code !== '' || name !== '') && !(isLonely(row) && remark.test(code || name))) {
      this.start(reader.code >= 0 && reader.name >= 0 ? { code, name } : headedDebtor(code || name));
      return 'columns';
    }
    if (!isLonely(row)) return null;
    const text = cellText(row.find((cell) => !isEmpty(cell)));
    if (remark.test(text) || !/\p{L}/u.test(text)) return null;
    this.start(headedDebtor(text));
    return 'line';
  }

  private start({ code, name }: CodeAndName): void {
    this.code = code;
    this.name = name;
  }
}
