/** A size as a person reads it: `312 kB`, `1,4 MB`. Thousands, not powers of two. */
export function formatBytes(bytes: number, language: 'nl' | 'en'): string {
  if (bytes < 1000) return `${bytes} B`;
  if (bytes < 1_000_000) return `${Math.round(bytes / 1000)} kB`;
  const megabytes = (bytes / 1_000_000).toFixed(1);
  return `${language === 'nl' ? megabytes.replace('.', ',') : megabytes} MB`;
}
