import type { ControlReading } from '../../formats/table/reading.ts';
import { sumOf } from '../../money/cents.ts';
import type { Books } from '../books.ts';
import { changedFields } from '../changed-fields.ts';
import type { Moment } from '../changes.ts';
import type { DebtorId } from '../debtor.ts';
import type { EventData } from '../event.ts';
import type { InvoiceCopy } from '../item.ts';
import type { OutcomeWriter } from '../promise-outcome.ts';
import { creditsWorkedIn, type WorkedIn, withoutKnownCredit } from './credit.ts';
import type { DebtorDiff, ImportDiff, ItemPlace } from './diff.ts';
import { listPayment } from './list-payment.ts';
import type { ItemDiff } from './standing.ts';
import { ImportWriter, named, namedAtMost } from './writer.ts';

/** A stored copy of an invoice, before it is a line of the books. */
export interface StoredCopy extends Omit<InvoiceCopy, 'id' | 'itemId' | 'importId'> {
  /** Place of its item in the reading, or where the item stands in the books. */
  readonly of: number | ItemPlace;
}

/** Lines and events of the debtors of a list. */
export class ListWriter extends ImportWriter {
  private readonly facts: EventData;

  constructor(
    books: Books,
    private readonly diff: ImportDiff,
    moment: Moment,
  ) {
    super(books, moment);
    this.facts = { importId: diff.importId, asOf: diff.dates.asOf };
  }

  debtor({ id, before, after, items, laid = new Map() }: DebtorDiff): void {
    const changed = before === null || before === after ? null : changedFields(before, after);
    if (before === null) {
      this.put(id, 'debtor', 'debtor', after);
      const open = sumOf(items, (item) => item.openAfter ?? 0);
      this.set.event(id, 'debtor-created', {
        ...this.facts,
        code: after.code,
        name: after.name,
        items: items.length,
        open,
      });
    } else if (changed) {
      this.put(id, 'debtor', Object.keys(this.books.ledgers.get(id)?.debtor ?? {})[0] ?? 'debtor', after);
      this.set.event(id, 'debtor-changed', { ...changed, ...this.facts });
    }
    const credits = creditsWorkedIn(this.books.ledgers.get(id), items, this.diff.dates.bankUntil);
    const shown = withoutKnownCredit(items, credits);
    for (const item of shown) this.item(id, item);
    for (const [allocationId, own] of laid) this.put(id, 'allocation', allocationId, own);
    for (const credit of credits) this.workedIn(id, credit);
    this.itemEvents(id, shown, before === null);
  }

  /** Where what promises and plans came to is written, so that it is taken back with the import. */
  outcomes(): OutcomeWriter {
    const facts = { importId: this.diff.importId };
    return {
      put: (id, table, lineId, line) => this.put(id, table, lineId, line),
      event: (chain, type, data) => this.set.event(chain, type, { ...data, ...facts }),
    };
  }

  /** A copy that is there already stays as it is. */
  copy({ of, ...stored }: StoredCopy): void {
    const place = typeof of === 'number' ? this.diff.places[of] : of;
    if (!place) return;
    const { debtorId, itemId } = place;
    const id = `${itemId}~${stored.sha256.slice(0, 16)}`;
    if (this.books.ledgers.get(debtorId)?.copy?.[id]) return;
    this.put(debtorId, 'copy', id, { ...stored, id, itemId, importId: this.diff.importId });
  }

  control(fileName: string, { total, debtors }: ControlReading): void {
    const { importId, dates } = this.diff;
    this.record('control', importId, { id: importId, importId, fileName, asOf: dates.asOf, total, debtors });
  }

  private item(id: DebtorId, item: ItemDiff): void {
    const { after, payment, reconcile, reconciled = [], toRestate, listed, before } = item;
    if (after) this.put(id, 'item', after.id, after);
    if (payment > 0 && after) this.partialPayment(id, item);
    // By what the list says: one of a later day that has it open once more gives a task again.
    for (const task of reconciled) this.put(id, 'task', task.id, { ...task, doneOn: this.diff.dates.asOf });
    if (toRestate) this.put(id, 'task', toRestate.id, toRestate);
    if (reconcile && before) {
      const task = `reconcile-${before.id}-${this.diff.dates.asOf}`;
      this.put(id, 'task', task, {
        id: task,
        kind: 'reconcile',
        itemIds: [before.id],
        ...(listed === undefined ? {} : { listed }),
        due: this.moment.today,
        doneOn: null,
        outcome: null,
      });
    }
  }

  /** Credit the bookkeeping laid against items: the same money, now theirs. Dated as what the list shows as paid. */
  private workedIn(id: DebtorId, { receipt, payment, parts, back }: WorkedIn): void {
    const date = this.diff.dates.bankUntil;
    this.put(id, 'item', receipt.id, receipt);
    this.put(id, 'payment', payment.id, payment);
    for (const { itemId, amount } of parts) {
      const allocation = `${payment.id}-${itemId}-${this.diff.importId}`;
      this.put(id, 'allocation', allocation, { id: allocation, paymentId: payment.id, itemId, date, amount });
    }
    for (const [allocation, laid] of back) this.put(id, 'allocation', allocation, laid);
  }

  private partialPayment(id: DebtorId, item: ItemDiff): void {
    const { payment, allocation } = listPayment(item, this.diff.importId, this.diff.dates.bankUntil);
    this.put(id, 'payment', payment.id, payment);
    this.put(id, 'allocation', allocation.id, allocation);
  }

  /** One event per kind of fact for the whole debtor, never one per item. */
  private itemEvents(id: DebtorId, items: readonly ItemDiff[], created: boolean): void {
    const fresh = items.filter(({ sort }) => sort === 'new');
    const changed = items.filter(({ sort, payment }) => sort === 'changed' && payment === 0);
    if (!created && (fresh.length > 0 || changed.length > 0)) {
      this.set.event(id, 'import', { ...this.facts, ...numbered('new', fresh), ...numbered('changed', changed) });
    }
    const paid = items.filter(({ payment }) => payment > 0);
    if (paid.length > 0) {
      const amount = sumOf(paid, ({ payment }) => payment);
      this.set.event(id, 'payment', {
        ...this.facts,
        source: 'list',
        amount,
        date: this.diff.dates.bankUntil,
        ...numbered('items', paid),
      });
    }
    this.stateEvent(
      id,
      'item-presumed-paid',
      items.filter(({ sort, after }) => sort === 'gone' && after?.state === 'presumed-paid'),
    );
    this.stateEvent(
      id,
      'item-closed',
      items.filter(({ before, after }) => before?.state === 'open' && after?.state === 'closed'),
    );
    this.stateEvent(
      id,
      'item-reopened',
      items.filter(({ before, after }) => before && before.state !== 'open' && after?.state === 'open'),
    );
    this.stateEvent(
      id,
      'task',
      items.filter(({ reconcile }) => reconcile),
      { kind: 'reconcile' },
    );
    const outside = items.filter(({ before, after }) => after?.outside && after.outside !== before?.outside);
    this.stateEvent(id, 'outside-level', outside, {
      levels: outside
        .slice(0, namedAtMost)
        .map(({ after }) => `${after!.number}: ${after!.outside!.level} (${after!.outside!.on})`),
    });
  }

  private stateEvent(
    id: DebtorId,
    type: 'item-presumed-paid' | 'item-closed' | 'item-reopened' | 'task' | 'outside-level',
    items: readonly ItemDiff[],
    more: EventData = {},
  ): void {
    if (items.length > 0) this.set.event(id, type, { ...this.facts, ...numbered('items', items), ...more });
  }
}

function numbered(name: string, items: readonly ItemDiff[]): EventData {
  return named(
    name,
    items.map(({ before, after }) => (after ?? before)!.number),
  );
}
