const words: ReadonlyMap<string, 1 | -1> = new Map([
  ...'bij|credit|c|cr|crd|crdt|cred|bijschrijving|bijschrijvingen|in|inkomend|incoming|inkomsten|ontvangst|ontvangen|haben|h|gutschrift|deposit|bijgeschreven|money in|tegoed|+'
    .split('|')
    .map((word) => [word, 1] as const),
  ...'af|debet|debit|d|dr|db|dbt|dbit|deb|afschrijving|afschrijvingen|uit|out|uitgaand|outgoing|uitgaven|soll|s|belastung|lastschrift|withdrawal|afgeschreven|money out|-|−'
    .split('|')
    .map((word) => [word, -1] as const),
]);

/**
 * 1 for what arrived on the account, −1 for what left it, null for a word that says neither: its line is refused, never
 * guessed (formats document §3.4).
 */
export function directionOf(word: string): 1 | -1 | null {
  const known = words.get(word);
  if (known !== undefined) return known;
  const plain = word
    .trim()
    .toLowerCase()
    .replace(/[.:]+$/, '');
  return words.get(plain) ?? null;
}
