import { useCallback, useEffect, useState } from 'react';
import { books } from '#renderer/db/client.ts';
import { call } from '#renderer/host/client.ts';
import { failureOf, useSession } from '#renderer/state/session.ts';
import type { Failure } from '#shared/contract/errors.ts';
import type { Output } from '#shared/contract/ipc.ts';
import { canonicalJson } from '#shared/domain/canonical.ts';
import type { LetterPlan } from '#shared/domain/letter.ts';
import type { Proposal } from '#shared/dunning/proposal.ts';
import type { OpenPdf } from './pdf.ts';

/** Rows passed by quickly are not drawn. */
const settleMs = 70;

export interface Preview {
  /** The proposal this is a preview of; another one may be on its way. */
  readonly proposal: Proposal;
  /** Null: nothing is left to claim. */
  readonly plan: LetterPlan | null;
  readonly mail: Pick<Output<'letters.preview'>, 'subject' | 'text' | 'mailUrl' | 'missingGlyphs'> | null;
  readonly pdf: OpenPdf | null;
  readonly failure: Failure | null;
}

/** The letter of a proposal as it would be made now: its plan at once, then the real PDF and the mail. */
export function usePreview(proposal: Proposal | null): { preview: Preview | null; retry: () => void } {
  const book = useSession((session) => session.book);
  const [preview, setPreview] = useState<Preview | null>(null);
  const [attempt, setAttempt] = useState(0);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new attempt is a new preview
  useEffect(() => {
    if (!proposal || !book) {
      setPreview(null);
      return;
    }
    let left = false;
    let open: OpenPdf | null = null;
    const show = (part: Omit<Preview, 'proposal'>) => {
      if (!left) setPreview({ proposal, ...part });
    };
    const none = { plan: null, mail: null, pdf: null, failure: null };
    const make = async () => {
      let plan: LetterPlan | null = null;
      let mail: Preview['mail'] = null;
      try {
        plan = await books.planOf(proposal);
        if (left) return;
        show({ ...none, plan });
        if (!plan) return;
        await new Promise((resolve) => setTimeout(resolve, settleMs));
        if (left) return;
        const answer = await call('letters.preview', { book, plan: canonicalJson(plan) });
        if (left) return;
        if (!answer.ok) {
          show({ ...none, plan, failure: answer.error });
          return;
        }
        const { pdf: url } = answer.value;
        mail = answer.value;
        show({ ...none, plan, mail });
        const { fetchOnce, openPdf } = await import('./pdf.ts');
        open = await openPdf(await fetchOnce(url));
        if (left) open.close();
        else show({ ...none, plan, mail, pdf: open });
      } catch (error) {
        show({ ...none, plan, mail, failure: failureOf(error) });
      }
    };
    void make();
    return () => {
      left = true;
      open?.close();
    };
  }, [proposal, book, attempt]);
  const retry = useCallback(() => setAttempt((count) => count + 1), []);
  return { preview, retry };
}
