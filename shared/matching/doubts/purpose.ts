import type { Line } from '../line.ts';
import type { Reading } from '../readings.ts';
import type { Add, DoubtedReading } from './case.ts';

/** What words for another purpose say against a payment of invoices. */
export function doubtsOfPurpose({ line, known, reading, used, isTelling }: DoubtedReading, add: Add): void {
  const isCalled = used.some(({ called, by }) => called || by === 'payment-reference');
  const isSaid = isTelling && (isCalled || (known.who.isKnown && reading.isExact));
  const purpose = isSaid ? undefined : otherPurpose(line);
  if (purpose !== undefined) add('other-purpose', -2, isTelling ? 0.1 : 0.3, { word: purpose });
  const advance = isTelling ? undefined : advanceSaid(line, reading);
  if (advance !== undefined) add('other-purpose', -1, 0.1, { word: advance });
}

const otherPurposes =
  /\b(?:salaris|loon(?:betaling)?|pensioen|uitkering|(?:belasting)?teruggaaf|belastingteruggave|(?:voorlopige )?aanslag|omzetbelasting|inkomstenbelasting|loonheffing\w*|(?:zorg|huur|kinderopvang)toeslag|toeslag(?:en)?|dividend|(?:geld)?lening|aflossing|priv[eé](?:storting|opname)?|(?:af)?storting|schadevergoeding|schade-?uitkering|borg|waarborgsom|gift|cadeau|donatie|verkeerd bedrag|per abuis|abusievelijk|onverschuldigd)\b/i;

/** A word that says money is something else than the payment of an invoice: salary, tax paid back, a loan. */
function otherPurpose({ receipt }: Line): string | undefined {
  return receipt.remittance?.match(otherPurposes)?.[0].toLowerCase();
}

/** A word that says money is for what is still to be invoiced, which no item it is laid against is said to be. */
function advanceSaid({ receipt }: Line, { parts }: Reading): string | undefined {
  if (parts.length === 0 || parts.some(({ owed }) => saysAdvance.test(owed.entry.item.description ?? ''))) return;
  return receipt.remittance?.match(saysAdvance)?.[0].toLowerCase();
}

/** Money for what is still to be invoiced. */
export const saysAdvance =
  /\b(?:aanbetaling|voorschot|vooruit(?:betaling|betaald)?|deposit|prepayment|down ?payment)\b/i;
