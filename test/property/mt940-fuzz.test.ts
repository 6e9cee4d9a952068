import { describe, expect, it } from 'vitest';
import { seededRandom } from '#shared/demo/random.ts';
import { readMt940 } from '#shared/formats/bank/mt940/read.ts';
import { detectFormat } from '#shared/formats/detect.ts';
import { FormatRefusal } from '#shared/formats/problem.ts';
import { around, wrapped } from '#test/unit/mt940-text.ts';
import { fuzzRuns } from './mutated.ts';

const tagged = wrapped(
  '/RTRN/MD06//EREF/1//CNTP/NL13RABO0100000001/RABONL2U/A e/o B/Zwolle//REMI/STRD/CUR/8850426741301240/',
);
const seeds = [
  around(
    `:61:2601050105D121,00NRTIEREF//26\r\n/TRCD/00100/\r\n:86:${tagged}`,
    '{1:F01INGBNL2AXXXX0000000000}{2:I940INGBNL2AXXXN}{4:\r\n',
  ),
  around(
    ':61:260105C000000000121,00N541EREF            \r\nNL13INGB0100000001\r\n:86:/ORDP//NAME/Kade/REMI/F26',
    ':940:\r\n',
  ),
  around(
    `:61:2601050105C10,N658NONREF\r\n:86:${'SEPA OVERBOEKING'.padEnd(33)}IBAN: NL13INGB0100000001\r\n${'NAAM: KADE'.padEnd(33)}KENMERK: 1`,
    'ABNANL2A\r\n940\r\nABNANL2A\r\n',
  ),
  around(
    ':61:260105C100,00NET NONREF\r\n:86:000>100000000000\r\n>20INGBNL2A\r\n>21NL13INGB0100000001\r\n>22KADE>310123456789',
  ),
  around(
    ':61:2601050105C3,99NTRFNONREF//8\r\n:86:166?00GUT?20EREF+R1?21SVWZ+RE 12?31DE42293894455165709836?32PETRA',
  ).repeat(3),
  around(':61:2601050105C50,NTRFNONREF//B\r\n:86:FACTUUR\r\nREK: NL13INGB0100000001/NAAM: KADE').replace('62F', '62M'),
].map((text) => new TextEncoder().encode(text));

const telling = [
  0x0a, 0x0d, 0x1a, 0x00, 0x20, 0x2d, 0x2f, 0x3a, 0x3f, 0x3e, 0x7b, 0x7d, 0x2c, 0x2e, 0x30, 0x43, 0x44, 0xff, 0xef,
];

/** Bytes flipped, cut away, repeated, or put in from another file. */
function mutated(random: () => number): Uint8Array {
  const whole = (below: number): number => Math.floor(random() * below);
  let bytes: Uint8Array = seeds[whole(seeds.length)]!.slice();
  for (let change = whole(6) + 1; change > 0; change--) {
    const at = whole(bytes.length);
    const end = at + whole(Math.min(200, bytes.length - at));
    switch (whole(5)) {
      case 0:
        if (bytes.length > 0) bytes[at] = random() < 0.5 ? whole(256) : telling[whole(telling.length)]!;
        break;
      case 1:
        bytes = joined([bytes.subarray(0, at), bytes.subarray(end)]);
        break;
      case 2:
        bytes = joined([
          bytes.subarray(0, end),
          ...Array.from({ length: whole(50) }, () => bytes.subarray(at, end)),
          bytes.subarray(end),
        ]);
        break;
      case 3:
        bytes = bytes.slice(0, at);
        break;
      default:
        bytes = joined([bytes.subarray(0, at), seeds[whole(seeds.length)]!, bytes.subarray(at)]);
    }
  }
  return bytes;
}

function joined(parts: readonly Uint8Array[]): Uint8Array {
  return Uint8Array.from(parts.flatMap((part) => [...part]));
}

describe('mutated MT940', () => {
  it(`${fuzzRuns} of them are read or refused, never anything else`, { timeout: fuzzRuns * 100 + 20_000 }, () => {
    const random = seededRandom(940);
    for (let run = 0; run < fuzzRuns; run++) {
      const bytes = mutated(random);
      try {
        detectFormat(bytes);
        for (const { transactions, account, reconciles } of readMt940(bytes).statements) {
          expect(typeof account).toBe('string');
          expect(transactions.every(({ amount }) => Number.isSafeInteger(amount))).toBe(true);
          expect(transactions.every(({ bookDate }) => /^\d{4}-\d\d-\d\d$/.test(bookDate))).toBe(true);
          expect([true, false, null]).toContain(reconciles);
        }
      } catch (error) {
        if (!(error instanceof FormatRefusal))
          throw new Error(`run ${run}: ${JSON.stringify(new TextDecoder('latin1').decode(bytes))}`, { cause: error });
      }
    }
  });

  it.each<readonly [string, string]>([
    ['a line of a megabyte', around(`:61:260105C1,NTRFX\r\n:86:${'x'.repeat(1_000_000)}`)],
    ['a line of a megabyte of slashes', around(`:61:260105C1,NTRFX\r\n:86:${'/'.repeat(1_000_000)}`)],
    ['a line of a megabyte of tags', around(`:61:260105C1,NTRFX\r\n:86:${'/NAME/x'.repeat(150_000)}`)],
    ['a line of a megabyte of spaces', around(`:61:260105C1,NTRFX\r\n:86:a${' '.repeat(1_000_000)}b`)],
    ['a line of a megabyte of parts', around(`:61:260105C1,NTRFX\r\n:86:166${'?20x'.repeat(250_000)}`)],
    ['a line of a megabyte of labels', around(`:61:260105C1,NTRFX\r\n:86:SEPA X ${'IBAN: '.repeat(170_000)}`)],
    ['a line of a megabyte of digits', around(`:61:260105C${'1'.repeat(1_000_000)},NTRFX`)],
    ['a hundred thousand lines of text', around(`:61:260105C1,NTRFX\r\n:86:${'x\r\n'.repeat(100_000)}`)],
    ['a hundred thousand information tags', around(`:61:260105C1,NTRFX\r\n${':86:x\r\n'.repeat(100_000)}`)],
    ['a hundred thousand dashes', around(`:61:260105C1,NTRFX\r\n:86:x\r\n${'-\r\n'.repeat(100_000)}`)],
    ['a hundred thousand reference tags', ':20:A\r\n'.repeat(100_000)],
    ['fifty thousand empty messages', around('').repeat(50_000)],
    ['ten thousand statements without balances', ':20:A\r\n:25:NL1\r\n:61:260105C1,NTRFX\r\n-\r\n'.repeat(10_000)],
    ['ten thousand equal statements', around(':61:260105C1,NTRFX').repeat(10_000)],
  ])('%s is read or refused before the test runs out of time', { timeout: 20_000 }, (_, text) => {
    const bytes = new TextEncoder().encode(text);
    try {
      readMt940(bytes);
    } catch (error) {
      if (!(error instanceof FormatRefusal)) throw error;
    }
  });
});
