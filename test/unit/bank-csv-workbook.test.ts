import { describe, expect, it } from 'vitest';
import writeWorkbook from 'write-excel-file/node';
import { readBankWorkbook } from '#shared/formats/bank/csv/read-workbook.ts';
import { moneyOf } from './bank-csv-lines.ts';

const other = 'NL20INGB0001234567';

describe('a bank table in a workbook', () => {
  const workbook = async (data: (string | number)[][]) =>
    new Uint8Array(await writeWorkbook([{ sheet: 'Blad', data }]).toBuffer());

  it('reads with its numbers and dates', async () => {
    const bytes = await workbook([
      [
        'accountNumber',
        'mutationcode',
        'transactiondate',
        'valuedate',
        'startsaldo',
        'endsaldo',
        'amount',
        'description',
      ],
      [417164300, 'EUR', 20260131, 20260131, 1000, 914.5, -85.5, `SEPA Incasso  Naam: ENERGIE  IBAN: ${other}`],
      [417164300, 'EUR', 20260201, 20260201, 914.5, 1014.6, 100.1, 'Factuur 1'],
    ]);
    const reading = await readBankWorkbook(bytes);
    expect([reading!.bank, reading!.encoding]).toEqual(['ABN AMRO', 'xlsx']);
    expect(moneyOf(reading!)).toEqual([
      ['2026-01-31', -8550],
      ['2026-02-01', 10010],
    ]);
    expect(reading!.statements[0]).toMatchObject({
      account: '417164300',
      opening: 100000,
      closing: 101460,
      reconciles: true,
    });
  });

  it('names the other sheets with transactions, which are not read', async () => {
    const data = (day: number) => [
      ['Datum', 'Naam tegenpartij', 'Tegenrekening', 'Bedrag', 'Saldo na mutatie'],
      [20260100 + day, 'Jansen', other, 5, 5],
    ];
    const sheets = ['januari', 'februari', 'maart'].map((sheet, i) => ({ sheet, data: data(i + 1) }));
    const reading = await readBankWorkbook(new Uint8Array(await writeWorkbook(sheets).toBuffer()));
    expect(moneyOf(reading!)).toEqual([['2026-01-01', 500]]);
    expect(reading!.warnings[0]).toMatchObject({
      code: 'bank-more-sheets',
      params: { sheet: 'januari', others: '"februari", "maart"' },
    });
  });

  it('is nothing when no sheet is one, or it does not open', async () => {
    const items = await workbook([
      ['Debiteur', 'Factuurnummer', 'Openstaand'],
      ['Jansen', 'F1', 10],
    ]);
    expect(await readBankWorkbook(items)).toBeNull();
    expect(await readBankWorkbook(items.subarray(0, 200))).toBeNull();
  });
});
