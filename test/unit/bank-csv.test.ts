import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readBankCsv } from '#shared/formats/bank/csv/read.ts';
import { detectFormat } from '#shared/formats/detect.ts';
import { parseDecimal } from '#shared/money/cents.ts';
import { otherLayouts } from './bank-csv-abroad.ts';
import { dutchLayouts } from './bank-csv-dutch.ts';
import { germanLayouts } from './bank-csv-german.ts';
import { moneyOf, readLines, transactionsOf, warningsOf } from './bank-csv-lines.ts';
import { neighbourLayouts } from './bank-csv-neighbours.ts';

describe('a bank table is read by its own layout', () => {
  it.each([...dutchLayouts, ...otherLayouts, ...germanLayouts, ...neighbourLayouts])(
    '$name',
    ({ bank, lines, accounts, money, says = {}, balances, warnings = [] }) => {
      expect(detectFormat(new TextEncoder().encode(lines.join('\r\n')))).toBe('bankcsv');
      const reading = readLines(lines);
      expect(moneyOf(reading)).toEqual(money);
      expect(reading.bank).toBe(bank);
      expect(reading.statements.map(({ account }) => account)).toEqual(accounts);
      expect(warningsOf(reading)).toEqual(warnings);
      for (const [place, facts] of Object.entries(says)) {
        expect(transactionsOf(reading)[Number(place)]).toMatchObject(facts);
      }
      if (balances) {
        const { opening, closing, reconciles } = reading.statements[0]!;
        expect([opening, closing, reconciles]).toEqual(balances);
      }
    },
  );
});

const samples = join(import.meta.dirname, '../../../shared/samples');
interface Sample {
  readonly format?: string;
  readonly bank: string;
  readonly rows: number;
  readonly credits: string;
  readonly debits: string;
  readonly account?: string;
  readonly opening?: string;
  readonly closing?: string;
  readonly balanceAfterLast?: string;
  readonly first: { readonly date: string; readonly amount: string };
  readonly last: { readonly date: string; readonly amount: string };
}

describe.skipIf(!existsSync(samples))(
  'files of banks, read in place (skipped without the samples beside the project)',
  () => {
    const files: Record<string, Sample> = existsSync(samples)
      ? JSON.parse(readFileSync(join(samples, 'expected.json'), 'utf8')).files
      : {};
    const tables = Object.entries(files).filter(([, { format }]) => format === 'bankcsv');

    it.each(tables)('%s', (name, sample) => {
      const bytes = readFileSync(join(samples, name));
      expect(detectFormat(bytes)).toBe('bankcsv');
      const reading = readBankCsv(bytes);
      const lines = transactionsOf(reading);
      const sum = (sign: number): number =>
        lines.filter(({ amount }) => Math.sign(amount) === sign).reduce((total, { amount }) => total + amount, 0);
      expect(reading.bank).toBe(sample.bank);
      expect(lines.length).toBe(sample.rows);
      expect(sum(1)).toBe(parseDecimal(sample.credits));
      expect(sum(-1)).toBe(parseDecimal(sample.debits));
      expect(lines.at(0)).toMatchObject({ bookDate: sample.first.date, amount: parseDecimal(sample.first.amount) });
      expect(lines.at(-1)).toMatchObject({ bookDate: sample.last.date, amount: parseDecimal(sample.last.amount) });
      const { account, opening, closing } = reading.statements[0]!;
      if (sample.account) expect(account).toBe(sample.account);
      if (sample.opening) expect(opening).toBe(parseDecimal(sample.opening));
      const end = sample.closing ?? sample.balanceAfterLast;
      if (end) expect(closing).toBe(parseDecimal(end));
    });
  },
);
