import { formatProblem } from '../../formats/problem.ts';
import { isOneOf } from '../bank/accounts.ts';
import type { DropChoices } from './drop.ts';
import { orderOf, type ReadUnit, type UnitContent } from './unit.ts';

type WithRead = { readonly read: ReadUnit };
type BankContent = Extract<UnitContent, { sort: 'bank' }>;

/**
 * Units as they come in: notifications of a bank with the statements they take apart, the same file once, and in the order in
 * which they have to be compared: debtors, lists and auditfiles, invoices, totals, bank; each by date.
 */
export function arranged<T extends WithRead>(units: readonly T[]): readonly T[] {
  return inOrder(withoutRepeats(withNotifications(units)));
}

/** A notification (camt.054) beside a statement of the same account is no unit of its own: it takes batches apart. */
function withNotifications<T extends WithRead>(units: readonly T[]): readonly T[] {
  const notices = units.filter(({ read }) => isNotification(read.content));
  if (notices.length === 0) return units;
  const used = new Set<T>();
  const told = units.map((unit) => {
    const { content } = unit.read;
    if (content.sort !== 'bank' || isNotification(content)) return unit;
    const own = notices.filter(({ read }) => sharesAccount(read.content as BankContent, content));
    if (own.length === 0) return unit;
    for (const notice of own) used.add(notice);
    const read = [content.read, ...own.map((notice) => (notice.read.content as BankContent).read)].flat();
    const files = [...unit.read.files, ...own.flatMap((notice) => notice.read.files)];
    return { ...unit, read: { ...unit.read, files, content: { ...content, read } } };
  });
  return told.filter((unit) => !used.has(unit));
}

function isNotification(content: UnitContent): boolean {
  return content.sort === 'bank' && content.read.every(({ reading }) => reading.format === 'camt054');
}

function sharesAccount(a: BankContent, b: BankContent): boolean {
  return a.accounts.some((account) => isOneOf(b.accounts, account));
}

/** A file that was dropped twice under two names comes in once. */
function withoutRepeats<T extends WithRead>(units: readonly T[]): readonly T[] {
  const first = new Map<string, string>();
  return units.map((unit) => {
    const { read } = unit;
    const [name = ''] = read.files;
    const earlier = read.content.sort === 'refused' ? undefined : first.get(read.sha256);
    // The parts of one file that are of several administrations bear its hash too.
    if (earlier === undefined || earlier === name) {
      if (read.content.sort !== 'refused') first.set(read.sha256, name);
      return unit;
    }
    return {
      ...unit,
      read: { ...read, content: { sort: 'refused', problem: formatProblem('drop-twice', { first: earlier }) } },
    };
  });
}

/**
 * Units with the answers to whose account it is: said of one file, it is said of every file of that account in the drop.
 * `asked` is how a unit was read, before any answer.
 */
export function answered<T extends WithRead & { readonly asked: ReadUnit; readonly choices: DropChoices }>(
  units: readonly T[],
): readonly T[] {
  const ours = units.flatMap(({ asked: { owner }, choices }) =>
    owner.owner === 'unknown-account' && choices.ours && choices.take !== false ? owner.accounts : [],
  );
  return units.map((unit) => {
    const { asked, choices } = unit;
    if (asked.owner.owner !== 'unknown-account' || choices.ours) return { ...unit, read: asked };
    const isOurs = asked.owner.accounts.every((account) => isOneOf(ours, account));
    return { ...unit, read: isOurs ? { ...asked, owner: { owner: 'open', by: 'account' } } : asked };
  });
}

function inOrder<T extends WithRead>(units: readonly T[]): readonly T[] {
  const placed = units.map((unit) => ({ unit, order: orderOf(unit.read) }));
  placed.sort((a, b) => a.order[0] - b.order[0] || (a.order[1] < b.order[1] ? -1 : a.order[1] > b.order[1] ? 1 : 0));
  return placed.map(({ unit }) => unit);
}
