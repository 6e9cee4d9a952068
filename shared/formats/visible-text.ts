const invisible = /[\p{Cc}\p{Cf}]/gu;

/** A text on one line without control, bidi and zero-width characters (formats document §7.5), trimmed. */
export function visibleText(text: string): string {
  return text.replace(/\s+/g, ' ').replace(invisible, '').trim();
}
