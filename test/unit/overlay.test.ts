import { describe, expect, it } from 'vitest';
import { demoChanges } from '#shared/demo/generate.ts';
import { applyChanges, type Books, type Change, emptyBooks, lineVersion } from '#shared/domain/books.ts';
import { ChangeSet } from '#shared/domain/changes.ts';
import { openTotal } from '#shared/domain/open-total.ts';
import { Overlay } from '#shared/domain/overlay.ts';

function demoBooks(): Books {
  const books = emptyBooks();
  applyChanges(books, demoChanges('2026-11-20'));
  return books;
}

/** One change of every kind: a line of a debtor, a new debtor, one that goes, an event, a record. */
function everyKind(books: Books): readonly Change[] {
  const set = new ChangeSet(books, '2026-11-20T09:00:00');
  const [item] = Object.values(books.ledgers.get(1)?.item ?? {});
  if (!item) throw new Error('the demo has no item');
  set.put(1, 'item', item.id, { ...item, state: 'closed' });
  set.put(1, 'payer', 'NL91ABNA0417164300', { iban: 'NL91ABNA0417164300', name: null, since: '2026-11-20' });
  const debtor = Object.values(books.ledgers.get(2)?.debtor ?? {})[0];
  if (!debtor) throw new Error('the demo has no second debtor');
  set.put(9001, 'debtor', 'debtor', { ...debtor, id: 9001 });
  set.put(2, 'debtor', 'debtor', null);
  set.event(1, 'note', { text: 'x' });
  set.event('administration', 'import', { importId: 'i' });
  set.record('setting', 'taal', 'nl');
  return set.changes;
}

describe('books with changes laid over them', () => {
  it('are what a commit of the changes makes of them, and leave the books as they were', () => {
    const books = demoBooks();
    const overlay = new Overlay(books);
    overlay.apply(everyKind(books));
    expect(books).toEqual(demoBooks());
    const committed = demoBooks();
    applyChanges(committed, everyKind(books));
    committed.seq++;
    expect(overlay.books).toEqual(committed);
  });

  it('can be laid over again, each seeing the one before it', () => {
    const books = demoBooks();
    const overlay = new Overlay(books);
    const before = openTotal(books);
    overlay.apply(everyKind(books));
    const after = openTotal(overlay.books);
    expect(after).not.toBe(before);
    const upper = new Overlay(overlay.books);
    const line = { table: 'setting', key: 'administration', lineId: 'taal', line: 'en', v: lineVersion } as const;
    upper.apply([line]);
    expect(upper.books.records.setting.get('taal')).toBe('en');
    expect(overlay.books.records.setting.get('taal')).toBe('nl');
    expect(openTotal(books)).toBe(before);
    expect(openTotal(upper.books)).toBe(after);
  });
});
