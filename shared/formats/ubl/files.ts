import { openArchive } from '../archive.ts';
import { detectFormat } from '../detect.ts';
import type { FileFormat } from '../file-format.ts';
import { type FormatProblem, FormatRefusal, formatProblem } from '../problem.ts';
import { linkCopies } from './copies.ts';
import { bareName } from './direction.ts';
import { readUbl } from './read.ts';
import type { OwnParty, UblInvoice, UblParty } from './reading.ts';

/** A file as it is offered: an invoice, a copy, or a zip of them. */
export interface OfferedFile {
  readonly name: string;
  readonly bytes: () => Uint8Array;
}

/** A problem and the file it is of, with the zip it is in. */
export interface ProblemInFile {
  readonly file: string;
  readonly problem: FormatProblem;
}

export interface InvoiceInFile {
  readonly file: string;
  readonly encoding: string;
  readonly invoice: UblInvoice;
  /** PDFs beside the invoices that are of this one. */
  readonly copies: readonly InvoiceCopy[];
}

/** A PDF; its bytes are unpacked when they are asked for. */
export interface InvoiceCopy {
  readonly name: string;
  readonly bytes: () => Uint8Array;
}

/** Many invoice files at once. */
export interface InvoiceFiles {
  readonly invoices: readonly InvoiceInFile[];
  /** Files and documents that may not be imported, and why. */
  readonly refused: readonly ProblemInFile[];
  readonly warnings: readonly ProblemInFile[];
  /** Files that are no invoice and no copy of one. */
  readonly others: readonly { readonly name: string; readonly format: FileFormat }[];
}

/**
 * Reads UBL files, zips of them and PDFs in one go (criterion A6). One file that is refused leaves the others as they are; the
 * same invoice twice is taken once; PDFs are linked by file name and number.
 */
export function readInvoiceFiles(offered: readonly OfferedFile[], us: OwnParty | null = null): InvoiceFiles {
  const reader = new InvoiceFileReader(us);
  for (const { name, bytes } of offered) reader.add(name, bytes);
  return reader.done();
}

/** Reads invoice files one after another, as {@link readInvoiceFiles} does with those at hand. */
export class InvoiceFileReader {
  private readonly invoices: { file: string; encoding: string; invoice: UblInvoice; copies: InvoiceCopy[] }[] = [];
  private readonly refused: ProblemInFile[] = [];
  private readonly warnings: ProblemInFile[] = [];
  private readonly copies: InvoiceCopy[] = [];
  private readonly others: { name: string; format: FileFormat }[] = [];
  private readonly known = new Map<string, { file: string; invoice: UblInvoice }>();

  /** `keep` says what is kept of an invoice once it was read: its attachments may be many and large. */
  constructor(
    private readonly us: OwnParty | null,
    private readonly keep: (file: string, invoice: UblInvoice) => UblInvoice = (_file, invoice) => invoice,
  ) {}

  /** `known`: the format of the file where it is known; the bytes of a PDF are then not asked for here. */
  add(file: string, bytes: () => Uint8Array, known: FileFormat | null = null): void {
    try {
      const format = known ?? detectFormat(bytes());
      if (format === 'pdf') this.copies.push({ name: file, bytes });
      else if (format === 'zip') this.addArchive(file, bytes());
      else if (format === 'ubl') this.addInvoices(file, bytes());
      else if (format === 'xml') this.addUnknown(file, bytes());
      else this.others.push({ name: file, format });
    } catch (error) {
      if (!(error instanceof FormatRefusal)) throw error;
      this.refused.push({ file, problem: error.problem });
    }
  }

  private addArchive(file: string, bytes: Uint8Array): void {
    const { files, warnings } = openArchive(bytes);
    for (const problem of warnings) this.warnings.push({ file, problem });
    for (const inside of files) this.add(`${file}/${inside.name}`, inside.bytes, inside.format);
  }

  /** XML of no known kind may be an invoice in a long envelope, or a document that is refused by name. */
  private addUnknown(file: string, bytes: Uint8Array): void {
    try {
      this.addInvoices(file, bytes);
    } catch (error) {
      if (!(error instanceof FormatRefusal) || error.problem.code !== 'ubl-none') throw error;
      this.others.push({ name: file, format: 'xml' });
    }
  }

  private addInvoices(file: string, bytes: Uint8Array): void {
    const reading = readUbl(bytes, this.us);
    for (const problem of reading.warnings) this.warnings.push({ file, problem });
    for (const problem of reading.refused) this.refused.push({ file, problem });
    for (const read of reading.invoices) {
      const invoice = this.keep(file, read);
      if (this.isRepeated(file, invoice)) continue;
      this.invoices.push({ file, encoding: reading.encoding, invoice, copies: [] });
    }
  }

  /** The same invoice again; one with the same number and other contents is told, and read. */
  private isRepeated(file: string, invoice: UblInvoice): boolean {
    const { number, supplier, root } = invoice;
    const key = JSON.stringify([supplier.kvk ?? supplier.vatId ?? supplier.name, root, number.toUpperCase()]);
    const first = this.known.get(key);
    if (first === undefined) {
      this.known.set(key, { file, invoice });
      return false;
    }
    const isSame = sameFacts(first.invoice, invoice);
    const params = { number, supplier: supplier.name ?? '', file: first.file, other: file };
    const code = isSame ? 'ubl-duplicate' : 'ubl-duplicate-differs';
    this.warnings.push({ file, problem: formatProblem(code, params, invoice.row) });
    return isSame;
  }

  done(): InvoiceFiles {
    const { invoices, refused, warnings, others, copies } = this;
    warnings.push(...sharedNumbers(invoices));
    const numbered = invoices.map(({ file, invoice }) => ({ number: invoice.number, file }));
    const linked = linkCopies(numbered, copies);
    for (const { invoice, copy } of linked.links) invoices[invoice]!.copies.push(copies[copy]!);
    const tell = (code: string) => (place: number) => {
      const { name } = copies[place]!;
      warnings.push({ file: name, problem: formatProblem(code, { name }) });
    };
    linked.ambiguous.forEach(tell('copy-ambiguous'));
    linked.unlinked.forEach(tell('copy-unlinked'));
    return { invoices, refused, warnings, others };
  }
}

/** Customers of another name that become one debtor by their KvK number: told once per name. */
function sharedNumbers(invoices: readonly { readonly file: string; readonly invoice: UblInvoice }[]): ProblemInFile[] {
  const holders = new Map<string, UblParty[]>();
  const told: ProblemInFile[] = [];
  for (const { file, invoice } of invoices) {
    const { customer, number, row } = invoice;
    const { kvk, code, name } = customer;
    if (kvk === null || code !== null || name === null) continue;
    const known = holders.get(kvk) ?? [];
    const first = known[0];
    if (known.some((one) => bareName(one.name ?? '') === bareName(name))) continue;
    holders.set(kvk, [...known, customer]);
    const isApart = first && first.vatId !== null && customer.vatId !== null && first.vatId !== customer.vatId;
    if (!first || isApart) continue;
    const params = { number, name, kvk, other: first.name ?? '' };
    told.push({ file, problem: formatProblem('ubl-kvk-shared', params, row) });
  }
  return told;
}

function sameFacts(a: UblInvoice, b: UblInvoice): boolean {
  const facts = ({ open, total, currency, date, dueDate, customer }: UblInvoice): string =>
    JSON.stringify([open, total, currency, date, dueDate, customer.name]);
  return facts(a) === facts(b);
}
