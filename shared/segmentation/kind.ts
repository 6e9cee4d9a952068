import type { DebtorKind } from '../domain/debtor.ts';

/** Policy each kind of debtor falls under when nothing is pinned. Unknown is never treated as business (criterion C1). */
const policyByKind: Readonly<Record<DebtorKind, string>> = {
  business: 'zakelijk',
  consumer: 'consument',
  public: 'overheid',
  unknown: 'onbekend',
};

/** Id of the shipped policy for a kind of debtor. */
export function policyIdForKind(kind: DebtorKind): string {
  return policyByKind[kind];
}
