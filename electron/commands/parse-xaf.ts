import { createReadStream } from 'node:fs';
import { formatProblemText } from '#shared/formats/problem.ts';
import { readXaf } from '#shared/formats/xaf/read.ts';
import type { XafItem, XafReading, XafRelation } from '#shared/formats/xaf/reading.ts';
import { holdsAuditfile } from '#shared/formats/xaf/unpack.ts';
import { createTranslator } from '#shared/i18n/translate.ts';
import { type Cents, toDecimal } from '#shared/money/cents.ts';
import { type Answer, done } from './answer.ts';
import { bytesOf, type ParsedFile } from './parsed-file.ts';

const { t } = createTranslator('nl');
const translate = (key: string, params: Record<string, string | number>): string => t(key, params);

/** Prints an auditfile, plain or packed; it streams from disk. */
export async function parseXaf({ path, fileName }: ParsedFile): Promise<Answer> {
  const reading = await readXaf({ name: fileName, open: () => createReadStream(path, { highWaterMark: 1 << 18 }) });
  return done(xafAnswer(fileName, reading));
}

/** Whether a zip is one of auditfiles. */
export async function isAuditfileZip(file: ParsedFile): Promise<boolean> {
  return holdsAuditfile(await bytesOf(file));
}

function xafAnswer(fileName: string, reading: XafReading): object {
  return {
    format: 'xaf',
    encoding: reading.encoding,
    warnings: reading.warnings.map((warning) => ({
      code: warning.code,
      message: formatProblemText(translate, fileName, warning),
      row: warning.row,
    })),
    version: reading.version,
    software: reading.software,
    softwareVersion: reading.softwareVersion,
    company: reading.company,
    companyIdent: reading.companyIdent,
    fiscalYear: reading.fiscalYear,
    asOf: reading.asOf,
    currency: reading.currency,
    relations: reading.relations.length,
    level: reading.level,
    controlTotal: decimalOrNull(reading.controlTotal),
    receivablesAccounts: reading.accounts.map(({ id, name, why, opening, mutations, closing }) => ({
      id,
      name,
      why,
      opening: toDecimal(opening),
      mutations: toDecimal(mutations),
      closing: toDecimal(closing),
    })),
    items: reading.items.map(itemAnswer),
    settled: reading.settled.length,
    relationList: reading.relations.map(relationAnswer),
  };
}

function itemAnswer(item: XafItem): object {
  return {
    debtorCode: item.debtorCode || null,
    debtorName: item.debtorName || null,
    number: item.number || null,
    kind: item.kind,
    date: item.date,
    dueDate: item.dueDate,
    dueDerived: false,
    total: toDecimal(item.total),
    open: toDecimal(item.open),
    currency: item.currency,
    payments: item.payments.map(({ date, amount, journal }) => ({
      date,
      amount: toDecimal(amount),
      journal: journal || null,
    })),
  };
}

function relationAnswer(relation: XafRelation): object {
  const { code, name, type, email, phone, registration, kvk, vatId, iban } = relation;
  const { opening, closing } = relation;
  return {
    code,
    name,
    type,
    email,
    phone,
    registration,
    kvk,
    vatId,
    iban,
    opening: decimalOrNull(opening),
    closing: decimalOrNull(closing),
  };
}

function decimalOrNull(amount: Cents | null): string | null {
  return amount === null ? null : toDecimal(amount);
}
