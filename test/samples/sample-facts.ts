import { parseDecimal, toDecimal } from '#shared/money/cents.ts';

/** A file's facts under short names, the same from the published results and from what `parse` prints. */
export type Facts = Readonly<Record<string, unknown>>;
type Json = Readonly<Record<string, unknown>>;

const list = (value: unknown): readonly Json[] => (Array.isArray(value) ? value : []);
// Published sums carry up to five decimals, of which only two are money.
const cents = (amount: unknown): number => parseDecimal(String(amount).replace(/(\.\d\d)0+$/, '$1')) ?? Number.NaN;
const money = (amount: unknown): string | null =>
  amount === undefined || amount === null ? null : toDecimal(cents(amount));
const day = (date: unknown): unknown =>
  typeof date === 'string' ? date.replaceAll('-', '').slice(0, 8) : (date ?? null);
const sum = (lines: readonly Json[], sign: 1 | -1, key = 'amount'): string => {
  let total = 0;
  for (const line of lines) if (Math.sign(cents(line[key])) === sign) total += cents(line[key]);
  return toDecimal(total);
};

/** What the published results say of a file, as far as `parse` answers it. */
export function expectedFacts(expected: Json): Facts {
  switch (expected.format) {
    case 'mt940':
      return { statements: list(expected.statementList).map(expectedStatement) };
    case 'camt':
      return { statements: list(expected.stmts).map(expectedCamt) };
    case 'bankcsv':
      return {
        bank: expected.bank,
        rows: expected.rows,
        credits: money(expected.credits),
        debits: money(expected.debits),
        ends: [expected.first, expected.last].map((end) => [(end as Json).date, money((end as Json).amount)]),
      };
    case 'openitems':
      return {
        items: list(expected.list).map(({ invoice, invoiceDate, dueDate, open }) => [
          invoice,
          invoiceDate,
          dueDate,
          money(open),
        ]),
        total: money(expected.totalOpen),
        credits: expected.creditNotes,
        debtors: expected.debtors,
        ...(expected.asOf === undefined ? {} : { asOf: expected.asOf, declared: money(expected.declaredTotalOpen) }),
      };
    case 'ubl':
      return expectedInvoice(expected);
    default:
      return expectedAuditfile(expected);
  }
}

function expectedStatement(one: Json): Facts {
  return {
    digits: digits(one.account25),
    number: one.number28,
    opening: money(one.opening),
    closing: money(one.closing),
    days: [one.openingDate, one.closingDate],
    lines: one.transactions,
    credits: money(one.credits),
    debits: money(one.debits),
    reconciles: one.reconciles,
  };
}

function expectedCamt(one: Json): Facts {
  return {
    digits: digits(one.acct),
    number: one.seq,
    opening: money(one.opening),
    closing: money(one.closing),
    credits: money(one.crdt),
    debits: money(`-${String(one.dbit)}`),
    reconciles: one.reconciles ?? null,
  };
}

function expectedInvoice(expected: Json): Facts {
  const sign = expected.root === 'CreditNote' ? '-' : '';
  const [first] = (expected.tax ?? []) as readonly string[];
  return {
    number: expected.id,
    date: expected.issue,
    due: expected.due ?? null,
    total: money(`${sign}${String(expected.taxIncl)}`),
    open: money(`${sign}${String(expected.payable)}`),
    vat: money(`${sign}${first}`),
    currency: expected.ccy,
    parties: [expected.supplier, expected.customer],
    ibans: ((expected.payeeIban ?? []) as readonly string[]).map((iban) => iban.replaceAll(' ', '')),
    reference: ((expected.paymentId ?? []) as readonly string[])[0] ?? null,
    attachments: ((expected.attachments ?? []) as readonly (readonly string[])[]).map(
      ([name]) => expected.attachmentNameMustBeSanitisedTo ?? name,
    ),
  };
}

function expectedAuditfile(expected: Json): Facts {
  return {
    software: expected.software,
    year: expected.fiscalYear,
    company: expected.company,
    relations: expected.customersSuppliers,
    ...(expected.openDebtorItems === undefined
      ? {}
      : {
          items: expected.openDebtorItems,
          open: money(expected.sumOpenDebtorItems),
          control: money(expected.receivablesLedgerNet),
        }),
  };
}

/** The same facts from what `parse` prints; only those `expected` has. */
export function printedFacts(format: unknown, printed: Json): Facts {
  const statements = list(printed.statements);
  switch (format) {
    case 'mt940':
      return { statements: statements.map(printedStatement) };
    case 'camt':
      return { statements: statements.map((one) => omit(printedStatement(one), ['days', 'lines'])) };
    case 'bankcsv': {
      const lines = statements.flatMap(({ transactions }) => list(transactions));
      return {
        bank: printed.bank,
        rows: lines.length,
        credits: sum(lines, 1),
        debits: sum(lines, -1),
        ends: [lines[0], lines.at(-1)].map((line) => [line?.bookDate, line?.amount]),
      };
    }
    case 'openitems': {
      const items = list(printed.items);
      return {
        items: items.map(({ number, date, dueDate, open }) => [number, date, dueDate, open]),
        total: toDecimal(items.reduce((total, { open }) => total + cents(open), 0)),
        credits: items.filter(({ kind }) => kind === 'credit').length,
        debtors: new Set(items.map(({ debtorCode, debtorName }) => `${debtorCode} ${debtorName}`)).size,
        asOf: printed.asOf,
        declared: printed.declaredTotal,
      };
    }
    case 'ubl':
      return printedInvoice(list(printed.invoices)[0] ?? {});
    default:
      return {
        software: printed.software,
        year: printed.fiscalYear,
        company: printed.company,
        relations: printed.relations,
        items: list(printed.items).length,
        open: toDecimal(list(printed.items).reduce((total, { open }) => total + cents(open), 0)),
        control: printed.controlTotal,
      };
  }
}

function printedStatement(one: Json): Facts {
  const lines = list(one.transactions);
  return {
    digits: digits(one.account),
    number: one.number,
    opening: one.opening,
    closing: one.closing,
    days: [day(one.openingDate), day(one.closingDate)],
    lines: lines.length,
    credits: sum(lines, 1),
    debits: sum(lines, -1),
    reconciles: one.reconciles,
  };
}

function printedInvoice(invoice: Json): Facts {
  return {
    number: invoice.number,
    date: invoice.date,
    due: invoice.dueDate,
    total: invoice.total,
    open: invoice.open,
    vat: invoice.vat,
    currency: invoice.currency,
    parties: [invoice.supplier, invoice.customer],
    ibans: invoice.payeeIbans,
    reference: invoice.paymentReference,
    attachments: list(invoice.attachments).map(({ name }) => name),
  };
}

function digits(account: unknown): string {
  return String(account).replace(/\D/g, '');
}

function omit(facts: Facts, names: readonly string[]): Facts {
  return Object.fromEntries(Object.entries(facts).filter(([name]) => !names.includes(name)));
}
