/** What is wrong with a file that is read, and what to do; the file and the line stand before it. */
export const formats = {
  'too-large': 'the file is {{megabytes}} MB; it may be {{limit}} MB. Export a shorter period.',
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
};
