import { describe, expect, it } from 'vitest';
import { readMt940 } from '#shared/formats/bank/mt940/read.ts';
import { around, codesOf, onlyLine, refusalOf } from '#test/unit/mt940-text.ts';

describe('what is no MT940', () => {
  it.each([
    ['nothing', '', 'het bestand is leeg'],
    ['a table', 'Datum;Bedrag\n05-01-2026;5,00\n', 'dit is geen MT940-bestand'],
    ['XML', '<?xml version="1.0"?><Document/>', 'dit is geen MT940-bestand'],
    ['another message', ':20:A\n:32A:260105EUR5,\n:50K:X\n:59:Y\n', 'dit is geen MT940-bestand'],
  ])('%s is refused', (_, text, words) => {
    expect(refusalOf(text)).toContain(words);
  });

  it('more transactions than fit in memory are refused, with what to do', () => {
    expect(refusalOf(around(':61:260105C5,NTRFX\r\n'.repeat(500_001)))).toBe(
      'bank.940, rij 500005: het bestand heeft meer dan 500.000 transacties; meer worden er niet in één keer gelezen. Download een kortere periode.',
    );
  });

  it.each([
    ['in one line', 'x'.repeat(1_000_001)],
    ['in many', 'regel tekst\r\n'.repeat(100_000)],
  ])('a text of more than a million characters %s is refused where it begins', (_, text) => {
    expect(refusalOf(around(`:61:260105C5,NTRFX\r\n:86:${text}`))).toMatch(
      /^bank\.940, rij 6: deze regel is [\d.]+ tekens lang\. Zo lang is geen regel van een bank; download het bestand opnieuw\.$/,
    );
  });

  it('reading stops when asked', () => {
    const many = around(':61:260105C5,NTRFX\r\n:86:x\r\n'.repeat(10_000));
    const bytes = new TextEncoder().encode(many);
    expect(() => readMt940(bytes, { isCancelled: () => true })).toThrow('cancelled');
    let seen = 0;
    readMt940(bytes, {
      onProgress: (read) => {
        expect(read).toBeGreaterThan(seen);
        seen = read;
      },
    });
    expect(seen).toBe(bytes.length);
  });
});

describe('letters and tags of older files', () => {
  const bytes = (...letters: readonly number[]) => {
    const [before, after] = around(':61:2601050105C1,NTRFNONREF\r\n:86:/ORDP//NAME/#/REMI/F 1').split('#');
    const encoder = new TextEncoder();
    return new Uint8Array([...encoder.encode(before), ...letters, ...encoder.encode(after)]);
  };
  const nameIn = (file: Uint8Array) => {
    const reading = readMt940(file);
    const isDamaged = codesOf(reading).includes('bank-mojibake');
    return [reading.encoding, reading.statements[0]!.transactions[0]!.counterpartyName, isDamaged];
  };

  it('code page 850 where its letters can be nothing else', () => {
    expect(nameIn(bytes(0x43, 0x61, 0x66, 0x82, 0x20, 0x5a, 0x6f, 0x89))).toEqual(['cp850', 'Café Zoë', false]);
    expect(nameIn(bytes(0x43, 0x61, 0x66, 0xe9, 0x20, 0x41, 0x92, 0x61))).toEqual(['windows-1252', 'Café A’a', false]);
    expect(nameIn(bytes(0x41, 0x96, 0x42, 0x20, 0x93, 0x43, 0x94))).toEqual(['windows-1252', 'A–B “C”', false]);
  });

  it.each([
    [':NS: alone', ':NS:01Factuur 2026-0001 en 2026-00\r\n0202 van januari\r\n15Jansen Bouw\r\n34NL20INGB0001234567'],
    [
      ':86: behind :NS: says it again',
      ':NS:01iets anders\r\n15Jansen\r\n:86:166?20Factuur 2026-0001 en 2026-00?2102 van januari?31NL20INGB0001234567?32Jansen Bouw',
    ],
    [
      ':NS: behind :86:',
      ':86:166?20Factuur 2026-0001 en 2026-00?2102 van januari?31NL20INGB0001234567?32Jansen Bouw\r\n:NS:01iets anders',
    ],
  ])('%s', (_, said) => {
    expect(onlyLine(around(`:61:2601050105C1,NTRFNONREF\r\n${said}`))).toMatchObject({
      counterpartyName: 'Jansen Bouw',
      counterpartyIban: 'NL20INGB0001234567',
      remittance: 'Factuur 2026-0001 en 2026-0002 van januari',
    });
  });
});
