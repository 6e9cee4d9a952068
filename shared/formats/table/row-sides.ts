import { cellText } from './cells.ts';
import type { Layout } from './layout.ts';
import type { Row } from './reading.ts';
import type { RowSource } from './row-source.ts';
import { isOfCreditors, sectionSide, sideColumn } from './sides.ts';

/** Whose rows are read, debtors' or creditors': by the line that headed them, a column that says so, or their account. */
export class RowSides {
  /** Something in the rows says whose they are. */
  stated: boolean;
  /** Column that says whether a row is a debtor's or a creditor's. */
  private readonly column: number;
  private readonly ledger: number;
  /** By the last line that headed rows; null before there is one. */
  private section: 'debtors' | 'creditors' | null = null;

  constructor(rows: RowSource, layout: Layout) {
    this.column = sideColumn(rows, layout.fields, layout.headings);
    this.ledger = layout.column('ledgerAccount');
    this.stated = this.column >= 0;
  }

  get amongCreditors(): boolean {
    return this.section === 'creditors';
  }

  /** Goes on in the section a line heads; false when it heads none. */
  startAt(title: string): boolean {
    const section = sectionSide(title);
    if (section === null) return false;
    this.section = section;
    this.stated = true;
    return true;
  }

  isOfCreditor(row: Row): boolean {
    return (
      this.amongCreditors ||
      this.isCreditorAccount(row) ||
      (this.column >= 0 && isOfCreditors(cellText(row[this.column])))
    );
  }

  /** Accounts 1600–1699 and 16000–16999 are of creditors in Dutch charts (formats document §4.2 rule 8). */
  private isCreditorAccount(row: Row): boolean {
    return this.ledger >= 0 && /^16\d{2,3}\b|crediteur/i.test(cellText(row[this.ledger]));
  }
}
