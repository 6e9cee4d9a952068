import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { strToU8, zipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parseFile } from '#electron/commands/parse.ts';
import { openArchive } from '#shared/formats/archive.ts';
import { holdsBankFiles, readBankArchive } from '#shared/formats/bank/archive.ts';
import { FormatRefusal } from '#shared/formats/problem.ts';
import { balance, entry, message, statementHead, tag } from './camt-text.ts';

type Files = Readonly<Record<string, string | Uint8Array>>;

function zip(files: Files): Uint8Array {
  return zipSync(
    Object.fromEntries(
      Object.entries(files).map(([name, content]) => [name, typeof content === 'string' ? strToU8(content) : content]),
    ),
  );
}

const day = (number: number, opening: number, closing: number): string =>
  message(
    statementHead('EUR', String(number)) +
      balance('OPBD', `${opening}.00`) +
      balance('CLBD', `${closing}.00`) +
      entry({ reference: `R${number}`, amount: `${closing - opening}.00` }),
  );
const mt940 =
  ':20:1\r\n:25:NL91ABNA0417164300EUR\r\n:28C:9\r\n:60F:C260101EUR1,00\r\n:61:260105C1,00NTRFX\r\n:62F:C260105EUR2,00\r\n-\r\n';

const read = (files: Files) => readBankArchive(openArchive(zip(files)));

describe('a zip of bank files', () => {
  it('lists the statements of all of them, those of a zip inside included', () => {
    const { statements, warnings, refused, others } = read({
      'a/dag1.xml': day(1, 0, 10),
      'dag2.xml': day(2, 10, 30),
      'oud.zip': zip({ 'dag0.sta': mt940 }),
      'LEESMIJ.pdf': '%PDF-1.4',
    });
    expect(statements.map(({ fileName, statement }) => [fileName, statement.number])).toEqual([
      ['a/dag1.xml', '1'],
      ['dag2.xml', '2'],
      ['oud.zip/dag0.sta', '9'],
    ]);
    expect([warnings, refused, others]).toEqual([[], [], ['LEESMIJ.pdf']]);
  });

  it('with one damaged file reads the others and says which was refused', () => {
    const { statements, refused } = read({ 'goed.xml': day(1, 0, 10), 'half.xml': day(2, 10, 20).slice(0, -50) });
    expect(statements).toHaveLength(1);
    expect(refused.map(({ fileName, problem }) => [fileName, problem.code])).toEqual([['half.xml', 'xml-truncated']]);
    expect(() => read({ 'half.xml': day(2, 10, 20).slice(0, -50) })).toThrow(FormatRefusal);
  });

  it('takes the batches of a statement apart by a notification beside it', () => {
    const part = (amount: string) => tag('TxDtls', tag('Amt', amount));
    const { statements } = read({
      'camt054.xml': message(statementHead() + entry({ details: part('60.00') + part('40.00') }), '054'),
      'camt053.xml': message(statementHead() + entry({ details: tag('Btch', tag('NbOfTxs', '2')) })),
    });
    expect(statements.map(({ statement }) => statement.transactions.map(({ amount }) => amount))).toEqual([
      [6000, 4000],
    ]);
  });

  it('is one of bank files only without invoices', () => {
    const invoice = '<Invoice xmlns="urn:oasis:names:specification:ubl:schema:xsd:Invoice-2"><ID>1</ID></Invoice>';
    expect(holdsBankFiles(openArchive(zip({ 'a.xml': day(1, 0, 10) })))).toBe(true);
    expect(holdsBankFiles(openArchive(zip({ 'a.xml': day(1, 0, 10), 'b.xml': invoice })))).toBe(false);
    expect(holdsBankFiles(openArchive(zip({ 'a.pdf': '%PDF-1.4' })))).toBe(false);
  });

  it('stops when it is cancelled', () => {
    const archive = openArchive(zip({ 'a.xml': day(1, 0, 10) }));
    expect(() => readBankArchive(archive, { isCancelled: () => true })).toThrow('cancelled');
  });
});

describe('parse of a zip of bank files', () => {
  let folder = '';
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'voldaan-'));
  });
  afterAll(() => rm(folder, { recursive: true }));

  it('prints every statement with its file, and what was left out', async () => {
    const path = join(folder, 'afschriften.zip');
    await writeFile(path, zip({ '1.xml': day(1, 0, 10), '2.xml': day(1, 0, 10), 'x.pdf': '%PDF-1.4' }));
    const answer = await parseFile(path, null);
    expect(answer).toMatchObject({
      exit: 0,
      json: {
        format: 'camt053',
        encoding: 'utf-8',
        bank: 'ABN AMRO',
        warnings: [
          { code: 'bank-file-repeated', message: expect.stringMatching(/^2\.xml: afschrift 1 van NL91ABNA0417164300/) },
          { code: 'bank-archive-other', message: expect.stringMatching(/^afschriften\.zip: "x\.pdf"/) },
        ],
        statements: [{ file: '1.xml', reconciles: true, transactions: [{ amount: '10.00', bankReference: 'R1' }] }],
      },
    });
  });
});
