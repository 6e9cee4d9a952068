import { refuseFile, Warnings } from '../../problem.ts';
import type { ReadControl } from '../../source.ts';
import { statementLimits } from '../../xml/limits.ts';
import type { XmlAttributes } from '../../xml/names.ts';
import type { ElementPath } from '../../xml/paths.ts';
import { type Interest, readXml, type XmlHandler } from '../../xml/read.ts';
import { TreeBuilder } from '../../xml/tree.ts';
import { checkOrder, nameOf } from '../balances.ts';
import { SeenStatements } from '../repeated-statements.ts';
import type { BankReading } from '../statement.ts';
import { type CamtStatement, StatementDraft } from './statement.ts';
import { type Place, placeOf, statement } from './vocabulary.ts';

export type CamtFormat = 'camt052' | 'camt053' | 'camt054';

export interface CamtReading extends BankReading {
  readonly format: CamtFormat;
  readonly statements: readonly CamtStatement[];
}

/** The messages and what each calls a statement; version 01 numbered their names. */
const messages: readonly (readonly [RegExp, CamtFormat, string])[] = [
  [/^BkToCstmrStmt(?:V\d+)?$/, 'camt053', 'Stmt'],
  [/^BkToCstmrAcctRpt(?:V\d+)?$/, 'camt052', 'Rpt'],
  [/^BkToCstmrDbtCdtNtfctn(?:V\d+)?$/, 'camt054', 'Ntfctn'],
];

/**
 * Reads CAMT.053, and .052 and .054 as what they are, of any version and in any envelope (formats document §3.3): statement
 * by statement, entry by entry, so that only one entry at a time is held as XML. What is skipped or cannot be read is warned
 * about.
 * @throws FormatRefusal for what is no XML, what holds no CAMT message, and `cancelled`.
 */
export function readCamt(bytes: Uint8Array, control: ReadControl = {}): CamtReading {
  const warnings = new Warnings();
  const handler = new CamtHandler(warnings);
  const { encoding, warnings: found } = readXml(bytes, handler, statementLimits, control);
  const { format } = handler;
  if (format === null) return refuseFile('camt-no-message');
  if (handler.placed.length === 0) warnings.add('camt-no-statement');
  const placed = withoutRepeats(handler.placed, warnings);
  if (format === 'camt053') checkOrder(placed, warnings);
  if (format === 'camt052') warnings.add('camt-intraday');
  if (format === 'camt054') warnings.add('camt-notification');
  return {
    format,
    bank: handler.bank,
    encoding,
    warnings: [...found, ...warnings.all()],
    statements: placed.map(({ statement }) => statement),
  };
}

interface Placed {
  readonly statement: CamtStatement;
  readonly row: number;
}

/** Leaves out a statement that stands in the file twice. */
function withoutRepeats(statements: readonly Placed[], warnings: Warnings): readonly Placed[] {
  const seen = new SeenStatements<number>();
  return statements.filter(({ statement, row }) => {
    const first = seen.firstPlaceOf(statement, row);
    if (first === null) return true;
    warnings.add('camt-repeated', { account: statement.account, number: nameOf(statement), first }, row);
    return false;
  });
}

class CamtHandler implements XmlHandler<Place | null> {
  format: CamtFormat | null = null;
  bank: string | null = null;
  readonly placed: Placed[] = [];
  private readonly trees = new TreeBuilder();
  private draft: StatementDraft | null = null;
  /** What a statement is called in the message that is open; empty outside one. */
  private statementName = '';

  constructor(private readonly warnings: Warnings) {}

  open(name: string, attributes: XmlAttributes, line: number, path: ElementPath<Place | null>): Interest {
    if (this.draft !== null) {
      const place = placeOf(path);
      if (place === null) return 'none';
      this.trees.open(name, attributes, line);
      return place.hasText ? 'text' : 'elements';
    }
    if (this.statementName !== '') {
      if (name !== this.statementName) return 'none';
      this.draft = new StatementDraft(line, this.warnings);
      path.meaning = statement;
      return 'elements';
    }
    const message = messages.find(([form]) => form.test(name));
    if (message) {
      this.format ??= message[1];
      this.statementName = message[2];
    }
    return 'elements';
  }

  text(text: string): void {
    this.trees.text(text);
  }

  close(): void {
    if (this.trees.isOpen) {
      const tree = this.trees.close();
      if (tree !== null) this.draft!.take(tree);
    } else if (this.draft !== null) {
      this.bank ??= this.draft.bank;
      const { row } = this.draft;
      this.placed.push(...this.draft.finish().map((found) => ({ statement: found, row })));
      this.draft = null;
    } else this.statementName = '';
  }
}
