/** Part of `formats`: what is wrong with an audit file, or worth knowing of it. */
export const auditfileFormats = {
  'xaf-clair2':
    'this is an audit file of the old kind CLAIR2.00 (XAF 2.0 of 2003). It holds no open items and no due dates, and is not supported. Export XAF 3.2 or 4.0, or a list of open items.',
  'xaf-adf':
    'this is an audit file in the old ADF layout (CLAIR1.00 of 1999). It is not supported. Export XAF 3.2 or 4.0, or a list of open items.',
  'xaf-no-auditfile':
    'this is no audit file (XAF): the element "auditfile" is missing. If it is one part of a split audit file, choose all parts together.',
  'xaf-truncated':
    'the audit file ends in the middle of "{{element}}". If it consists of several files, choose them together; else export it again.',
  'xaf-part-missing':
    'this audit file consists of {{of}} files; part {{missing}} is missing. Choose all parts together.',
  'xaf-part-twice': 'part {{part}} of the audit file was chosen twice. Choose each part once.',
  'xaf-not-one-set': 'the chosen files are not of one audit file: "{{known}}" and "{{found}}". Read them separately.',
  'xaf-transactions-missing':
    'the audit file names {{declared}} booking lines but holds none. This is probably the first of several files; choose all parts together.',
  'xaf-zip-empty': 'there is no audit file in the packed file. Unpack it and choose what is inside.',
  'xaf-ampersand': 'the audit file holds bare & characters, which XML does not allow; they were read as plain text.',
  'xaf-mojibake':
    'text such as "{{text}}" was saved with a wrong encoding before. Names may be damaged; export the audit file again from the bookkeeping package.',
  'xaf-version': 'the audit file calls itself version {{declared}} but is built as {{version}}; it was read as such.',
  'xaf-amount': '"{{amount}}" is no amount; the line was skipped.',
  'xaf-foreign':
    '{{count}} bookings on the receivables account were in a foreign currency. Amounts here are in {{currency}}.',
  'xaf-no-transactions': 'the audit file holds no bookings; only the opening balance can give open items.',
  'xaf-no-receivables':
    'no receivables account was recognised by RGS code, name or number. The items cannot be compared with the ledger.',
  'xaf-account-guessed':
    'account {{account}} was taken for the receivables account by its number alone. Check whether that is right.',
  'xaf-level-0':
    'no open items can be derived from this audit file: it has no subledger, and bookings do not name debtor and invoice on both sides. Use a list of open items from the bookkeeping package.',
  'xaf-level-2':
    'only invoices of financial year {{year}}: the audit file has no subledger, items were derived from the bookings. They add up to {{items}}; the receivables account stands at {{control}} (difference {{difference}}).',
  'xaf-level-3':
    'this audit file holds only a balance per relation, no open items. The balances can serve as a check; use a list of open items from the bookkeeping package.',
  'xaf-unclear-lines':
    'of {{count}} lines in mixed subledgers it cannot be told whether they are of debtors; they were left out.',
  'xaf-no-debtor': '{{count}} open items name no debtor.',
  'xaf-earlier-invoices':
    '{{count}} payments (together {{sum}}) belong to invoices that are not in this audit file, probably of an earlier year; they were left out.',
  'xaf-control-differs':
    'the open items add up to {{items}}, but the receivables account ({{accounts}}) stands at {{control}}: a difference of {{difference}}.',
  'xaf-lines-transactions': 'the audit file names {{declared}} booking lines but holds {{found}}.',
  'xaf-lines-opening': 'the opening balance names {{declared}} lines but holds {{found}}.',
  'xaf-lines-subledger': 'subledger {{type}} names {{declared}} lines but holds {{found}}.',
  'xaf-totals-transactions': 'bookings should come to {{declared}} (debit / credit) but come to {{found}}.',
  'xaf-totals-opening': 'the opening balance should be {{declared}} (debit / credit) but is {{found}}.',
  'xaf-totals-subledger': 'subledger {{type}} should be {{declared}} (debit / credit) but is {{found}}.',
  'xaf-unbalanced': 'the bookings are not in balance: debit {{debit}}, credit {{credit}}. A part is probably missing.',
  'xaf-repeated-lines':
    '{{count}} booking lines on the receivables account have the journal, entry and line number of another. Is a part in it twice?',
  'xaf-other-year':
    '{{count}} entries are dated outside financial year {{year}}, from {{first}} up to and including {{last}}.',
  'xaf-year-differs': 'the audit file names financial year {{year}}, but runs from {{period}}.',
};
