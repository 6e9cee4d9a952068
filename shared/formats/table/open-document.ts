import { ownText, type XmlAttributes } from '../xml/names.ts';
import type { Interest, XmlHandler } from '../xml/read.ts';
import { countIn, dayIn, GrownSheets, numberIn } from './grown-sheets.ts';
import type { Cell } from './reading.ts';

/**
 * Reads the content of an OpenDocument spreadsheet (`.ods` of LibreOffice, or `.fods` as one file): cells by their type and value,
 * dates as days, repeated cells and rows, hidden sheets.
 */
export class OpenDocument implements XmlHandler {
  readonly sheets = new GrownSheets();
  /** Styles that hide the sheet they are of. */
  private readonly hiding = new Set<string>();
  private style = '';
  private rowTimes = 1;
  private cell: XmlAttributes = {};
  private written = '';
  private paragraphs = 0;

  open(name: string, attributes: XmlAttributes): Interest {
    switch (name) {
      case 'style':
        this.style = attributes['style:name'] ?? '';
        return 'elements';
      case 'table-properties':
        if (attributes['table:display'] === 'false') this.hiding.add(this.style);
        return 'elements';
      case 'table':
        this.sheets.startSheet(attributes['table:name'] ?? '', this.hiding.has(attributes['table:style-name'] ?? ''));
        return 'elements';
      case 'table-row':
        this.sheets.startRow(null, /^(?:collapse|filter)$/.test(attributes['table:visibility'] ?? ''));
        this.rowTimes = countIn(attributes['table:number-rows-repeated']) ?? 1;
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
        this.written += ' '.repeat(Math.min(countIn(attributes['text:c']) ?? 1, 1000));
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

  text(text: string): void {
    this.written += text;
  }

  close(name: string): void {
    if (name === 'table-row') this.sheets.endRow(this.rowTimes);
    if (name !== 'table-cell' && name !== 'covered-table-cell') return;
    const times = countIn(this.cell['table:number-columns-repeated']) ?? 1;
    const value = name === 'table-cell' ? this.valueOf(this.cell) : '';
    this.sheets.addCell(value, null, times);
    if (this.cell['table:formula'] !== undefined && this.cell['office:value-type'] === undefined) {
      this.sheets.unsavedFormula();
    }
  }

  private valueOf(cell: XmlAttributes): Cell {
    switch (cell['office:value-type'] ?? cell['calcext:value-type']) {
      case 'float':
      case 'currency':
      case 'percentage':
        return numberIn(cell['office:value'] ?? this.written);
      case 'date':
        return dayIn(cell['office:date-value'] ?? this.written);
      case 'boolean':
        return cell['office:boolean-value'] === 'true' ? 'ja' : 'nee';
      default:
        return ownText(cell['office:string-value'] ?? this.written);
    }
  }
}
