import { fail, type Result } from '#shared/contract/errors.ts';
import type { Output } from '#shared/contract/ipc.ts';
import { debtorIn } from '#shared/domain/books.ts';
import type { DebtorId } from '#shared/domain/debtor.ts';
import { books } from '../../db/client.ts';
import { call } from '../../host/client.ts';
import { failureOf } from '../../state/session.ts';
import { sessionStore } from '../../state/session-store.ts';

export type ExportedDossier = Output<'dossier.export'>;

/** Has the host write a debtor's dossier ZIP, and notes the export in the debtor's chain. */
export async function exportDossier(debtorId: DebtorId): Promise<Result<ExportedDossier>> {
  const { book, today } = sessionStore.getState();
  if (!book) return fail('not-found', 'no book is open');
  try {
    const [ledger, events, administrationEvents, administration, rates] = await Promise.all([
      books.ledger(debtorId),
      books.events(debtorId),
      books.events('administration'),
      books.administration(),
      books.rates(),
    ]);
    const debtor = debtorIn(ledger ?? undefined);
    const merged = await Promise.all(
      (debtor?.aliases ?? []).map(async (alias) => ({ ...alias, events: await books.events(alias.id) })),
    );
    if (!ledger || !administration) return fail('not-found', 'no such debtor');
    const answer = await call('dossier.export', {
      book,
      debtorId,
      ledger: JSON.stringify(ledger),
      events: JSON.stringify(events),
      administrationEvents: JSON.stringify(administrationEvents),
      ...(merged.length > 0 && { merged: JSON.stringify(merged) }),
      administration: JSON.stringify(administration),
      rates: JSON.stringify(rates),
      today,
    });
    if (!answer.ok) return answer;
    const { sha256, files } = answer.value;
    await books.run({ type: 'note-export', debtorId, sha256, files });
    return answer;
  } catch (error) {
    return { ok: false, error: failureOf(error) };
  }
}
