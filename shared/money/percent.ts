/**
 * A percentage as the language writes it: `10.40` → `10,40%` (nl), `10.40%` (en), `10,40 %` with a no-break space (de, fr).
 * The decimals stay as they are given: a rate row says how exactly it is known.
 */
export function formatPercent(percent: string, language: 'nl' | 'en' | 'de' | 'fr' = 'nl'): string {
  const figure = language === 'en' ? percent : percent.replace('.', ',');
  return language === 'de' || language === 'fr' ? `${figure}\u00a0%` : `${figure}%`;
}
