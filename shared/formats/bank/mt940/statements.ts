import type { Warnings } from '../../problem.ts';
import { addsUp, checkOrder, nameOf } from '../balances.ts';
import { SeenStatements } from '../repeated-statements.ts';
import type { BankStatement } from '../statement.ts';
import type { Draft } from './drafts.ts';

/** Statements of the messages: pages of one statement together, repeated ones once, each checked against its balances. */
export function statementsOf(drafts: readonly Draft[], warnings: Warnings): readonly BankStatement[] {
  const seen = new SeenStatements<number>();
  const once = chained(drafts, warnings)
    .map((chain) => ({ ...chain, statement: statementOf(chain.pages) }))
    .filter(({ statement, row }) => {
      const { opening, closing } = statement;
      // Without balances nothing shows that it is the same.
      const first = opening === null || closing === null ? null : seen.firstPlaceOf(statement, row);
      if (first !== null) warnings.add('mt940-repeated', { ...label(statement), first }, row);
      return first === null;
    });
  const numbered = once.map(({ statement, pages, row }) => ({
    statement: { ...statement, reconciles: reconciles(statement, pages, row, warnings) },
    row,
  }));
  checkOrder(numbered, warnings);
  return numbered.map(({ statement }) => statement);
}

interface Pages {
  readonly pages: Draft[];
  readonly row: number;
}

/** Messages that go on in the next: closed with `62M`, and the next opens with `60M` for the same account and number. */
function chained(drafts: readonly Draft[], warnings: Warnings): readonly Pages[] {
  const chains: Pages[] = [];
  const openChains = new Map<string, Pages>();
  for (const draft of drafts) {
    const key = `${draft.account} ${statementNumber(draft)} ${draft.opening?.currency ?? ''}`;
    const before = draft.opensPage ? openChains.get(key) : undefined;
    if (before) before.pages.push(draft);
    else {
      if (draft.opensPage) warnings.add('mt940-page-before', labelOf(draft), draft.row);
      chains.push({ pages: [draft], row: draft.row });
    }
    const chain = before ?? chains.at(-1)!;
    if (draft.closesPage) openChains.set(key, chain);
    else openChains.delete(key);
  }
  for (const { pages, row } of openChains.values()) warnings.add('mt940-page-after', labelOf(pages.at(-1)!), row);
  return chains;
}

/** `12/1` is page 1 of statement 12. */
function statementNumber({ number }: Draft): string {
  return number?.split('/')[0]?.trim() ?? '';
}

function label(statement: Pick<BankStatement, 'account' | 'number' | 'openingDate' | 'closingDate'>) {
  return { account: statement.account, number: nameOf(statement) };
}

/** What a message to the user calls the message of a file. */
export function labelOf({ account, number, opening, closing }: Draft) {
  return label({ account, number, openingDate: opening?.date ?? null, closingDate: closing?.date ?? null });
}

/** What the messages say; not checked yet. */
function statementOf(pages: readonly Draft[]): BankStatement {
  const first = pages[0]!;
  const { opening } = first;
  const { closing } = pages.at(-1)!;
  return {
    account: first.account,
    currency: opening?.currency ?? closing?.currency ?? first.currency,
    number: first.number,
    opening: opening?.amount ?? null,
    closing: closing?.amount ?? null,
    openingDate: opening?.date ?? null,
    closingDate: closing?.date ?? null,
    reconciles: null,
    transactions: pages.length === 1 ? first.transactions : pages.flatMap((page) => page.transactions),
  };
}

/** Whether a statement adds up, null when it cannot; warns of that and of what it lacks. */
function reconciles(
  statement: BankStatement,
  pages: readonly Draft[],
  row: number,
  warnings: Warnings,
): boolean | null {
  const { account, currency, opening, closing, transactions } = statement;
  const { isInterim } = pages[0]!;
  const named = label(statement);
  if (account === '') warnings.add('bank-account-unknown', {}, row);
  const before = pages[0]!.opening?.currency;
  const after = pages.at(-1)!.closing?.currency;
  const isMixed = before && after && before !== after;
  if (isMixed) warnings.add('mt940-currencies', { ...named, opening: before, closing: after }, row);
  if ((opening === null || closing === null) && !isInterim) {
    warnings.add(opening === null ? 'mt940-no-opening' : 'mt940-no-closing', named, row);
  }
  if (isInterim && closing === null) warnings.add('mt940-interim', named, row);
  if (opening === null || closing === null || isMixed) return null;
  return addsUp({ ...named, currency, opening, closing }, transactions, row, warnings);
}
