import { addDays, type IsoDate } from '#shared/dates/civil.ts';
import { newAdministration } from '#shared/domain/administration.ts';
import { type Books, type DebtorLedger, emptyBooks } from '#shared/domain/books.ts';
import { type Debtor, unknownDebtor } from '#shared/domain/debtor.ts';
import { blankItem, type OpenItem } from '#shared/domain/item.ts';
import { type Draw, ibanOf } from './matching-draw.ts';
import { asBankWrites, type DrawnName, drawBusiness, drawPerson } from './matching-names.ts';
import { numberForms } from './matching-texts.ts';

/** A debtor of the generated year, with what the books do not know of it. */
export interface YearDebtor {
  readonly debtor: Debtor;
  readonly drawn: DrawnName;
  readonly iban: string;
  /** The name on its account. */
  readonly bankName: string;
  readonly items: OpenItem[];
  /** Company that pays for it. */
  parent: YearDebtor | null;
  /** What it still owes per item: the truth, never given to the matcher. */
  readonly owes: Map<string, number>;
}

export interface Year {
  readonly debtors: readonly YearDebtor[];
  /** Oldest first. */
  readonly invoices: readonly {
    readonly owner: YearDebtor;
    readonly item: OpenItem;
    readonly paidOn: IsoDate | null;
  }[];
}

const start: IsoDate = '2026-01-05';

/** An administration's year: debtors, invoices, credit notes, and when each invoice is paid. The same seed gives the same year. */
export function drawYear(
  draw: Draw,
  form: string,
  size: { readonly debtors: number; readonly invoices: number },
): Year {
  const banks = ['INGB', 'RABO', 'ABNA', 'TRIO', 'KNAB', 'BUNQ', 'SNSB', 'ASNB'];
  const debtors: YearDebtor[] = [];
  for (let id = 1; id <= size.debtors; id++) {
    const isBusiness = draw.chance(0.55);
    const drawn = isBusiness ? drawBusiness(draw) : drawPerson(draw);
    const iban = ibanOf(draw.whole(100_000_000, 999_999_999), draw.of(banks));
    debtors.push({
      debtor: debtorOf(id, drawn.name, isBusiness, draw.chance(0.45) ? iban : null),
      drawn,
      iban,
      bankName: asBankWrites(draw, drawn),
      items: [],
      parent: null,
      owes: new Map(),
    });
  }
  for (const child of draw.some(debtors, Math.floor(size.debtors / 30)))
    child.parent = draw.of(
      debtors.filter((other) => other !== child && other.parent === null && other.drawn.person === null),
    );
  const fixed = [60_50, 121_00, 24_20, 89_95, 302_50, 45_00];
  const subscriptions = new Map(
    debtors.map((one) => [
      one,
      draw.chance(0.25) ? draw.of(fixed) : draw.chance(0.15) ? draw.whole(500_00, 1_400_00) : 0,
    ]),
  );
  const invoices: { owner: YearDebtor; item: OpenItem; paidOn: IsoDate | null }[] = [];
  const write = numberForms[form]!;
  for (let serial = 1; serial <= size.invoices; serial++) {
    const date = addDays(start, Math.floor((serial / size.invoices) * 310));
    const owner = draw.of(debtors.slice(0, draw.chance(0.4) ? 60 : debtors.length));
    const term = owner.drawn.person ? 14 : 30;
    const subscription = subscriptions.get(owner)!;
    const own =
      subscription > 0 && draw.chance(0.8)
        ? subscription
        : Math.round(Math.exp(3.2 + draw.whole(0, 6_000) / 1_000) * 100);
    const isCredit = draw.chance(0.025) && own > 20_00;
    const total = isCredit ? -Math.round(own / draw.whole(2, 9)) : own;
    const number = write(serial, 2026);
    const discount =
      !isCredit && draw.chance(0.08)
        ? {
            kind: draw.of(['early-payment', 'credit-restriction'] as const),
            amount: Math.round(total * 0.02),
            until: addDays(date, 14),
          }
        : null;
    const item = blankItem({
      id: number,
      number,
      kind: isCredit ? 'credit' : 'invoice',
      date,
      dueDate: addDays(date, term),
      total,
      ...(discount && discount.amount > 0 && { discount }),
    });
    owner.items.push(item);
    owner.owes.set(item.id, total);
    const late = draw.chance(0.3) ? draw.whole(10, 60) : draw.whole(-8, 9);
    const paidOn =
      isCredit || draw.chance(0.07)
        ? null
        : addDays(date, Math.max(2, discount && draw.chance(0.5) ? draw.whole(3, 13) : term + late));
    invoices.push({ owner, item, paidOn });
  }
  return { debtors, invoices };
}

function debtorOf(id: number, name: string, isBusiness: boolean, iban: string | null): Debtor {
  return {
    ...unknownDebtor,
    id,
    code: String(20_000 + id * 7),
    name,
    kind: isBusiness ? 'business' : 'consumer',
    naturalPerson: !isBusiness,
    iban,
    since: start,
  };
}

/** Books with every debtor and the invoices dated up to a day. */
export function booksOf(year: Year, until: IsoDate): Books {
  const books = emptyBooks();
  books.records.administration.set(
    'administration',
    newAdministration({ id: 'jaar', name: 'Meetbedrijf B.V.', iban: ownIban, toleranceCents: 500 }),
  );
  for (const { debtor } of year.debtors) books.ledgers.set(debtor.id, { debtor: { debtor }, item: {} });
  addInvoices(books, year, until);
  return books;
}

export const ownIban = 'NL59RABO0118529307';

/** Adds the invoices the books do not have yet. */
export function addInvoices(books: Books, year: Year, until: IsoDate): void {
  for (const { owner, item } of year.invoices) {
    const ledger = books.ledgers.get(owner.debtor.id) as DebtorLedger;
    if (item.date !== null && item.date <= until && !ledger.item![item.id]) ledger.item![item.id] = item;
  }
}
