/** Part of `formats`: what is wrong with an electronic invoice, or with a zip of them. */
export const invoiceFormats = {
  'archive-damaged': 'the packed file is damaged or incomplete. Make or download it again.',
  'archive-part-damaged': 'part "{{name}}" of the packed file is damaged. Make or download it again.',
  'archive-too-large': 'the packed file holds too many files or unpacks to too much. Divide it over several files.',
  'archive-unsafe': 'the packed file holds a name or link that points elsewhere ("{{name}}"). Nothing was unpacked.',
  'archive-encrypted': 'the packed file is protected by a password ("{{name}}"). Unpack it first.',
  'archive-method':
    'part "{{name}}" is packed in a way that is not read. Make the zip file again with the usual setting.',
  'archive-nested':
    '"{{name}}" is in a zip that is in a zip itself, and was not opened. Unpack it and choose it separately.',
  'archive-other': '"{{name}}" is no invoice and was not read. Choose the file separately.',
  'archive-no-invoices':
    'the packed file holds nothing that is read packed: invoices (UBL), statements or an audit file. Unpack it, and what is packed inside it, and choose the files separately.',
  'ubl-none': 'this is no electronic invoice or credit note in UBL; the file begins with "{{root}}".',
  'ubl-other': 'this is a UBL document of another kind ({{document}}). Only invoices and credit notes are read.',
  'ubl-cii':
    'this is an electronic invoice in CII (ZUGFeRD, Factur-X). Only UBL is read; enter the invoice by hand or ask for UBL.',
  'ubl-no-number': 'the invoice has no number and is not imported.',
  'ubl-no-customer': 'invoice {{number}} names no customer and is not imported.',
  'ubl-no-customer-name': 'invoice {{number}} does not name the customer.',
  'ubl-no-amount': 'invoice {{number}} states no total and no amount to pay, and is not imported.',
  'ubl-amount': '"{{text}}" at {{element}} is no amount. Ask for a new file.',
  'ubl-proforma': '{{number}} is a pro forma invoice and was not taken in: nothing is owed yet.',
  'ubl-purchase':
    'invoice {{number}} of {{supplier}} is a purchase invoice: {{us}} is the customer. Only sales invoices are imported.',
  'ubl-fraction': '"{{text}}" at {{element}} has parts of cents; the amount was rounded.',
  'ubl-payable-missing':
    'invoice {{number}} states no amount to pay; it was computed from the total and what was paid before.',
  'ubl-no-currency': 'invoice {{number}} states no currency; read as EUR.',
  'ubl-two-currencies':
    'invoice {{number}} is in {{stated}}, but its amount to pay is in {{amount}}. Read as {{stated}}; check the invoice.',
  'ubl-date': 'invoice {{number}}: "{{text}}" at {{element}} is no date. That date was left empty.',
  'ubl-due-several': 'invoice {{number}} states more than one due date; the earliest was used.',
  'ubl-due-early': 'invoice {{number}} falls due before its invoice date, according to the file.',
  'ubl-sum-lines': 'invoice {{number}}: the lines add up to {{computed}}, the file states {{given}}.',
  'ubl-sum-exclusive':
    'invoice {{number}}: lines, allowances and charges give {{computed}} excluding VAT, the file states {{given}}.',
  'ubl-sum-inclusive': 'invoice {{number}}: amount and VAT give {{computed}}, the file states {{given}} including VAT.',
  'ubl-sum-payable':
    'invoice {{number}}: total, prepayment and rounding give {{computed}}, to be paid is {{given}} according to the file. The stated amount was taken.',
  'ubl-negative-credit':
    'credit note {{number}} has a negative amount. It was read as credit, not as a claim; check whether that is right.',
  'ubl-credit-claim':
    'credit note {{number}}: more was settled than credited. The difference is a claim; check whether that is right.',
  'ubl-credit-as-invoice': 'invoice {{number}} is a credit note by its type code ({{code}}) and was read as one.',
  'ubl-self-billed': 'invoice {{number}} was made out by the customer ({{customer}}), not by the supplier.',
  'ubl-kvk-shared':
    'invoice {{number}}: {{name}} has the same KvK number ({{kvk}}) as {{other}} and counts as the same debtor. Check whether that is right.',
  'ubl-paid': 'invoice {{number}} has nothing left to pay and becomes no open item.',
  'ubl-payee': 'invoice {{number}} is to be paid to {{payee}}. Check whether the claim was sold (factoring).',
  'ubl-other-supplier':
    'invoice {{number}} is not of {{us}} but of {{supplier}}; check whether this is the right administration.',
  'ubl-no-reference': '{{number}} corrects an invoice, but does not say which.',
  'ubl-address': 'invoice {{number}}: the address of {{name}} is incomplete.',
  'ubl-registration': 'invoice {{number}}: no KvK number or OIN of {{name}} is stated.',
  'ubl-means': 'invoice {{number}}: means of payment {{code}} is not usual in the Netherlands.',
  'ubl-attachments': 'invoice {{number}} has {{files}} attachments; the first {{limit}} were read.',
  'ubl-attachment-large':
    'invoice {{number}}: attachment "{{name}}" is {{megabytes}} MB and is not kept; {{limit}} MB is the most.',
  'ubl-attachment-damaged': 'invoice {{number}}: attachment "{{name}}" is empty or damaged and is not kept.',
  'ubl-attachment-type': 'invoice {{number}}: attachment "{{name}}" is of a kind that is not kept ({{mime}}).',
  'ubl-attachment-content':
    'invoice {{number}}: attachment "{{name}}" is not what the file says ({{mime}}) and is not kept.',
  'ubl-duplicate': 'invoice {{number}} of {{supplier}} is there twice ({{file}} and {{other}}); taken once.',
  'ubl-duplicate-differs':
    'invoice number {{number}} of {{supplier}} is there twice with another amount or date ({{file}} and {{other}}). Both were read; check which one holds.',
  'copy-unlinked': '"{{name}}" belongs to none of the invoices and was not linked. What a PDF says is not read.',
  'copy-ambiguous': '"{{name}}" may belong to more than one invoice and was not linked.',
};
