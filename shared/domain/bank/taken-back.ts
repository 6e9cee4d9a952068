import { addDays, type IsoDate } from '../../dates/civil.ts';
import { isBankDay } from '../../dates/holidays.ts';
import { accountKey } from './accounts.ts';
import { type Print, printOf } from './fingerprint.ts';
import type { StatementRecord } from './line.ts';

type Statement = Pick<StatementRecord, 'account' | 'openingDate' | 'closingDate' | 'fingerprints'>;

/** Lines that took money away, of statements known or coming in, by their fingerprints, and the days those statements are of. */
export class TakenBack {
  /** By own account and amount. */
  private readonly prints = new Map<string, Print[]>();
  /** By own account: first and last day of each statement. */
  private readonly days = new Map<string, { readonly from: IsoDate; readonly until: IsoDate }[]>();

  constructor(statements: Iterable<Statement>) {
    for (const { account, openingDate, closingDate, fingerprints } of statements) {
      const from = openingDate ?? closingDate;
      const until = closingDate ?? openingDate;
      if (from !== null && until !== null) push(this.days, accountKey(account), { from, until });
      for (const id of fingerprints) {
        const [own, , amount = ''] = id.split('/', 3);
        if (amount.startsWith('-')) push(this.prints, `${own}/${amount}`, printOf(id));
      }
    }
  }

  /** Whether a receipt went back by a day: to the account it came from, or under its own end-to-end id. */
  has(receipt: string, until: IsoDate): boolean {
    const { account, amount, date, iban, endToEnd } = printOf(receipt);
    return (this.prints.get(`${account}/-${amount}`) ?? []).some((back) => {
      const isSame = (iban !== '' && back.iban === iban) || (endToEnd !== '' && back.endToEnd === endToEnd);
      return isSame && back.date >= date && back.date <= until;
    });
  }

  /**
   * Whether it is certain that nothing went back to whoever paid a receipt after one day and up to another: statements of its
   * account are of every bank day between them, and none has money that went to that account, or to one that is not named.
   */
  isCertainlyNone(receipt: string, after: IsoDate, until: IsoDate): boolean {
    const { account, iban } = printOf(receipt);
    if (!this.coversDays(account, after, until)) return false;
    for (const [key, prints] of this.prints) {
      if (!key.startsWith(`${account}/`)) continue;
      const isHis = (back: Print): boolean => back.iban === '' || iban === '' || back.iban === iban;
      if (prints.some((back) => back.date > after && back.date <= until && isHis(back))) return false;
    }
    return true;
  }

  private coversDays(account: string, after: IsoDate, until: IsoDate): boolean {
    const ranges = (this.days.get(account) ?? []).sort((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : 0));
    let covered = after;
    for (const range of ranges) {
      if (range.until <= covered) continue;
      if (nextBankDay(covered) < range.from) break;
      covered = range.until;
    }
    return nextBankDay(covered) > until;
  }
}

function nextBankDay(date: IsoDate): IsoDate {
  let next = addDays(date, 1);
  while (!isBankDay(next)) next = addDays(next, 1);
  return next;
}

function push<T>(map: Map<string, T[]>, key: string, value: T): void {
  const own = map.get(key);
  if (own) own.push(value);
  else map.set(key, [value]);
}
