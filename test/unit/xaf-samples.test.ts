import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parseFile } from '#electron/commands/parse.ts';
import { readXaf } from '#shared/formats/xaf/read.ts';
import type { XafSubledger } from '#shared/formats/xaf/reading.ts';
import { sumOf, toDecimal } from '#shared/money/cents.ts';

const samples = '../shared/samples';
const present = existsSync(`${samples}/expected.json`);
if (!present) console.warn('samples absent: their tests are skipped');

describe.skipIf(!present)('the sample auditfiles read as expected', () => {
  const files = present ? JSON.parse(readFileSync(`${samples}/expected.json`, 'utf8')).files : {};
  const exact = 'xaf/ExactOnline_V32_2016.xml';
  const official40 = 'xaf/XAF_4_0_Test_100425.xaf';
  const official32 = 'xaf/XmlAuditfileFinancieel3.2_test.xml';
  const read = (name: string) => readXaf({ name, open: () => [new Uint8Array(readFileSync(`${samples}/${name}`))] });
  const totals = ({ where, type, lines, debit, credit, declaredLines }: XafSubledger) => ({
    where,
    sbType: type,
    lines,
    net: toDecimal(debit - credit),
    declaredLines: String(declaredLines),
  });

  it.each([
    [exact, '3.2', 1],
    [official40, '4.0', 3],
    [official32, '3.2', 1],
  ])('%s', async (name, version, level) => {
    const reading = await read(name);
    const wanted = files[name];
    expect([reading.version, reading.level]).toEqual([version, level]);
    expect({
      software: reading.software,
      fiscalYear: reading.fiscalYear,
      company: reading.company,
      customersSuppliers: reading.relations.length,
      ledgerAccounts: reading.ledgerAccounts,
      journals: reading.journals,
      transactions: reading.transactionCount,
      trLines: reading.transactions.lines,
      computedDebit: toDecimal(reading.transactions.debit),
      computedCredit: toDecimal(reading.transactions.credit),
      openingLines: reading.openingBalance.lines,
    }).toEqual(
      Object.fromEntries(
        [
          ['software', 'fiscalYear', 'company', 'customersSuppliers', 'ledgerAccounts', 'journals', 'transactions'],
          ['trLines', 'computedDebit', 'computedCredit', 'openingLines'],
        ]
          .flat()
          .map((key) => [key, wanted[key]]),
      ),
    );
    expect(toDecimal(reading.transactions.declaredDebit!)).toBe(wanted.declared.totalDebit);
    expect(reading.subledgers.map(totals)).toEqual(
      wanted.subledgers.map(({ where, sbType, lines, net, declaredLines }: Record<string, unknown>) => ({
        where,
        sbType,
        lines,
        net,
        declaredLines,
      })),
    );
  });

  it('the items of the real export add up to its ledger', async () => {
    const wanted = files[exact];
    const reading = await read(exact);
    const { items } = reading;
    expect(items.length).toBe(wanted.openDebtorItems);
    expect(toDecimal(sumOf(items, ({ open }) => open))).toBe(wanted.sumOpenDebtorItems);
    expect(reading.accounts.map(({ id }) => id)).toEqual([wanted.receivablesAccount]);
    expect(toDecimal(reading.controlTotal!)).toBe(wanted.receivablesLedgerNet);
    const positive = items.filter(({ open }) => open > 0);
    expect([positive.length, toDecimal(sumOf(positive, ({ open }) => open))]).toEqual([
      wanted.positiveItems,
      wanted.positiveItemsSum,
    ]);
    expect(items.filter(({ dueDate }) => dueDate !== null).length).toBe(wanted.subledgers[0].withDueDate);
    expect(items.filter(({ kind }) => kind === 'credit').length).toBe(wanted.creditEntriesWithInvRef);
    expect(
      items
        .filter(({ kind }) => kind === 'receipt')
        .map(({ debtorCode, open, date }) => ({ custSupID: debtorCode, amount: toDecimal(open), date })),
    ).toEqual(wanted.unallocatedPayments);
    const first = positive[0]!;
    expect({
      custSupID: first.debtorCode,
      invRef: first.number,
      invoiceDate: first.date,
      dueDate: first.dueDate,
      amount: toDecimal(first.open),
    }).toEqual(wanted.firstItem);
    expect(reading.warnings).toEqual([]);
  });

  it('parse prints them', async () => {
    const { exit, json } = await parseFile(`${samples}/${exact}`, null);
    expect(exit).toBe(0);
    expect(json).toMatchObject({ format: 'xaf', version: '3.2', relations: 29, level: 1, controlTotal: '-304220.09' });
    const balances = await parseFile(`${samples}/${official40}`, 'xaf');
    expect(balances).toMatchObject({
      exit: 0,
      json: { version: '4.0', level: 3, controlTotal: '444.44', items: [], warnings: [{ code: 'xaf-level-3' }] },
    });
  });

  it('relation balances are those of the file', async () => {
    const { relations } = await read(official40);
    expect(
      relations.map(({ code, opening, closing }) => ({
        custSupID: code,
        opening: toDecimal(opening!),
        closing: toDecimal(closing!),
      })),
    ).toEqual(files[official40].relationBalances);
  });
});
