import type { Debtor, DebtorKind } from '../domain/debtor.ts';
import { jurisdictionOf } from '../domain/jurisdiction.ts';

/** Policy each kind of debtor falls under when nothing is pinned. Unknown is never treated as business (criterion C1). */
const policyByKind: Readonly<Record<DebtorKind, string>> = {
  business: 'zakelijk',
  consumer: 'consument',
  public: 'overheid',
  unknown: 'onbekend',
};

/** Id of the shipped policy of a debtor: by its kind, and for consumers under Belgian law theirs, which knows no veertiendagenbrief. */
export function policyIdFor(debtor: Pick<Debtor, 'kind' | 'jurisdiction' | 'address'>): string {
  if (debtor.kind === 'consumer' && jurisdictionOf(debtor) === 'BE') return 'consument-belgie';
  return policyByKind[debtor.kind];
}
