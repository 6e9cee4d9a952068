import { type Books, type Change, ledgerTables, lineVersion, recordTables, type TableName } from './books.ts';

/** Every line of the books as an after-image: applied to empty books they give these books. Always in the same order. */
export function* foldedChanges(books: Books): Generator<Change> {
  const change = (table: TableName, key: string, lineId: string, line: unknown): Change => ({
    table,
    key,
    lineId,
    line,
    v: lineVersion,
  });
  for (const table of recordTables) {
    for (const [lineId, line] of books.records[table]) yield change(table, 'administration', lineId, line);
  }
  for (const [debtorId, ledger] of books.ledgers) {
    for (const table of ledgerTables) {
      for (const [lineId, line] of Object.entries(ledger[table] ?? {}))
        yield change(table, String(debtorId), lineId, line);
    }
  }
  for (const [chain, events] of books.chains) {
    for (const event of events) yield change('event', String(chain), String(event.seq), event);
  }
}

/** Changes as JSON texts of about `size` characters each, one line apiece: the parts of a commit or the lines of a snapshot. */
export function* changeParts(changes: Iterable<Change>, size = 1024 * 1024): Generator<string> {
  let lines: string[] = [];
  let length = 0;
  for (const few of fewAtATime(changes, Math.ceil(size / 65_536))) {
    const text = JSON.stringify(few).slice(1, -1);
    lines.push(text);
    length += text.length + 1;
    if (length < size) continue;
    yield `[${lines.join(',')}]`;
    lines = [];
    length = 0;
  }
  if (lines.length > 0) yield `[${lines.join(',')}]`;
}

/** Small groups: one call of the serialiser for sixteen lines of a part costs a quarter less than one for each. */
function* fewAtATime(changes: Iterable<Change>, count: number): Generator<readonly Change[]> {
  let few: Change[] = [];
  for (const change of changes) {
    few.push(change);
    if (few.length < count) continue;
    yield few;
    few = [];
  }
  if (few.length > 0) yield few;
}
