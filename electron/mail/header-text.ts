/** Text for a mail header: one line, without control characters, NUL or direction overrides; at most 200 characters. */
export function headerText(text: string): string {
  const plain = text
    .normalize('NFC')
    .replace(/[\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g, '')
    .replace(/[\p{Cc}\u2028\u2029\s]+/gu, ' ')
    .trim();
  return [...plain].slice(0, 200).join('');
}

const address = /^[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@[A-Za-z0-9](?:[A-Za-z0-9.-]{0,250}[A-Za-z0-9])?$/;

/** The mail addresses in a field that may hold several, divided by `;` or `,`; whatever is no plain address is left out. */
export function mailAddresses(field: string | null): readonly string[] {
  return (field ?? '')
    .split(/[;,]/)
    .map((part) => (/<([^<>]*)>\s*$/.exec(part)?.[1] ?? part).trim())
    .filter((part) => address.test(part));
}
