/**
 * What the status of an invoice says of its balance. `partly` = paid in part, so what is open only another column can say;
 * `draft` = not sent yet; `void` = withdrawn or credited; `written-off` = no longer expected.
 */
export type InvoiceStatus = 'open' | 'partly' | 'paid' | 'draft' | 'void' | 'written-off';

const words: readonly (readonly [InvoiceStatus, RegExp])[] = [
  ['partly', /\b(?:deels|gedeeltelijk|partly|partial|partially|deelbetaling|deelbetaald)\b/],
  [
    'open',
    /\b(?:onbetaald|niet betaald|niet voldaan|nog niet betaald|wacht op betaling|unpaid|not paid|unsettled|pending|awaiting payment|te betalen|openstaand|outstanding|available|beschikbaar)\b/,
  ],
  ['written-off', /\b(?:oninbaar|afgeboekt|afgeschreven|uncollectible|written off|bad debt)\b/],
  [
    'void',
    /\b(?:geannuleerd|annulering|ingetrokken|gecrediteerd|verwijderd|cancelled|canceled|voided|void|credited|deleted)\b/,
  ],
  [
    'draft',
    /\b(?:concept|draft|proforma|pro forma|offerte|ingepland|gepland|scheduled|quote|awaiting approval|submitted)\b/,
  ],
  [
    'paid',
    /^(?:(?:volledig|geheel|fully) )?(?:betaald|voldaan|afgelost|afgeletterd|afgewikkeld|verrekend|geincasseerd|gesloten|paid|settled|matched|closed|complete|completed|ja|j|yes|y|true|waar|x)\b/,
  ],
  [
    'open',
    /^(?:open|verzonden|verstuurd|sent|late|te laat|laat|vervallen|verlopen|niet vervallen|overdue|past due|due|herinner|reminder|remind|aanma|sommatie|ingebrekestelling|incasso|deurwaarder|proposed|voorgesteld|geboekt|definitief|final|in behandeling|gefactureerd|invoiced|betwist|disputed|nee|n|no|false|onwaar|nieuw|new|goedgekeurd|approved|bekeken|viewed)/,
  ],
];

/**
 * What a line between the rows says of those below it: `Betaald:`, `Openstaande facturen`. Null where it says nothing of the sort, as
 * a name that begins with such a word.
 */
export function sectionStatus(text: string): 'paid' | 'open' | null {
  const found =
    /^(?:(?:al |reeds |inmiddels )?((?:volledig )?(?:betaalde?|voldane?|voldaan)|paid)|(?:nog )?(?:open(?:staande?)?|te (?:betalen|ontvangen)|onbetaalde?|unpaid|outstanding))(?: (?:facturen|posten|nota['’]?s|rekeningen|invoices|items))?[\s:.]*$/i.exec(
      text.trim(),
    );
  return found && (found[1] === undefined ? 'open' : 'paid');
}

/** Meaning of a word in a status column, Dutch or English; null when it is none of them. */
export function statusWord(text: string): InvoiceStatus | null {
  const word = text
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[\u0300-\u036f]/g, '')
    .replace(/[^a-z0-9]+/g, ' ')
    .trim();
  return words.find(([, pattern]) => pattern.test(word))?.[0] ?? null;
}
