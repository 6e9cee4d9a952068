import { type CamtReading, readCamt } from '#shared/formats/bank/camt/read.ts';
import type { BankTransaction } from '#shared/formats/bank/statement.ts';

/** An element with text or elements in it; nothing for what is absent. */
export function tag(name: string, content: string | null | undefined): string {
  return content === null || content === undefined ? '' : `<${name}>${content}</${name}>`;
}

const kinds = {
  '052': ['BkToCstmrAcctRpt', 'Rpt'],
  '053': ['BkToCstmrStmt', 'Stmt'],
  '054': ['BkToCstmrDbtCdtNtfctn', 'Ntfctn'],
} as const;

export type Kind = keyof typeof kinds;

/** A message of one or more statements, as a bank sends it. */
export function message(statements: string | readonly string[], kind: Kind = '053', version = '02'): string {
  const [root, name] = kinds[kind];
  const body = [statements].flat().map((content) => tag(name, content));
  return (
    `<?xml version="1.0" encoding="UTF-8"?>\n<Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.${kind}.001.${version}">` +
    `${tag(root, `${tag('GrpHdr', tag('MsgId', 'M1'))}\n${body.join('\n')}`)}</Document>`
  );
}

export const account = 'NL91ABNA0417164300';

export function statementHead(currency: string | null = 'EUR', number = '12'): string {
  const own =
    tag('Id', tag('IBAN', account)) + tag('Ccy', currency) + tag('Ownr', tag('Nm', 'Kwekerij Voorbeeld B.V.'));
  return tag('Id', 'S1') + tag('ElctrncSeqNb', number) + tag('Acct', own);
}

export function balance(kind: string, amount: string, side = 'CRDT', date = '2026-01-05', currency = 'EUR'): string {
  const type = tag('Tp', tag('CdOrPrtry', tag('Cd', kind)));
  return tag('Bal', `${type}${money(amount, currency)}${tag('CdtDbtInd', side)}${tag('Dt', tag('Dt', date))}`);
}

export function money(amount: string, currency: string | null = 'EUR'): string {
  return currency === null ? tag('Amt', amount) : `<Amt Ccy="${currency}">${amount}</Amt>`;
}

/** What of an entry differs from a plain receipt of 100 euros; content is XML. */
export interface EntryParts {
  readonly amount?: string;
  readonly currency?: string | null;
  readonly side?: string | null;
  readonly status?: string | null;
  readonly booked?: string | null;
  readonly value?: string | null;
  readonly reference?: string | null;
  readonly more?: string;
  readonly details?: string;
  readonly about?: string;
}

export function entry(parts: EntryParts = {}): string {
  const { amount = '100.00', currency = 'EUR', side = 'CRDT', status = 'BOOK', reference = 'REF1' } = parts;
  const { booked = tag('Dt', '2026-01-05'), value = tag('Dt', '2026-01-06'), more = '' } = parts;
  return tag(
    'Ntry',
    `${money(amount, currency)}${tag('CdtDbtInd', side)}${more}${tag('Sts', status)}${tag('BookgDt', booked)}` +
      `${tag('ValDt', value)}${tag('AcctSvcrRef', reference)}${tag('NtryDtls', parts.details)}${tag('AddtlNtryInf', parts.about)}`,
  );
}

export function read(xml: string): CamtReading {
  return readCamt(new TextEncoder().encode(xml));
}

/** The transactions of one entry in an otherwise plain statement. */
export function transactions(parts: EntryParts): readonly BankTransaction[] {
  return read(message(statementHead() + entry(parts))).statements[0]!.transactions;
}

export function codes(reading: CamtReading): readonly string[] {
  return reading.warnings.map(({ code }) => code);
}
