import { describe, expect, test } from 'vitest';
import { applyChanges, type Books, type Change, debtorIn } from '#shared/domain/books.ts';
import type { Command } from '#shared/domain/commands/commands.ts';
import { runCommand } from '#shared/domain/commands/run.ts';
import { inverseOf, isReversible, undoLines } from '#shared/domain/commands/undo.ts';
import { type DossierEvent, firstBrokenEvent } from '#shared/domain/event.ts';
import { builtInRates } from '#shared/law/rates.ts';
import { administration, booksWith, debtor, hold, invoice, proposalsOn, sendAll } from './dunning-books.ts';

const today = '2026-06-01';
const at = '2026-06-01T10:00:00';

function books(): Books {
  return booksWith({
    items: [
      invoice('F1'),
      invoice('F2', { state: 'presumed-paid' }),
      invoice('F3', { state: 'closed' }),
      invoice('F4', { dueDerived: true }),
    ],
    holds: [hold({ id: 'h1', itemId: 'F1', from: '2026-05-01' })],
  });
}

function run(on: Books, command: Command, when = at): readonly Change[] {
  const changes = runCommand(on, command, { today: when.slice(0, 10), at: when });
  applyChanges(on, changes);
  return changes;
}

function eventsOf(on: Books, chain: number | 'administration' = 1): readonly DossierEvent[] {
  return on.chains.get(chain) ?? [];
}

const setHold: Command = {
  type: 'set-hold',
  debtorId: 1,
  itemId: null,
  reason: 'manual',
  until: '2026-06-10',
  note: ' belt terug ',
};

describe('each small write leaves its line and its event', () => {
  const cases: readonly [Command, string][] = [
    [
      { type: 'save-administration', administration: { ...administration, name: 'Ander B.V.' } },
      'administration-changed',
    ],
    [{ type: 'save-debtor', debtor: debtor({ name: 'Nieuwe naam' }) }, 'debtor-changed'],
    [{ type: 'save-debtor', debtor: debtor({ id: 2 }) }, 'debtor-created'],
    [setHold, 'hold-set'],
    [{ type: 'end-hold', debtorId: 1, holdId: 'h1', note: '' }, 'hold-ended'],
    [{ type: 'add-note', debtorId: 1, text: 'gebeld', corrects: null }, 'note'],
    [{ type: 'confirm-paid', debtorId: 1, itemIds: ['F2'] }, 'item-closed'],
    [{ type: 'deny-paid', debtorId: 1, itemIds: ['F2'] }, 'item-reopened'],
    [{ type: 'note-export', debtorId: 1, sha256: 'ab', files: 3 }, 'dossier-exported'],
  ];
  test.each(cases)('$type', (command, type) => {
    const on = books();
    const events = run(on, command).filter((change) => change.table === 'event');
    expect(events.map((change) => (change.line as DossierEvent).type)).toEqual([type]);
  });
  test('a setting is no fact of the dossier', () => {
    const on = books();
    expect(run(on, { type: 'save-setting', key: 'density', value: 'compact' }).map((own) => own.table)).toEqual([
      'setting',
    ]);
    expect(on.records.setting.get('density')).toBe('compact');
  });
});

describe('what cannot be is refused and writes nothing', () => {
  const cases: readonly [string, Command, string][] = [
    [
      'administration without a name',
      { type: 'save-administration', administration: { ...administration, name: ' ' } },
      'bad-input',
    ],
    [
      'administration without an IBAN',
      { type: 'save-administration', administration: { ...administration, iban: '' } },
      'bad-input',
    ],
    ['a code twice', { type: 'save-debtor', debtor: debtor({ id: 2, code: '1001' }) }, 'bad-input'],
    ['debtor without a name', { type: 'save-debtor', debtor: debtor({ name: '' }) }, 'bad-input'],
    ['hold that ended yesterday', { ...setHold, until: '2026-05-31' }, 'bad-input'],
    ['hold until no date', { ...setHold, until: '2026-02-30' }, 'bad-input'],
    ['hold on an unknown item', { ...setHold, itemId: 'F9' }, 'not-found'],
    ['hold on an unknown debtor', { ...setHold, debtorId: 9 }, 'not-found'],
    ['hold on a part of no item', { ...setHold, amount: 1_00 }, 'bad-input'],
    ['hold on a part of nothing', { ...setHold, itemId: 'F1', amount: 0 }, 'bad-input'],
    ['hold on more than is open', { ...setHold, itemId: 'F1', amount: 1_000_01 }, 'bad-input'],
    ['hold on part of what is settled', { ...setHold, itemId: 'F3', amount: 1 }, 'bad-input'],
    ['ending an unknown hold', { type: 'end-hold', debtorId: 1, holdId: 'x', note: '' }, 'not-found'],
    ['empty note', { type: 'add-note', debtorId: 1, text: '  ', corrects: null }, 'bad-input'],
    ['correcting an unknown note', { type: 'add-note', debtorId: 1, text: 'a', corrects: 'x' }, 'not-found'],
    ['confirming an open item as paid', { type: 'confirm-paid', debtorId: 1, itemIds: ['F1'] }, 'bad-input'],
    ['denying a closed item', { type: 'deny-paid', debtorId: 1, itemIds: ['F3'] }, 'bad-input'],
    ['an unknown task', { type: 'done-task', debtorId: 1, taskId: 'x', outcome: '' }, 'not-found'],
    ['an unknown letter', { type: 'withdraw-letter', debtorId: 1, letterId: 'x', reason: 'a' }, 'not-found'],
  ];
  test.each(cases)('%s', (_, command, code) => {
    expect(() => runCommand(books(), command, { today, at })).toThrow(code);
  });
});

test('what changes nothing writes nothing', () => {
  const on = books();
  for (const command of [
    { type: 'save-administration', administration },
    { type: 'save-debtor', debtor: debtor() },
    { type: 'confirm-paid', debtorId: 1, itemIds: ['F3'] },
    { type: 'deny-paid', debtorId: 1, itemIds: ['F1'] },
  ] satisfies Command[]) {
    expect(run(on, command)).toEqual([]);
  }
});

describe('holds stand through the end of their last day', () => {
  test('set today until the 10th: dunned again on the 11th', () => {
    const on = booksWith({ items: [invoice('F1')] });
    run(on, setHold);
    expect(eventsOf(on)[0]?.data).toMatchObject({
      reason: 'manual',
      from: today,
      until: '2026-06-10',
      note: 'belt terug',
    });
    expect(proposalsOn(on, '2026-06-10').proposals).toEqual([]);
    expect(proposalsOn(on, '2026-06-11').proposals).toHaveLength(1);
  });
  test('on part of an item: the rest is dunned, and the dossier names the part', () => {
    const on = booksWith({ items: [invoice('F1')] });
    run(on, { ...setHold, itemId: 'F1', amount: 300_00 });
    expect(eventsOf(on)[0]?.data).toMatchObject({ number: 'F1', amount: 300_00, currency: 'EUR' });
    expect(proposalsOn(on, '2026-06-10').proposals.map((proposal) => proposal.total)).toEqual([700_00]);
    expect(proposalsOn(on, '2026-06-11').proposals.map((proposal) => proposal.total)).toEqual([1_000_00]);
  });
  test('ended today: dunned today, ended twice is once', () => {
    const on = books();
    run(on, { type: 'end-hold', debtorId: 1, holdId: 'h1', note: 'opgelost' });
    expect(proposalsOn(on, today).proposals).toHaveLength(1);
    expect(run(on, { type: 'end-hold', debtorId: 1, holdId: 'h1', note: '' })).toEqual([]);
  });
  test('two holds in one second are two holds', () => {
    const on = books();
    run(on, setHold);
    run(on, setHold);
    expect(Object.keys(on.ledgers.get(1)!.hold!)).toHaveLength(3);
  });
});

describe('a note is fixed after ten minutes (criterion I3)', () => {
  const cases: readonly [string, string, readonly string[]][] = [
    ['2026-06-01T10:09:59', 'rewritten', ['gebeld, betaalt vrijdag']],
    ['2026-06-01T10:10:00', 'linked', ['gebeld', 'gebeld, betaalt vrijdag']],
    ['2026-06-02T10:01:00', 'linked', ['gebeld', 'gebeld, betaalt vrijdag']],
  ];
  test.each(cases)('corrected at %s: %s', (when, _, texts) => {
    const on = books();
    run(on, { type: 'add-note', debtorId: 1, text: 'gebeld', corrects: null });
    const id = Object.keys(on.ledgers.get(1)!.note!)[0]!;
    run(on, { type: 'add-note', debtorId: 1, text: 'gebeld, betaalt vrijdag', corrects: id }, when);
    expect(Object.values(on.ledgers.get(1)!.note!).map((note) => note.text)).toEqual(texts);
    expect(eventsOf(on).map((event) => event.data.text)).toEqual(['gebeld', 'gebeld, betaalt vrijdag']);
  });
});

test('a call the engine asks for is done once and not asked again until a later letter', () => {
  const on = booksWith({ items: [invoice('F1', { outside: { level: 2, on: '2026-05-10' } })] });
  const [task] = proposalsOn(on, today).tasks;
  const done: Command = { type: 'done-task', debtorId: 1, taskId: task!.taskId, outcome: 'betaalt vrijdag' };
  run(on, done);
  expect(proposalsOn(on, today).tasks).toEqual([]);
  expect(on.ledgers.get(1)!.task![task!.taskId]).toMatchObject({ kind: 'phone', doneOn: today, itemIds: ['F1'] });
  expect(run(on, done)).toEqual([]);
  expect(eventsOf(on)[0]?.data).toMatchObject({ items: ['F1'], outcome: 'betaalt vrijdag' });
});

test('a call due again, for an item that was held back when it was done, can be done too', () => {
  const outside = { level: 2, on: '2026-05-10' };
  const on = booksWith({
    items: [invoice('F1', { outside }), invoice('F2', { outside })],
    holds: [hold({ itemId: 'F2', until: today })],
  });
  const taskId = proposalsOn(on, today).tasks[0]!.taskId;
  run(on, { type: 'done-task', debtorId: 1, taskId, outcome: 'betaalt F1' });
  const later = '2026-06-02';
  expect(proposalsOn(on, later).tasks).toMatchObject([{ taskId, itemIds: ['F2'] }]);
  run(on, { type: 'done-task', debtorId: 1, taskId, outcome: 'betaalt F2' }, `${later}T10:00:00`);
  expect(proposalsOn(on, later).tasks).toEqual([]);
  expect(eventsOf(on).map(({ data }) => data.items)).toEqual([['F1'], ['F2']]);
});

test('a choice that is taken away again is a change too', () => {
  const on = books();
  run(on, { type: 'save-debtor', debtor: debtor({ jurisdiction: 'BE' }) });
  run(on, { type: 'save-debtor', debtor: debtor() });
  expect(debtorIn(on.ledgers.get(1))?.jurisdiction).toBeUndefined();
  expect(eventsOf(on).map(({ data }) => data)).toEqual([
    { fields: ['jurisdiction'], jurisdiction: 'BE' },
    { fields: ['jurisdiction'], jurisdiction: null },
  ]);
});

describe('undo lays the lines back and says so (criterion I4)', () => {
  const reversible: readonly Command[] = [
    { type: 'save-administration', administration: { ...administration, name: 'Ander B.V.' } },
    { type: 'save-setting', key: 'density', value: 'compact' },
    { type: 'save-debtor', debtor: debtor({ name: 'Nieuwe naam' }) },
    { type: 'save-debtor', debtor: debtor({ id: 2 }) },
    setHold,
    { type: 'end-hold', debtorId: 1, holdId: 'h1', note: '' },
    { type: 'add-note', debtorId: 1, text: 'gebeld', corrects: null },
    { type: 'confirm-paid', debtorId: 1, itemIds: ['F2'] },
    { type: 'deny-paid', debtorId: 1, itemIds: ['F2'] },
    { type: 'waive', debtorId: 1, itemId: null, what: 'both', reason: 'coulance' },
    { type: 'confirm-due-date', debtorId: 1, itemIds: ['F4'] },
    { type: 'save-rates', rates: { ...builtInRates, rows: builtInRates.rows.slice(1) } },
  ];
  test.each(reversible)('$type', (command) => {
    const on = books();
    const before = lines(on);
    const moment = { today, at };
    const changes = runCommand(on, command, moment);
    const undo = inverseOf(on, changes);
    applyChanges(on, changes);
    expect(lines(on)).not.toEqual(before);
    const made = countEvents(on);
    applyChanges(on, undoLines(on, undo, moment));
    expect(lines(on)).toEqual(before);
    expect(countEvents(on)).toBe(command.type === 'save-setting' ? made : made + 1);
    for (const chain of on.chains.values()) expect(firstBrokenEvent(chain)).toBeNull();
    expect(isReversible(command)).toBe(true);
  });
  test('what left the house is withdrawn, not undone', () => {
    const on = booksWith({ items: [invoice('F1')] });
    const [letter] = sendAll(on, today);
    expect(isReversible({ type: 'withdraw-letter', debtorId: 1, letterId: letter!.id, reason: 'a' })).toBe(false);
    expect(isReversible({ type: 'note-export', debtorId: 1, sha256: '', files: 1 })).toBe(false);
  });
});

function countEvents(on: Books): number {
  return [...on.chains.values()].reduce((count, chain) => count + chain.length, 0);
}

/** The lines of the books without empty tables. */
function lines(on: Books): unknown {
  const ledgers = [...on.ledgers].map(([id, ledger]) => [
    id,
    Object.entries(ledger).filter(([, table]) => Object.keys(table).length > 0),
  ]);
  const records = Object.entries(on.records).map(([name, table]) => [name, [...(table as Map<string, unknown>)]]);
  return structuredClone({ ledgers, records });
}
