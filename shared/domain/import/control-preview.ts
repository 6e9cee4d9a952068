import type { IsoDate } from '../../dates/civil.ts';
import { nameKey } from '../../formats/table/debtors.ts';
import type { ControlReading } from '../../formats/table/reading.ts';
import type { Cents } from '../../money/cents.ts';
import { allocatedPerItem, openBalance } from '../balance.ts';
import { type Books, debtorIn } from '../books.ts';
import type { ControlPreview } from '../drop/drop.ts';
import { openTotal } from '../open-total.ts';

/** Differences a preview shows; the rest is counted. */
const shownAtMost = 20;

/** Totals a report states beside those of the books (criteria A5, A12), in euros; debtors by code, else by name. */
export function controlPreview(books: Books, { total, debtors }: ControlReading, asOf: IsoDate): ControlPreview {
  const { byCode, byName } = openByDebtor(books);
  const differences = debtors
    .map(({ code, name, open }) => {
      const ours = byCode.get(code) ?? byName.get(nameKey(name)) ?? 0;
      return { code, name, stated: open, books: ours };
    })
    .filter(({ stated, books: ours }) => stated !== ours)
    .sort((a, b) => Math.abs(b.stated - b.books) - Math.abs(a.stated - a.books));
  return {
    asOf,
    total,
    books: openTotal(books),
    debtors: debtors.length,
    differing: differences.length,
    differences: differences.slice(0, shownAtMost),
  };
}

function openByDebtor(books: Books): {
  readonly byCode: ReadonlyMap<string, Cents>;
  readonly byName: ReadonlyMap<string, Cents>;
} {
  const byCode = new Map<string, Cents>();
  const byName = new Map<string, Cents>();
  for (const ledger of books.ledgers.values()) {
    const debtor = debtorIn(ledger);
    if (!debtor) continue;
    const allocated = allocatedPerItem(ledger);
    let open = 0;
    for (const item of Object.values(ledger.item ?? {})) {
      if (item.currency === 'EUR') open += openBalance(item, allocated);
    }
    byCode.set(debtor.code, open);
    const name = nameKey(debtor.name);
    byName.set(name, (byName.get(name) ?? 0) + open);
  }
  return { byCode, byName };
}
