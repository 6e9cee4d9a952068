import { addDays, type IsoDate } from '#shared/dates/civil.ts';
import type { OpenItem } from '#shared/domain/item.ts';
import { makeBetalingskenmerk } from '#shared/identifiers/betalingskenmerk.ts';
import { makeRfReference } from '#shared/identifiers/rf-reference.ts';
import type { MatchPart, Receipt } from '#shared/matching/match.ts';
import { type Draw, ibanOf } from './matching-draw.ts';
import { drawSomeone } from './matching-names.ts';
import * as texts from './matching-texts.ts';
import { ownIban, type Year, type YearDebtor } from './matching-year.ts';

/** A receipt with what it truly pays: known to the generator only. */
export interface Paid {
  readonly receipt: Receipt;
  /** Sort of mess. */
  readonly mess: string;
  /** Null: nobody's. */
  readonly debtorId: number | null;
  readonly parts: readonly MatchPart[];
  readonly rest: number;
}

interface Turn {
  readonly draw: Draw;
  readonly owner: YearDebtor;
  readonly item: OpenItem;
  readonly day: IsoDate;
  /** What the debtor owes on that day, oldest first, this item among them. */
  readonly open: readonly OpenItem[];
  readonly style: texts.TextStyle;
}

type Made = Partial<Receipt> & {
  readonly pays: readonly (readonly [OpenItem, number])[];
  readonly rest?: number;
  readonly kept?: number;
};

/** A payment of a turn; null where this mess is not possible. */
type Mess = (turn: Turn) => Made | null;

const full = ({ owner }: Turn, item: OpenItem): readonly [OpenItem, number] => [item, owner.owes.get(item.id)!];
const written = ({ draw }: Turn, item: OpenItem) => texts.asWritten(draw, item.number);
const amountOf = (turn: Turn) => turn.owner.owes.get(turn.item.id)!;
const one = (turn: Turn, number: string, pays = [full(turn, turn.item)]): Made => ({
  remittance: texts.oneNumber(
    turn.draw,
    number,
    pays.reduce((sum, [, amount]) => sum + amount, 0),
    turn.style,
  ),
  pays,
});

/** Several of what is open, this one among them; null when there are too few. */
function several(turn: Turn, most: number): readonly OpenItem[] | null {
  const others = turn.open.filter((item) => item !== turn.item && item.total > 0);
  if (others.length === 0) return null;
  const count = Math.min(others.length, turn.draw.whole(1, most - 1));
  const chosen = new Set([turn.item, ...turn.draw.some(others, count)]);
  return turn.open.filter((item) => chosen.has(item));
}

/** A slip that names another item of the same debtor with the same amount could be read by nobody. */
const slipped: Mess = (turn) => {
  const number = texts.withSlip(turn.draw, turn.item.number);
  const hit = turn.owner.items.find((item) => item.number === number);
  return hit && turn.owner.owes.get(hit.id) === amountOf(turn) ? null : one(turn, number);
};

const messes: readonly (readonly [share: number, mess: string, make: Mess])[] = [
  [36, 'number', (turn) => one(turn, written(turn, turn.item))],
  [4, 'number with a slip', slipped],
  [
    3,
    'number broken by the bank',
    (turn) => (turn.item.number.length < 6 ? null : one(turn, texts.broken(turn.draw, turn.item.number))),
  ],
  [3, 'last digits only', (turn) => one(turn, /\d{1,4}$/.exec(turn.item.number)![0].replace(/^0+(?=\d\d)/, ''))],
  [8, 'no number', (turn) => ({ remittance: turn.draw.of(texts.wordless), pays: [full(turn, turn.item)] })],
  [
    2,
    'only a name',
    (turn) => ({
      remittance: turn.owner.debtor.name,
      counterparty: turn.draw.chance(0.5) ? drawSomeone(turn.draw) : turn.owner.bankName,
      pays: [full(turn, turn.item)],
    }),
  ],
  [
    2,
    'customer code',
    (turn) => ({
      remittance: `${turn.draw.of(['klantnummer ', 'debiteurnr. ', 'Klant '])}${turn.owner.debtor.code}`,
      pays: [full(turn, turn.item)],
    }),
  ],
  [
    7,
    'several numbers',
    (turn) => {
      const items = several(turn, 5);
      return (
        items && {
          remittance: texts.manyNumbers(
            turn.draw,
            items.map((item) => written(turn, item)),
            turn.style,
          ),
          pays: items.map((item) => full(turn, item)),
        }
      );
    },
  ],
  [
    3,
    'list of last digits',
    (turn) => {
      const items = several(turn, 4);
      const text =
        items &&
        texts.suffixList(
          turn.draw,
          items.map(({ number }) => number),
        );
      return text ? { remittance: text, pays: items.map((item) => full(turn, item)) } : null;
    },
  ],
  [
    2,
    'range',
    (turn) => {
      const debts = turn.open.filter(({ total }) => total > 0);
      const from = debts.indexOf(turn.item);
      const items = debts.slice(from, from + turn.draw.whole(2, 5));
      if (items.length < 2 || items.some((item) => turn.owner.owes.get(item.id) !== item.total)) return null;
      return {
        remittance: texts.rangeText(turn.draw, items[0]!.number, items.at(-1)!.number),
        pays: items.map((item) => full(turn, item)),
      };
    },
  ],
  [
    3,
    'several without numbers',
    (turn) => {
      const debts = turn.open.filter(({ total }) => total > 0).slice(0, turn.draw.whole(2, 4));
      return debts.length < 2
        ? null
        : { remittance: turn.draw.of(texts.wordless), pays: debts.map((item) => full(turn, item)) };
    },
  ],
  [
    2,
    'whole balance',
    (turn) =>
      turn.open.length < 2
        ? null
        : {
            remittance: turn.draw.of(['openstaand saldo', 'alle openstaande facturen', 'saldo']),
            pays: turn.open.map((item) => full(turn, item)),
          },
  ],
  [
    3,
    'part with number',
    (turn) =>
      one(turn, written(turn, turn.item), [
        [turn.item, Math.max(1, Math.round((amountOf(turn) * turn.draw.of([25, 33, 50, 40])) / 100))],
      ]),
  ],
  [
    1,
    'part without number',
    (turn) =>
      turn.open[0] === turn.item && amountOf(turn) > 100_00
        ? { remittance: 'deelbetaling', pays: [[turn.item, Math.floor(amountOf(turn) / 20_000) * 100_00 || 50_00]] }
        : null,
  ],
  [
    1.5,
    'rounded',
    (turn) => {
      const amount = amountOf(turn);
      const paid = turn.draw.chance(0.5) ? amount - turn.draw.whole(1, 4) : Math.round(amount / 100) * 100;
      return {
        ...one(turn, written(turn, turn.item), [[turn.item, Math.min(paid, amount)]]),
        rest: Math.max(0, paid - amount),
      };
    },
  ],
  [
    3,
    'discount in time',
    (turn) => {
      const { discount, total } = turn.item;
      if (!discount || discount.until < turn.day || amountOf(turn) !== total) return null;
      const number = turn.draw.chance(0.75) ? written(turn, turn.item) : 'betaling -2%';
      return { ...one(turn, number, [[turn.item, total - discount.amount]]), kept: discount.amount };
    },
  ],
  [
    1.5,
    'too much',
    (turn) => ({ ...one(turn, written(turn, turn.item)), rest: turn.draw.whole(1, 80) * 100 + turn.draw.whole(0, 99) }),
  ],
  [
    3,
    'someone else’s account',
    (turn) => ({
      ...one(turn, written(turn, turn.item)),
      counterparty: drawSomeone(turn.draw),
      iban: ibanOf(turn.draw.whole(100_000_000, 999_999_999), 'INGB'),
    }),
  ],
  [
    2,
    'through a provider',
    (turn) => ({
      ...one(turn, turn.item.number),
      counterparty: turn.draw.of(['Stichting Mollie Payments', 'Tikkie via ABN AMRO', 'Buckaroo', 'Adyen N.V.']),
      iban: 'NL51ABNA0582405645',
    }),
  ],
  [
    3,
    'payment reference',
    (turn) => {
      const digits = turn.item.number.replace(/\D/g, '');
      const kenmerk = makeBetalingskenmerk(
        turn.draw.chance(0.5) ? digits : turn.owner.debtor.code + digits.padStart(8, '0'),
      );
      const reference = turn.draw.chance(0.3)
        ? makeRfReference(turn.item.number.replace(/[^A-Z0-9]/gi, '').toUpperCase())
        : kenmerk;
      if (reference === null) return null;
      return turn.draw.chance(0.6)
        ? { remittance: null, structuredReference: reference, pays: [full(turn, turn.item)] }
        : { remittance: reference.replace(/(.{4})(?=.)/g, '$1 '), pays: [full(turn, turn.item)] };
    },
  ],
  [
    1,
    'end-to-end id',
    (turn) => ({
      remittance: turn.draw.of(['', 'betaling']),
      endToEndId: turn.item.number,
      pays: [full(turn, turn.item)],
    }),
  ],
  [
    2,
    'credit note set off',
    (turn) => {
      const credit = turn.open.find(({ total }) => total < 0);
      if (!credit || amountOf(turn) + turn.owner.owes.get(credit.id)! <= 0) return null;
      const number = turn.draw.chance(0.5)
        ? `${turn.item.number} min credit ${credit.number}`
        : `${turn.item.number} minus creditnota`;
      return { remittance: `Factuur ${number}`, pays: [full(turn, turn.item), full(turn, credit)] };
    },
  ],
  [
    1.5,
    'parent pays',
    (turn) => {
      const { parent } = turn.owner;
      return parent && { ...one(turn, written(turn, turn.item)), counterparty: parent.bankName, iban: parent.iban };
    },
  ],
];

const totalShare = messes.reduce((sum, [share]) => sum + share, 0);

function drawMess(draw: Draw): readonly [string, Mess] {
  let left = draw.whole(0, Math.round(totalShare * 100) - 1) / 100;
  for (const [share, mess, make] of messes) {
    left -= share;
    if (left < 0) return [mess, make];
  }
  return [messes[0]![1], messes[0]![2]];
}

/** The receipts of a year in the order of their dates, about as many as asked for. */
export function* drawPayments(draw: Draw, year: Year, count: number, style: texts.TextStyle): Generator<Paid> {
  const turns = year.invoices
    .filter(({ paidOn }) => paidOn !== null)
    .sort((a, b) => (a.paidOn! < b.paidOn! ? -1 : a.paidOn! > b.paidOn! ? 1 : 0));
  let made = 0;
  const earlier: Paid[] = [];
  for (const { owner, item, paidOn } of turns) {
    if (made >= count) return;
    const day = paidOn!;
    if (draw.chance(0.07)) yield numbered(nobodys(draw, year, day), made++);
    const again = draw.chance(0.012) ? earlier.at(-draw.whole(1, 30)) : undefined;
    if (again && isSettled(again, year)) yield numbered(twice(again, day), made++);
    const back = draw.chance(0.012) ? earlier[Math.max(0, earlier.length - draw.whole(5, 120))] : undefined;
    if (back && !returned.has(back) && back.rest === 0 && back.parts.length > 0 && back.mess !== 'discount in time') {
      returned.add(back);
      yield numbered(storno(draw, back, year, day), made++);
    }
    if ((owner.owes.get(item.id) ?? 0) <= 0) continue;
    const open = owner.items.filter((own) => (own.date ?? '') <= day && owner.owes.get(own.id) !== 0);
    const paid = numbered(payment({ draw, owner, item, day, open, style }), made++);
    for (const part of paid.parts)
      owner.owes.set(part.itemId, owner.owes.get(part.itemId)! - part.amount - part.discount);
    earlier.push(paid);
    yield paid;
  }
}

const returned = new WeakSet<Paid>();

function numbered(paid: Paid, number: number): Paid {
  return { ...paid, receipt: { ...paid.receipt, id: `r${number}` } };
}

function payment(turn: Turn): Paid {
  const { draw, owner, day, style } = turn;
  let made: Made | null = null;
  let mess = '';
  while (!made || made.pays.reduce((sum, [, amount]) => sum + amount, 0) <= 0) {
    const [drawn, make] = drawMess(draw);
    mess = drawn;
    made = make(turn);
  }
  const { pays, rest = 0, kept = 0, ...given } = made;
  const parts = pays.map(([item, amount], place) => ({
    debtorId: owner.debtor.id,
    itemId: item.id,
    amount,
    discount: place === 0 ? kept : 0,
  }));
  const amount = parts.reduce((sum, part) => sum + part.amount, rest);
  const hidesIban = draw.chance(0.03);
  const receipt: Receipt = {
    ...blank,
    date: day,
    amount,
    counterparty: owner.bankName,
    iban: hidesIban ? null : owner.iban,
    ...given,
    ...(given.remittance &&
      style.isAwkward &&
      mess !== 'payment reference' && { remittance: texts.awkward(draw, given.remittance) }),
  };
  return { receipt, mess, debtorId: owner.debtor.id, parts, rest };
}

const blank: Receipt = {
  id: '',
  date: '',
  amount: 0,
  currency: 'EUR',
  counterparty: null,
  iban: null,
  remittance: null,
  structuredReference: null,
  endToEndId: null,
  mandateId: null,
  returnReason: null,
};

function nobodys(draw: Draw, year: Year, day: IsoDate): Paid {
  const isOwn = draw.chance(0.15);
  const { name, text } = isOwn
    ? { name: 'Meetbedrijf B.V.', text: 'van spaarrekening' }
    : draw.of(texts.unrelated)(draw);
  // Now and then it is just as much as something that is open.
  const amount = draw.chance(0.15) ? Math.abs(draw.of(year.invoices).item.total) : draw.whole(5_00, 3_000_00);
  const iban = isOwn ? ownIban : draw.chance(0.8) ? ibanOf(draw.whole(1_000, 90_000), 'RABO') : null;
  const receipt = { ...blank, date: day, amount, counterparty: name, iban, remittance: text };
  return { receipt, mess: isOwn ? 'own account' : 'nobody’s', debtorId: null, parts: [], rest: amount };
}

/** What it paid is settled, and nothing as large is open: then the same money again is paid twice and nothing else. */
function isSettled({ rest, parts, receipt, debtorId }: Paid, year: Year): boolean {
  const owner = year.debtors.find(({ debtor }) => debtor.id === debtorId)!;
  const settled = parts.every(({ itemId }) => owner.owes.get(itemId) === 0);
  return rest === 0 && parts.length > 0 && settled && ![...owner.owes.values()].includes(receipt.amount);
}

function twice(again: Paid, day: IsoDate): Paid {
  const receipt = { ...again.receipt, date: day };
  return { receipt, mess: 'paid twice', debtorId: again.debtorId, parts: [], rest: receipt.amount };
}

function storno(draw: Draw, back: Paid, year: Year, day: IsoDate): Paid {
  const { receipt: paid } = back;
  const receipt: Receipt = {
    ...paid,
    date: day < paid.date ? addDays(paid.date, 2) : day,
    amount: -paid.amount,
    returnReason: draw.chance(0.8) ? draw.of(['MS03', 'MD06', 'AM04', 'AC04']) : null,
    remittance: draw.chance(0.6) ? `STORNO ${paid.remittance ?? ''}` : 'Terugboeking',
  };
  const owner = year.debtors.find(({ debtor }) => debtor.id === back.debtorId)!;
  const parts = back.parts.map((part) => ({ ...part, amount: -part.amount, discount: 0 }));
  for (const part of parts) owner.owes.set(part.itemId, owner.owes.get(part.itemId)! - part.amount);
  return { receipt, mess: 'storno', debtorId: back.debtorId, parts, rest: 0 };
}
