import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { parseFile } from '#electron/commands/parse.ts';
import { sumOf } from '#shared/money/cents.ts';

const samples = '../shared/samples';
const present = existsSync(`${samples}/expected.json`);
if (!present) console.warn('samples absent: their tests are skipped');

interface Printed {
  readonly encoding: string;
  readonly asOf: string | null;
  readonly declaredTotal: string | null;
  readonly warnings: readonly { code: string; message: string; row: number | null }[];
  readonly skipped: readonly { row: number; reason: string }[];
  readonly items: readonly Record<string, string | boolean | null>[];
  readonly mapping: Record<string, string>;
}

const centsOf = (amount: unknown) => Math.round(Number(amount) * 100);

describe.skipIf(!present)('parse prints the open-items samples as expected', async () => {
  const expected = present ? JSON.parse(await readFile(`${samples}/expected.json`, 'utf8')).files : {};
  it.each([
    'synthetic/op_exactonline_report_like.csv',
    'synthetic/op_twinfield_labels.csv',
    'synthetic/op_yuki_layout.csv',
  ])('%s', async (name) => {
    const answer = await parseFile(`${samples}/${name}`, null);
    expect(answer.exit).toBe(0);
    const printed = answer.json as Printed;
    const wanted = expected[name];
    expect(
      printed.items.map(({ number, date, dueDate, open }) => ({ invoice: number, invoiceDate: date, dueDate, open })),
    ).toEqual(wanted.list);
    expect(sumOf(printed.items, ({ open }) => centsOf(open))).toBe(centsOf(wanted.totalOpen));
    expect(new Set(printed.items.map(({ debtorCode }) => debtorCode)).size).toBe(wanted.debtors);
    expect(printed.items.filter(({ kind }) => kind === 'credit').length).toBe(wanted.creditNotes);
    if (wanted.asOf) expect(printed.asOf).toBe(wanted.asOf);
    if (wanted.encoding) expect(printed.encoding).toBe(wanted.encoding);
    if (wanted.declaredTotalOpen) expect(printed.declaredTotal).toBe(wanted.declaredTotalOpen);
    if (wanted.ignoredTotalRows) {
      expect(printed.skipped.filter(({ reason }) => reason === 'total').length).toBe(wanted.ignoredTotalRows);
    }
    expect(printed.items.every(({ dueDerived }) => dueDerived === false)).toBe(true);
    expect(printed.warnings).toEqual([]);
  });

  it.each([
    'synthetic/bank_abnamro_tab.TAB',
    'synthetic/bank_asn_2025_layout.csv',
    'synthetic/bank_knab_2026_layout.csv',
    'synthetic/bank_triodos.csv',
    'bankcsv/bunq_nl_2018_anonymised.csv',
    'bankcsv/ing_format1_20090202.csv',
    'bankcsv/ing_format3_20230418.csv',
    'bankcsv/knab_2019_anonymised.csv',
    'bankcsv/rabobank_2018_anonymised.csv',
    'mt940/ing_structured.txt',
    'mt940/knab__knab_two_blocks.txt',
    'mt940/abn__abn_structured_sepa_overboeking.txt',
    'mt940/rabobank_mt940_structured_dutch_tax.txt',
    'mt940/triodos_iban.txt',
    'mt940/van_lanschot__van_lanschot.txt',
    'camt/oca_test-camt053.xml',
    'camt/genkgo_camt053.v8.xml',
    'xaf/ExactOnline_V32_2016.xml',
    'xaf/XAF_4_0_Test_100425.xaf',
    'ubl/peppol_base-example.xml',
    'ubl/ubl-tc434-creditnote1.xml',
    'synthetic/ubl_nlcius_embedded_pdf.xml',
  ])('%s is never taken for a list of items', async (name) => {
    const answer = await parseFile(`${samples}/${name}`, 'items');
    expect(answer.exit).toBe(3);
    expect(answer.json).toMatchObject({
      error: { code: expect.stringMatching(/^is-(?:mt940|camt|bankcsv|xaf|ubl)$/) },
    });
    expect(JSON.stringify(answer.json)).toContain('geen lijst met openstaande posten');
  });
});

describe('parse refuses what it cannot read', () => {
  it('a file that is not there', async () => {
    expect(await parseFile('/nergens/lijst.csv', null)).toMatchObject({
      exit: 3,
      json: { error: { code: 'not-found' } },
    });
  });

  it('a folder', async () => {
    expect(await parseFile(import.meta.dirname, null)).toMatchObject({
      exit: 3,
      json: { error: { code: 'is-folder' } },
    });
  });

  it('a format it does not know', async () => {
    expect(await parseFile('/nergens/lijst.csv', 'pdf')).toMatchObject({ exit: 2 });
  });
});
