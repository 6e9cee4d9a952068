import { describe, expect, it } from 'vitest';
import { FormatRefusal } from '#shared/formats/problem.ts';
import { readUbl } from '#shared/formats/ubl/read.ts';
import type { OwnParty, UblParty } from '#shared/formats/ubl/reading.ts';
import { bytesOf, credits, embedded, party, type UblParts, ublText } from './ubl-text.ts';

const read = (parts: UblParts, us: OwnParty | null = null) => readUbl(bytesOf(ublText(parts)), us);
const customer = (xml: string): UblParty => read({ customer: xml }).invoices[0]!.customer;
const codes = (parts: UblParts, us: OwnParty | null = null) => read(parts, us).warnings.map(({ code }) => code);

const nl =
  '<cac:PostalAddress><cac:Country><cbc:IdentificationCode>NL</cbc:IdentificationCode></cac:Country></cac:PostalAddress>';
const inParty = (xml: string) =>
  `<cac:Party>${xml}<cac:PartyName><cbc:Name>Klant</cbc:Name></cac:PartyName></cac:Party>`;
const identified = (scheme: string, value: string) =>
  `<cac:PartyIdentification><cbc:ID${scheme && ` schemeID="${scheme}"`}>${value}</cbc:ID></cac:PartyIdentification>`;
const legal = (scheme: string, value: string) =>
  `<cac:PartyLegalEntity><cbc:CompanyID${scheme && ` schemeID="${scheme}"`}>${value}</cbc:CompanyID></cac:PartyLegalEntity>`;
const vat = (value: string, scheme = 'VAT') =>
  `<cac:PartyTaxScheme><cbc:CompanyID>${value}</cbc:CompanyID><cac:TaxScheme><cbc:ID>${scheme}</cbc:ID></cac:TaxScheme></cac:PartyTaxScheme>`;
const address = (xml: string) => inParty(`<cac:PostalAddress>${xml}</cac:PostalAddress>`);
const oin = '00000001003214345000';

describe('numbers of a party', () => {
  it.each<[string, string, Partial<UblParty>]>([
    ['KvK by its list', legal('0106', '1234 5678'), { kvk: '12345678', code: null }],
    ['KvK by the list of SI-UBL 1', legal('NL:KVK', '12345678'), { kvk: '12345678' }],
    ['KvK as identification', identified('0106', '12345678'), { kvk: '12345678', code: null }],
    ['KvK as address', '<cbc:EndpointID schemeID="0106">12345678</cbc:EndpointID>', { kvk: '12345678' }],
    ['eight digits of a Dutch company without a list', nl + legal('', '12345678'), { kvk: '12345678' }],
    ['eight digits of a company elsewhere', nl.replace('NL', 'BE') + legal('', '12345678'), { kvk: null }],
    ['seven digits are no KvK number', legal('0106', '1234567'), { kvk: null }],
    ['OIN by its list', legal('0190', oin), { oin, kvk: null }],
    ['VAT id with dots', vat('NL8200.98.395.B.01'), { vatId: 'NL820098395B01' }],
    ['VAT id without its country', nl + vat('820098395B01'), { vatId: 'NL820098395B01' }],
    [
      'VAT id as address',
      '<cbc:EndpointID schemeID="9944">NL820098395B01</cbc:EndpointID>',
      { vatId: 'NL820098395B01' },
    ],
    ['VAT id beside another tax number', vat('12.34', 'LOC') + vat('NL820098395B01'), { vatId: 'NL820098395B01' }],
    ['a code of the supplier', identified('', 'D1001'), { code: 'D1001' }],
    ['a code that fills the field', identified('', 'n/a'), { code: null }],
    ['a number of everyone (GLN) is no code', identified('0088', '5790000436101'), { code: null }],
    [
      'the KvK number without its list is no code',
      nl + legal('', '12345678') + identified('', '12345678'),
      { code: null },
    ],
  ])('%s', (_, xml, wanted) => {
    expect(customer(inParty(xml))).toMatchObject(wanted);
  });

  it('the account number of the customer at the supplier is its code', () => {
    const xml = `<cbc:SupplierAssignedAccountID>10023</cbc:SupplierAssignedAccountID>${inParty(identified('', 'X'))}`;
    expect(customer(xml).code).toBe('10023');
  });
});

describe('name, address and contact', () => {
  it.each<[string, string, string | null]>([
    [
      'street and number apart',
      '<cbc:StreetName>Kade</cbc:StreetName><cbc:BuildingNumber>12a</cbc:BuildingNumber>',
      'Kade 12a',
    ],
    [
      'the number on the second line',
      '<cbc:StreetName>Kade</cbc:StreetName><cbc:AdditionalStreetName>12 a</cbc:AdditionalStreetName>',
      'Kade 12 a',
    ],
    [
      'a second line of its own',
      '<cbc:StreetName>Kade 12</cbc:StreetName><cbc:AdditionalStreetName>3 hoog</cbc:AdditionalStreetName>',
      'Kade 12, 3 hoog',
    ],
    ['only a second line', '<cbc:AdditionalStreetName>Kade 12</cbc:AdditionalStreetName>', 'Kade 12'],
    ['a free line', '<cac:AddressLine><cbc:Line>Kade 12</cbc:Line></cac:AddressLine>', 'Kade 12'],
    ['a box', '<cbc:Postbox>77</cbc:Postbox>', 'Postbus 77'],
    ['nothing', '<cbc:CityName>Zwolle</cbc:CityName>', null],
  ])('%s', (_, xml, street) => {
    expect(customer(address(xml)).street).toBe(street);
  });

  it('the registered name, else the trading name, else the person', () => {
    const trading = '<cac:PartyName><cbc:Name>Zuid</cbc:Name></cac:PartyName>';
    const registered =
      '<cac:PartyLegalEntity><cbc:RegistrationName>Bakkerij Zuid B.V.</cbc:RegistrationName></cac:PartyLegalEntity>';
    const person = '<cac:Person><cbc:FirstName>Jan</cbc:FirstName><cbc:FamilyName>Bakker</cbc:FamilyName></cac:Person>';
    const name = (xml: string) => customer(`<cac:Party>${xml}</cac:Party>`).name;
    expect([name(trading + registered), name(trading), name(person)]).toEqual([
      'Bakkerij Zuid B.V.',
      'Zuid',
      'Jan Bakker',
    ]);
  });

  it('a name without characters that turn or hide text, on one line', () => {
    expect(customer(party('Bak\u202ekerij\n  Zuid\u200b', '22222222')).name).toBe('Bakkerij Zuid');
  });

  it('e-mail and telephone of the contact, else the address the invoice is sent to', () => {
    const contact =
      '<cac:Contact><cbc:Name>A. de Wit</cbc:Name><cbc:Telephone>038-1234567</cbc:Telephone><cbc:ElectronicMail>Boek &lt;boek@example.nl&gt;</cbc:ElectronicMail></cac:Contact>';
    const endpoint = '<cbc:EndpointID schemeID="EM">post@example.nl</cbc:EndpointID>';
    expect(customer(inParty(endpoint + contact))).toMatchObject({
      contact: 'A. de Wit',
      phone: '038-1234567',
      email: 'boek@example.nl',
    });
    expect(customer(inParty(endpoint)).email).toBe('post@example.nl');
    expect(
      customer(inParty('<cac:Contact><cbc:ElectronicMail>geen</cbc:ElectronicMail></cac:Contact>')).email,
    ).toBeNull();
  });
});

describe('whose invoice it is', () => {
  const us: OwnParty = {
    name: 'Drukkerij Noord BV',
    kvk: '11111111',
    vatId: 'NL820098395B01',
    iban: 'NL20 INGB 0001 2345 67',
  };
  const others: UblParts = { supplier: party('Papier Oost B.V.', '33333333') };
  const codeOf = (parts: UblParts, own: OwnParty | null): string => {
    try {
      return codes(parts, own)[0] ?? 'ours';
    } catch (error) {
      if (error instanceof FormatRefusal) return error.problem.code;
      throw error;
    }
  };
  const toUs = { ...others, customer: party('Drukkerij Noord B.V.', '11111111') };
  const nameless = (name: string) => inParty('').replace('Klant', name);

  it.each<[string, UblParts, OwnParty | null, string]>([
    ['our KvK number as supplier', {}, us, 'ours'],
    ['our KvK number as customer: a purchase invoice', toUs, us, 'ubl-purchase'],
    [
      'our VAT id as customer',
      { ...others, customer: inParty(vat('NL820098395B01')) },
      { ...us, kvk: null },
      'ubl-purchase',
    ],
    [
      'our name as customer, in other writing',
      { ...others, customer: nameless('DRUKKERIJ NOORD b.v.') },
      us,
      'ubl-purchase',
    ],
    [
      'our name but another KvK number',
      { ...others, customer: party('Drukkerij Noord B.V.', '44444444') },
      us,
      'ubl-other-supplier',
    ],
    ['both are ours', { customer: party('Drukkerij Noord B.V.', '11111111') }, us, 'ours'],
    ['neither is ours', others, us, 'ubl-other-supplier'],
    ['neither, but it is paid to our account', others, { ...us, iban: 'NL91 ABNA 0417 1643 00' }, 'ours'],
    ['a purchase invoice that names our account', toUs, { ...us, iban: 'NL91ABNA0417164300' }, 'ubl-purchase'],
    ['without an administration nothing is compared', toUs, null, 'ours'],
  ])('%s', (_, parts, own, code) => {
    expect(codeOf(parts, own)).toBe(code);
  });

  it.each<[string, UblParts]>([
    ['type 389', { type: '389' }],
    ['type 261', { root: 'CreditNote', type: '261', references: credits('F-0') }],
    [
      'the customization',
      { customization: 'urn:cen.eu:en16931:2017#conformant#urn:fdc:peppol.eu:2017:poacc:selfbilling:3.0' },
    ],
  ])('self-billing by %s: the seller did not make it out, and that is told', (_, parts) => {
    expect(read(parts).invoices[0]!.isSelfBilled).toBe(true);
    expect(codes(parts)).toEqual(['ubl-self-billed']);
  });
});

describe('rules of the Netherlands', () => {
  const without = (what: RegExp) => party('Bakkerij Zuid B.V.', '22222222').replace(what, '');
  it.each<[string, UblParts, string[]]>([
    ['a credit note names its invoice', { root: 'CreditNote' }, ['ubl-no-reference']],
    [
      'an older credit note names it with what was wrong',
      {
        root: 'CreditNote',
        head: '<cac:DiscrepancyResponse><cbc:ReferenceID>F-0</cbc:ReferenceID></cac:DiscrepancyResponse>',
      },
      [],
    ],
    ['a corrected invoice names its invoice', { type: '384' }, ['ubl-no-reference']],
    ['an address is whole', { customer: without(/<cbc:PostalZone>.*?<\/cbc:PostalZone>/) }, ['ubl-address']],
    [
      'the supplier is registered',
      {
        supplier: inParty(
          nl.replace(
            '<cac:Country>',
            '<cbc:StreetName>K 1</cbc:StreetName><cbc:CityName>Z</cbc:CityName><cbc:PostalZone>8011 AB</cbc:PostalZone><cac:Country>',
          ),
        ),
      },
      ['ubl-registration'],
    ],
    [
      'a means of payment of elsewhere',
      { means: '<cac:PaymentMeans><cbc:PaymentMeansCode>10</cbc:PaymentMeansCode></cac:PaymentMeans>' },
      ['ubl-means'],
    ],
    [
      'older SI-UBL may name others',
      {
        customization: 'urn:www.simplerinvoicing.org:si-ubl:invoice:ver1.0.x',
        means: '<cac:PaymentMeans><cbc:PaymentMeansCode>31</cbc:PaymentMeansCode></cac:PaymentMeans>',
      },
      [],
    ],
    [
      'a supplier elsewhere has its own',
      {
        supplier: party('Print SA', '11111111').replace('>NL<', '>BE<'),
        means: '<cac:PaymentMeans><cbc:PaymentMeansCode>1</cbc:PaymentMeansCode></cac:PaymentMeans>',
      },
      [],
    ],
  ])('%s', (_, parts, wanted) => {
    expect(codes(parts)).toEqual(wanted);
  });
});

describe('files inside', () => {
  const pdf = Buffer.from('%PDF-1.4\nx\n%%EOF\n').toString('base64');
  const files = (references: string) => {
    const { invoices, warnings } = read({ references });
    return { files: invoices[0]!.attachments, codes: warnings.map(({ code }) => code) };
  };

  it('a PDF is kept, with line breaks in its base64', () => {
    const broken = pdf.replace(/(.{5})/g, '$1\r\n ');
    const [file] = files(embedded('application/pdf', 'factuur.pdf', broken)).files;
    expect(file).toMatchObject({ name: 'factuur.pdf', mime: 'application/pdf', size: 17 });
    expect(Buffer.from(file!.content!).toString()).toBe('%PDF-1.4\nx\n%%EOF\n');
  });

  it.each<[string, string]>([
    ['../../2026-0001.pdf', '2026-0001.pdf'],
    ['C:\\Users\\x\\factuur.pdf', 'factuur.pdf'],
    ['/etc/passwd', 'passwd.pdf'],
    ['factuur\u202efdp.exe', 'factuurfdp.exe.pdf'],
    ['con.pdf', '_con.pdf'],
    ['..', 'bijlage.pdf'],
    ['fac&lt;t&gt;u:u|r?*.PDF', 'fac-t-u-u-r--.PDF'],
    ['a\u0009b.pdf', 'a b.pdf'],
    ['', 'bijlage-1.pdf'],
    [`${'x'.repeat(300)}.pdf`, `${'x'.repeat(120)}.pdf`],
  ])('the name %j becomes %j', (given, name) => {
    expect(files(embedded('application/pdf', given, pdf)).files[0]!.name).toBe(name);
  });

  it.each<[string, string, string, boolean, string[]]>([
    ['a PDF that is called bytes', 'application/octet-stream', pdf, true, []],
    [
      'a PDF that is no PDF',
      'application/pdf',
      Buffer.from('<html>').toString('base64'),
      false,
      ['ubl-attachment-content'],
    ],
    ['a PNG that is a PDF', 'image/png', pdf, false, ['ubl-attachment-content']],
    ['a PNG', 'image/png', 'iVBORw0KGgo=', true, []],
    ['a JPEG', 'image/jpeg', '/9j/4AAQ', true, []],
    ['a type that no invoice holds', 'application/x-msdownload', 'TVqQAA==', false, ['ubl-attachment-type']],
    ['base64 with a letter that is none', 'application/pdf', 'JVBE!i0x', false, ['ubl-attachment-damaged']],
    ['base64 cut in a byte', 'application/pdf', `${pdf.slice(0, 12)}J`, false, ['ubl-attachment-damaged']],
    ['nothing', 'application/pdf', '', false, ['ubl-attachment-damaged']],
    ['more than may be kept', 'application/pdf', 'A'.repeat(30_000_000), false, ['ubl-attachment-large']],
  ])('%s', (_, mime, base64, isKept, warned) => {
    const found = files(embedded(mime, 'x.pdf', base64));
    expect([found.files.length, found.files[0]!.content !== null, found.codes]).toEqual([1, isKept, warned]);
  });

  it('an address elsewhere is shown, and nothing of it fetched', () => {
    const link =
      '<cac:AdditionalDocumentReference><cbc:ID>1</cbc:ID><cac:Attachment><cac:ExternalReference><cbc:URI>https://example.nl/f.pdf</cbc:URI></cac:ExternalReference></cac:Attachment></cac:AdditionalDocumentReference>';
    const [invoice] = read({ references: link }).invoices;
    expect([invoice!.links, invoice!.attachments]).toEqual([['https://example.nl/f.pdf'], []]);
  });
});
