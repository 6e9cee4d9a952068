import { describe, expect, it } from 'vitest';
import { readMt940 } from '#shared/formats/bank/mt940/read.ts';
import type { BankReading } from '#shared/formats/bank/statement.ts';
import { around, codesOf, onlyLine, readText, refusalOf, warningsOf } from '#test/unit/mt940-text.ts';

interface Message {
  readonly number?: string;
  readonly account?: string;
  readonly opening?: string;
  readonly closing?: string;
  readonly lines?: readonly string[];
}

/** A message whose balances are given whole: `60F:C260101EUR0,`. */
function message({ number = '1/1', account = 'NL18ABCD0123456789', opening, closing, lines = [] }: Message): string {
  return [
    ':20:A',
    `:25:${account}`,
    `:28C:${number}`,
    ...(opening ? [`:${opening}`] : []),
    ...lines,
    ...(closing ? [`:${closing}`] : []),
    '-',
    '',
  ].join('\r\n');
}

const first = message({
  opening: '60F:C260101EUR100,',
  closing: '62F:C260105EUR125,50',
  lines: [':61:2601050105C25,50NTRFNONREF//1', ':86:een'],
});
const second = message({
  number: '2/1',
  opening: '60F:C260105EUR125,50',
  closing: '62F:C260106EUR120,50',
  lines: [':61:2601060106D5,NTRFNONREF//2', ':86:twee'],
});

const shape = (reading: BankReading) =>
  reading.statements.map(({ number, opening, closing, reconciles, transactions }) => [
    number,
    opening,
    closing,
    reconciles,
    transactions.map(({ amount, remittance }) => [amount, remittance]),
  ]);
const both = [
  ['1/1', 10_000, 12_550, true, [[2_550, 'een']]],
  ['2/1', 12_550, 12_050, true, [[-500, 'twee']]],
];

describe('a file reads the same, however it was saved', () => {
  const text = first + second;
  it.each<readonly [string, string | Uint8Array]>([
    ['CR LF', text],
    ['LF', text.replaceAll('\r\n', '\n')],
    ['tags in small letters', text.replace(/:(28C|60F|62F):/g, (tag) => tag.toLowerCase())],
    ['CR', text.replaceAll('\r\n', '\r')],
    ['CR CR LF', text.replaceAll('\r\n', '\r\r\n')],
    ['no end of the last line', text.trimEnd()],
    ['no message ends', text.replaceAll('-\r\n', '')],
    ['Ctrl-Z', `${text}\u001a`],
    ['blank lines', text.replaceAll('\r\n', '\r\n\r\n')],
    ['trailing spaces', text.replaceAll('\r\n', '   \r\n')],
    ['spaces before tags', text.replaceAll('\r\n:', '\r\n  :')],
    ['years of four digits', text.replace(/(:6[02]F:C|:61:)26/g, '$12026')],
    ['a byte order mark', `\ufeff${text}`],
    [
      'UTF-16',
      Uint8Array.from([...`\ufeff${text}`].flatMap((char) => [char.charCodeAt(0) & 255, char.charCodeAt(0) >> 8])),
    ],
    [
      'SWIFT headers',
      text
        .replaceAll(':20:A', '{1:F01ABCDNL2AXXXX0000000000}{2:I940ABCDNL2AXXXXN}{4:\r\n:20:A')
        .replaceAll('\r\n-', '\r\n-}{5:}'),
    ],
    ['a header and its first tag on one line', text.replaceAll(':20:A', '{1:F01ABCDNL2AXXXX0000000000}{4::20:A')],
    ['the next header behind the end', `${first.trimEnd()}}{1:F01ABCDNL2AXXXX0000000000}{4:\r\n${second}`],
    ['lines of the bank before each message', text.replaceAll(':20:A', 'ABCDNL2A\r\n940\r\nABCDNL2A\r\n:20:A')],
    ['-XXX and a space before the end', text.replace('-\r\n', '-XXX\r\n').replace(/-\r\n$/, ' -\r\n')],
  ])('%s', (_, saved) => {
    const reading = typeof saved === 'string' ? readText(saved) : readMt940(saved);
    expect(shape(reading)).toEqual(both);
    expect(codesOf(reading)).toEqual([]);
  });

  it('windows-1252 and UTF-8 letters', () => {
    const bytes = Uint8Array.from(
      [...around(':61:260105C1,NTRFNONREF\r\n:86:Zoönen')].map((char) => char.charCodeAt(0)),
    );
    expect(readMt940(bytes).statements[0]!.transactions[0]!.remittance).toBe('Zoönen');
    expect(onlyLine(around(':61:260105C1,NTRFNONREF\r\n:86:Zoönen – €')).remittance).toBe('Zoönen – €');
  });
});

describe('a statement line', () => {
  it.each([
    ['C500,', 50_000],
    ['C0,9', 90],
    ['C500', 50_000],
    ['C12,34', 1_234],
    ['C12.34', 1_234],
    ['C1.234,56', 123_456],
    ['C000000000127,50', 12_750],
    ['C1234567,89', 123_456_789],
    ['D5,', -500],
    ['RC5,', -500],
    ['RD5,', 500],
    ['CR5,', 500],
    ['DR5,', -500],
    ['RCR5,', -500],
    ['C-5,', -500],
    ['D-5,', 500],
    ['C 5,00 ', 500],
    ['ED5,', -500],
    ['C0,00', 0],
    ['D0,00', 0],
    ['C10,12345', 1_012],
    ['C10,995', 1_100],
  ])('%s is %i cents', (text, cents) => {
    expect(onlyLine(around(`:61:260105${text}NTRFNONREF\r\n:86:x`)).amount).toBe(cents);
  });

  it('an amount with more than two decimals is rounded, and said', () => {
    expect(codesOf(readText(around(':61:260105C10,12345NTRFNONREF')))).toContain('bank-amount-rounded');
  });

  it.each([
    ['2601050105', '2026-01-05', '2026-01-05'],
    ['2601011231', '2025-12-31', '2026-01-01'],
    ['2512310102', '2026-01-02', '2025-12-31'],
    ['260105    ', '2026-01-05', '2026-01-05'],
    ['260105', '2026-01-05', '2026-01-05'],
    ['2402290229', '2024-02-29', '2024-02-29'],
    ['2602300302', '2026-03-02', '2026-02-28'],
    ['9912310101', '2000-01-01', '1999-12-31'],
    ['20260105', '2026-01-05', '2026-01-05'],
    ['202601011231', '2025-12-31', '2026-01-01'],
    [' 2601050106', '2026-01-06', '2026-01-05'],
  ])('%s is booked on %s with value date %s, whatever the amount', (dates, bookDate, valueDate) => {
    for (const [amount, written] of [
      [500, '5,'],
      [10_050, '100,50'],
      [123_456, '1234,56'],
    ])
      expect(onlyLine(around(`:61:${dates}C${written}NTRFNONREF`))).toMatchObject({ bookDate, valueDate, amount });
  });

  it('one that cannot be read is left out and named with its row; the statement then does not add up', () => {
    const reading = readText(
      first.replace(':61:2601050105C25,50', ':61:2613050105C25,50NTRFNONREF\r\n:86:stuk\r\n:61:2601050105C0,50'),
    );
    expect(shape(reading)).toEqual([['1/1', 10_000, 12_550, false, [[50, 'een']]]]);
    expect(warningsOf(reading)[0]).toBe(
      'bank.940, rij 5: deze transactieregel is niet te lezen en is overgeslagen: 2613050105C25,50NTRFNONREF',
    );
  });
});

describe('text that looks like a tag or an end', () => {
  it.each([
    ['a dash alone goes on', 'een\r\n-\r\ntwee', 'een - twee'],
    ['a dash at the end of the text', 'een\r\n-', 'een -'],
    ['a time', 'uur 12\r\n:30 tot later', 'uur 12 :30 tot later'],
    ['a tag that cannot stand here', 'zie\r\n:25:NL1 en\r\n:28C:2', 'zie :25:NL1 en :28C:2'],
    ['a reference tag without a message behind it', 'zie\r\n:20:15 uur', 'zie :20:15 uur'],
    ['a statement tag without a date', 'zie\r\n:61:nee', 'zie :61:nee'],
  ])('%s', (_, text, remittance) => {
    expect(onlyLine(around(`:61:260105C5,NTRFNONREF\r\n:86:${text}`)).remittance).toBe(remittance);
  });

  it('information behind the closing balance is about the statement', () => {
    const reading = readText(first.replace('-\r\n', ':64:C260105EUR125,50\r\n:86:/SUM/0/1/0,00/25,50/\r\n-\r\n'));
    expect(shape(reading)).toEqual([both[0]]);
  });

  it('a line without information', () => {
    expect(onlyLine(around(':61:260105C5,NTRFNONREF')).remittance).toBeNull();
  });

  it('more information tags for one line', () => {
    expect(onlyLine(around(':61:260105C5,NTRFNONREF\r\n:86:een\r\n:86:twee')).remittance).toBe('een twee');
  });
});

describe('messages and pages', () => {
  const page = (number: string, opening: string, closing: string, amount: string) =>
    message({ number, opening, closing, lines: [`:61:260105C${amount}NTRFNONREF`] });

  it('pages of one statement are one statement', () => {
    const reading = readText(
      page('7/1', '60F:C260101EUR0,', '62M:C260105EUR5,', '5,') +
        page('7/2', '60M:C260105EUR5,', '62M:C260105EUR7,', '2,') +
        page('7/3', '60M:C260105EUR7,', '62F:C260105EUR8,', '1,'),
    );
    expect(shape(reading)).toEqual([
      [
        '7/1',
        0,
        800,
        true,
        [
          [500, null],
          [200, null],
          [100, null],
        ],
      ],
    ]);
    expect(codesOf(reading)).toEqual([]);
  });

  it('a page whose neighbour is missing is read by itself, and said', () => {
    const reading = readText(page('7/2', '60M:C260101EUR0,', '62M:C260105EUR5,', '5,'));
    expect(shape(reading)).toEqual([['7/2', 0, 500, true, [[500, null]]]]);
    expect(codesOf(reading)).toEqual(['mt940-page-before', 'mt940-page-after']);
  });

  it('pages of several accounts between each other', () => {
    const other = (text: string) => text.replace('NL18ABCD0123456789', 'NL18ABCD0000000001');
    const reading = readText(
      page('7/1', '60F:C260101EUR0,', '62M:C260105EUR5,', '5,') +
        other(page('7/1', '60F:C260101EUR0,', '62M:C260105EUR3,', '3,')) +
        page('7/2', '60M:C260105EUR5,', '62F:C260105EUR7,', '2,') +
        other(page('7/2', '60M:C260105EUR3,', '62F:C260105EUR4,', '1,')),
    );
    expect(reading.statements.map(({ account, reconciles }) => [account, reconciles])).toEqual([
      ['NL18ABCD0123456789', true],
      ['NL18ABCD0000000001', true],
    ]);
  });

  it('a second opening balance begins a statement of the same account', () => {
    const text = first.replace('-\r\n', `${second.split('\r\n').slice(3).join('\r\n')}`);
    expect(readText(text).statements.map(({ account, closing }) => [account, closing])).toEqual([
      ['NL18ABCD0123456789', 12_550],
      ['NL18ABCD0123456789', 12_050],
    ]);
  });

  it('a statement that stands in the file twice counts once', () => {
    const reading = readText(first + second + first);
    expect(shape(reading)).toEqual(both);
    expect(warningsOf(reading)).toEqual([
      'bank.940, rij 17: afschrift 1/1 van NL18ABCD0123456789 staat ook op regel 1 en telt één keer.',
    ]);
  });

  it('empty statements of every day are kept', () => {
    const empty = message({ opening: '60F:C260101EUR5,', closing: '62F:C260101EUR5,' });
    expect(readText(empty + empty).statements.length).toBe(2);
  });

  it('statements missing between two are named with both balances', () => {
    const reading = readText(
      first + second.replace('60F:C260105EUR125,50', '60F:C260105EUR100,00').replace('120,50', '95,00'),
    );
    expect(warningsOf(reading)).toEqual([
      'bank.940, rij 9: afschrift 2/1 van NL18ABCD0123456789 begint met €\u00a0100,00, maar het vorige (1/1) eindigt met €\u00a0125,50. Er ontbreken afschriften tussen; exporteer een aaneengesloten periode.',
    ]);
  });

  it('from new to old is no gap', () => {
    expect(codesOf(readText(second + first))).toEqual([]);
  });

  it('a debit balance is negative', () => {
    const reading = readText(
      message({ opening: '60F:D260101EUR5,', closing: '62F:C260101EUR2,', lines: [':61:260101C7,NTRFX'] }),
    );
    expect(shape(reading)).toEqual([['1/1', -500, 200, true, [[700, null]]]]);
  });
});

describe('a statement that does not add up, or misses something', () => {
  it('is read, with what was expected, found and the difference', () => {
    const reading = readText(first.replace('EUR125,50', 'EUR130,'));
    expect(reading.statements[0]!.reconciles).toBe(false);
    expect(warningsOf(reading)).toEqual([
      'bank.940, rij 1: afschrift 1/1 van NL18ABCD0123456789 telt niet op: het eindsaldo is €\u00a0130,00, beginsaldo en regels geven €\u00a0125,50. Verschil: €\u00a04,50. De regels zijn wel gelezen.',
    ]);
  });

  it('without a number is called by the day it ends', () => {
    const text = first.replace(/:28C:.*\r\n/, '').replace('EUR125,50', 'EUR130,');
    expect(warningsOf(readText(text))[0]).toContain('afschrift 05-01-2026 van NL18ABCD0123456789 telt niet op');
    const twice = first.replace(/:28C:.*\r\n/, '').repeat(2);
    expect(warningsOf(readText(twice))).toEqual([
      'bank.940, rij 8: afschrift 05-01-2026 van NL18ABCD0123456789 staat ook op regel 1 en telt één keer.',
    ]);
  });

  it.each([
    ['no opening balance', first.replace(/:60F:.*\r\n/, ''), 'mt940-no-opening'],
    ['no closing balance, but an end', first.replace(/:62F:.*\r\n/, ''), 'mt940-no-closing'],
    ['a balance that cannot be read', first.replace('C260101EUR100,', 'wat'), 'mt940-balance'],
    ['another currency at the end', first.replace('C260105EUR', 'C260105USD'), 'mt940-currencies'],
  ])('%s: whether it adds up is not said', (_, text, code) => {
    const reading = readText(text);
    expect(reading.statements[0]).toMatchObject({ reconciles: null, transactions: [{ amount: 2_550 }] });
    expect(codesOf(reading)).toContain(code);
  });

  it('an interim report has no balances', () => {
    const reading = readText(
      ':20:A\n:25:NL18ABCD0123456789\n:28C:1\n:34F:EUR0,\n:13D:2601051200+0100\n:61:260105C5,NTRFX\n:86:x\n:90D:0EUR0,\n:90C:1EUR5,\n-\n',
    );
    expect(shape(reading)).toEqual([['1', null, null, null, [[500, 'x']]]]);
    expect(codesOf(reading)).toEqual(['mt940-interim']);
  });
});

describe('a file that was cut off', () => {
  const whole = first + second;
  const lastLine = whole.lastIndexOf(':62F:');

  it.each([
    ['in the text of a line', whole.slice(0, lastLine - 3)],
    ['in a line', whole.slice(0, whole.lastIndexOf(':61:') + 12)],
    ['before the closing balance', whole.slice(0, lastLine)],
    ['in the tag of the closing balance', whole.slice(0, lastLine + 4)],
    ['in the date of the closing balance', whole.slice(0, lastLine + 9)],
    ['in the amount of the closing balance', whole.slice(0, lastLine + 17)],
    ['after the first tag', whole.slice(0, first.length + 6)],
  ])('%s: the statement it ends in is left out whole', (_, text) => {
    const reading = readText(text);
    expect(shape(reading)).toEqual([both[0]]);
    expect(codesOf(reading).filter((code) => code !== 'mt940-cut-statement' && code !== 'mt940-line')).toEqual([]);
  });

  it('names the statement, its lines, and what to do', () => {
    expect(warningsOf(readText(whole.slice(0, lastLine)))).toEqual([
      'bank.940, rij 9: het bestand is afgebroken in afschrift 2/1 van NL18ABCD0123456789: het eindsaldo (:62F:) ontbreekt. Dit afschrift, met 1 regel, is niet gelezen. Exporteer of download het bestand opnieuw.',
    ]);
  });

  it('has no statement to name where the account is missing, too', () => {
    const text = `${first}:20:B\r\n:28C:2/1\r\n:60F:C260105EUR125,50\r\n`;
    expect(warningsOf(readText(text))).toEqual([
      expect.stringContaining('het bestand is afgebroken voordat een afschrift compleet is'),
    ]);
  });

  it('is refused when it holds no whole statement', () => {
    expect(refusalOf(first.slice(0, 90))).toBe(
      'bank.940, rij 1: het bestand is afgebroken voordat een afschrift compleet is: het eindsaldo (:62F:) ontbreekt. Exporteer of download het opnieuw.',
    );
  });
});
