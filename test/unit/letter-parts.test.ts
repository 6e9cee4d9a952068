import { inflateSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { addressBlock, placeLine } from '#electron/letters/address-block.ts';
import { printable } from '#electron/letters/composer.ts';
import { qrBlocks } from '#electron/letters/epc-qr.ts';
import { groupedIban } from '#electron/letters/letterhead.ts';
import { logoForPrint } from '#electron/letters/logo.ts';
import { accentOf } from '#electron/letters/look.ts';
import { paymentLinkOf } from '#electron/letters/payment-panel.ts';
import { invoiceLine, letterPlan, logoPng } from '#test/golden/letter-plans.ts';
import { letterTexts } from '../../assets/letters/index.ts';

const labels = letterTexts.nl.labels;
const debtor = letterPlan().debtor;
const address = { street: 'Kade 1', postalCode: '3011ab', city: 'Rotterdam', country: 'NL' };

describe('address', () => {
  it.each([
    [{ ...address }, '3011 AB\u00a0\u00a0ROTTERDAM'],
    [{ ...address, postalCode: '3011 AB', city: "'s-Hertogenbosch" }, "3011 AB\u00a0\u00a0'S-HERTOGENBOSCH"],
    [{ ...address, postalCode: '', city: 'Rotterdam' }, 'ROTTERDAM'],
    [{ ...address, postalCode: '75002', city: 'Paris', country: 'FR' }, '75002 PARIS'],
  ])('%j → %s', (given, line) => expect(placeLine(given)).toBe(line));

  it('has at most five lines; attention gives way first', () => {
    const lines = addressBlock(
      letterPlan({ channels: ['registered'], debtor: { ...debtor, address: { ...address, country: 'BE' } } }),
      labels,
    );
    expect(lines).toEqual(['AANGETEKEND', debtor.name, 'Kade 1', '3011ab ROTTERDAM', 'BELGIË']);
  });

  it('a debtor without an address has a name only', () => {
    expect(addressBlock(letterPlan({ debtor: { ...debtor, address: null, contact: null } }), labels)).toEqual([
      debtor.name,
    ]);
  });
});

describe('QR code of a payment', () => {
  it('stays within version 13 for the longest payload there can be', () => {
    expect(qrBlocks('N'.repeat(331)).size).toBeLessThanOrEqual(69);
  });

  it('draws the three finder patterns', () => {
    const { size, blocks } = qrBlocks('BCD');
    for (const [x, y] of [
      [0, 0],
      [size - 7, 0],
      [0, size - 7],
    ]) {
      expect(blocks).toContainEqual({ x, y, width: 7, height: 1 });
    }
  });
});

describe('payment link', () => {
  const links = (...paymentLinks: (string | null)[]) =>
    paymentLinkOf(letterPlan({ items: paymentLinks.map((paymentLink, n) => invoiceLine(n + 1, { paymentLink })) }));
  it.each([
    [['https://pay.example/a'], 'https://pay.example/a'],
    [['https://pay.example/a', 'https://pay.example/a'], 'https://pay.example/a'],
    [['https://pay.example/a', 'https://pay.example/b'], null],
    [['https://pay.example/a', null], null],
    [['http://pay.example/a'], null],
    [['javascript:alert(1)'], null],
    [['https://user:secret@pay.example/a'], null],
    [['no address'], null],
  ])('%j → %s', (given, link) => expect(links(...given)).toBe(link));
});

describe('letterhead', () => {
  it('groups an IBAN in fours', () =>
    expect(groupedIban('NL91ABNA0417164300').replaceAll('\u00a0', ' ')).toBe('NL91 ABNA 0417 1643 00'));

  it.each([
    ['#0f5c4d', '#0f5c4d'],
    ['#ffee00', '#1f3b57'],
    ['red', '#1f3b57'],
    [null, '#1f3b57'],
  ])('accent %s prints as %s', (given, color) => expect(accentOf(given)).toBe(color));

  it('lays an RGBA logo on white', () => {
    const url = logoForPrint(logoPng()) ?? '';
    const png = Buffer.from(url.split(',')[1] ?? '', 'base64');
    expect(png[25]).toBe(2);
    const data = png.indexOf('IDAT');
    const pixels = inflateSync(png.subarray(data + 4, data + 4 + png.readUInt32BE(data - 4)));
    expect([...pixels.subarray(1, 4)]).toEqual([255, 255, 255]);
    const middle = 36 * (240 * 3 + 1) + 1 + 36 * 3;
    expect([...pixels.subarray(middle, middle + 3)]).toEqual([15, 92, 77]);
  });

  it.each([
    ['text', Buffer.from('<svg/>')],
    ['a torn PNG', Buffer.from(logoPng().subarray(0, 40))],
  ])('refuses %s as a logo', (_, bytes) => expect(logoForPrint(bytes)).toBeNull());

  it('prints composed letters on one line, without direction overrides', () => {
    expect(printable('Jose\u0301\r\nPe\u202erez\u0000')).toBe('José Perez ');
  });
});
