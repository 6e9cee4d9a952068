/** At the start of a line, or after the opening of the SWIFT text block. */
const statementTag =
  /(?:^|[\r\n]|\{4:)[ \t]*:(20(?=:)|25(?=P?:)|28(?=C?:)|60(?=[FM]?:[CD]\d{6})|61(?=:\d{6})|62(?=[FM]?:[CD]\d{6}))/gi;

/**
 * Whether the beginning of a text is MT940 (formats document §3.1): a message opened by `:20:`, or with its first lines cut
 * away, and another tag of a statement; or statement lines alone.
 */
export function isMt940(text: string): boolean {
  const tags = new Set(Array.from(text.replaceAll('\u001a', '').matchAll(statementTag), (match) => match[1]!));
  const opened = tags.has('20') || tags.has('25');
  const lines = tags.has('28') || tags.has('60') || tags.has('61') || tags.has('62');
  return (opened && lines) || (tags.has('20') && tags.has('25')) || (tags.has('60') && tags.has('61'));
}
