declare const safe: unique symbol;

/** HTML that may be put into a mail as it is: made by {@link html}, so every value in it has been escaped. */
export type SafeHtml = string & { readonly [safe]: true };

/** Text as it reads in HTML content and in quoted attributes; control characters and direction overrides are dropped. */
export function escaped(text: string): SafeHtml {
  return text
    .replace(/[\u200e\u200f\u202a-\u202e\u2066-\u2069]/g, '')
    .replace(/[^\P{Cc}\n\t]/gu, '')
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;')
    .replace(/"/g, '&quot;')
    .replace(/'/g, '&#39;') as SafeHtml;
}

/** Puts parts that are safe already behind one another. */
export function joined(parts: readonly SafeHtml[]): SafeHtml {
  return parts.join('') as SafeHtml;
}

interface Raw {
  readonly safe: SafeHtml | readonly SafeHtml[];
}

/** Template tag: strings and numbers are escaped, `{safe}` is taken as it is. */
export function html(parts: TemplateStringsArray, ...values: readonly (string | number | Raw)[]): SafeHtml {
  return parts.reduce((text, part, index) => {
    const value = values[index - 1] ?? '';
    if (typeof value === 'object')
      return text + (typeof value.safe === 'string' ? value.safe : value.safe.join('')) + part;
    return text + escaped(String(value)) + part;
  }) as SafeHtml;
}
