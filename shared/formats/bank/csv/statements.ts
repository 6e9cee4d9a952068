import { parseIban } from '#shared/identifiers/iban.ts';
import type { Currency } from '#shared/money/cents.ts';
import type { Warnings } from '../../problem.ts';
import { addsUp } from '../balances.ts';
import type { BankStatement, BankTransaction } from '../statement.ts';
import { type BalanceChain, balanceChain } from './balance-chain.ts';
import { type FeeRule, feeRule, linksOf, withFee } from './fees.ts';
import type { LineRows } from './line-rows.ts';
import { withoutRepeats } from './repeats.ts';

interface Group {
  readonly account: string;
  readonly currency: Currency | null;
  readonly transactions: BankTransaction[];
}

/** One statement per account and currency, in the order of the file; its transactions too. */
export function statementsOf(
  transactions: readonly BankTransaction[],
  rows: LineRows,
  feesComeOff: boolean,
  warnings: Warnings,
): readonly BankStatement[] {
  const groups = new Map<string, Group>();
  let current: Group | undefined;
  for (const transaction of withoutRepeats(transactions, rows, warnings)) {
    const account = rows.account(transaction);
    const currency = rows.currency(transaction);
    if (current?.account !== account || current.currency !== currency) {
      const key = `${account}|${currency ?? ''}`;
      current = groups.get(key) ?? { account, currency, transactions: [] };
      groups.set(key, current);
    }
    current.transactions.push(transaction);
  }
  const all = [...groups.values()];
  const rule = feeRule(
    all.map((group) => group.transactions),
    rows,
    feesComeOff,
    warnings,
  );
  return all.map((group) => statementOf(group, rows, rule, warnings));
}

const withoutBalances: BalanceChain = { opening: null, closing: null, brokenAt: null };

function statementOf(group: Group, rows: LineRows, rule: FeeRule, warnings: Warnings): BankStatement {
  const { account, currency, transactions: lines } = group;
  const charged =
    rule === 0 ? lines : lines.flatMap((line) => withFee(line, rule * rows.fee(line) + 0, rows.feeHeading));
  const transactions = rows.haveParts ? charged.flatMap((line) => rows.counted(line)) : charged;
  const links = linksOf(lines, rows, rule);
  const { opening, closing, brokenAt } = links.lines.length === lines.length ? balanceChain(links) : withoutBalances;
  if (brokenAt !== null) warnings.add('bank-balance-gap', { account }, brokenAt);
  const number = statementNumber(lines, rows);
  const unit = currency ?? ownCurrency(account);
  const reconciles =
    opening === null || closing === null
      ? null
      : addsUp(
          { account, number, currency: unit, opening, closing },
          transactions,
          brokenAt ?? lines[0]!.row,
          warnings,
        );
  let openingDate = transactions[0]!.bookDate;
  let closingDate = openingDate;
  for (const { bookDate } of transactions) {
    if (bookDate < openingDate) openingDate = bookDate;
    if (bookDate > closingDate) closingDate = bookDate;
  }
  return {
    account,
    currency: unit,
    number,
    opening,
    closing,
    openingDate,
    closingDate,
    reconciles,
    transactions,
  };
}

/** The number all lines have; null when they differ or have none. */
function statementNumber(lines: readonly BankTransaction[], rows: LineRows): string | null {
  const first = rows.statementNumber(lines[0]!);
  return first !== '' && lines.every((line) => rows.statementNumber(line) === first) ? first : null;
}

/** Currencies of countries, of accounts whose file names none. */
const ofCountries: ReadonlyMap<string, Currency> = new Map([
  ['NL', 'EUR'],
  ['GB', 'GBP'],
  ['CH', 'CHF'],
  ['LI', 'CHF'],
  ['DK', 'DKK'],
  ['SE', 'SEK'],
  ['NO', 'NOK'],
  ['PL', 'PLN'],
  ['CZ', 'CZK'],
  ['HU', 'HUF'],
  ['RO', 'RON'],
]);

/** A British account by its sort code: `20-00-00 12345678`, `600000-12345678`. */
const bySortCode = /^(?:\d{2}-\d{2}-\d{2}[- ]?|\d{6}-)\d{8}$/;

/** The currency of the country an account is in, where its file names none: not euros everywhere. Null where that is unclear. */
function ownCurrency(account: string): Currency | null {
  if (bySortCode.test(account)) return 'GBP';
  return parseIban(account) === null ? null : (ofCountries.get(account.slice(0, 2)) ?? null);
}
