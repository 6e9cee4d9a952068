import { damagedPlace } from '../encoding.ts';
import { type FormatProblem, FormatRefusal, refuseFile } from '../problem.ts';
import type { ReadControl, SourceFile } from '../source.ts';
import { FalseEncoding, type XmlEncoding } from '../xml/decoding.ts';
import { auditfileLimits } from '../xml/limits.ts';
import { streamXml } from '../xml/read.ts';
import { withEscapedAmpersands } from './ampersands.ts';
import { Collector } from './collector.ts';
import { checkDeclared, derived } from './derive.ts';
import { XafHandler } from './handler.ts';
import { arranged, documentChunks, type PartialDocument } from './parts.ts';
import type { XafAccount, XafReading } from './reading.ts';
import { type Relations, vatIdOf } from './relations.ts';
import { unpackedFiles } from './unpack.ts';
import { dayOf, factText } from './values.ts';
import { versionOf } from './version.ts';
import { at } from './vocabulary.ts';

/**
 * Reads an auditfile of version 3.0 to 4.0 as it streams by: relations, receivables accounts and their open items by the
 * level the file allows (formats document §1). Plain, or packed in a zip or gzip. Opened again when its bytes are not in the
 * encoding it declares, or its bookings come before its ledger.
 * @throws FormatRefusal for what is no auditfile, is older than XAF 3, is one part of several, or is damaged.
 */
export function readXaf(file: SourceFile, control: ReadControl = {}): Promise<XafReading> {
  return readXafSet([file], control);
}

/** As {@link readXaf}, of an auditfile that was split into several files; they may come in any order. */
export async function readXafSet(files: readonly SourceFile[], control: ReadControl = {}): Promise<XafReading> {
  const plain = (await Promise.all(files.map(unpackedFiles))).flat();
  const documents = await arranged(plain);
  let attempt: Attempt = { encodings: new Map(), escapes: false, receivables: null };
  for (;;) {
    const result = await readDocuments(documents, attempt, control);
    if ('again' in result) attempt = result.again;
    else return result.reading;
  }
}

/** What earlier attempts at the same files found out. */
interface Attempt {
  readonly encodings: ReadonlyMap<number, XmlEncoding>;
  /** A `&` that begins no entity is taken as it stands. */
  readonly escapes: boolean;
  readonly receivables: ReadonlyMap<string, XafAccount['why']> | null;
}

type Result = { readonly reading: XafReading } | { readonly again: Attempt };

async function readDocuments(
  documents: readonly PartialDocument[],
  attempt: Attempt,
  control: ReadControl,
): Promise<Result> {
  const collector = new Collector(attempt.receivables);
  const xmlWarnings: FormatProblem[] = [];
  let encoding = '';
  for (const [i, parts] of documents.entries()) {
    const handler = new XafHandler(collector);
    collector.follow(handler);
    const bytes = documentChunks(parts);
    const chunks = attempt.escapes ? withEscapedAmpersands(bytes) : bytes;
    try {
      const summary = await streamXml(chunks, handler, auditfileLimits, control, attempt.encodings.get(i) ?? null);
      if (i === 0) encoding = summary.encoding;
      xmlWarnings.push(...summary.warnings);
    } catch (error) {
      return { again: nextAttempt(error, i, attempt) };
    }
    if (!handler.isAuditfile) refuseFile('xaf-no-auditfile');
  }
  const { bookings, ledger } = collector;
  if (bookings.tooEarly && attempt.receivables === null && ledger.receivables().size > 0) {
    return { again: { ...attempt, receivables: ledger.receivables() } };
  }
  if (attempt.escapes) collector.warnings.add('xaf-ampersand');
  return { reading: readingOf(collector, encoding, xmlWarnings) };
}

function nextAttempt(error: unknown, document: number, attempt: Attempt): Attempt {
  if (error instanceof FalseEncoding) {
    return { ...attempt, encodings: new Map([...attempt.encodings, [document, error.instead]]) };
  }
  if (!(error instanceof FormatRefusal)) throw error;
  const { code, params, row } = error.problem;
  if (code === 'xml-entity' && !attempt.escapes) return { ...attempt, escapes: true };
  if (code === 'xml-truncated') refuseFile('xaf-truncated', params, row);
  throw error;
}

function readingOf(collector: Collector, encoding: string, xmlWarnings: readonly FormatProblem[]): XafReading {
  const { bookings, relations, ledger, subledgers, masthead, evidence, warnings } = collector;
  const transactions = bookings.totals.all();
  if (transactions.lines === 0 && (transactions.declaredLines ?? 0) > 0) {
    refuseFile('xaf-transactions-missing', { declared: transactions.declaredLines! });
  }
  const header = (place: number): string => masthead.header[place] ?? '';
  const company = (place: number): string => masthead.company[place] ?? '';
  const endDate = dayOf(header(at.header.enddate));
  const startDate = dayOf(header(at.header.startdate));
  const dateCreated = dayOf(header(at.header.datecreated));
  const version = versionOf(evidence);
  if (evidence.declared !== null && !evidence.declared.startsWith(version.slice(0, 3))) {
    warnings.add('xaf-version', { declared: evidence.declared, version });
  }
  const curCode = header(at.header.curcode).toUpperCase();
  const currency = /^[A-Z]{3}$/.test(curCode) ? curCode : 'EUR';
  const fiscalYear = factText(header(at.header.fiscalyear));
  if (bookings.transactions === 0) warnings.add('xaf-no-transactions');
  const damaged = damagedPlace(names(relations));
  if (damaged !== null) warnings.add('xaf-mojibake', { text: damaged.text });
  if (bookings.foreign > 0) warnings.add('xaf-foreign', { count: bookings.foreign, currency });
  const year = fiscalYear ?? endDate?.slice(0, 4) ?? '';
  const reading: Omit<XafReading, 'warnings'> = {
    format: 'xaf',
    version,
    encoding,
    software: factText(header(at.header.softwaredesc)),
    softwareVersion: factText(header(at.header.softwareversion)),
    company: factText(company(at.company.companyname)),
    companyIdent: factText(company(at.company.companyident)) ?? factText(company(at.company.commercenr)),
    companyVatId: vatIdOf(company(at.company.taxregident), company(at.company.taxregistrationcountry)),
    fiscalYear,
    startDate,
    endDate,
    dateCreated,
    asOf: isExportedWithin(startDate, dateCreated, endDate) ? dateCreated : endDate,
    currency,
    relations: relations.all(),
    ...derivedOf(collector, currency, year),
    ledgerAccounts: ledger.size,
    journals: bookings.journals,
    transactionCount: bookings.transactions,
    transactions,
    openingBalance: collector.openingTotals.all(),
    subledgers: subledgers.found,
  };
  checkDeclared(collector, reading);
  return { ...reading, warnings: [...xmlWarnings, ...warnings.all()] };
}

function names(relations: Relations): string {
  return relations
    .all()
    .map(({ name }) => name)
    .join('\n');
}

function derivedOf(collector: Collector, currency: string, year: string): ReturnType<typeof derived> {
  collector.subledgers.finish();
  return derived(collector, currency, year);
}

/** An export in the course of the year knows nothing of the rest of it. */
function isExportedWithin(start: string | null, created: string | null, end: string | null): boolean {
  return created !== null && (end === null || (created < end && (start === null || created >= start)));
}
