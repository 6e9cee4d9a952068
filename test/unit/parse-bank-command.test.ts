import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parseFile } from '#electron/commands/parse.ts';
import { around } from '#test/unit/mt940-text.ts';

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'voldaan-parse-'));
});
afterAll(() => rm(folder, { recursive: true }));

async function parsed(text: string, as: string | null = null) {
  const path = join(folder, 'naamloos');
  await writeFile(path, text);
  return parseFile(path, as);
}

const statement = around(
  ':61:2601050104C121,50NTRFEREF//88\r\n:86:/EREF/E1//CNTP/NL13RABO0100000001/RABONL2U/Kade/Zwolle//REMI/USTD//F26-0012/',
  '{1:F01INGBNL2AXXXX0000000000}{2:I940INGBNL2AXXXN}{4:\r\n',
  'NL18INGB0123456789EUR',
).replace('260131EUR0,', '260131EUR121,50');

describe('parse prints a bank file', () => {
  it('as the format of the headless commands has it', async () => {
    expect(await parsed(statement)).toEqual({
      exit: 0,
      json: {
        format: 'mt940',
        encoding: 'windows-1252',
        warnings: [],
        bank: 'ING',
        statements: [
          {
            account: 'NL18INGB0123456789',
            currency: 'EUR',
            number: '1/1',
            opening: '0.00',
            closing: '121.50',
            openingDate: '2026-01-01',
            closingDate: '2026-01-31',
            reconciles: true,
            transactions: [
              {
                bookDate: '2026-01-04',
                valueDate: '2026-01-05',
                amount: '121.50',
                counterpartyName: 'Kade',
                counterpartyIban: 'NL13RABO0100000001',
                remittance: 'F26-0012',
                structuredReference: null,
                endToEndId: 'E1',
                mandateId: null,
                returnReason: null,
                bankReference: '88',
              },
            ],
          },
        ],
      },
    });
  });

  it('with warnings that name the file, the row and what is wrong', async () => {
    const { exit, json } = await parsed(statement.replace('EUR121,50', 'EUR121,00'));
    expect(exit).toBe(0);
    expect(json).toMatchObject({
      statements: [{ reconciles: false }],
      warnings: [
        { code: 'bank-not-reconciled', row: 2, message: expect.stringMatching(/^naamloos, rij 2: .*telt niet op/) },
      ],
    });
  });
});

describe('the reader that was asked for answers', () => {
  it.each([
    ['mt940', 'Factuurnummer;Vervaldatum;Openstaand\nF1;01-02-2026;5,00\n', 'mt940-none'],
    ['mt940', '', 'bank-empty'],
    ['items', statement, 'is-mt940'],
  ])('%s', async (as, text, code) => {
    const answer = await parsed(text, as);
    expect(answer).toMatchObject({
      exit: 3,
      json: { error: { code, message: expect.stringMatching(/^naamloos: dit is|^naamloos: het/) } },
    });
  });
});
