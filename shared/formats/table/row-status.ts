import type { TableProblem } from './fields.ts';
import { problem } from './problems.ts';
import type { Row } from './reading.ts';
import type { Fault, RowReader } from './row-reader.ts';
import { type InvoiceStatus, statusWord } from './statuses.ts';

/** Why the status of an invoice leaves no item of its row: it is not sent yet, its balance is not known, or nothing is open. */
export type StatusEnding = Fault & { readonly leaves: 'draft' | 'unread' | 'settled' };

/** Reasons for which a row says that nothing is open any more, by its status. */
const finished: Partial<Record<InvoiceStatus, StatusEnding>> = {
  paid: { leaves: 'settled', reason: 'settled', column: -1 },
  void: { leaves: 'settled', reason: 'cancelled', column: -1 },
  'written-off': { leaves: 'settled', reason: 'written-off', column: -1 },
};

/** What the column of statuses, or the day an invoice was paid on, says of each row; a word is understood once. */
export class RowStatus {
  readonly present: boolean;
  private readonly words = new Map<string, InvoiceStatus | null>();
  /** Row of each word that is not understood. */
  private readonly unknown = new Map<string, number>();
  private readonly draft: StatusEnding;
  private readonly partly: StatusEnding;

  constructor(private readonly reader: RowReader) {
    const { status: column } = reader;
    this.present = column >= 0 || reader.paidOn >= 0;
    this.draft = { leaves: 'draft', reason: 'draft', column };
    this.partly = { leaves: 'unread', reason: 'open-unknown', column };
  }

  of(row: Row): InvoiceStatus | null {
    const { reader } = this;
    const text = reader.text(row, reader.status);
    if (text === '') return this.isPaidByDay(row) ? 'paid' : null;
    let word = this.words.get(text);
    if (word === undefined) {
      word = statusWord(text);
      this.words.set(text, word);
    }
    return word;
  }

  /** A day it was paid on says so of all of it; what was paid, where that stands beside the day, says how much. */
  private isPaidByDay(row: Row): boolean {
    const { reader } = this;
    if (reader.paidOn < 0 || reader.date(row, 'paidOn').date === null) return false;
    const paid = reader.amount(row, reader.paid);
    return paid === null || paid === 0;
  }

  /** Whether the status of an invoice leaves nothing to be read of it. A column with what is open says more than a status. */
  ending(row: Row, at: number): StatusEnding | null {
    const { reader } = this;
    const state = this.of(row);
    if (state === null) {
      const text = reader.text(row, reader.status);
      if (text !== '' && reader.open < 0 && !this.unknown.has(text)) this.unknown.set(text, at);
      return null;
    }
    if (state === 'draft') return this.draft;
    if (state === 'partly' && reader.open < 0 && reader.paid < 0) return this.partly;
    return reader.open < 0 || state === 'void' ? (finished[state] ?? null) : null;
  }

  /** Words that are not understood where a balance hangs on them. */
  warnings(): TableProblem[] {
    return [...this.unknown].map(([text, row]) => problem('status-unknown', { text }, row));
  }
}
