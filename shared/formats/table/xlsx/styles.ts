import type { XmlAttributes } from '../../xml/names.ts';
import type { Interest, XmlHandler } from '../../xml/read.ts';
import { type Shown, shownBy } from '../shown-formats.ts';

/** What the format of a cell says of its number: it is a day, or it shows more than its value. */
export type NumberMeaning = Shown | 'day';

/** Formats that need no definition in the workbook: days and times. */
const builtInDays: readonly (readonly [from: number, to: number])[] = [
  [14, 22],
  [27, 36],
  [45, 47],
  [50, 58],
];

/** Reads what the cell styles of a workbook (`styles.xml`) make of a number. */
export class CellStyles implements XmlHandler {
  /** By the number of the format. */
  private readonly formats = new Map<number, NumberMeaning | null>();
  /** By the number of the style, in order. */
  private readonly styles: (NumberMeaning | null)[] = [];
  private isOfCells = false;

  /** Null where a style says no more than the value. */
  of(style: string): NumberMeaning | null {
    return this.styles[Number(style)] ?? null;
  }

  open(name: string, attributes: XmlAttributes): Interest {
    switch (name) {
      case 'styleSheet':
      case 'numFmts':
        return 'elements';
      case 'numFmt': {
        const format = attributes.formatCode ?? '';
        this.formats.set(Number(attributes.numFmtId), isDayFormat(format) ? 'day' : shownBy(format));
        return 'none';
      }
      case 'cellXfs':
        this.isOfCells = true;
        return 'elements';
      case 'xf':
        if (this.isOfCells) this.styles.push(this.meaningOf(Number(attributes.numFmtId)));
        return 'none';
      default:
        return 'none';
    }
  }

  text(): void {}

  close(name: string): void {
    if (name === 'cellXfs') this.isOfCells = false;
  }

  private meaningOf(format: number): NumberMeaning | null {
    const given = this.formats.get(format);
    if (given !== undefined) return given;
    return builtInDays.some(([from, to]) => format >= from && format <= to) ? 'day' : null;
  }
}

/** Letters of days and times, in the languages formats are written in, with nothing else that would show a number. */
const dayLetters = /^[^a-z0#?%@]*[dmyjhs][dmyjhsapgeb]*(?:[^a-z0#?%@]+[dmyjhsapgeb]+)*[^a-z0#?%@]*$/;

/** Whether a number format shows days or times: `dd-mm-yyyy`, `[$-413]d mmmm yyyy;@`, `[h]:mm`, `hh:mm:ss.000`. */
export function isDayFormat(format: string): boolean {
  return format
    .toLowerCase()
    .replace(/"[^"]*"|\\.|[_*]./g, ' ')
    .replace(/\[(?!h+\]|m+\]|s+\])[^\]]*\]/g, ' ')
    .replace(/([ms]\]?)[.,]0+/g, '$1')
    .split(';')
    .some((section) => dayLetters.test(section.replace(/[[\]]/g, ' ')));
}
