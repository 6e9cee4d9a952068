/** Part of `formats`: what is wrong with a file as one of several that were dropped together. */
export const dropFormats = {
  'drop-empty': 'the file is empty. Export or download it again.',
  'drop-unknown-xml': 'this XML file is no invoice, bank statement or auditfile and is not read.',
  'drop-twice': 'this is the same file as "{{first}}" and counts once.',
  'drop-other-company':
    'the file is of "{{company}}", with another KvK or VAT number than this administration. Check whether it belongs here.',
  'copy-too-large': '"{{name}}" is {{megabytes}} MB and is not kept; an invoice copy may be {{limit}} MB.',
};
