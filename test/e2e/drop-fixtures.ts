import { demoChanges } from '#shared/demo/generate.ts';
import { allocatedPerItem, openBalance } from '#shared/domain/balance.ts';
import { applyChanges, debtorIn, emptyBooks } from '#shared/domain/books.ts';
import { camt, mt940, type WrittenLine } from '#test/unit/bank-files.ts';
import { base64, pdf } from '#test/unit/drop-books.ts';
import { embedded, party, tax, totals, ublText } from '#test/unit/ubl-text.ts';
import { auditfile, line as booking, elements, journal, subLine, subledger, transaction } from '#test/unit/xaf-text.ts';
import { zipOf } from '#test/unit/zip-text.ts';

/** The day of the demo's list. */
export const demoDay = '2026-11-20';

const euros = (cents: number): string => (Math.abs(cents) / 100).toFixed(2);

/** What somebody owes for one invoice, in cents. */
export interface Owed {
  readonly code: string;
  readonly number: string;
  readonly date: string;
  readonly dueDate: string | null;
  readonly total: number;
  readonly open: number;
}

/** What is open in euros in the demo, and who owes it. */
function owedInDemo(): { readonly owed: readonly Owed[]; readonly names: ReadonlyMap<string, string> } {
  const books = emptyBooks();
  applyChanges(books, demoChanges(demoDay));
  const owed: Owed[] = [];
  const names = new Map<string, string>();
  for (const ledger of books.ledgers.values()) {
    const debtor = debtorIn(ledger);
    if (!debtor) continue;
    names.set(debtor.code, debtor.name);
    const allocated = allocatedPerItem(ledger);
    for (const item of Object.values(ledger.item ?? {})) {
      const open = openBalance(item, allocated);
      if (open === 0 || item.currency !== 'EUR') continue;
      owed.push({
        code: debtor.code,
        number: item.number,
        date: item.date ?? demoDay,
        dueDate: item.dueDate,
        total: item.total,
        open,
      });
    }
  }
  return { owed, names };
}

const escaped = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('“', '').replaceAll('”', '');

/** Whose books they are, and the day they were exported. */
interface Creditor {
  readonly name: string;
  readonly vatId: string;
  readonly day: string;
}

/** The receivables of a creditor as an auditfile: every open item with its invoice, what was paid of it, and account 1300. */
export function receivablesFile(
  creditor: Creditor,
  listed: readonly Owed[],
  /** Facts of each debtor, by code: the name, and what else the file says. */
  relations: ReadonlyMap<string, string>,
): string {
  const total = listed.reduce((sum, { open }) => sum + open, 0);
  const lines = listed.flatMap(({ code, number, date, dueDate, total: made, open }) => {
    const of = `custSupID=${code} invRef=${number}`;
    const isReceipt = number === '';
    const due = dueDate === null ? '' : `invDueDt=${dueDate}`;
    const first = `amnt=${euros(made)} amntTp=${made < 0 ? 'C' : 'D'} ${of} mutTp=${isReceipt ? 'P' : 'I'} invDt=${date} ${due}`;
    const paid = `amnt=${euros(made - open)} amntTp=C ${of} mutTp=P`;
    return made === open ? [subLine(first)] : [subLine(first), subLine(paid)];
  });
  const customers = [...relations].map(
    ([code, facts]) => `<customerSupplier>${elements(`custSupID=${code} ${facts}`)}</customerSupplier>`,
  );
  return auditfile({
    header: elements(
      `fiscalYear=2026 startDate=2026-01-01 endDate=2026-12-31 curCode=EUR dateCreated=${creditor.day} softwareDesc=Pakket`,
    ),
    company: elements(
      `companyName="${escaped(creditor.name)}" taxRegistrationCountry=NL taxRegIdent=${creditor.vatId.replace(/^NL/, '')}`,
    ),
    relations: customers.join(''),
    journals: journal(
      'jrnID=V jrnTp=S',
      transaction(
        `nr=1 trDt=${creditor.day}`,
        booking(`nr=1 accID=1300 amnt=${euros(total)} amntTp=D`),
        booking(`nr=2 accID=8000 amnt=${euros(total)} amntTp=C`),
      ),
    ),
    subledgers: subledger('CU', ...lines),
  });
}

/** The demo's receivables as an auditfile of its creditor, with every open item except those of these numbers. */
export function demoAuditfile(without: readonly string[]): string {
  const { owed, names } = owedInDemo();
  return receivablesFile(
    { name: 'Van Dorpel Groothandel B.V.', vatId: 'NL852341003B01', day: demoDay },
    owed.filter(({ number }) => !without.includes(number)),
    new Map([...names].map(([code, name]) => [code, `custSupName="${escaped(name)}"`])),
  );
}

type Written = readonly [date: string, amount: number, name: string, iban: string, text: string, reference: string];

const line = ([date, amount, name, iban, text, reference]: Written): WrittenLine => ({
  ...{ date, amount, name, iban, text, reference },
});

const bosrand = line(['2026-11-23', 466_442, 'Camping De Bosrand', 'NL91ABNA0417164300', 'factuur 2026-0387', 'R3']);

/** A statement of the days after the list: three payments that name their invoices, one of nobody known, one to a supplier. */
export const statement: string = mt940([
  line(['2026-11-21', 141_918, 'Traiteur Laagland', 'NL02ABNA0123456789', 'factuur 2026-0384', 'R1']),
  line(['2026-11-21', 345_885, 'Kantine Bouwcombinatie Noord', 'NL39RABO0300065264', '2026-0313 en 2026-0381', 'R2']),
  line(['2026-11-23', 7_777, 'J. Onbekend', 'NL20INGB0001234567', 'zie brief', 'R4']),
  line(['2026-11-23', -150_000, 'Drukkerij De Pers', 'NL20INGB0001234567', 'nota 77', 'R5']),
  bosrand,
]);

/** Another format of the last day: a line both have, and a direct debit that the bank took back. */
export const lastDay: string = camt([
  bosrand,
  {
    ...line(['2026-11-23', -894_682, 'Bierhandel Van Goor B.V.', 'NL44RABO0123456789', 'factuur 2026-0841', 'R6']),
    reason: 'MD06',
  },
]);

function invoice(
  number: string,
  customer: string,
  kvk: string,
  net: string,
  vat: string,
  gross: string,
  more = '',
): string {
  return ublText({
    number,
    date: '2026-11-22',
    due: '2026-12-22',
    supplier: party('Van Dorpel Groothandel B.V.', '05612873'),
    customer: party(customer, kvk),
    references: more,
    tax: tax(vat),
    totals: totals(net, gross, gross),
    lines: `<cac:InvoiceLine><cbc:LineExtensionAmount currencyID="EUR">${net}</cbc:LineExtensionAmount></cac:InvoiceLine>`,
  });
}

/** Two invoices made after the list, one with its PDF, and the PDF of one that is known. */
export function invoices(): Uint8Array {
  const own = embedded('application/pdf', 'factuur.pdf', base64(pdf('2026-0911')));
  return zipOf({
    '2026-0911.xml': invoice('2026-0911', 'Hotel Sallandse Hof B.V.', '55555555', '500.00', '105.00', '605.00', own),
    '2026-0912.xml': invoice('2026-0912', 'Eetcafé De Nieuwe Klant', '66666666', '100.00', '21.00', '121.00'),
    '2026-0384.pdf': pdf('Factuur 2026-0384'),
  });
}

/** A statement of an account with one receipt. */
export function statementOf(account: string, amount: number, text: string): string {
  const written = mt940([line(['2026-11-23', amount, 'Wijnhuis Bacchus', 'NL02ABNA0123456789', text, 'X1'])]);
  return written.replace(/:25:.*/, `:25:${account}`);
}
