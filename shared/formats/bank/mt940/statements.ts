import type { Warnings } from '../../problem.ts';
import { addsUp, checkOrder } from '../balances.ts';
import type { BankStatement } from '../statement.ts';
import type { Draft } from './drafts.ts';

/** Statements of the messages: pages of one statement together, repeated ones once, each checked against its balances. */
export function statementsOf(drafts: readonly Draft[], warnings: Warnings): readonly BankStatement[] {
  const numbered = withoutRepeats(chained(drafts, warnings), warnings).map(({ pages, row }) => ({
    statement: statementOf(pages, row, warnings),
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
      if (draft.opensPage) warnings.add('mt940-page-before', label(draft), draft.row);
      chains.push({ pages: [draft], row: draft.row });
    }
    const chain = before ?? chains.at(-1)!;
    if (draft.closesPage) openChains.set(key, chain);
    else openChains.delete(key);
  }
  for (const { pages, row } of openChains.values()) warnings.add('mt940-page-after', label(pages.at(-1)!), row);
  return chains;
}

/** `12/1` is page 1 of statement 12. */
function statementNumber({ number }: Draft): string {
  return number?.split('/')[0]?.trim() ?? '';
}

function label({ account, number }: { readonly account: string; readonly number: string | null }) {
  return { account, number: number ?? '' };
}

/** Leaves out a statement that stands in the file twice, line for line; without lines or balances nothing shows that it is the same. */
function withoutRepeats(chains: readonly Pages[], warnings: Warnings): readonly Pages[] {
  const firsts = new Map<string, Pages>();
  const written = new Set<string>();
  const seen = new Map<string, Pages>();
  return chains.filter((chain) => {
    const first = chain.pages[0]!;
    const { closing } = chain.pages.at(-1)!;
    const isEmpty = chain.pages.every(({ transactions }) => transactions.length === 0);
    if (isEmpty || first.opening === null || closing === null) return true;
    const key = JSON.stringify([first.account, first.number, first.opening, closing]);
    const other = firsts.get(key);
    if (other === undefined) {
      firsts.set(key, chain);
      return true;
    }
    // Lines are only written out where two statements have the same balances.
    if (!written.has(key)) seen.set(key + linesOf(other), other);
    written.add(key);
    const lines = key + linesOf(chain);
    const same = seen.get(lines);
    if (same === undefined) {
      seen.set(lines, chain);
      return true;
    }
    warnings.add('mt940-repeated', { ...label(first), first: same.row }, chain.row);
    return false;
  });
}

function linesOf({ pages }: Pages): string {
  return JSON.stringify(pages.flatMap(({ transactions }) => transactions.map((line) => ({ ...line, row: 0 }))));
}

function statementOf(pages: readonly Draft[], row: number, warnings: Warnings): BankStatement {
  const first = pages[0]!;
  const last = pages.at(-1)!;
  const { opening } = first;
  const { closing } = last;
  const transactions = pages.length === 1 ? first.transactions : pages.flatMap((page) => page.transactions);
  const currency = opening?.currency ?? closing?.currency ?? first.currency;
  if (first.account === '') warnings.add('bank-account-unknown', {}, row);
  const isMixed = opening?.currency && closing?.currency && opening.currency !== closing.currency;
  if (isMixed) {
    warnings.add('mt940-currencies', { ...label(first), opening: opening.currency, closing: closing.currency }, row);
  }
  if ((opening === null || closing === null) && !first.isInterim) {
    warnings.add(opening === null ? 'mt940-no-opening' : 'mt940-no-closing', label(first), row);
  }
  if (first.isInterim && closing === null) warnings.add('mt940-interim', label(first), row);
  return {
    account: first.account,
    currency,
    number: first.number,
    opening: opening?.amount ?? null,
    closing: closing?.amount ?? null,
    openingDate: opening?.date ?? null,
    closingDate: closing?.date ?? null,
    reconciles:
      opening && closing && !isMixed
        ? addsUp(
            { ...label(first), currency, opening: opening.amount, closing: closing.amount },
            transactions,
            row,
            warnings,
          )
        : null,
    transactions,
  };
}
