import { auditfileFormats } from './formats-auditfile.ts';
import { dropFormats } from './formats-drop.ts';
import { invoiceFormats } from './formats-invoices.ts';

/** What is wrong with a file that is read, and what to do; the file and the line stand before it. */
export const formats = {
  ...auditfileFormats,
  ...dropFormats,
  ...invoiceFormats,
  'too-large': 'the file is {{megabytes}} MB; it may be {{limit}} MB. Export a shorter period, or only what is open.',
  cancelled: 'reading was stopped. Nothing was taken over.',
  'encoding-false':
    'the file calls itself {{declared}}, but its characters were saved otherwise; it was read as {{encoding}}. Check names with special letters.',
  'xml-doctype': 'the file holds a DOCTYPE. Statements, invoices and audit files have none; the file is not read.',
  'xml-truncated': 'the file is cut off: "{{element}}" is not closed. Export or download it again.',
  'xml-no-root': 'this is no XML file, or it is damaged. Export or download it again.',
  'xml-second-root': 'a second XML document starts here in the same file. Save each document in a file of its own.',
  'xml-tags':
    'the XML is wrong here: "{{element}}" is closed otherwise than it was opened. Export or download the file again.',
  'xml-entity':
    '"{{text}}" is no valid XML here. The program that made the file should have written "&amp;"; export it again or report it there.',
  'xml-malformed': 'the XML is wrong here ({{detail}}). Export or download the file again.',
  'xml-not-text': 'the file holds no readable text. Export or download it again.',
  'xml-control': 'the file holds control characters that XML may not have; they were left out.',
  'xml-after-root': 'there is more text after the end of the XML document; it was not read.',
  'xml-depth':
    'elements are nested more than {{limit}} deep here. No statement, invoice or audit file looks like this.',
  'xml-elements': 'the file has more than {{limit}} elements. Export a shorter period.',
  'xml-text-long': 'here is a text longer than a statement, invoice or audit file can have.',
  'xml-attributes':
    'an element has too many or too long attributes here. No statement, invoice or audit file looks like this.',
  'bank-empty': 'the file is empty.',
  'bank-not-text': 'the file holds no readable text. Download the transactions again as CSV.',
  'bank-no-columns':
    'no columns of a bank were recognised here: a date and an amount are needed, or columns for debit and credit. Found: {{found}}',
  'bank-no-date': 'no column with the date was recognised. Headings found: {{columns}}',
  'bank-no-amount':
    'no column with the amount was recognised, and no pair of debit and credit. Headings found: {{columns}}',
  'bank-balances-only':
    'this file holds daily balances only and no transactions. Choose the file with credits and debits when downloading.',
  'bank-credit-card':
    'this is an overview of a credit card and no statement of an account. Download the transactions of the account itself.',
  'bank-too-many-rows': 'the file has {{rows}} lines; {{limit}} are read at once. Download a shorter period.',
  'bank-too-many-lines':
    'the file has more than {{limit}} transactions; no more are read at once. Download a shorter period.',
  'bank-too-many-cells':
    'up to here the file has {{limit}} cells already; no overview of a bank has that many. Download a shorter period.',
  'bank-line-too-long': 'this line is {{length}} characters long. No line of a bank is; download the file again.',
  'bank-too-many-columns': 'there are {{columns}} columns; no overview of a bank has that many.',
  'bank-amount':
    '"{{amount}}" cannot be read as an amount. Nothing was taken over; download the file again or repair this line.',
  'bank-date':
    '"{{date}}" cannot be read as a date. Nothing was taken over; download the file again or repair this line.',
  'bank-direction':
    '"{{word}}" does not say whether the amount was credited or debited. Nothing was taken over, because the sign is not guessed.',
  'bank-sign':
    'the amount {{amount}} and the direction "{{word}}" contradict each other. Nothing was taken over, because the sign is not guessed.',
  'bank-cut-off': 'the file is cut off here: the last line is not complete. Download it again.',
  'bank-row-short': 'this line has no amount: columns are missing. Download the file again.',
  'bank-decimals-mixed':
    'the amounts use comma and point as decimal mark at once; "{{sample}}" differs. Download the file again without editing it in a spreadsheet.',
  'bank-decimals-ambiguous':
    '"{{sample}}" can mean thousands or decimals, and no other amount in the file makes it clear. Download a longer period or another layout.',
  'bank-dates-month-first': '"{{sample}}" has the month first; all dates of this column were read that way.',
  'bank-broken-quote': 'a quote is not closed; the line was read by itself.',
  'bank-mojibake':
    'text such as "{{text}}" was saved with a wrong encoding before. Names may be damaged; download the file again from the bank.',
  'bank-amount-rounded': 'amounts with more than two decimals were rounded to cents.',
  'bank-not-booked_one': '{{count}} line was not read: not booked yet, or reverted.',
  'bank-not-booked_other': '{{count}} lines were not read: not booked yet, or reverted.',
  'bank-rows-left-out_one': '{{count}} line without a date or amount was skipped.',
  'bank-rows-left-out_other': '{{count}} lines without a date or amount were skipped.',
  'bank-line-repeated_one': '{{count}} line stood there twice with the same number of the bank and counts once.',
  'bank-line-repeated_other': '{{count}} lines stood there twice with the same number of the bank and count once.',
  'bank-lines-alike_one':
    '{{count}} line is like the one above it, with the same number of the bank. Both count; check that they are two payments.',
  'bank-lines-alike_other':
    '{{count}} lines are like the one above, with the same number of the bank. All count; check that they are separate payments.',
  'bank-fees-left-out_one':
    'the charges beside {{count}} line were not counted: the file does not show whether the amount includes them.',
  'bank-fees-left-out_other':
    'the charges beside {{count}} lines were not counted: the file does not show whether the amount includes them.',
  'bank-balance-gap':
    'the balance does not follow from the line before. Lines are missing, or the file was edited; check the period.',
  'bank-more-sheets':
    'only sheet "{{sheet}}" was read; there are transactions on {{others}} too. Save each sheet as a file of its own and choose them together.',
  'bank-no-lines': 'there are no transactions in this file.',
  'bank-account-unknown': 'the file does not say which account the lines are of. Choose the account yourself.',
  'bank-not-reconciled':
    'statement {{number}} of {{account}} does not add up: its closing balance is {{expected}}, opening balance and lines give {{found}}. Difference: {{difference}}. The lines were read.',
  'bank-not-reconciled-file':
    'the balances do not add up: the closing balance is {{expected}}, opening balance and lines give {{found}}. Difference: {{difference}}. The lines were read.',
  'bank-statements-missing':
    'statement {{number}} of {{account}} opens with {{opening}}, but the one before ({{before}}) closes with {{closing}}. Statements between them are missing; export a period without gaps.',
  'mt940-none': 'this is no MT940 file: it has no statements with tags such as :20:, :25: and :61:.',
  'mt940-cut':
    'the file was cut off before a statement is complete: the closing balance (:62F:) is missing. Export or download it again.',
  'mt940-cut-statement_one':
    'the file was cut off in statement {{number}} of {{account}}: the closing balance (:62F:) is missing. This statement, with {{count}} line, was not read. Export or download the file again.',
  'mt940-cut-statement_other':
    'the file was cut off in statement {{number}} of {{account}}: the closing balance (:62F:) is missing. This statement, with {{count}} lines, was not read. Export or download the file again.',
  'mt940-line': 'this transaction line cannot be read and was left out: {{text}}',
  'mt940-balance': 'this balance cannot be read: {{text}}',
  'mt940-no-opening': 'statement {{number}} of {{account}} has no opening balance; whether it adds up cannot be told.',
  'mt940-no-closing': 'statement {{number}} of {{account}} has no closing balance; whether it adds up cannot be told.',
  'mt940-interim':
    'this is an interim report (MT942) of {{account}}, without balances. The same lines come back in the statement of that day.',
  'mt940-page-before':
    'statement {{number}} of {{account}} begins with a later page; the page before it is not in this file.',
  'mt940-page-after': 'statement {{number}} of {{account}} goes on in a next page, which is not in this file.',
  'mt940-repeated': 'statement {{number}} of {{account}} is also at line {{first}} and counts once.',
  'mt940-currencies':
    'statement {{number}} of {{account}} opens in {{opening}} and closes in {{closing}}; whether it adds up cannot be told.',
  'camt-no-message': 'this XML file holds no bank statement (CAMT.052, .053 or .054).',
  'camt-no-statement': 'the file holds no statement at all.',
  'camt-amount': 'the amount "{{given}}" cannot be read; this line was skipped.',
  'camt-decimals': 'the amount "{{given}}" has parts of cents; this line was skipped.',
  'camt-sign': 'the amount does not say whether it was paid or received ("{{given}}"); this line was skipped.',
  'camt-date': 'this line has no booking date and no value date and was skipped.',
  'camt-date-unreadable':
    'the booking date "{{given}}" does not exist; the value date or the date of the statement was used.',
  'camt-date-of-statement': 'this line has no booking date and no value date; the date of the statement was used.',
  'camt-negative': 'the amount of this line is negative; its sign was turned.',
  'camt-balance': 'the balance "{{given}}" cannot be read; the statement cannot be checked against its balances.',
  'camt-batch-kept_one':
    'the {{count}} item of this batch entry does not add up to its amount; the entry was read as one line.',
  'camt-batch-kept_other':
    'the {{count}} items of this batch entry do not add up to its amount; the entry was read as one line.',
  'camt-currency_one': '{{count}} line of account {{account}} is in {{currency}}; it stands apart.',
  'camt-currency_other': '{{count}} lines of account {{account}} are in {{currency}}; they stand apart.',
  'camt-intraday':
    'this is an overview of the running day (CAMT.052): lines may still change. Import the statement (CAMT.053) once it is there.',
  'camt-notification':
    'this is a notification (CAMT.054) without balances. It gives the items of batch entries; import it together with the statement (CAMT.053).',
  'bank-archive-other': '"{{name}}" is no bank file and was not read. Choose that file by itself.',
  'camt-repeated': 'statement {{number}} of {{account}} is also on line {{first}} and counts once.',
  'bank-file-repeated': 'statement {{number}} of {{account}} is also in {{first}} and counts once.',
  'bank-open-on-list_one':
    '{{count}} receipt of {{first}} pays what the list of open items still has open, although by the list the bank is processed up to that day. The line waits to be looked at and is not deducted yet. Is “Bank processed up to” of that list right?',
  'bank-open-on-list_other':
    '{{count}} receipts of {{first}} to {{last}} pay what the list of open items still has open, although by the list the bank is processed up to those days. The lines wait to be looked at and are not deducted yet. Is “Bank processed up to” of that list right?',
  'bank-perhaps-on-list_one':
    'of {{count}} receipt ({{which}}) it cannot be seen whether the list of open items holds it: by the list the bank is processed up to that day, but the invoice it names is still open there. The balance of the list stands. Check the item in the bookkeeping.',
  'bank-perhaps-on-list_other':
    'of {{count}} receipts ({{which}}) it cannot be seen whether the list of open items holds them: by the list the bank is processed up to those days, but the invoices they name are still open there. The balances of the list stand. Check the items in the bookkeeping.',
  'bank-batch-whole': 'the total of {{amount}} on {{date}} is set aside: its payments come in one by one now.',
  'bank-batch-parts_one':
    '{{count}} payment of a batch of {{amount}} on {{date}} is set aside: the total was matched already.',
  'bank-batch-parts_other':
    '{{count}} payments of a batch of {{amount}} on {{date}} are set aside: the total was matched already.',
  'bank-statement-known': 'statement {{number}} of {{account}} was imported before; nothing is added.',
  'bank-account-other': 'account {{account}} is not of this administration; its lines were not taken over.',
  return: {
    AC01: 'account number wrong',
    AC03: 'account number of the payee wrong',
    AC04: 'account closed',
    AC06: 'account blocked',
    AC13: 'account of a consumer or of another kind',
    AG01: 'direct debit or transfer not allowed on this account',
    AG02: 'wrong transaction code',
    AM02: 'amount not allowed',
    AM04: 'insufficient funds',
    AM05: 'duplicate order',
    AM09: 'wrong amount',
    BE01: 'name and account number do not belong together',
    BE04: 'address missing',
    BE05: 'creditor not recognised',
    CNOR: 'bank of the payee not registered',
    CURR: 'wrong currency',
    CUST: 'asked back by the payer',
    DNOR: 'bank of the payer not registered',
    DT01: 'wrong date',
    DUPL: 'duplicate payment',
    ED05: 'settlement between banks failed',
    FF01: 'wrong file format',
    FF05: 'wrong kind of direct debit',
    FOCR: 'returned after a cancellation request',
    FR01: 'fraud',
    FRAD: 'suspicion of fraud',
    MD01: 'no mandate',
    MD02: 'mandate details missing or wrong',
    MD06: "refunded at the debtor's request",
    MD07: 'account holder deceased',
    MS02: 'refused by the customer, no reason given',
    MS03: 'refused by the bank, no reason given',
    NARR: 'other reason, see the description',
    NOAS: 'no answer from the customer',
    RC01: 'wrong BIC',
    RF01: 'transaction reference not unique',
    RR01: 'account or identification of the payer missing',
    RR02: 'name or address of the payer missing',
    RR03: 'name or address of the payee missing',
    RR04: 'regulatory reason',
    SL01: "specific service of the payer's bank",
    SL11: "creditor not on the payer's list of allowed ones",
    SL12: "creditor on the payer's list of blocked ones",
    SL13: 'more direct debits than the payer allows',
    SL14: 'amount higher than the payer allows',
    SVNR: 'service not delivered',
    TECH: 'technical fault',
    TM01: 'delivered too late',
    UPAY: 'payment was not due',
    other: 'reason {{code}}',
  },
};
