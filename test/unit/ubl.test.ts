import { describe, expect, it } from 'vitest';
import { FormatRefusal } from '#shared/formats/problem.ts';
import { readUbl } from '#shared/formats/ubl/read.ts';
import type { OwnParty, UblInvoice } from '#shared/formats/ubl/reading.ts';
import { bytesOf, credits, nlcius, party, tax, totals, transfer, type UblParts, ublText } from './ubl-text.ts';

const read = (parts: UblParts, us: OwnParty | null = null) => readUbl(bytesOf(ublText(parts)), us);

function only(parts: UblParts): UblInvoice {
  const { invoices } = read(parts);
  expect(invoices).toHaveLength(1);
  return invoices[0]!;
}

const codes = (parts: UblParts, us: OwnParty | null = null) => read(parts, us).warnings.map(({ code }) => code);

/** Code of the refusal, and its line. */
function refusal(text: string, us: OwnParty | null = null): string {
  try {
    readUbl(bytesOf(text), us);
  } catch (error) {
    if (error instanceof FormatRefusal) return error.problem.code;
    throw error;
  }
  return 'read';
}

const paid = (amount: string) => `<cbc:PrepaidAmount currencyID="EUR">${amount}</cbc:PrepaidAmount>`;
const rounded = (amount: string) => `<cbc:PayableRoundingAmount currencyID="EUR">${amount}</cbc:PayableRoundingAmount>`;

describe('what an invoice says', () => {
  it('number, dates, amounts, parties, account and reference, without a warning', () => {
    const { invoices, warnings, encoding } = read({});
    expect([warnings, encoding]).toEqual([[], 'utf-8']);
    expect(invoices[0]).toMatchObject({
      root: 'Invoice',
      number: 'F-1',
      kind: 'invoice',
      date: '2026-10-01',
      dueDate: '2026-10-31',
      total: 12_100,
      open: 12_100,
      vat: 2100,
      currency: 'EUR',
      payeeIbans: ['NL91ABNA0417164300'],
      paymentReference: 'F-1',
      directDebit: null,
      supplier: { name: 'Drukkerij Noord B.V.', kvk: '11111111' },
      customer: {
        name: 'Bakkerij Zuid B.V.',
        kvk: '22222222',
        street: 'Kade 1',
        postalCode: '8011 AB',
        city: 'Zwolle',
        country: 'NL',
      },
      lines: 1,
    });
  });

  it.each([
    [
      'prefixes of another name',
      (text: string) =>
        text
          .replaceAll('cbc:', 'ns2:')
          .replaceAll('cac:', 'q1:')
          .replaceAll('xmlns:cbc', 'xmlns:ns2')
          .replaceAll('xmlns:cac', 'xmlns:q1'),
    ],
    [
      'a prefix on the root',
      (text: string) => text.replaceAll(/<(\/?)Invoice/g, '<$1doc:Invoice').replace('xmlns=', 'xmlns:doc='),
    ],
    [
      'no namespaces at all',
      (text: string) => text.replaceAll(/ xmlns(?::\w+)?="[^"]*"/g, '').replaceAll(/(<\/?)\w+:/g, '$1'),
    ],
    [
      'an SBDH envelope',
      (text: string) =>
        `<sh:StandardBusinessDocument xmlns:sh="http://www.unece.org/cefact/namespaces/StandardBusinessDocumentHeader"><sh:StandardBusinessDocumentHeader><sh:DocumentIdentification><sh:Type>Invoice</sh:Type></sh:DocumentIdentification></sh:StandardBusinessDocumentHeader>${text.replace(/<\?xml.*?\?>/, '')}</sh:StandardBusinessDocument>`,
    ],
    ['an unknown customization', (text: string) => text.replace(nlcius, 'urn:voorbeeld:eigen:9.9')],
    [
      'a comment and a stylesheet before it',
      (text: string) => text.replace('?>', '?><?xml-stylesheet href="x.xsl"?><!-- <Order/> -->'),
    ],
  ])('is the same under %s', (_, change) => {
    const { invoices } = readUbl(bytesOf(change(ublText({}))));
    expect(invoices).toHaveLength(1);
    expect(invoices[0]).toMatchObject({
      number: 'F-1',
      open: 12_100,
      dueDate: '2026-10-31',
      customer: { kvk: '22222222' },
    });
  });

  it('the customization is shown as it is', () => {
    expect(only({ customization: 'urn:voorbeeld:eigen:9.9' }).customization).toBe('urn:voorbeeld:eigen:9.9');
  });

  it('several documents in an envelope are read one by one, and one that is refused leaves the others', () => {
    const bare = (parts: UblParts) => ublText(parts).replace(/<\?xml.*?\?>/, '');
    const text = `<facturen>${bare({ number: 'A' })}${bare({ number: '' })}${bare({ root: 'CreditNote', number: 'C', references: credits('A') })}</facturen>`;
    const { invoices, refused } = readUbl(bytesOf(text));
    expect(invoices.map(({ number, open }) => [number, open])).toEqual([
      ['A', 12_100],
      ['C', -12_100],
    ]);
    expect(refused.map(({ code }) => code)).toEqual(['ubl-no-number']);
  });
});

const means = (due: string, account = '') =>
  `<cac:PaymentMeans><cbc:PaymentMeansCode>30</cbc:PaymentMeansCode>${due}${account}</cac:PaymentMeans>`;
const paymentDue = (date: string) => `<cbc:PaymentDueDate>${date}</cbc:PaymentDueDate>`;
const account = (id: string) => `<cac:PayeeFinancialAccount><cbc:ID>${id}</cbc:ID></cac:PayeeFinancialAccount>`;

describe('due dates', () => {
  it.each<[string, UblParts, string | null, string[]]>([
    ['on the invoice', {}, '2026-10-31', []],
    [
      'on the invoice before the one with the means of payment',
      { means: means(paymentDue('2026-11-30')) },
      '2026-10-31',
      [],
    ],
    ['with the means of payment', { due: '', means: means(paymentDue('2026-11-15')) }, '2026-11-15', []],
    [
      'the earliest of two',
      { due: '', means: means(paymentDue('2026-12-15')) + means(paymentDue('2026-11-15')) },
      '2026-11-15',
      ['ubl-due-several'],
    ],
    ['with a zone', { due: '2026-10-31+01:00' }, '2026-10-31', []],
    ['as a moment', { due: '2026-10-31T00:00:00' }, '2026-10-31', []],
    ['nowhere: never made up', { due: '' }, null, []],
    [
      'only in words: never made up',
      { due: '', means: `${transfer}<cac:PaymentTerms><cbc:Note>Binnen 14 dagen</cbc:Note></cac:PaymentTerms>` },
      null,
      [],
    ],
    ['a day that does not exist', { due: '2026-02-30' }, null, ['ubl-date']],
    ['in another order', { due: '31-10-2026' }, null, ['ubl-date']],
    ['before the invoice date', { due: '2026-09-01' }, '2026-09-01', ['ubl-due-early']],
  ])('%s', (_, parts, due, warned) => {
    expect([only(parts).dueDate, codes(parts)]).toEqual([due, warned]);
  });

  it('an issue date that is none is left empty, with the line', () => {
    expect(only({ date: 'gisteren' }).date).toBeNull();
    expect(read({ date: 'gisteren' }).warnings).toMatchObject([
      { code: 'ubl-date', row: 5, params: { text: 'gisteren' } },
    ]);
  });
});

describe('amounts', () => {
  const negative = totals('-100.00', '-121.00', '-121.00');
  const minus =
    '<cac:InvoiceLine><cbc:LineExtensionAmount currencyID="EUR">-100.00</cbc:LineExtensionAmount></cac:InvoiceLine>';
  it.each<[string, UblParts, [number, number, string], string[]]>([
    [
      'a credit note is given back',
      { root: 'CreditNote', references: credits('F-0') },
      [-12_100, -12_100, 'credit'],
      [],
    ],
    [
      'a negative invoice keeps its sign',
      { totals: negative, tax: tax('-21.00'), lines: minus },
      [-12_100, -12_100, 'credit'],
      [],
    ],
    [
      'a negative credit note gives back, and is told',
      {
        root: 'CreditNote',
        references: credits('F-0'),
        totals: negative,
        tax: tax('-21.00'),
        lines: minus.replaceAll('Invoice', 'CreditNote'),
      },
      [-12_100, -12_100, 'credit'],
      ['ubl-negative-credit'],
    ],
    [
      'a credit note of which more was settled leaves a claim, and is told',
      { root: 'CreditNote', references: credits('F-0'), totals: totals('100.00', '121.00', '-29.00', paid('150.00')) },
      [-12_100, 2900, 'invoice'],
      ['ubl-credit-claim'],
    ],
    [
      'type 381 on an invoice is a credit note, and told',
      { type: '381', references: credits('F-0') },
      [-12_100, -12_100, 'credit'],
      ['ubl-credit-as-invoice'],
    ],
    [
      'so is a factored one (396)',
      { type: '396', references: credits('F-0') },
      [-12_100, -12_100, 'credit'],
      ['ubl-credit-as-invoice'],
    ],
    [
      'what was paid before is no longer open',
      { totals: totals('100.00', '121.00', '71.00', paid('50.00')) },
      [12_100, 7100, 'invoice'],
      [],
    ],
    ['rounding', { totals: totals('100.00', '121.00', '121.02', rounded('0.02')) }, [12_100, 12_102, 'invoice'], []],
    [
      'all paid before: nothing open, and told',
      { totals: totals('100.00', '121.00', '0.00', paid('121.00')) },
      [12_100, 0, 'invoice'],
      ['ubl-paid'],
    ],
    [
      'no amount to pay stated',
      { totals: totals('100.00', '121.00', '', paid('21.00')) },
      [12_100, 10_000, 'invoice'],
      ['ubl-payable-missing'],
    ],
    [
      'only an amount to pay',
      { totals: '<cbc:PayableAmount>121</cbc:PayableAmount>', lines: '' },
      [12_100, 12_100, 'invoice'],
      [],
    ],
    [
      'five decimals are rounded half up, and told',
      { totals: totals('100.00', '121.00', '121.00499') },
      [12_100, 12_100, 'invoice'],
      ['ubl-fraction'],
    ],
    [
      'zeros behind the cents are nothing',
      { totals: totals('100.0000', '121.00000', '121.00') },
      [12_100, 12_100, 'invoice'],
      [],
    ],
    ['a decimal comma', { totals: totals('100,00', '121,00', '121,00') }, [12_100, 12_100, 'invoice'], []],
    ['a plus and leading zeros', { totals: totals('+100', '+0121.0', '00121') }, [12_100, 12_100, 'invoice'], []],
  ])('%s', (_, parts, [total, open, kind], warned) => {
    const invoice = only(parts);
    expect([invoice.total, invoice.open, invoice.kind, codes(parts)]).toEqual([total, open, kind, warned]);
  });

  it.each<[string, UblParts, string]>([
    [
      'to pay against total, prepayment and rounding',
      { totals: totals('100.00', '121.00', '120.00') },
      'ubl-sum-payable',
    ],
    ['exclusive and VAT against inclusive', { tax: tax('20.00') }, 'ubl-sum-inclusive'],
    [
      'lines against their sum',
      { lines: '<cac:InvoiceLine><cbc:LineExtensionAmount>99.98</cbc:LineExtensionAmount></cac:InvoiceLine>' },
      'ubl-sum-lines',
    ],
    [
      'lines, allowances and charges against exclusive',
      { totals: totals('100.00', '121.00', '121.00', '<cbc:AllowanceTotalAmount>5.00</cbc:AllowanceTotalAmount>') },
      'ubl-sum-exclusive',
    ],
  ])('a total that does not follow warns with both amounts: %s', (_, parts, code) => {
    const { invoices, warnings } = read(parts);
    expect(invoices).toHaveLength(1);
    expect(warnings).toMatchObject([
      { code, params: { number: 'F-1', given: expect.stringContaining('€'), computed: expect.stringContaining('€') } },
    ]);
  });

  it.each<[string, string, number | null]>([
    ['the one in the currency of the invoice', tax('15.00', 'USD') + tax('21.00'), 2100],
    ['the sum, when the total holds it', tax('20.00') + tax('1.00'), 2100],
    ['the first, when the total does not', tax('21.00') + tax('1.00'), 2100],
    ['one without a currency', '<cac:TaxTotal><cbc:TaxAmount>21.00</cbc:TaxAmount></cac:TaxTotal>', 2100],
    ['none in the currency of the invoice', tax('15.00', 'USD'), null],
    ['no VAT at all', '', null],
  ])('of several VAT totals: %s', (_, stated, vat) => {
    expect(only({ tax: stated }).vat).toBe(vat);
  });

  it('is in the currency of the document; one that differs is told', () => {
    const parts = { currency: 'EUR', totals: totals('100.00', '121.00', '121.00', '', 'USD') };
    expect([only(parts).currency, codes(parts)]).toEqual(['EUR', ['ubl-two-currencies']]);
    expect(
      only({ currency: '', totals: totals('100.00', '121.00', '121.00', '', 'USD'), tax: tax('21.00', 'USD') })
        .currency,
    ).toBe('USD');
    const bare = { currency: '', totals: '<cbc:PayableAmount>121.00</cbc:PayableAmount>' };
    expect([only(bare).currency, codes(bare)]).toEqual(['EUR', ['ubl-no-currency']]);
  });
});

describe('payment', () => {
  it('accounts of every means, once, without spaces; one that is no IBAN as it is', () => {
    const several =
      means('', account('nl91 abna 0417 1643 00')) +
      means('', account('NL91ABNA0417164300')) +
      means('', account('Giro 12345'));
    expect(only({ means: several }).payeeIbans).toEqual(['NL91ABNA0417164300', 'Giro12345']);
  });

  it.each(['49', '59'])('means %s is collected, with mandate and account', (code) => {
    const debit = `<cac:PaymentMeans><cbc:PaymentMeansCode>${code}</cbc:PaymentMeansCode><cac:PaymentMandate><cbc:ID>M-77</cbc:ID>
      <cac:PayerFinancialAccount><cbc:ID>NL20INGB0001234567</cbc:ID></cac:PayerFinancialAccount></cac:PaymentMandate></cac:PaymentMeans>`;
    expect(only({ means: debit }).directDebit).toEqual({ mandate: 'M-77', account: 'NL20INGB0001234567' });
  });

  it('another party to be paid is told: the claim may be sold', () => {
    const payee = (name: string) =>
      `<cac:PayeeParty><cac:PartyName><cbc:Name>${name}</cbc:Name></cac:PartyName></cac:PayeeParty>`;
    expect(codes({ head: payee('Factorbank N.V.') })).toEqual(['ubl-payee']);
    expect(codes({ head: payee('Drukkerij Noord B.V.') })).toEqual([]);
  });

  it('references of the customer; what fills an obliged field is left out', () => {
    const both =
      '<cbc:BuyerReference>Afd. 3</cbc:BuyerReference><cac:OrderReference><cbc:ID>PO-77</cbc:ID></cac:OrderReference>';
    expect(only({ head: both })).toMatchObject({ buyerReference: 'Afd. 3', orderReference: 'PO-77' });
    expect(only({ head: both.replace('PO-77', 'n.v.t.').replace('Afd. 3', 'N/A') })).toMatchObject({
      buyerReference: null,
      orderReference: null,
    });
  });
});

describe('what is refused, by name', () => {
  it.each([
    ['no number', ublText({ number: ' ' }), 'ubl-no-number'],
    ['no amount at all', ublText({ totals: '' }), 'ubl-no-amount'],
    ['an amount that is none', ublText({ totals: totals('100.00', '121.00', 'gratis') }), 'ubl-amount'],
    ['an amount beyond what money is', ublText({ totals: totals('1', '1', '9'.repeat(30)) }), 'ubl-amount'],
    ['no customer', ublText({ customer: '' }), 'ubl-no-customer'],
    ['a pro forma invoice', ublText({ type: '325' }), 'ubl-proforma'],
    [
      'CII',
      '<rsm:CrossIndustryInvoice xmlns:rsm="urn:un:unece:uncefact:data:standard:CrossIndustryInvoice:100"/>',
      'ubl-cii',
    ],
    ['an order', '<Order xmlns="urn:oasis:names:specification:ubl:schema:xsd:Order-2"><ID>1</ID></Order>', 'ubl-other'],
    ['XML of something else', '<auditfile><header/></auditfile>', 'ubl-none'],
    ['an Invoice that is no UBL', '<Invoice><regel>1</regel></Invoice>', 'ubl-none'],
    [
      'a DOCTYPE',
      ublText({}).replace('?>', '?><!DOCTYPE Invoice [<!ENTITY x SYSTEM "file:///etc/passwd">]>'),
      'xml-doctype',
    ],
    ['a file that is cut off', ublText({}).slice(0, 1500), 'xml-truncated'],
    ['an empty file', '', 'xml-no-root'],
  ])('%s', (_, text, code) => {
    expect(refusal(text)).toBe(code);
  });

  it('bytes that are not the declared UTF-8 are read, and told', () => {
    const text = ublText({ customer: party('Caf\xe9 Zuid', '22222222') });
    const { invoices, warnings } = readUbl(Uint8Array.from(text, (char) => char.charCodeAt(0)));
    expect([invoices[0]!.customer.name, warnings.map(({ code }) => code)]).toEqual(['Café Zuid', ['encoding-false']]);
  });
});
