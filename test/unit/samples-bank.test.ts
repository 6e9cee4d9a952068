import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { parseFile } from '#electron/commands/parse.ts';
import { parseDecimal, sumOf, toDecimal } from '#shared/money/cents.ts';

const samples = '../shared/samples';
const present = existsSync(`${samples}/expected.json`);
if (!present) console.warn('samples absent: their tests are skipped');

interface Printed {
  readonly format: string;
  readonly warnings: readonly { readonly code: string; readonly message: string }[];
  readonly statements: readonly {
    readonly account: string;
    readonly currency: string;
    readonly number: string;
    readonly opening: string;
    readonly closing: string;
    readonly openingDate: string;
    readonly closingDate: string;
    readonly reconciles: boolean;
    readonly transactions: readonly {
      readonly bookDate: string;
      readonly valueDate: string;
      readonly amount: string;
    }[];
  }[];
}

interface Expected {
  readonly statementList: readonly {
    readonly account25: string;
    readonly number28: string;
    readonly currency: string;
    readonly openingDate: string;
    readonly opening: string;
    readonly closingDate: string;
    readonly closing: string;
    readonly transactions: number;
    readonly credits: string;
    readonly debits: string;
    readonly reconciles: boolean;
    readonly first?: { readonly valueDate: string; readonly entryMMDD: string | null; readonly amount: string };
    readonly last?: { readonly valueDate: string; readonly entryMMDD: string | null; readonly amount: string };
  }[];
}

const files: Readonly<Record<string, Expected>> = present
  ? JSON.parse(await readFile(`${samples}/expected.json`, 'utf8')).files
  : {};
const compact = (date: string | null | undefined) => date?.replaceAll('-', '');
const cents = (amount: string | null | undefined) => parseDecimal(amount ?? '') ?? 0;

describe.skipIf(!present)('the MT940 samples', () => {
  it.each(Object.keys(files).filter((name) => name.startsWith('mt940/')))('%s', async (name) => {
    const { exit, json } = await parseFile(`${samples}/${name}`, null);
    expect(exit).toBe(0);
    const printed = json as Printed;
    const wanted = files[name]!.statementList;
    expect(printed.format).toBe('mt940');
    expect(
      printed.statements.map(({ transactions, account, ...one }) => {
        const amounts = transactions.map(({ amount }) => cents(amount));
        const [first, last] = [transactions[0], transactions.at(-1)];
        const ends = [first, last].map((line) => line && { valueDate: compact(line.valueDate), amount: line.amount });
        return {
          ...one,
          digits: account.replace(/\D/g, ''),
          openingDate: compact(one.openingDate),
          closingDate: compact(one.closingDate),
          transactions: transactions.length,
          credits: toDecimal(sumOf(amounts, (amount) => Math.max(amount, 0))),
          debits: toDecimal(sumOf(amounts, (amount) => Math.min(amount, 0))),
          ends,
        };
      }),
    ).toEqual(
      wanted.map(({ account25, number28, first, last, ...one }) => ({
        currency: one.currency,
        number: number28,
        opening: one.opening,
        closing: one.closing,
        openingDate: one.openingDate,
        closingDate: one.closingDate,
        reconciles: one.reconciles,
        digits: account25.replace(/\D/g, ''),
        transactions: one.transactions,
        credits: one.credits,
        debits: one.debits,
        ends: [first, last].map((line) => line && { valueDate: line.valueDate, amount: line.amount }),
      })),
    );
    for (const [at, { first }] of wanted.entries()) {
      const entry = first?.entryMMDD;
      if (entry) expect(compact(printed.statements[at]!.transactions[0]!.bookDate)).toMatch(new RegExp(`${entry}$`));
    }
    const warned = printed.warnings.filter(({ code }) => code === 'bank-not-reconciled');
    expect(warned.length).toBe(wanted.filter(({ reconciles }) => !reconciles).length);
  });
});
