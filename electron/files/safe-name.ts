const reserved = /^(con|prn|aux|nul|com[0-9]|lpt[0-9])$/i;

/**
 * A file name that every system takes, from any text: ASCII letters, digits, `.`, `_` and `-` only, no leading or
 * trailing dot, no Windows device name, at most `maxLength` characters (the extension is kept). Never empty.
 * The result also fits the id of a file reference.
 */
export function safeName(text: string, maxLength = 80): string {
  const plain = text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/[^A-Za-z0-9._-]+/g, '-')
    .replace(/-{2,}/g, '-')
    .replace(/\.{2,}/g, '.')
    .replace(/^[.-]+|[.-]+$/g, '');
  const dot = plain.lastIndexOf('.');
  const extension = dot > 0 && plain.length - dot <= 6 ? plain.slice(dot) : '';
  const stem = plain
    .slice(0, plain.length - extension.length)
    .slice(0, maxLength - extension.length)
    .replace(/[.-]+$/, '');
  const named = stem === '' ? 'bestand' : stem;
  // Windows reads `con.txt` and `con.tar.gz` as the device too: only the part before the first dot counts.
  const device = reserved.test(named.split('.')[0] ?? '');
  return (device ? `_${named}` : named).slice(0, maxLength - extension.length) + extension;
}
