import { FormatRefusal } from '#shared/formats/problem.ts';
import type { SourceFile } from '#shared/formats/source.ts';
import { readXaf, readXafSet } from '#shared/formats/xaf/read.ts';
import type { XafReading } from '#shared/formats/xaf/reading.ts';

export const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
export const latin = (text: string): Uint8Array => Uint8Array.from(text, (char) => char.charCodeAt(0));

export function fileOf(content: string | Uint8Array, name = 'boek.xaf', piece = 97): SourceFile {
  const bytes = typeof content === 'string' ? utf8(content) : content;
  return {
    name,
    *open() {
      for (let at = 0; at < bytes.length; at += piece) yield bytes.subarray(at, at + piece);
    },
  };
}

export function readText(content: string | Uint8Array): Promise<XafReading> {
  return readXaf(fileOf(content));
}

/** Code and parameters of the refusal of one file, or of several; null when it is read. */
export async function refusalOf(...files: readonly SourceFile[]): Promise<readonly [string, object] | null> {
  try {
    await readXafSet(files);
    return null;
  } catch (error) {
    if (error instanceof FormatRefusal) return [error.problem.code, error.problem.params];
    throw error;
  }
}

/** `custSupID=K1 amnt=10.00` as elements. */
export function elements(facts: string): string {
  return [...facts.matchAll(/([\w.]+)=(?:"([^"]*)"|(\S*))/g)]
    .map(([, name, quoted, bare]) => `<${name}>${quoted ?? bare}</${name}>`)
    .join('');
}

/** A booking line, or a line of a subledger, by its facts. */
export const line = (facts: string): string => `<trLine>${elements(facts)}</trLine>`;
export const subLine = (facts: string): string => `<sbLine>${elements(facts)}</sbLine>`;
export const openingSubLine = (facts: string): string => `<obSbLine>${elements(facts)}</obSbLine>`;

export const transaction = (facts: string, ...lines: readonly string[]): string =>
  `<transaction>${elements(facts)}${lines.join('')}</transaction>`;
export const journal = (facts: string, ...transactions: readonly string[]): string =>
  `<journal>${elements(facts)}${transactions.join('')}</journal>`;
export const subledger = (type: string, ...lines: readonly string[]): string =>
  `<subledger><sbType>${type}</sbType>${lines.join('')}</subledger>`;

export interface Written {
  readonly namespace?: string;
  readonly header?: string;
  readonly company?: string;
  readonly relations?: string;
  readonly accounts?: string;
  readonly opening?: string;
  readonly journals?: string;
  readonly subledgers?: string;
  readonly declaration?: string;
  /** Totals the file declares of its transactions. */
  readonly declared?: string;
}

export const auditNamespace = 'http://www.auditfiles.nl/XAF/3.2';

const accounts = ['1300 Debiteuren B', '1100 Bank B', '1600 Crediteuren B', '8000 Omzet P']
  .map((text) => text.split(' '))
  .map(([id, name, type]) => `<ledgerAccount>${elements(`accID=${id} accDesc=${name} accTp=${type}`)}</ledgerAccount>`)
  .join('');

const relations = ['K1 "Bakkerij Jansen"', 'K2 "Smederij De Vries"']
  .map((text) => /^(\S+) "(.*)"$/.exec(text)!)
  .map(
    ([, code, name]) => `<customerSupplier>${elements(`custSupID=${code} custSupName="${name}"`)}</customerSupplier>`,
  )
  .join('');

const head =
  'fiscalYear=2025 startDate=2025-01-01 endDate=2025-12-31 curCode=EUR dateCreated=2026-01-20 softwareDesc=Pakket';

/** An auditfile with what is given, and plain facts for the rest. */
export function auditfile(written: Written = {}): string {
  const { namespace = auditNamespace, subledgers } = written;
  return `${written.declaration ?? '<?xml version="1.0" encoding="UTF-8"?>\n'}<auditfile${namespace === '' ? '' : ` xmlns="${namespace}"`}>
<header>${written.header ?? elements(head)}</header>
<company>${written.company ?? elements('companyName="Groothandel Proef"')}
<customersSuppliers>${written.relations ?? relations}</customersSuppliers>
<generalLedger>${written.accounts ?? accounts}</generalLedger>
${written.opening === undefined ? '' : `<openingBalance>${written.opening}</openingBalance>`}
<transactions>${written.declared ?? ''}${written.journals ?? ''}${subledgers === undefined ? '' : `<subledgers>${subledgers}</subledgers>`}</transactions>
</company></auditfile>`;
}

/** What is open, as `debtor number kind open`. */
export const openOf = ({ items }: XafReading): readonly string[] =>
  items.map(({ debtorCode, number, kind, open }) => `${debtorCode} ${number || '-'} ${kind} ${open / 100}`);

export const codesOf = ({ warnings }: XafReading): readonly string[] => warnings.map(({ code }) => code);

/** A sales journal with one invoice, and a bank journal with one receipt, on account 1300. */
export const sale = (nr: string, facts: string, amount: string, journalFacts = 'jrnID=V jrnTp=S'): string =>
  journal(
    journalFacts,
    transaction(
      `nr=${nr} trDt=2025-02-01`,
      line(`nr=1 accID=1300 amnt=${amount} amntTp=D ${facts}`),
      line(`nr=2 accID=8000 amnt=${amount} amntTp=C`),
    ),
  );
export const receipt = (nr: string, facts: string, amount: string): string =>
  journal(
    'jrnID=B jrnTp=B',
    transaction(
      `nr=${nr} trDt=2025-03-01`,
      line(`nr=1 accID=1300 amnt=${amount} amntTp=C ${facts}`),
      line(`nr=2 accID=1100 amnt=${amount} amntTp=D`),
    ),
  );
