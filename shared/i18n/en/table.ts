import type { table as nl } from '../nl/table.ts';
import type { Wording } from '../wording.ts';
import { namedFiles } from './table-named.ts';

export const table: Wording<typeof nl> = {
  ...namedFiles,
  place: { row: 'row {{row}}', column: 'column "{{column}}"' },
  why: {
    heading: 'recognised by the heading',
    content: 'recognised by the content',
    profile: 'the layout of this package',
    position: 'recognised by the position: this heading occurs more than once',
    remembered: 'chosen before for this layout',
    chosen: 'chosen by hand',
  },
  recognisedAs: 'Recognised as {{profile}}.',
  empty: 'the file is empty.',
  'too-large':
    'the file is {{megabytes}} MB; a table may be {{limit}} MB. Export only what is open, export per year, or split the file.',
  binary: 'the file holds no readable text. Export the list again as CSV or .xlsx.',
  'is-zip': 'this is a packed file (zip). Unpack it and choose the list inside.',
  'is-mt940': 'this is a bank statement (MT940) and not a list of open items.',
  'is-camt': 'this is a bank statement (CAMT) and not a list of open items.',
  'is-bankcsv': 'this is a bank statement and not a list of open items.',
  'is-xaf': 'this is an audit file and not a list of open items.',
  'is-ubl': 'this is an electronic invoice (UBL) and not a list of open items.',
  'workbook-damaged': 'the file is damaged or protected by a password. Open it in Excel and save it again as .xlsx.',
  'workbook-too-large': 'the file unpacks to a size no list has. Save only the sheet with the items.',
  'workbook-unsafe': 'the file holds parts that do not belong in it and is not opened.',
  'all-sheets-hidden':
    'all sheets of this file are hidden. Open it in Excel, unhide the sheet with the items and save it again.',
  'no-sheet': 'there is no visible sheet "{{sheet}}" in this file.',
  'more-sheets': 'sheet "{{sheet}}" was read; {{others}} holds a table too.',
  'line-too-long': 'this line has {{length}} characters. The file has no lines as a table has.',
  'too-many-rows':
    'the file has {{rows}} rows; a table may have {{limit}}. Export only what is open, export per year, or split the file.',
  'too-many-sheet-rows':
    'the file has more than {{limit}} rows; a table may not have more. Export only what is open, export per year, or split the file.',
  'too-many-cells':
    'up to here the file has {{limit}} cells already; no more fit in a table. Export only the columns that are needed, or split the file.',
  'too-many-columns': 'there are {{columns}} columns; no list of open items has more than 500.',
  'no-header':
    'no row with headings was found in the first 25 rows. Needed are headings such as Invoice number, Due date and Outstanding; transactions of a bank that are not recognised so can be read as CAMT.053 or MT940. Found: {{found}}',
  'no-amount-column':
    'no column with amounts was recognised (Outstanding, Amount, or Debit and Credit). Point out the column. Headings found: {{columns}}',
  'number-assumed':
    'this is assumed to be the invoice number, and "{{reference}}" the debtor’s reference. If this is the debtor number, choose "{{reference}}" as the invoice number among the columns.',
  'no-number-column':
    'no column with invoice numbers was recognised. Point out the column. Headings found: {{columns}}',
  'no-debtor-column':
    'no column with debtor numbers or names was recognised. Point out the column. Headings found: {{columns}}',
  'ageing-list':
    'this is an ageing report (columns {{columns}}) without invoice numbers. No items were read; the balances per debtor can be used as control totals.',
  'balance-list':
    'this is a list of balances without invoice numbers. No items were read; the balances per debtor can be used as control totals.',
  'debtor-list_one': 'this is a list of debtors with {{count}} debtor. No items were read.',
  'debtor-list_other': 'this is a list of debtors with {{count}} debtors. No items were read.',
  'invoice-list':
    'this is a list of invoices. What is open follows from the status or the amount paid; what the list lacks is not taken for paid.',
  'bookings-of-a-period':
    'these are the bookings of a period. Lines with the same invoice number were added up; what the list lacks is not taken for paid.',
  'list-of-a-part': 'by its heading the list holds overdue items only. What the list lacks is not taken for paid.',
  'no-debtors': 'there is no debtor at all under this header.',
  'mixed-sides':
    'by its title this list holds debtors and creditors, and no column or heading between says whose row is whose. Export the open items of debtors only.',
  'only-creditors': 'this list holds creditors only. Export the open items of debtors.',
  'debtor-twice': '{{debtor}} is in the list more than once. Of each fact the first row that states it counts.',
  'ages-differ': 'the balance is {{stated}}, the amounts by age add up to {{sum}}.',
  'other-currency-left-out_one': '{{count}} balance in another currency was left out.',
  'other-currency-left-out_other': '{{count}} balances in another currency were left out.',
  'status-unknown': 'the status "{{text}}" is not known; such invoices were read as open.',
  'hidden-rows_one': '{{count}} hidden row was read too.',
  'hidden-rows_other': '{{count}} hidden rows were read too.',
  'currency-by-sign_one':
    '{{count}} amount is in {{currencies}}: only the sign beside the amount or the format of the cell says so. Check the currency.',
  'currency-by-sign_other':
    '{{count}} amounts are in {{currencies}}: only the sign beside the amount or the format of the cell says so. Check the currency.',
  'formulas-unsaved_one':
    '{{count}} cell holds a formula without a saved result and was read as empty. Open the file in Excel and save it again.',
  'formulas-unsaved_other':
    '{{count}} cells hold a formula without a saved result and were read as empty. Open the file in Excel and save it again.',
  'decimals-ambiguous':
    '"{{sample}}" can mean thousands or decimals, and no other amount in the column makes it clear. Choose comma or point as the decimal mark.',
  'decimals-mixed':
    'the amounts use both comma and point as the decimal mark; "{{sample}}" differs. Choose comma or point; rows that do not fit are left out.',
  'dates-month-first': '"{{sample}}" has the month first. Confirm the order month-day-year, or choose day-month-year.',
  'dates-assumed':
    '"{{sample}}" is assumed to have the day first: no date makes it clear. If the month is first, choose month-day-year.',
  'dates-unreadable':
    '"{{sample}}" cannot be read as a date with certainty, and no row was read. Export dates as dd-mm-yyyy.',
  'amounts-unreadable':
    '"{{sample}}" cannot be read as an amount in euros, and no row was read. Export amounts as 1234.56, with a currency other than the euro in a column of its own.',
  'amounts-in-thousands': 'the amounts are in thousands, and no row was read. Export the whole amounts, to the cent.',
  'currencies-unknown':
    '"{{sample}}" is not a known currency, and no row was read. Write the currency as a code of three letters, such as EUR or USD.',
  'currencies-differ':
    'beside "{{sample}}" stands another currency than the heading, the currency column or another amount of the row says, and no row was read. Make them the same and import again.',
  'currencies-unclear':
    '"{{sample}}" does not say which currency it is in, and no row was read. Choose the currency, or put the code (such as USD) in a column Currency or behind the heading of the amounts: "Outstanding (USD)".',
  'no-items':
    'no row under this heading reads as an open item; nothing changes. Export again. If everything is paid, include the paid items, with 0.00 open.',
  mojibake:
    'text such as "{{text}}" was saved with a wrong character encoding before. Check the names or export again as UTF-8.',
  'broken-quote': 'a quotation mark is not closed; the row was read by itself.',
  'mixed-currencies_one':
    '{{count}} item is in {{others}}, beside {{currency}}. Amounts in different currencies are never added up.',
  'mixed-currencies_other':
    '{{count}} items are in {{others}}, beside {{currency}}. Amounts in different currencies are never added up.',
  'wide-rows_one':
    '{{count}} row has more values than there are headings. A separator inside a name or an amount without quotes moves values or cuts an amount off. Check the items, or export as Excel.',
  'wide-rows_other':
    '{{count}} rows have more values than there are headings. A separator inside a name or an amount without quotes moves values or cuts an amount off. Check the items, or export as Excel.',
  'amount-rounded': 'amounts with more than two decimals were rounded to cents.',
  'written-as-deduction':
    'the amounts in this column are written with the opposite sign; they were taken off the amount of the item.',
  'credits-signed_one':
    'the list writes credit notes and payments without a minus; {{count}} item was read as negative.',
  'credits-signed_other':
    'the list writes credit notes and payments without a minus; {{count}} items were read as negative.',
  'duplicate-number':
    'invoice number {{number}} of {{debtor}} is also in row {{first}}. Both rows are read as items of their own.',
  'invoice-lines_one': '{{count}} row is a line of an invoice that is there already and does not count again.',
  'invoice-lines_other': '{{count}} rows are lines of invoices that are there already and do not count again.',
  'duplicate-summed':
    'invoice number {{number}} is also in row {{first}}, as a payment or credit. Together {{open}} is open.',
  'total-differs': 'the list states a total of {{stated}}, the items read come to {{sum}}. Difference: {{difference}}.',
  'subtotal-differs': 'the subtotal is {{stated}}, its items come to {{sum}}. Difference: {{difference}}.',
  'negative-total': '{{debtor}} has a balance of {{total}}: more credit than debt.',
  'creditors-left-out_one': '{{count}} row of a creditor was not read.',
  'creditors-left-out_other': '{{count}} rows of creditors were not read.',
  'older-list':
    'this list is of {{asOf}}, older than the list of {{known}} that was imported already. Newer balances stay.',
  'older-left_one':
    '{{count}} item of this list is no longer in the list of {{known}}, so it counts as paid and is skipped.',
  'older-left_other':
    '{{count}} items of this list are no longer in the list of {{known}}, so they count as paid and are skipped.',
  'many-gone':
    '{{gone}} of the {{open}} open items are not in this list. For a part of the list, "full list" has to be off.',
  'lines-open_one':
    'a receipt of {{first}} still waits to be looked at. By this list the bank is processed up to that day, yet the invoice is still open on it; so the line goes on waiting. Is “Bank processed up to” right?',
  'lines-open_other':
    '{{count}} receipts of {{first}} to {{last}} still wait to be looked at. By this list the bank is processed up to those days, yet the invoices are still open on it; so the lines go on waiting. Is “Bank processed up to” right?',
  'lines-perhaps_one':
    'of a receipt that waited ({{which}}) it cannot be seen whether this list holds it: the invoice it names is still open there. It waits no longer and is not deducted. Check the item in the bookkeeping.',
  'lines-perhaps_other':
    'of {{count}} receipts that waited ({{which}}) it cannot be seen whether this list holds them: the invoices they name are still open there. They wait no longer and are not deducted. Check the items in the bookkeeping.',
  'credit-netted_one':
    'credit note {{which}} is no longer (wholly) on the list, and less is open of invoices of the same debtor. If it was netted with those, what shows as paid is no money received. The balances are right in both cases.',
  'credit-netted_other':
    'credit notes {{which}} are no longer (wholly) on the list, and less is open of invoices of the same debtors. If they were netted with those, what shows as paid is no money received. The balances are right in both cases.',
  'name-ambiguous': 'the name {{debtor}} belongs to several debtors; {{code}} was taken.',
  'more-warnings_one': '{{count}} more message of the same kind.',
  'more-warnings_other': '{{count}} more messages of the same kind.',
  skipped: {
    draft: 'draft',
    cancelled: 'cancelled',
    'written-off': 'uncollectible',
    'open-unknown': 'partly paid; the rest is not stated',
    'other-account': 'another ledger account',
    'other-currency': 'another currency',
    header: 'repeated heading',
    total: 'total',
    'group-header': 'row with only the debtor',
    remark: 'row without an item',
    creditor: 'creditor',
    settled: 'nothing open any more',
    'no-debtor': 'no debtor number or name',
    'number-missing': 'no invoice number',
    'amount-missing': 'no amount',
    'amount-unreadable': 'amount not readable',
    'date-unreadable': 'date not readable',
    'currency-unknown': 'unknown currency',
    'currency-differs': 'currency beside the amount is not that of heading, column or row',
    'currency-unclear': 'currency of the amount not clear',
  },
  undo: {
    unknown: 'this import does not exist.',
    undone: 'this import was undone already.',
    'too-old': 'only the last three imports can be undone; what was imported together counts as one.',
    'later-import': '{{by}} was imported after it. Undo that import first.',
    letter: 'a letter to {{debtor}} about items of this import was made since. Withdraw that letter first.',
    'later-work': 'later work on {{debtor}} rests on it ({{step}}). Undo that first.',
    step: {
      'debtor-changed': 'details changed',
      'debtor-merged': 'merged with another debtor',
      'item-corrected': 'an item corrected',
      'item-presumed-paid': 'an item presumed paid',
      'item-closed': 'an item settled',
      'item-reopened': 'an item opened again',
      payment: 'a payment matched or entered',
      'payment-removed': 'a payment removed',
      item: 'an item added',
      allocation: 'a payment divided',
      payer: 'an account of the payer learned',
      copy: 'an invoice copy kept',
      hold: 'a dunning hold set',
      dispute: 'a dispute recorded',
      promise: 'a promise recorded',
      plan: 'a payment plan recorded',
      letter: 'a letter made',
      dispatch: 'a dispatch recorded',
      task: 'a task recorded',
      note: 'a note written',
      waiver: 'an amount waived',
    },
  },
};
