import { ownText, type XmlAttributes } from '../xml/names.ts';
import type { Interest, XmlHandler } from '../xml/read.ts';
import { type Beside, countIn, dayIn, GrownSheets, numberIn } from './grown-sheets.ts';
import type { Cell } from './reading.ts';

type Vocabulary = 'office' | 'table' | 'text' | 'style';
type Prefixes = Readonly<Record<Vocabulary, string>>;

/** Characters of a cell behind which spaces that are only counted in the file are left out. */
const mostSpaced = 100_000;

/**
 * Reads the content of an OpenDocument spreadsheet (`.ods` of LibreOffice, or `.fods` as one file): cells by their type and value,
 * dates as days, repeated cells and rows, hidden sheets.
 */
export class OpenDocument implements XmlHandler {
  readonly sheets = new GrownSheets();
  /** Styles that hide the sheet they are of. */
  private readonly hiding = new Set<string>();
  /** What stands before attributes, by the vocabulary they are of: its own name nearly always. */
  private prefixes: Prefixes = { office: 'office:', table: 'table:', text: 'text:', style: 'style:' };
  private style = '';
  private rowTimes = 1;
  private cell: XmlAttributes = {};
  private written = '';
  private paragraphs = 0;

  open(name: string, attributes: XmlAttributes): Interest {
    switch (name) {
      case 'document-content':
      case 'document':
        this.prefixes = prefixesIn(attributes, this.prefixes);
        return 'elements';
      case 'style':
        this.style = this.of(attributes, 'style', 'name') ?? '';
        return 'elements';
      case 'table-properties':
        if (this.of(attributes, 'table', 'display') === 'false') this.hiding.add(this.style);
        return 'elements';
      case 'table':
        this.sheets.startSheet(
          this.of(attributes, 'table', 'name') ?? '',
          this.hiding.has(this.of(attributes, 'table', 'style-name') ?? ''),
        );
        return 'elements';
      case 'table-row':
        this.sheets.startRow(null, /^(?:collapse|filter)$/.test(this.of(attributes, 'table', 'visibility') ?? ''));
        this.rowTimes = countIn(this.of(attributes, 'table', 'number-rows-repeated')) ?? 1;
        return 'elements';
      case 'table-cell':
      case 'covered-table-cell':
        this.cell = attributes;
        this.written = '';
        this.paragraphs = 0;
        return 'elements';
      case 'p':
        if (this.paragraphs++ > 0) this.written += '\n';
        return 'mixed';
      case 's':
        if (this.written.length < mostSpaced)
          this.written += ' '.repeat(Math.min(countIn(this.of(attributes, 'text', 'c')) ?? 1, 1000));
        return 'none';
      case 'tab':
      case 'line-break':
        this.written += ' ';
        return 'none';
      case 'annotation':
      case 'shapes':
      case 'forms':
      case 'font-face-decls':
      case 'master-styles':
      case 'tracked-changes':
        return 'none';
      default:
        return 'elements';
    }
  }

  private of(attributes: XmlAttributes, vocabulary: Vocabulary, name: string): string | undefined {
    return attributes[this.prefixes[vocabulary] + name];
  }

  text(text: string): void {
    this.written += text;
  }

  close(name: string): void {
    if (name === 'table-row') this.sheets.endRow(this.rowTimes);
    if (name !== 'table-cell' && name !== 'covered-table-cell') return;
    const times = countIn(this.of(this.cell, 'table', 'number-columns-repeated')) ?? 1;
    const value = name === 'table-cell' ? this.valueOf(this.cell) : '';
    this.sheets.addCell(value, null, times, typeof value === 'number' ? this.besideOf(this.cell, value) : null);
    if (
      this.of(this.cell, 'table', 'formula') !== undefined &&
      this.of(this.cell, 'office', 'value-type') === undefined
    ) {
      this.sheets.unsavedFormula();
    }
  }

  private besideOf(cell: XmlAttributes, value: number): Beside {
    const code = this.of(cell, 'office', 'currency') ?? 'EUR';
    const text = this.written.trim();
    return { sign: code === 'EUR' ? '' : code, text: showsAround(text, value) ? text : '' };
  }

  private valueOf(cell: XmlAttributes): Cell {
    switch (this.of(cell, 'office', 'value-type') ?? cell['calcext:value-type']) {
      case 'float':
        return withZerosShown(numberIn(this.of(cell, 'office', 'value') ?? this.written), this.written);
      case 'currency':
      case 'percentage':
        return numberIn(this.of(cell, 'office', 'value') ?? this.written);
      case 'date':
        return dayIn(this.of(cell, 'office', 'date-value') ?? this.written);
      case 'boolean':
        return this.of(cell, 'office', 'boolean-value') === 'true' ? 'ja' : 'nee';
      default:
        return ownText(this.of(cell, 'office', 'string-value') ?? this.written);
    }
  }
}

/** Whether a text is a whole number with letters around it, or parted by dashes: `F0042`, `2026-0042`. */
function showsAround(text: string, value: number): boolean {
  const isParted = /\p{L}|\d[-/]\d/u.test(text) && /^[\p{L}\d./_-]{1,40}$/u.test(text);
  return isParted && Number.isSafeInteger(value) && value >= 0 && text.replace(/\D/g, '').endsWith(String(value));
}

/** A whole number that is shown with zeros in front is read with them: `00045`. */
function withZerosShown(value: Cell, written: string): Cell {
  return /^0\d+$/.test(written) && Number(written) === value ? written : value;
}

/** Other writers than an office suite number the prefixes: `ns1:` for what is `table:` elsewhere. */
function prefixesIn(attributes: XmlAttributes, usual: Prefixes): Prefixes {
  const found: Record<Vocabulary, string> = { ...usual };
  for (const [key, value] of Object.entries(attributes)) {
    const declared = /^urn:oasis:names:tc:opendocument:xmlns:(office|table|text|style):1\.0$/.exec(value)?.[1];
    if (declared !== undefined && key.startsWith('xmlns:'))
      found[declared as Vocabulary] = `${key.slice('xmlns:'.length)}:`;
  }
  return found;
}
