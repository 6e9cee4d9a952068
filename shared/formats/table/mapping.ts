import type { TableField } from './fields.ts';
import type { Heading } from './headings.ts';
import type { ReadColumn, Row } from './reading.ts';

type Why = ReadColumn['why'];

/** Which field each column holds, and why; positions without a field are null. */
export interface Mapping {
  readonly fields: readonly (TableField | null)[];
  readonly why: readonly Why[];
}

/** A mapping in the making: the columns of a table, its first rows, and what each column is taken to hold so far. */
export class MappingDraft implements Mapping {
  readonly fields: (TableField | null)[];
  readonly why: Why[];
  private readonly passed = new Set<number>();

  constructor(
    readonly headings: readonly Heading[],
    readonly sample: readonly Row[],
  ) {
    this.fields = headings.map(() => null);
    this.why = headings.map(() => '');
  }

  set(column: number, field: TableField | null, reason: Why): void {
    this.fields[column] = field;
    this.why[column] = reason;
  }

  /** Leaves out a column the package is known to keep something else in. */
  pass(column: number): void {
    this.passed.add(column);
  }

  /** Whether a column may still be taken to hold something. */
  isFree(column: number): boolean {
    return this.fields[column] === null && !this.passed.has(column);
  }
}
