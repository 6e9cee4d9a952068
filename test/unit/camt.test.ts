import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parseFile } from '#electron/commands/parse.ts';
import { FormatRefusal } from '#shared/formats/problem.ts';
import { sumOf } from '#shared/money/cents.ts';
import {
  account,
  balance,
  codes,
  entry,
  type Kind,
  message,
  read,
  statementHead,
  tag,
  transactions,
} from './camt-text.ts';

const samples = '../shared/samples';
const present = existsSync(`${samples}/expected.json`);
if (!present) console.warn('samples absent: their tests are skipped');

interface ExpectedStatement {
  readonly acct: string;
  readonly ccy: string | null;
  readonly seq: string | null;
  readonly tx: number;
  readonly crdt: string;
  readonly dbit: string;
  readonly opening: string;
  readonly closing: string;
  readonly reconciles: boolean;
}

interface Printed {
  readonly format: string;
  readonly warnings: readonly { readonly code: string; readonly message: string }[];
  readonly statements: readonly {
    readonly account: string;
    readonly currency: string;
    readonly number: string | null;
    readonly opening: string;
    readonly closing: string;
    readonly reconciles: boolean;
    readonly transactions: readonly { readonly amount: string; readonly returnReason: string | null }[];
  }[];
}

const expected: Record<string, { readonly stmts: readonly ExpectedStatement[] }> = present
  ? JSON.parse(readFileSync(`${samples}/expected.json`, 'utf8')).files
  : {};

describe.skipIf(!present)('the samples, as parse prints them', () => {
  it.each(Object.keys(expected).filter((name) => name.startsWith('camt/')))('%s', async (name) => {
    const printed = (await parseFile(`${samples}/${name}`, null)).json as unknown as Printed;
    const wanted = expected[name]!.stmts;
    expect(printed.format).toBe('camt053');
    expect(printed.statements).toHaveLength(wanted.length);
    for (const [i, statement] of printed.statements.entries()) {
      const { acct, ccy, seq, opening, closing, reconciles, tx, crdt, dbit } = wanted[i]!;
      expect(statement).toMatchObject({ account: acct, number: seq, opening, closing, reconciles });
      if (ccy !== null) expect(statement.currency).toBe(ccy);
      const amounts = statement.transactions.map(({ amount }) => Math.round(Number(amount) * 100));
      expect(amounts).toHaveLength(tx);
      const total = (sign: number) => sumOf(amounts, (cents) => (cents * sign > 0 ? cents * sign : 0));
      expect([total(1), total(-1)]).toEqual([crdt, dbit].map((sum) => Math.round(Number(sum) * 100)));
    }
    const differ = wanted.filter(({ reconciles }) => !reconciles).length;
    expect(printed.warnings.filter(({ code }) => code === 'bank-not-reconciled')).toHaveLength(differ);
  });

  it('a returned batch of direct debits is taken apart, each with its reason', async () => {
    const printed = (await parseFile(`${samples}/camt/oca_test-camt053.xml`, null)).json as unknown as Printed;
    const returned = printed.statements[0]!.transactions.filter(({ returnReason }) => returnReason === 'AC06');
    expect(returned.map(({ amount }) => amount)).toEqual(['-564.05', '-100.00']);
  });
});

const opened = statementHead() + balance('OPBD', '1000.00') + balance('CLBD', '1100.00');

describe('the statement', () => {
  it.each([
    ['053', '02', 'camt053', []],
    ['053', '08', 'camt053', []],
    ['053', '13', 'camt053', []],
    ['052', '06', 'camt052', ['camt-intraday']],
    ['054', '08', 'camt054', ['camt-notification']],
  ] as const)('a camt.%s of version %s', (kind, version, format, warned) => {
    const reading = read(message(opened + entry(), kind as Kind, version));
    expect([reading.format, codes(reading), reading.bank]).toEqual([format, warned, 'ABN AMRO']);
    expect(reading.statements[0]).toMatchObject({
      account,
      currency: 'EUR',
      number: '12',
      opening: 100_000,
      closing: 110_000,
      openingDate: '2026-01-05',
      reconciles: true,
    });
  });

  it.each([
    ['a prefix', (xml: string) => xml.replace(/<(\/?)([A-Z])/g, '<$1ns2:$2')],
    ['an envelope', (xml: string) => `<Envelope><Header/>${xml.slice(xml.indexOf('<Document'))}</Envelope>`],
    ['no namespace', (xml: string) => xml.replace(/ xmlns="[^"]*"/, '')],
    ['version 01, with the name of its time', (xml: string) => xml.replaceAll('BkToCstmrStmt', 'BkToCstmrStmtV01')],
    ['everything on one line', (xml: string) => xml.replaceAll('\n', '')],
    ['CR CR LF line ends', (xml: string) => xml.replaceAll('><', '>\r\r\n<')],
    ['comments between elements', (xml: string) => xml.replaceAll('><', '><!-- x --><')],
  ])('reads with %s', (_, change) => {
    const reading = read(change(message(opened + entry() + entry({ amount: '0.00' }))));
    expect(reading.statements.map(({ transactions: lines }) => lines.length)).toEqual([2]);
    expect([codes(reading), reading.statements[0]!.reconciles]).toEqual([[], true]);
  });

  it('of ten kinds of balance only the booked ones count, and a debit is negative', () => {
    const others = ['CLAV', 'OPAV', 'FWAV', 'ITBD', 'XPCD', 'INFO'].map((kind) => balance(kind, '9.00')).join('');
    const { statements } = read(message(`${statementHead()}${others}${balance('PRCD', '5.00', 'DBIT')}${others}`));
    expect(statements[0]).toMatchObject({ opening: -500, closing: null, reconciles: null });
    const both = read(message(statementHead() + balance('PRCD', '5.00') + balance('OPBD', '6.00')));
    expect(both.statements[0]).toMatchObject({ opening: 600 });
  });

  it('the currency is that of the account, else of the balances, else of the entries', () => {
    const currencyOf = (xml: string) => read(message(xml)).statements[0]!.currency;
    expect(currencyOf(statementHead('USD'))).toBe('USD');
    expect(currencyOf(statementHead(null) + balance('OPBD', '1', 'CRDT', '2026-01-05', 'GBP'))).toBe('GBP');
    expect(currencyOf(statementHead(null) + entry({ currency: 'CHF' }))).toBe('CHF');
    expect(currencyOf(statementHead(null) + entry({ currency: null }))).toBe('EUR');
  });

  it('entries in another currency stand apart and do not count for the balances', () => {
    const reading = read(message(opened + entry({ currency: 'USD', amount: '50' }) + entry()));
    expect(reading.statements.map(({ currency, reconciles, opening }) => [currency, reconciles, opening])).toEqual([
      ['EUR', true, 100_000],
      ['USD', null, null],
    ]);
    expect(codes(reading)).toEqual(['camt-currency']);
  });

  it('one that does not add up is read, with the difference', () => {
    const reading = read(message(opened + entry({ amount: '90.00' })));
    expect(reading.statements[0]!.reconciles).toBe(false);
    const { code, params } = reading.warnings[0]!;
    expect([code, params.difference]).toEqual(['bank-not-reconciled', '€\u00a010,00']);
  });

  it('a statement between two is missed by the balances', () => {
    const next = statementHead('EUR', '14') + balance('OPBD', '1200.00') + balance('CLBD', '1200.00');
    expect(codes(read(message([opened + entry(), next])))).toEqual(['bank-statements-missing']);
  });

  it('one that stands in the file twice counts once', () => {
    const reading = read(message([opened + entry(), opened + entry()]));
    expect([reading.statements.length, codes(reading)]).toEqual([1, ['camt-repeated']]);
    const other = read(message([opened + entry(), opened + entry({ reference: 'REF2' })], '052'));
    expect([other.statements.length, codes(other)]).toEqual([2, ['camt-intraday']]);
  });

  it('an account that is no IBAN, or absent', () => {
    const other = tag('Acct', tag('Id', tag('Othr', tag('Id', '1234.56.789'))));
    expect(read(message(other)).statements[0]!.account).toBe('123456789');
    expect(codes(read(message(tag('Id', 'S1'))))).toEqual(['bank-account-unknown']);
  });

  it.each([
    ['another XML document', '<Invoice/>', 'camt-no-message'],
    ['a payment order', '<Document><CstmrCdtTrfInitn/></Document>', 'camt-no-message'],
    ['half a file', message(opened + entry()).slice(0, -60), 'xml-truncated'],
    ['a text of a megabyte', message(opened + entry({ about: 'x'.repeat(1_000_001) })), 'xml-text-long'],
    ['a DOCTYPE', `<!DOCTYPE Document>${message(opened).slice(39)}`, 'xml-doctype'],
  ])('%s is refused', (_, xml, code) => {
    expect(() => read(xml)).toThrow(FormatRefusal);
    expect(() => read(xml)).toThrow(code);
  });

  it('a message without statements is told', () => {
    expect(codes(read(message([])))).toEqual(['camt-no-statement']);
  });
});

describe('the entry', () => {
  it.each([
    ['one decimal', { amount: '12.5' }, 1250],
    ['five decimals that are zero', { amount: '12.34000' }, 1234],
    ['no decimals', { amount: '2700' }, 270_000],
    ['paid', { side: 'DBIT' }, -10_000],
    ['paid, in small letters', { side: ' dbit ' }, -10_000],
    ['a reversal of a receipt keeps its sign', { side: 'DBIT', more: tag('RvslInd', 'true') }, -10_000],
    ['a reversal of a payment keeps its sign', { side: 'CRDT', more: tag('RvslInd', 'true') }, 10_000],
    ['nothing', { amount: '0.00', side: 'DBIT' }, 0],
    ['white space around', { amount: '\n 12.50 \n' }, 1250],
  ] as const)('%s', (_, parts, cents) => {
    expect(transactions(parts)[0]!.amount).toBe(cents);
  });

  it.each([
    ['half cents', { amount: '12.345' }, 'camt-decimals'],
    ['no number', { amount: 'twaalf' }, 'camt-amount'],
    ['too many digits', { amount: '99999999999999999999' }, 'camt-amount'],
    ['no side', { side: null }, 'camt-sign'],
    ['a side of its own', { side: 'PLUS' }, 'camt-sign'],
  ] as const)('is left out and told with %s', (_, parts, code) => {
    const reading = read(message(opened + entry(parts) + entry()));
    expect(reading.statements[0]!.transactions).toHaveLength(1);
    expect(codes(reading)).toEqual([code]);
  });

  it('a negative amount turns the side, and is told', () => {
    const reading = read(message(statementHead() + entry({ amount: '-5.00' })));
    expect([reading.statements[0]!.transactions[0]!.amount, codes(reading)]).toEqual([-500, ['camt-negative']]);
  });

  it.each([
    [tag('Dt', '2026-01-05'), '2026-01-05'],
    [tag('DtTm', '2026-01-05T23:59:59+01:00'), '2026-01-05'],
    [tag('DtTm', '2026-01-05T00:15:00.123456789+02:00'), '2026-01-05'],
    [tag('Dt', '2026-01-05Z'), '2026-01-05'],
    [tag('Dt', '2026-01-05+01:00'), '2026-01-05'],
    ['2026-01-05', '2026-01-05'],
  ])('a booking date %s is the local day', (booked, date) => {
    expect(transactions({ booked })[0]).toMatchObject({ bookDate: date, valueDate: '2026-01-06' });
  });

  it.each([
    ['of its closing balance', statementHead() + balance('CLBD', '100.00', 'CRDT', '2026-01-07')],
    [
      'of a closing balance whose amount cannot be read',
      statementHead() + balance('CLBD', 'nul', 'CRDT', '2026-01-07'),
    ],
    ['its period ends', statementHead() + tag('FrToDt', tag('ToDtTm', '2026-01-07T23:59:59'))],
    ['it was made', tag('CreDtTm', '2026-01-07T06:00:00+01:00') + statementHead()],
  ])('without a date it is of the day of the statement: the day %s', (_, head) => {
    const undated = entry({ booked: null, value: null });
    const reading = read(message(head + undated + entry({ booked: tag('Dt', '2026-02-30'), value: null })));
    expect(reading.statements[0]!.transactions).toMatchObject([
      { bookDate: '2026-01-07', valueDate: null },
      { bookDate: '2026-01-07', valueDate: null },
    ]);
    expect(reading.statements[0]!.transactions.map(({ dateAssumed }) => dateAssumed)).toEqual([true, true]);
    expect(codes(reading).filter((code) => code.startsWith('camt-date'))).toEqual([
      'camt-date-of-statement',
      'camt-date-unreadable',
    ]);
  });

  it('with a booking date that does not exist it is of its value date, and its line is told', () => {
    const reading = read(message(`${statementHead()}\n${entry({ booked: tag('Dt', '2026-02-30') })}`));
    expect(reading.statements[0]!.transactions).toMatchObject([{ bookDate: '2026-01-06', valueDate: '2026-01-06' }]);
    expect(reading.warnings).toMatchObject([{ code: 'camt-date-unreadable', params: { given: '2026-02-30' }, row: 4 }]);
  });

  it('without any date it is left out and told', () => {
    const reading = read(message(statementHead() + entry({ booked: null, value: null }) + entry()));
    expect([reading.statements[0]!.transactions.length, codes(reading)]).toEqual([1, ['camt-date']]);
  });

  it('without a booking date the value date is it', () => {
    expect(transactions({ booked: null })[0]!.bookDate).toBe('2026-01-06');
  });

  it.each([
    ['PDNG', 0],
    ['INFO', 0],
    ['FUTR', 0],
    [tag('Cd', 'PDNG'), 0],
    ['BOOK', 1],
    [tag('Cd', 'BOOK'), 1],
    [null, 1],
  ])('status %s', (status, lines) => {
    const reading = read(message(statementHead() + entry({ status })));
    expect(reading.statements[0]!.transactions).toHaveLength(lines);
    expect(codes(reading)).toEqual(lines === 0 ? ['bank-not-booked'] : []);
  });

  it('its reference of the bank: of the entry, else of the transaction or the entry in the file', () => {
    const own = tag('TxDtls', tag('Refs', tag('AcctSvcrRef', 'TX9')));
    expect(transactions({})[0]!.bankReference).toBe('REF1');
    expect(transactions({ reference: null, more: tag('NtryRef', 'N7') })[0]!.bankReference).toBe('N7');
    expect(transactions({ reference: 'NOTPROVIDED', details: own })[0]!.bankReference).toBe('TX9');
  });

  it('a number that only counts the entries is no reference: the next export counts anew', () => {
    const counted = ['0001', '2', '3007'].map((count) => entry({ reference: null, more: tag('NtryRef', count) }));
    const [statement] = read(message(statementHead() + counted.join(''))).statements;
    expect(statement!.transactions.map(({ bankReference }) => bankReference)).toEqual([null, null, '3007']);
  });
});
