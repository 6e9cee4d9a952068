import { accountAsGiven, hasIbanForm } from '../../formats/bank/account-number.ts';
import type { BankReading } from '../../formats/bank/statement.ts';
import { administrationIn, type Books } from '../books.ts';
import { bankAccountsIn, bankAccountsKey, isSameAccount } from '../drop/owner.ts';

/** What an account is looked up by: the same for an IBAN and the bare number of the same account, its digits without leading zeros. */
export function accountKey(account: string): string {
  const plain = accountAsGiven(account);
  const digits = (hasIbanForm(plain) ? plain.slice(4) : plain).replace(/\D/g, '').replace(/^0+/, '');
  return digits === '' ? plain : digits;
}

/** The accounts a bank file may be of: that of the letters, the G-account, and those the user said it has. */
export function ownAccounts(books: Books): readonly string[] {
  const administration = administrationIn(books);
  const told = bankAccountsIn(books.records.setting.get(bankAccountsKey));
  return [administration?.iban, administration?.gAccount, ...told].filter((account) => !!account) as string[];
}

/** The accounts that bank files are of, as they give them, each once. */
export function accountsIn(readings: readonly Pick<BankReading, 'statements'>[]): readonly string[] {
  const accounts: string[] = [];
  for (const { statements } of readings) {
    for (const { account } of statements) if (!isOneOf(accounts, account)) accounts.push(account);
  }
  return accounts;
}

/** Whether an account is one of these, be it as IBAN or as bare number. */
export function isOneOf(accounts: readonly string[], account: string): boolean {
  return accounts.some((own) => isSameAccount(own, account));
}
