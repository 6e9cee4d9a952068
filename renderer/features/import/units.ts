import type { ChoicesByUnit } from '#renderer/db/import-api.ts';
import { lacksMost } from '#shared/domain/drop/certain.ts';
import type { DropPreview, DropUnit } from '#shared/domain/drop/drop.ts';

export { lacksMost };

/**
 * What becomes of a unit when the drop is confirmed. `ready` comes in; `unchanged`: the books hold it already; `question`: not
 * before it is answered whose account it is; `fixable`: a table that can be read once its columns are pointed out; `known`:
 * the same bytes came in before (criterion A7); `repeated`: they are in this drop twice; `other`: it is of an administration
 * that is not open.
 */
export type UnitState =
  | ('ready' | 'unchanged' | 'question' | 'fixable')
  | ('known' | 'repeated' | 'refused' | 'left-out' | 'other');

export function unitState(unit: DropUnit, choices: ChoicesByUnit): UnitState {
  const chosen = choices[unit.id];
  if (unit.owner.owner === 'other' && !chosen?.ours) return 'other';
  if (unit.refusal) return unit.refusal.code === 'drop-twice' ? 'repeated' : 'refused';
  if (chosen?.take === false) return 'left-out';
  if (unit.table?.refusal) return unit.table.columns.length > 0 ? 'fixable' : 'refused';
  if (unit.sameAs !== null && !chosen?.take) return 'known';
  if (unit.owner.owner === 'unknown-account' && !chosen?.ours) return 'question';
  return unit.unchanged || holdsNoInvoice(unit) ? 'unchanged' : 'ready';
}

/** A PDF of something else, or invoices all of which are refused: there is nothing to bring in. */
function holdsNoInvoice({ invoices }: DropUnit): boolean {
  return invoices !== undefined && invoices.invoices + invoices.credits + invoices.copies === 0;
}

/** The units that come in when the drop is confirmed, in order. */
export function takenUnits(preview: DropPreview, choices: ChoicesByUnit): readonly DropUnit[] {
  return preview.units.filter((unit) => unitState(unit, choices) === 'ready');
}

/** Units that wait for the user: a question, columns to point out. */
export function waitingUnits(preview: DropPreview, choices: ChoicesByUnit): readonly DropUnit[] {
  return preview.units.filter((unit) => ['question', 'fixable'].includes(unitState(unit, choices)));
}

/** The choices as they are confirmed: what does not come in is said to be left out. */
export function confirmedChoices(preview: DropPreview, choices: ChoicesByUnit): ChoicesByUnit {
  const taken = new Set(takenUnits(preview, choices));
  return Object.fromEntries(
    preview.units
      .map((unit) => [unit.id, taken.has(unit) ? choices[unit.id] : { ...choices[unit.id], take: false }] as const)
      .filter(([, chosen]) => chosen !== undefined),
  ) as ChoicesByUnit;
}

/** The id of the button that opens a unit, to take the keyboard there. */
export function unitHeadId(unitId: string): string {
  return `unit-${unitId}`;
}

/** What confirming would bring in, over all units that are taken. */
export interface DropCounts {
  readonly files: number;
  readonly itemsNew: number;
  readonly itemsChanged: number;
  readonly itemsGone: number;
  readonly payments: number;
  readonly toReview: number;
  readonly debtors: number;
  /** Reports whose totals are kept beside the books. */
  readonly controls: number;
}

export function dropCounts(units: readonly DropUnit[]): DropCounts {
  const sum = (count: (unit: DropUnit) => number | undefined) =>
    units.reduce((total, unit) => total + (count(unit) ?? 0), 0);
  return {
    files: sum(({ files }) => files.length),
    itemsNew: sum(
      ({ table, invoices }) =>
        (table?.itemsNew ?? 0) + (invoices ? invoices.invoices + invoices.credits - invoices.known : 0),
    ),
    itemsChanged: sum(({ table }) => table?.itemsChanged),
    itemsGone: sum(({ table }) => table?.itemsGone),
    payments: sum(({ bank }) => bank?.linesMatched),
    toReview: sum(({ bank }) => bank?.linesToReview),
    debtors: sum(({ table }) => (table ? table.debtorsNew + table.debtorsChanged : 0)),
    controls: sum(({ kind }) => (kind === 'control' ? 1 : 0)),
  };
}

/** Whether there is something to read before this unit is confirmed, so that it opens by itself. */
export function asksAttention(unit: DropUnit, state: UnitState): boolean {
  if (state === 'fixable') return true;
  if (holdsNoInvoice(unit)) return true;
  if (state !== 'ready' && state !== 'unchanged') return false;
  return lacksMost(unit) || unit.bank?.statementRows.some(({ reconciles }) => reconciles === false) === true;
}
