import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parseFile } from '#electron/commands/parse.ts';

const samples = '../shared/samples';
const present = existsSync(`${samples}/expected.json`);
if (!present) console.warn('samples absent: their tests are skipped');

/** What is expected of a file, as far as it is compared here. */
interface Expected {
  readonly format: string;
  readonly root: string;
  readonly customization: string;
  readonly id: string;
  readonly issue: string;
  readonly due?: string;
  readonly type: string;
  readonly ccy: string;
  readonly supplier: string;
  readonly customer: string;
  readonly payeeIban?: readonly string[];
  readonly paymentId?: readonly string[];
  readonly billingRef?: readonly string[];
  readonly taxIncl: string;
  readonly prepaid?: string;
  readonly payable: string;
  readonly tax: readonly string[];
  readonly attachments?: readonly (readonly [string, string, number])[];
  readonly attachmentDecodedBytes?: number;
  readonly attachmentNameMustBeSanitisedTo?: string;
}

const all: Readonly<Record<string, Expected>> = present
  ? JSON.parse(readFileSync(`${samples}/expected.json`, 'utf8')).files
  : {};
const files = Object.entries(all).filter(([, { format }]) => format === 'ubl');

/** What the samples are warned about; the others read without a warning. */
const warned: Readonly<Record<string, readonly string[]>> = {
  'ubl/josemmo_peppol-invoice-example.xml': ['ubl-attachment-type'],
  'ubl/ubl-tc434-creditnote1.xml': ['ubl-no-reference'],
  'ubl/ubl-tc434-example5.xml': ['ubl-payee', 'ubl-registration', 'ubl-attachment-content'],
};

describe.skipIf(!present)('parse prints the UBL samples as expected', () => {
  it('every one of them is there', () => {
    expect(files.length).toBeGreaterThanOrEqual(10);
  });

  it.each(files)('%s', async (name, expected) => {
    const { exit, json } = await parseFile(`${samples}/${name}`, null);
    const printed = json as { invoices: readonly Record<string, unknown>[]; warnings: readonly { code: string }[] };
    expect([exit, printed.invoices.length]).toEqual([0, 1]);
    const sign = expected.root === 'CreditNote' ? -1 : 1;
    const decimal = (amount = '0') => (sign * Number(amount) || 0).toFixed(2);
    expect(printed.invoices[0]).toMatchObject({
      number: expected.id,
      kind: sign < 0 ? 'credit' : 'invoice',
      date: expected.issue,
      dueDate: expected.due ?? null,
      dueDerived: false,
      total: decimal(expected.taxIncl),
      open: decimal(expected.payable),
      prepaid: decimal(expected.prepaid),
      vat: decimal(expected.tax[0]),
      currency: expected.ccy,
      supplier: expected.supplier,
      customer: expected.customer,
      customization: expected.customization,
      typeCode: expected.type,
      payeeIbans: (expected.payeeIban ?? []).map((iban) => iban.replaceAll(' ', '')),
      paymentReference: expected.paymentId?.[0] ?? null,
      billingReferences: expected.billingRef ?? [],
      attachments: (expected.attachments ?? []).map(([file, mime]) => ({
        name: expected.attachmentNameMustBeSanitisedTo ?? file,
        mime,
        bytes: expected.attachmentDecodedBytes ?? expect.any(Number),
      })),
    });
    expect(printed.warnings.map(({ code }) => code)).toEqual(warned[name] ?? []);
  });
});
