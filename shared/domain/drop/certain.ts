import type { FormatProblem } from '../../formats/problem.ts';
import type { TableProblem } from '../../formats/table/fields.ts';
import type { Reconciliation } from '../../insight/reconciliation.ts';
import type { Cents } from '../../money/cents.ts';
import { differenceFrom } from '../import/counts.ts';
import type { DropChoices, DropPreview, DropUnit } from './drop.ts';

/** Why a person has to look before files come in; the text is `importmap.reason.<reason>` in the catalogue. */
export type LookReason =
  /** A file that cannot be read, or of which a part cannot. */
  | { readonly reason: 'refused' | 'warning'; readonly file: string; readonly problem: FormatProblem | TableProblem }
  | { readonly reason: 'columns' | 'account' | 'date' | 'balance' | 'missing' | 'stranger'; readonly file: string }
  | { readonly reason: 'rows'; readonly file: string; readonly count: number }
  /** The file, or a report, states another total than was read. */
  | { readonly reason: 'total' | 'control'; readonly file: string; readonly difference: Cents }
  /** List and bank do not agree. */
  | { readonly reason: 'unexplained'; readonly difference: Cents }
  /** There is no full list to lay anything beside. */
  | { readonly reason: 'no-list' };

/** What is said of a file that is read as it should be: nobody has to decide anything. Everything else asks. */
const sayOnly = new Set([
  ...['encoding-false', 'xml-control', 'bank-amount-rounded', 'amount-rounded', 'negative-total'],
  ...[
    'bank-line-repeated',
    'bank-file-repeated',
    'bank-statement-known',
    'bank-batch-whole',
    'camt-repeated',
    'mt940-repeated',
  ],
  ...['bank-not-booked', 'camt-currency', 'creditors-left-out', 'hidden-rows', 'xaf-ampersand', 'xaf-version'],
  // A report without invoices, which is laid beside the list.
  ...['ageing-list', 'balance-list'],
  ...['ubl-fraction', 'ubl-paid', 'ubl-duplicate', 'ubl-registration', 'ubl-means', 'ubl-address'],
]);

/** Rows that are no item, in any list. */
const noItems = new Set(['header', 'total', 'group-header', 'remark', 'creditor', 'settled', 'cancelled', 'draft']);

/** A full list that lacks more than it holds: more likely another client's list, or a part of one. */
export function lacksMost({ table }: { readonly table?: DropUnit['table'] | undefined }): boolean {
  return table?.full === true && table.itemsGone >= 5 && table.itemsGone > table.items;
}

/**
 * The first reason for a person to look at a drop before it is confirmed without anybody looking (criterion A11); null when
 * there is none: every file can be read, is this administration's and says of which day it is, no warning asks anything, totals
 * are what the files state, and list and bank agree. `after` is account 1300 beside the books as the drop would leave them.
 * What is another administration's, was imported before or changes nothing is passed over, and so is what `choices` leave out.
 */
export function reasonToLook(
  preview: DropPreview,
  after: Reconciliation | null,
  choices: Readonly<Record<string, DropChoices>> = {},
): LookReason | null {
  for (const unit of preview.units.flatMap((each) => answered(each, choices[each.id]))) {
    const reason = isPassedOver(unit) ? null : ofUnit(unit, preview.openBefore.length > 0);
    if (reason) return reason;
  }
  if (after === null) return { reason: 'no-list' };
  return after.unexplained === 0 ? null : { reason: 'unexplained', difference: after.unexplained };
}

/** A unit as a person answered for it: none when it is left out, this administration's when that was said. */
function answered(unit: DropUnit, chosen: DropChoices | undefined): readonly DropUnit[] {
  if (chosen?.take === false) return [];
  return [chosen?.ours ? { ...unit, owner: { owner: 'open', by: 'account' } } : unit];
}

function isPassedOver({ owner, sameAs, refusal, table, unchanged, invoices }: DropUnit): boolean {
  if (owner.owner === 'other' || refusal?.code === 'drop-twice') return true;
  if (refusal !== null || table?.refusal) return false;
  if (sameAs !== null) return true;
  // A PDF of something else changes nothing either.
  return unchanged && (!invoices || invoices.invoices + invoices.credits + invoices.copies > invoices.refused.length);
}

function ofUnit(unit: DropUnit, hasItems: boolean): LookReason | null {
  const file = unit.files[0] ?? '';
  const { owner, refusal, invoices, warnings, bank } = unit;
  if (refusal) return { reason: 'refused', file, problem: refusal };
  if (unit.table?.refusal) {
    const { columns, refusal: problem } = unit.table;
    // A table whose columns were seen can be read once they are pointed out.
    return columns.length > 0 ? { reason: 'columns', file } : { reason: 'refused', file, problem };
  }
  if (owner.owner === 'unknown-account') return { reason: 'account', file };
  const [refused] = invoices?.refused ?? [];
  if (refused) return { reason: 'refused', ...refused };
  if (bank?.statementRows.some(({ reconciles }) => reconciles === false)) return { reason: 'balance', file };
  const asks = warnings.find(({ problem }) => !sayOnly.has(problem.code));
  return ofTable(unit, file, hasItems) ?? (asks ? { reason: 'warning', ...asks } : null);
}

function ofTable({ table, kind, owner, control }: DropUnit, file: string, hasItems: boolean): LookReason | null {
  if (kind === 'control' && control) {
    const difference = control.total - control.books;
    if (difference !== 0 || control.differing > 0) return { reason: 'control', file, difference };
  }
  if (!table) return null;
  if (kind !== 'debtors' && !table.asOfGiven) return { reason: 'date', file };
  if (lacksMost({ table }) || table.warnings.some(({ code }) => code === 'many-gone'))
    return { reason: 'missing', file };
  const isStrange = kind === 'list' && owner.owner === 'unknown' && hasItems;
  if (isStrange && table.itemsSame + table.itemsChanged === 0) return { reason: 'stranger', file };
  const stated = table.declaredTotal;
  const difference = stated === null ? 0 : differenceFrom(stated, table);
  if (difference !== 0) return { reason: 'total', file, difference };
  const count = table.skipped.filter(({ reason }) => !noItems.has(reason)).length;
  if (count > 0) return { reason: 'rows', file, count };
  const problem = table.warnings.find(({ code }) => !sayOnly.has(code));
  return problem ? { reason: 'warning', file, problem } : null;
}
