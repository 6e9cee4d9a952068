import type { IsoDate } from '../../dates/civil.ts';
import { type Print, printOf } from './fingerprint.ts';

/** Lines that took money away, of statements known or coming in, by their fingerprints. */
export class TakenBack {
  /** By own account and amount. */
  private readonly prints = new Map<string, Print[]>();

  constructor(fingerprints: Iterable<string>) {
    for (const id of fingerprints) {
      const [account, , amount = ''] = id.split('/', 3);
      if (!amount.startsWith('-')) continue;
      const key = `${account}/${amount}`;
      const own = this.prints.get(key);
      if (own) own.push(printOf(id));
      else this.prints.set(key, [printOf(id)]);
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
}
