import { useMemo } from 'react';
import { useSummaries } from '#renderer/db/read/summaries.ts';
import type { DebtorId } from '#shared/domain/debtor.ts';

/** The name of a debtor; empty for none, and until the debtors are read. */
export function useDebtorName(id: DebtorId | null): string {
  const summaries = useSummaries();
  return useMemo(() => summaries?.find((summary) => summary.id === id)?.name ?? '', [summaries, id]);
}
