import type { DebtorId } from '#shared/domain/debtor.ts';
import { Debiteurkaart } from './Debiteurkaart.tsx';
import { DebtorList } from './DebtorList.tsx';

/** The list of debtors, or the card of one. */
export function DebiteurenScreen({ debtorId }: { readonly debtorId?: DebtorId }) {
  return debtorId === undefined ? <DebtorList /> : <Debiteurkaart key={debtorId} debtorId={debtorId} />;
}
