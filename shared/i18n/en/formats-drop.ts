/** Part of `formats`: what is wrong with a file as one of several that were dropped together. */
export const dropFormats = {
  'drop-empty': 'the file is empty. Export or download it again.',
  'drop-unreadable': 'the file cannot be read: it was moved, changed or is in use. Choose it again.',
  'drop-failed':
    'reading failed by an error in the program; nothing of it was taken over. Report it with this text: {{detail}}',
  'drop-unknown-xml':
    'this XML file is no invoice (UBL), bank statement (CAMT) or audit file (XAF) and is not read. Export a list as CSV or .xlsx, and transactions as CAMT.053, MT940 or CSV.',
  'drop-twice': 'this is the same file as "{{first}}" and counts once.',
  'drop-other-company':
    'the file is of "{{company}}", with another KvK or VAT number than this administration. Check whether it belongs here.',
  'copy-too-large': '"{{name}}" is {{megabytes}} MB and is not kept; an invoice copy may be {{limit}} MB.',
};
