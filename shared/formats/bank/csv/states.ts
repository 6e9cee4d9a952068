/** A line the bank has not booked, or took back before it did. */
const notBooked =
  /^(?:pending|reverted|declined|failed|cancell?ed|refused|rejected|denied|expired|created|processing|blocked|in behandeling|geweigerd|geannuleerd|mislukt|afgewezen|vervallen|in afwachting|teruggedraaid|gereserveerd|reservering|vorgemerkt|umsatz vorgemerkt|abgelehnt|storniert|ausstehend|memo|open|offen|authorized|venter|reserveret|reserverad|refus[eé]e?|rejet[eé]e?|annul[eé]e?|en attente)(?!\p{L})/iu;

/** Whether a state column says that a line never reached, or did not stay on, the account. */
export function isNotBooked(state: string): boolean {
  return notBooked.test(state);
}
