import { ownText, type XmlAttributes } from '../xml/names.ts';
import type { Interest, XmlHandler } from '../xml/read.ts';
import { countIn, dayIn, GrownSheets, numberIn } from './grown-sheets.ts';
import type { Cell } from './reading.ts';
import { type Shown, shownBy } from './shown-formats.ts';

/**
 * Reads a workbook in the XML of Excel 2003 (SpreadsheetML), which bookkeeping packages write under the name `.xls`: cells by
 * their type and place, dates as days, cached results of formulas.
 */
export class ExcelXml implements XmlHandler {
  readonly sheets = new GrownSheets();
  /** Of attributes: `ss:` nearly always. */
  private prefix = 'ss:';
  /** Styles whose numbers show more than their value. */
  private readonly showing = new Map<string, Shown>();
  private style = '';
  private shown: Shown | undefined;
  private type = '';
  private written = '';
  private rowSpan = 0;
  private at: number | null = null;
  private over = 0;
  private formula = false;
  private hasData = false;

  open(name: string, attributes: XmlAttributes): Interest {
    switch (name) {
      case 'Workbook':
        this.prefix = prefixIn(attributes);
        return 'elements';
      case 'Style':
        this.style = this.attribute(attributes, 'ID') ?? '';
        return 'elements';
      case 'NumberFormat': {
        const shown = shownBy(this.attribute(attributes, 'Format') ?? '');
        if (shown) this.showing.set(this.style, shown);
        return 'none';
      }
      case 'Worksheet':
        this.sheets.startSheet(this.attribute(attributes, 'Name') ?? '');
        return 'elements';
      case 'Row':
        this.sheets.startRow(
          countIn(this.attribute(attributes, 'Index')),
          this.attribute(attributes, 'Hidden') === '1',
        );
        this.rowSpan = countIn(this.attribute(attributes, 'Span')) ?? 0;
        return 'elements';
      case 'Cell':
        this.written = '';
        this.at = countIn(this.attribute(attributes, 'Index'));
        this.over = countIn(this.attribute(attributes, 'MergeAcross')) ?? 0;
        this.formula = this.attribute(attributes, 'Formula') !== undefined;
        this.hasData = false;
        this.shown = this.showing.get(this.attribute(attributes, 'StyleID') ?? '');
        return 'elements';
      case 'Data':
        this.type = this.attribute(attributes, 'Type') ?? 'String';
        this.hasData = true;
        return 'mixed';
      case 'Visible':
        this.written = '';
        return 'text';
      case 'Comment':
      case 'PhoneticText':
      case 'DocumentProperties':
      case 'ExcelWorkbook':
        return 'none';
      default:
        return 'elements';
    }
  }

  private attribute(attributes: XmlAttributes, name: string): string | undefined {
    return attributes[this.prefix + name] ?? attributes[name];
  }

  text(text: string): void {
    this.written += text;
  }

  close(name: string): void {
    if (name === 'Cell') {
      this.addCell(this.hasData ? typedValue(this.type, this.written) : '');
      this.sheets.passOver(this.over);
      if (this.formula && !this.hasData) this.sheets.unsavedFormula();
    } else if (name === 'Row') this.sheets.endRow(1, this.rowSpan);
    else if (name === 'Visible' && /Hidden$/i.test(this.written.trim())) this.sheets.hideSheet();
  }

  private addCell(value: Cell): void {
    const { shown, at } = this;
    if (typeof value !== 'number' || !shown) this.sheets.addCell(value, at);
    else this.sheets.addShown(value, shown, at);
  }
}

function typedValue(type: string, text: string): Cell {
  switch (type) {
    case 'Number':
      return numberIn(text.trim());
    case 'DateTime':
      return dayIn(text.trim());
    case 'Boolean':
      return text.trim() === '1' ? 'ja' : 'nee';
    default:
      return ownText(text);
  }
}

/** What stands before the attributes of the format, by the root. */
function prefixIn(attributes: XmlAttributes): string {
  const declared = Object.keys(attributes).find(
    (key) => key.startsWith('xmlns:') && attributes[key] === 'urn:schemas-microsoft-com:office:spreadsheet',
  );
  return declared === undefined ? 'ss:' : `${declared.slice('xmlns:'.length)}:`;
}
