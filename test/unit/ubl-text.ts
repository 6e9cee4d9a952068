/** Parts of an invoice a test may change; the rest is a plain Dutch invoice of € 121.00. */
export interface UblParts {
  readonly root?: 'Invoice' | 'CreditNote';
  readonly customization?: string;
  readonly number?: string;
  readonly date?: string;
  readonly due?: string;
  readonly type?: string;
  readonly currency?: string;
  /** Elements after the currency. */
  readonly head?: string;
  readonly references?: string;
  readonly supplier?: string;
  readonly customer?: string;
  readonly means?: string;
  readonly tax?: string;
  readonly totals?: string;
  readonly lines?: string;
}

const families = 'urn:oasis:names:specification:ubl:schema:xsd';
export const nlcius = 'urn:cen.eu:en16931:2017#compliant#urn:fdc:nen.nl:nlcius:v1.0';

/** A party of the Netherlands, whole. */
export function party(name: string, kvk: string, more = ''): string {
  return `<cac:Party><cbc:EndpointID schemeID="0106">${kvk}</cbc:EndpointID>${more}<cac:PostalAddress><cbc:StreetName>Kade 1</cbc:StreetName>
    <cbc:CityName>Zwolle</cbc:CityName><cbc:PostalZone>8011 AB</cbc:PostalZone><cac:Country><cbc:IdentificationCode>NL</cbc:IdentificationCode></cac:Country></cac:PostalAddress>
    <cac:PartyLegalEntity><cbc:RegistrationName>${name}</cbc:RegistrationName><cbc:CompanyID schemeID="0106">${kvk}</cbc:CompanyID></cac:PartyLegalEntity></cac:Party>`;
}

export const transfer = `<cac:PaymentMeans><cbc:PaymentMeansCode>30</cbc:PaymentMeansCode><cbc:PaymentID>F-1</cbc:PaymentID>
  <cac:PayeeFinancialAccount><cbc:ID>NL91 ABNA 0417 1643 00</cbc:ID></cac:PayeeFinancialAccount></cac:PaymentMeans>`;

/** The totals of a document, in order: lines, exclusive, inclusive, then what stands between and what is to be paid. */
export function totals(exclusive: string, inclusive: string, payable: string, between = '', currency = 'EUR'): string {
  const amount = (name: string, value: string) => `<cbc:${name} currencyID="${currency}">${value}</cbc:${name}>`;
  return `${amount('LineExtensionAmount', exclusive)}${amount('TaxExclusiveAmount', exclusive)}${amount('TaxInclusiveAmount', inclusive)}${between}${amount('PayableAmount', payable)}`;
}

export function tax(amount: string, currency = 'EUR'): string {
  return `<cac:TaxTotal><cbc:TaxAmount currencyID="${currency}">${amount}</cbc:TaxAmount></cac:TaxTotal>`;
}

/** A document from its parts. */
export function ublText(parts: UblParts = {}): string {
  const root = parts.root ?? 'Invoice';
  const type = parts.type ?? (root === 'Invoice' ? '380' : '381');
  const due = parts.due ?? (root === 'Invoice' ? '2026-10-31' : '');
  const line = root === 'Invoice' ? 'InvoiceLine' : 'CreditNoteLine';
  const lines =
    parts.lines ??
    `<cac:${line}><cbc:LineExtensionAmount currencyID="EUR">100.00</cbc:LineExtensionAmount></cac:${line}>`;
  return `<?xml version="1.0" encoding="UTF-8"?>
<${root} xmlns="${families}:${root}-2" xmlns:cac="${families}:CommonAggregateComponents-2" xmlns:cbc="${families}:CommonBasicComponents-2">
  <cbc:CustomizationID>${parts.customization ?? nlcius}</cbc:CustomizationID>
  <cbc:ID>${parts.number ?? 'F-1'}</cbc:ID>
  <cbc:IssueDate>${parts.date ?? '2026-10-01'}</cbc:IssueDate>
  ${due === '' ? '' : `<cbc:DueDate>${due}</cbc:DueDate>`}
  <cbc:${root}TypeCode>${type}</cbc:${root}TypeCode>
  <cbc:DocumentCurrencyCode>${parts.currency ?? 'EUR'}</cbc:DocumentCurrencyCode>
  ${parts.head ?? ''}
  ${parts.references ?? ''}
  <cac:AccountingSupplierParty>${parts.supplier ?? party('Drukkerij Noord B.V.', '11111111')}</cac:AccountingSupplierParty>
  <cac:AccountingCustomerParty>${parts.customer ?? party('Bakkerij Zuid B.V.', '22222222')}</cac:AccountingCustomerParty>
  ${parts.means ?? transfer}
  ${parts.tax ?? tax('21.00')}
  <cac:LegalMonetaryTotal>${parts.totals ?? totals('100.00', '121.00', '121.00')}</cac:LegalMonetaryTotal>
  ${lines}
</${root}>`;
}

export function credits(number: string): string {
  return `<cac:BillingReference><cac:InvoiceDocumentReference><cbc:ID>${number}</cbc:ID></cac:InvoiceDocumentReference></cac:BillingReference>`;
}

export function embedded(mime: string, fileName: string, base64: string): string {
  return `<cac:AdditionalDocumentReference><cbc:ID>bijlage-1</cbc:ID><cac:Attachment>
    <cbc:EmbeddedDocumentBinaryObject mimeCode="${mime}" filename="${fileName}">${base64}</cbc:EmbeddedDocumentBinaryObject></cac:Attachment></cac:AdditionalDocumentReference>`;
}

export const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);
