import { detectFormat } from '#shared/formats/detect.ts';
import { type FormatProblem, FormatRefusal, formatProblemText, refuseFile } from '#shared/formats/problem.ts';
import { type InvoiceInFile, type ProblemInFile, readInvoiceFiles } from '#shared/formats/ubl/files.ts';
import { readUbl } from '#shared/formats/ubl/read.ts';
import type { UblInvoice, UblParty } from '#shared/formats/ubl/reading.ts';
import { createTranslator } from '#shared/i18n/translate.ts';
import { toDecimal } from '#shared/money/cents.ts';
import { type Answer, done } from './answer.ts';
import { bytesOf, type ParsedFile } from './parsed-file.ts';

const { t } = createTranslator('nl');
const translate = (key: string, params: Record<string, string | number>): string => t(key, params);

/** Prints the invoices of a UBL file, or of a zip that is said to hold them. */
export async function parseUbl(file: ParsedFile): Promise<Answer> {
  const { fileName } = file;
  const bytes = await bytesOf(file);
  if (detectFormat(bytes) === 'zip') return parseInvoiceArchive(file);
  const reading = readUbl(bytes);
  return done({
    format: 'ubl',
    encoding: reading.encoding,
    warnings: [...reading.refused, ...reading.warnings].map((problem) => printedWarning(fileName, problem)),
    invoices: reading.invoices.map((invoice) => printedInvoice(invoice)),
  });
}

/** Prints the invoices of a zip, with the copies that are linked to them; refuses one without any. */
export async function parseInvoiceArchive(file: ParsedFile): Promise<Answer> {
  const bytes = await bytesOf(file);
  const { invoices, refused, warnings, others } = readInvoiceFiles([{ name: file.fileName, bytes: () => bytes }]);
  const [first] = refused;
  if (invoices.length === 0 && first) throw new FormatRefusal(first.problem);
  if (invoices.length === 0) refuseFile('archive-no-invoices');
  const left = others.map(({ name }): ProblemInFile => {
    return { file: file.fileName, problem: { code: 'archive-other', row: null, params: { name } } };
  });
  const encodings = new Set(invoices.map(({ encoding }) => encoding));
  return done({
    format: 'ubl',
    encoding: encodings.size === 1 ? [...encodings][0] : 'mixed',
    warnings: [...refused, ...warnings, ...left].map(({ file: name, problem }) => printedWarning(name, problem)),
    invoices: invoices.map(printedWithCopies),
  });
}

function printedWarning(fileName: string, problem: FormatProblem): object {
  return { code: problem.code, message: formatProblemText(translate, fileName, problem), row: problem.row };
}

function printedWithCopies({ file, invoice, copies }: InvoiceInFile): object {
  return { ...printedInvoice(invoice), file, copies: copies.map(({ name }) => name) };
}

function printedInvoice(invoice: UblInvoice): object {
  return {
    debtorCode: invoice.customer.code,
    debtorName: invoice.customer.name,
    number: invoice.number,
    kind: invoice.kind,
    date: invoice.date,
    dueDate: invoice.dueDate,
    dueDerived: false,
    total: toDecimal(invoice.total),
    open: toDecimal(invoice.open),
    currency: invoice.currency,
    supplier: invoice.supplier.name,
    customer: invoice.customer.name,
    payeeIbans: invoice.payeeIbans,
    paymentReference: invoice.paymentReference,
    vat: invoice.vat === null ? null : toDecimal(invoice.vat),
    attachments: invoice.attachments.map(({ name, mime, size }) => ({ name, mime, bytes: size })),
    customization: invoice.customization,
    typeCode: invoice.typeCode,
    prepaid: toDecimal(invoice.prepaid),
    rounding: toDecimal(invoice.rounding),
    directDebit: invoice.directDebit,
    billingReferences: invoice.billingReferences,
    orderReference: invoice.orderReference,
    buyerReference: invoice.buyerReference,
    supplierParty: printedParty(invoice.supplier),
    customerParty: printedParty(invoice.customer),
    links: invoice.links,
  };
}

function printedParty({ kvk, oin, vatId, street, postalCode, city, country, contact, email, phone }: UblParty): object {
  return { kvk, oin, vatId, street, postalCode, city, country, contact, email, phone };
}
