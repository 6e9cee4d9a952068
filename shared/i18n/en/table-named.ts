import type { namedFiles as dutch } from '../nl/table-named.ts';
import type { Wording } from '../wording.ts';

/** Part of `table`: files that are no list, by what they are, and what to choose instead. */
export const namedFiles: Wording<typeof dutch> = {
  'is-pdf':
    'this is a PDF. Export a list from the bookkeeping package as CSV or .xlsx, and download a statement from the bank as CAMT.053, MT940 or CSV.',
  'is-image':
    'this is a picture. Export a list from the bookkeeping package as CSV or .xlsx, and download a statement from the bank as CAMT.053, MT940 or CSV.',
  'is-html':
    'this is a web page. If it is a list, open it in Excel and save it as .xlsx; if it is a page to log in or an error, download the file again.',
  'is-document': 'this is a text document. Export the list from the bookkeeping package as CSV or .xlsx.',
  'is-email': 'this is an e-mail message. Save the attachment from the message and choose that file.',
  'is-packed': 'this is a packed file that is not opened (7z, rar or bzip2). Unpack it and choose what is in it.',
  'is-json': 'this is a JSON file. Export a list as CSV or .xlsx, and transactions as CAMT.053, MT940 or CSV.',
  'is-xml':
    'this XML file is no invoice (UBL), bank statement (CAMT) or audit file (XAF) and is not read. Export a list as CSV or .xlsx, and transactions as CAMT.053, MT940 or CSV.',
  'is-xls': 'this is a spreadsheet in the old format (.xls). Open it in Excel and save it as .xlsx.',
  'is-xlsb': 'this is an Excel file in the binary format (.xlsb). Open it in Excel and save it as .xlsx.',
  'is-locked':
    'this file is protected by a password. Open it in Excel, remove the password and save it again as .xlsx.',
  'is-numbers': 'this is a Numbers file. Export it from Numbers as Excel (.xlsx) or CSV.',
  'is-dbf': 'this is a dBase file (.dbf). Open it in Excel and save it as .xlsx.',
  'is-database': 'this is a database (Access or SQLite). Export the list from it as Excel (.xlsx) or CSV.',
  'is-datev': 'this is a DATEV file. Export the open items as CSV or .xlsx, or make an audit file (XAF).',
  'is-other-auditfile':
    'this is an audit file of wages (XAS) or a till (XAA), which holds no open items. Make an audit file of the financial administration (XAF).',
  'is-exact-xml':
    'this is an XML export of Exact and is not read. Export the open items as Excel (.xlsx) or CSV, or make an audit file (XAF).',
  'is-afas-xml':
    'this is an XML file of AFAS and is not read. Export the open items as Excel (.xlsx) or CSV, or make an audit file (XAF).',
  'is-coda':
    'this is a statement in CODA, the Belgian format, and is not read. Download the transactions from the bank as CAMT.053, MT940 or CSV.',
  'is-ofx':
    'this is a file of transactions in OFX (.ofx or .qfx) and is not read. Download the transactions from the bank as CAMT.053, MT940 or CSV.',
  'is-qif':
    'this is a file of transactions in QIF and is not read. Download the transactions from the bank as CAMT.053, MT940 or CSV.',
  'is-clieop':
    'this is an order to the bank (ClieOp03) and no statement. What was paid or collected is in the statement: download that as CAMT.053, MT940 or CSV.',
  'is-payment-order':
    'this is a payment order to the bank (PAIN.001) and no statement. What was paid is in the statement: download that as CAMT.053, MT940 or CSV.',
  'is-collection-order':
    'this is a direct debit order to the bank (PAIN.008) and no statement. What was collected or returned is in the statement: download that as CAMT.053, MT940 or CSV.',
  'is-order-status':
    'this is an answer of the bank to an order (PAIN.002) and no statement. What was paid or collected is in the statement: download that as CAMT.053, MT940 or CSV.',
  'is-mandate': 'this is a message about mandates. It holds no open items or payments.',
  'is-adyen':
    'this is a settlement of Adyen and no bank statement. The payout is in the statement of the bank; what customers paid follows from a new list of open items.',
  'is-klarna':
    'this is a settlement of Klarna and no bank statement. The payout is in the statement of the bank; what customers paid follows from a new list of open items.',
  'is-degiro':
    'this is an overview of an investment account (DEGIRO) and no statement. Download the transactions of the payment account.',
  'is-cash-book':
    'this is a cash book and no bank statement. Enter invoices paid in cash by hand, or import a new list of open items.',
};
