import { limits } from '../../contract/limits.ts';
import { plainFileName } from '../../formats/file-name.ts';
import { type FormatProblem, FormatRefusal, formatProblem, refuseFile } from '../../formats/problem.ts';
import type { ReadControl } from '../../formats/source.ts';
import { InvoiceFileReader, type InvoiceInFile, type ProblemInFile } from '../../formats/ubl/files.ts';
import { ublItems } from '../../formats/ubl/items.ts';
import type { OwnParty, UblInvoice } from '../../formats/ubl/reading.ts';
import { hashBytes, hashText } from '../event.ts';
import type { DropOwner } from './drop.ts';
import { ownerOf } from './owner.ts';
import type { InvoiceSource } from './recognise.ts';
import { type CopySource, type DropReader, type ReadUnit, unitId } from './unit.ts';

/** A file as it may become a copy, before it is known of which item. */
type Copy = Omit<CopySource, 'of' | 'number'>;

/** What is kept as the copy of an invoice: what a program for documents opens, and nothing that can do more. */
const copyTypes: ReadonlySet<string> = new Set(['application/pdf', 'image/png', 'image/jpeg']);

/**
 * Reads invoices, zips of them and PDFs as one unit per administration that sent them. The bytes of copies are not kept: they
 * are fetched again when they are stored.
 */
export async function readInvoices(
  reader: DropReader,
  sources: readonly InvoiceSource[],
  control: ReadControl,
): Promise<readonly ReadUnit[]> {
  const gathering = new Gathering(reader);
  let done = 0;
  for (const source of sources) {
    if (control.isCancelled?.()) refuseFile('cancelled');
    await gathering.add(source);
    done += source.file.size;
    control.onProgress?.(done);
  }
  return gathering.units();
}

class Gathering {
  private readonly invoices: InvoiceFileReader;
  private readonly embedded = new Map<UblInvoice, readonly Copy[]>();
  private readonly loose = new Map<string, Copy>();
  private readonly names: string[] = [];
  private readonly hashes: string[] = [];
  private readonly tooLarge: ProblemInFile[] = [];
  private readonly unread: ProblemInFile[] = [];

  constructor(private readonly reader: DropReader) {
    this.invoices = new InvoiceFileReader(ownParty(reader), (file, invoice) => {
      const kept = { ...invoice, attachments: [] };
      this.embedded.set(kept, embeddedIn(file, invoice));
      return kept;
    });
  }

  /** One that cannot be read leaves the others as they are. */
  async add(source: InvoiceSource): Promise<void> {
    try {
      await this.addFile(source);
    } catch (error) {
      if (!(error instanceof FormatRefusal)) throw error;
      this.names.push(source.file.name);
      this.hashes.push('');
      this.unread.push({ file: source.file.name, problem: error.problem });
    }
  }

  private async addFile({ file, format }: InvoiceSource): Promise<void> {
    const bytes = await file.bytes();
    const sha256 = await file.sha256();
    this.names.push(file.name);
    this.hashes.push(sha256);
    if (format === 'pdf') {
      this.loose.set(file.name, pdfCopy(file.name, file.size, sha256));
      this.invoices.add(file.name, () => new Uint8Array(), 'pdf');
    } else this.invoices.add(file.name, () => bytes);
  }

  async units(): Promise<readonly ReadUnit[]> {
    const { invoices, refused: wrong, warnings, others } = this.invoices.done();
    const { reader, names } = this;
    const [first = ''] = names;
    const sha256 = this.hashes.length === 1 ? this.hashes[0]! : hashText([...this.hashes].sort().join(' '));
    const groups = new Map<string, { readonly owner: DropOwner; readonly invoices: InvoiceInFile[] }>();
    for (const invoice of invoices) {
      const owner = senderOf(reader, invoice.invoice);
      const key = owner.owner === 'other' ? owner.id : '';
      const known = groups.get(key);
      if (known) known.invoices.push(invoice);
      else groups.set(key, { owner, invoices: [invoice] });
    }
    const unnamed = warnings.flatMap(({ file, problem: { code } }) => (code === 'copy-unlinked' ? [file] : []));
    const isLoose = ({ name }: { readonly name: string }) => names.includes(name);
    const left = others
      .filter((other) => !isLoose(other))
      .map(({ name }): ProblemInFile => ({ file: name, problem: formatProblem('archive-other', { name }) }));
    const refused = [
      ...this.unread,
      ...wrong,
      ...others.filter(isLoose).map(({ name }) => ({ file: name, problem: formatProblem('drop-unknown-xml') })),
    ];
    const units: ReadUnit[] = [];
    if (unnamed.length > 0 && !groups.has('')) groups.set('', { owner: { owner: 'unknown' }, invoices: [] });
    if (!groups.has('')) for (const { file, problem } of refused) units.push(this.refusedUnit(file, problem));
    for (const [key, group] of groups) {
      const here = key === '';
      const copies: CopySource[] = [];
      const reading = ublItems(
        group.invoices.map(({ invoice }) => invoice),
        first,
      );
      for (const [i, own] of group.invoices.entries()) {
        const of = reading.places[i] ?? null;
        for (const copy of await this.copiesOf(own)) copies.push({ ...copy, of, number: own.invoice.number });
      }
      if (here) for (const name of unnamed) copies.push({ ...(await this.copyIn(name)), of: null, number: null });
      const files = here
        ? namesHere(names, groups)
        : [...new Set(group.invoices.map(({ file }) => outerOf(names, file)))];
      units.push({
        id: unitId(sha256, here ? first : key),
        files,
        sha256: here ? sha256 : hashText(`${sha256} ${key}`),
        format: 'ubl',
        owner: group.owner,
        content: {
          sort: 'invoices',
          reading,
          credits: group.invoices.filter(({ invoice }) => invoice.kind === 'credit').length,
          copies: this.withinLimit(copies),
          refused: here ? refused : [],
        },
        warnings: here ? [...warnings, ...left, ...this.tooLarge] : [],
      });
    }
    return units;
  }

  private refusedUnit(file: string, problem: FormatProblem): ReadUnit {
    const sha256 = this.hashes[this.names.indexOf(outerOf(this.names, file))] ?? '';
    const seen = { id: unitId(sha256, file), files: [file], sha256, warnings: [] };
    return { ...seen, format: 'xml', owner: { owner: 'unknown' }, content: { sort: 'refused', problem } };
  }

  private async copiesOf({ invoice, copies }: InvoiceInFile): Promise<readonly Copy[]> {
    const linked: Copy[] = [];
    for (const { name } of copies) linked.push(await this.copyIn(name));
    return [...linked, ...(this.embedded.get(invoice) ?? [])];
  }

  /** A PDF of the drop, loose or in a zip. */
  private async copyIn(name: string): Promise<Copy> {
    const known = this.loose.get(name);
    if (known) return known;
    const bytes = await this.reader.files.bytes(name);
    return pdfCopy(name, bytes.length, hashBytes(bytes));
  }

  private withinLimit(copies: readonly CopySource[]): readonly CopySource[] {
    return copies.filter(({ bytes, file, name }) => {
      if (bytes <= limits.invoiceCopyBytes) return true;
      const limit = Math.floor(limits.invoiceCopyBytes / (1024 * 1024));
      const params = { name, megabytes: Math.ceil(bytes / 1e6), limit };
      this.tooLarge.push({ file, problem: formatProblem('copy-too-large', params) });
      return false;
    });
  }
}

function pdfCopy(file: string, bytes: number, sha256: string): Copy {
  const mime = 'application/pdf';
  return { name: plainFileName(file, 'pdf', 'factuur'), mime, bytes, sha256, file, isEmbedded: false };
}

function embeddedIn(file: string, { attachments }: UblInvoice): readonly Copy[] {
  return attachments.flatMap(({ name, mime, content }) => {
    if (content === null || !copyTypes.has(mime)) return [];
    return [{ name, mime, bytes: content.length, sha256: hashBytes(content), file, isEmbedded: true }];
  });
}

function ownParty({ administration }: DropReader): OwnParty | null {
  if (administration === null) return null;
  const { name, kvk, vatId, iban } = administration;
  return { name, kvk, vatId, iban };
}

/** By the account to pay, the registrations and the name of the supplier; an account of a factor says nothing. */
function senderOf({ open, portfolio }: DropReader, { supplier, payeeIbans }: UblInvoice): DropOwner {
  const { kvk, vatId, name } = supplier;
  const owner = ownerOf(
    { accounts: payeeIbans, kvk: some(kvk), vatIds: some(vatId), names: some(name) },
    open,
    portfolio,
  );
  return owner.owner === 'unknown-account' ? { owner: 'unknown' } : owner;
}

function some(text: string | null): readonly string[] {
  return text === null ? [] : [text];
}

/** The dropped file a file is, or is in. */
function outerOf(names: readonly string[], file: string): string {
  return names.find((name) => name === file || file.startsWith(`${name}/`)) ?? file;
}

/** Dropped files without those that hold nothing but invoices of another administration. */
function namesHere(
  names: readonly string[],
  groups: ReadonlyMap<string, { readonly invoices: readonly InvoiceInFile[] }>,
): readonly string[] {
  const own = new Set(groups.get('')?.invoices.map(({ file }) => outerOf(names, file)));
  const others = new Set<string>();
  for (const [key, { invoices }] of groups) {
    if (key !== '') for (const { file } of invoices) others.add(outerOf(names, file));
  }
  return names.filter((name) => own.has(name) || !others.has(name));
}
