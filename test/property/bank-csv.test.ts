import { describe, expect, it } from 'vitest';
import { readBankCsv } from '#shared/formats/bank/csv/read.ts';
import { detectFormat } from '#shared/formats/detect.ts';
import { FormatRefusal, formatProblemText } from '#shared/formats/problem.ts';
import { createTranslator } from '#shared/i18n/translate.ts';
import fc from './draws.ts';
import { editsUpTo, fuzzRuns, mutated } from './mutated.ts';

const { t } = createTranslator('nl');
const keyOf = (key: string, params: Record<string, string | number>): string => t(key, params);

const files: readonly string[] = [
  '"Datum";"Naam / Omschrijving";"Rekening";"Tegenrekening";"Code";"Af Bij";"Bedrag (EUR)";"Mutatiesoort";"Mededelingen";"Saldo na mutatie";"Tag"\r\n"20260303";"Bakker";"NL69INGB0123456789";"";"BA";"Af";"4,20";"Betaalautomaat";"Naam: x Omschrijving: F1 IBAN: NL20INGB0001234567 Kenmerk: K1";"1.095,80";""\r\n"20260302";"Jansen";"NL69INGB0123456789";"";"OV";"Bij";"100,00";"Overschrijving";"Factuur";"1.100,00";""\r\n',
  '"IBAN/BBAN","Munt","BIC","Volgnr","Datum","Rentedatum","Bedrag","Saldo na trn","Tegenrekening IBAN/BBAN","Naam tegenpartij","Omschrijving-1","Reden retour"\r\r\n"NL44RABO0123456789","EUR","RABONL2U","1","2026-02-05","2026-02-06","+250,00","+1250,00","NL20INGB0001234567","Jansen","Factuur 5","MD06"\r\r\n',
  '417164300\tEUR\t20260105\t1000,00\t2210,00\t20260105\t1210,00\tSEPA Overboeking  IBAN: NL20INGB0001234567  Naam: JANSEN  Omschrijving: F-1\r\n417164300\tEUR\t20260106\t2210,00\t2124,50\t20260106\t-85,50\t/TRTP/SEPA/NAME/X/REMI/T/EREF/E\r\n',
  "05-01-2025,NL57ASNB0123456789,,jansen,,,,EUR,1000.00,EUR,1210.00,05-01-2025,06-01-2025,8809,OVS,51000001,,'Factuur 1, deel 2',1\r\n",
  'KNAB EXPORT;;;;\nRekeningnummer;Transactiedatum;Valutacode;CreditDebet;Bedrag;Tegenrekeningnummer;Tegenrekeninghouder;Valutadatum;Betaalwijze;Omschrijving;\n"NL68KNAB0123456789";"21-06-2025";"EUR";"D";"827,75";"";"Energie";"20-06-2025";"Overboeking";"Termijn";\n',
  'Type,Product,Started Date,Completed Date,Description,Amount,Fee,Currency,State,Balance\nATM,Current,2026-02-02 11:00:00,2026-02-02 11:00:05,Cash,-100.00,2.00,EUR,COMPLETED,198.00\nX,Current,2026-02-02,,Hotel,-50.00,0.00,EUR,PENDING,\n',
  'Buchungstag;Wert;Umsatzart;Verwendungszweck;IBAN;Soll;Haben;Währung\n30.01.2026;30.01.2026;Gutschrift;Rechnung;DE02120300000000202051;;1.190,00;EUR\n31.01.2026;31.01.2026;Lastschrift;Strom;;-60,00;;EUR\n',
];

const words = [
  '"',
  ';',
  ',',
  '\t',
  '\r',
  '\n',
  '-',
  '1e99',
  '99999999999999999999',
  '\u001a',
  "'",
  '0000-00-00',
  'IBAN: ',
  '\u202e',
  '(',
  '=cmd|',
];

const edits = editsUpTo(8, 2000, 300);

describe('a damaged bank table', () => {
  it('is read or refused with a text, never a crash; what is read is whole', () => {
    fc.assert(
      fc.property(fc.constantFrom(...files), edits, (file, changes) => {
        const bytes = mutated(file, changes, words);
        detectFormat(bytes);
        try {
          const reading = readBankCsv(bytes);
          for (const { opening, closing, reconciles, transactions, openingDate, closingDate } of reading.statements) {
            expect(transactions.length).toBeGreaterThan(0);
            let sum = 0;
            for (const { amount, bookDate, row } of transactions) {
              expect(Number.isSafeInteger(amount) && !Object.is(amount, -0)).toBe(true);
              expect(bookDate).toMatch(/^\d{4}-\d{2}-\d{2}$/);
              expect(row).toBeGreaterThan(0);
              expect(openingDate! <= bookDate && bookDate <= closingDate!).toBe(true);
              sum += amount;
            }
            expect(reconciles).toBe(opening === null || closing === null ? null : opening + sum === closing);
          }
          for (const warning of reading.warnings) {
            expect(formatProblemText(keyOf, 'x.csv', warning)).not.toMatch(/formats\.|\{\{/);
          }
        } catch (error) {
          if (!(error instanceof FormatRefusal)) throw error;
          expect(formatProblemText(keyOf, 'x.csv', error.problem)).not.toMatch(/formats\.|\{\{/);
        }
      }),
      { numRuns: fuzzRuns },
    );
  });

  it('any text at all is read or refused', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 400 }), (text) => {
        const bytes = new TextEncoder().encode(`Datum;Bedrag;Omschrijving;Saldo\n${text}`);
        try {
          readBankCsv(bytes);
        } catch (error) {
          expect(error).toBeInstanceOf(FormatRefusal);
        }
      }),
      { numRuns: fuzzRuns },
    );
  });
});
