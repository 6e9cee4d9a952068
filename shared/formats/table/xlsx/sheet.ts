import { fromEpochDay } from '#shared/dates/civil.ts';
import { ownText, type XmlAttributes } from '../../xml/names.ts';
import type { Interest, XmlHandler } from '../../xml/read.ts';
import { countIn, dayIn, type GrownSheets, numberIn } from '../grown-sheets.ts';
import { refuse } from '../problems.ts';
import type { Cell } from '../reading.ts';
import type { CellStyles } from './styles.ts';
import { withoutEscapes } from './texts.ts';

/** What cells of every sheet of a workbook refer to. */
export interface Vocabulary {
  readonly texts: readonly string[];
  readonly styles: CellStyles;
  /** Day 0 of the workbook, in days from 1-1-1970: its system of 1900 or of 1904. */
  readonly dayZero: number;
}

/** Days the system of 1900 or 1904 has a name for: up to the year 9999. */
const lastDay = 2_958_466;

/** Reads one worksheet of XLSX: cells by their type, style and place, cached results of formulas. */
export class XlsxSheet implements XmlHandler {
  private type = '';
  private style = '';
  private at: number | null = null;
  private written = '';
  private isFormula = false;

  constructor(
    private readonly sheets: GrownSheets,
    private readonly vocabulary: Vocabulary,
  ) {}

  open(name: string, attributes: XmlAttributes): Interest {
    switch (name) {
      case 'worksheet':
      case 'sheetData':
        return 'elements';
      case 'row':
        this.sheets.startRow(countIn(attributes.r), attributes.hidden === '1' || attributes.hidden === 'true');
        return 'elements';
      case 'c':
        this.type = attributes.t ?? 'n';
        this.style = attributes.s ?? '0';
        this.at = columnIn(attributes.r);
        this.written = '';
        this.isFormula = false;
        return 'elements';
      case 'f':
        this.isFormula = true;
        return 'none';
      case 'v':
      case 't':
        return 'text';
      case 'is':
      case 'r':
        return 'elements';
      default:
        return 'none';
    }
  }

  text(text: string): void {
    this.written += text;
  }

  close(name: string): void {
    if (name === 'c') {
      this.addCell();
      // A result that is an empty text is one.
      if (this.isFormula && this.written === '' && this.type !== 'str') this.sheets.unsavedFormula();
    } else if (name === 'row') this.sheets.endRow();
  }

  private addCell(): void {
    const { sheets, at } = this;
    const value = this.value();
    const meaning = typeof value === 'number' ? this.vocabulary.styles.of(this.style) : null;
    if (typeof value !== 'number' || meaning === null) sheets.addCell(value, at);
    else if (meaning === 'day') sheets.addCell(this.day(value), at);
    else sheets.addShown(value, meaning, at);
  }

  private value(): Cell {
    const { type, written } = this;
    if (written === '') return '';
    switch (type) {
      case 's':
        return this.vocabulary.texts[Number(written)] ?? refuse('workbook-damaged');
      case 'n':
        return numberIn(written.trim());
      case 'b':
        return written.trim() === '1' ? 'ja' : 'nee';
      case 'd':
        return dayIn(written.trim());
      default:
        return ownText(withoutEscapes(written));
    }
  }

  /** What is no day of the system stays the number it is. */
  private day(value: number): Cell {
    return value >= 0 && value < lastDay ? fromEpochDay(this.vocabulary.dayZero + Math.floor(value + 1e-6)) : value;
  }
}

/** The column of a place, from 1: 28 of `AB12`; null where the file states none. */
function columnIn(place: string | undefined): number | null {
  if (place === undefined) return null;
  let column = 0;
  for (let i = 0; i < place.length && i < 4; i++) {
    const letter = place.charCodeAt(i) - 64;
    if (letter < 1 || letter > 26) break;
    column = column * 26 + letter;
  }
  return column === 0 ? null : column;
}
