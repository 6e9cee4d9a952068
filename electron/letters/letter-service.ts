import { FailureError } from '#shared/contract/errors.ts';
import type { LetterPlan } from '#shared/domain/letter.ts';
import { letterPlanSchema } from '#shared/domain/letters/schema.ts';
import type { LetterService } from '../app/letter-service.ts';
import { printBatch } from '../print/print-batch.ts';
import { type IssueResult, issueLetters } from './issue.ts';
import { logoBytes, previewLetter } from './render-letter.ts';
import type { LetterRenderer } from './rendered.ts';

/** The letters of the application, made by this renderer (the pool in the windows, in-process in tests). */
export function createLetterService(renderer: LetterRenderer): LetterService {
  return {
    async preview(folder, planText) {
      const plan = readPlan(planText);
      const { pdf, pages, mail, missingGlyphs } = await previewLetter(renderer, plan, await logoBytes(folder, plan));
      return {
        pdf,
        pages,
        missingGlyphs,
        subject: mail?.subject ?? '',
        text: mail?.text ?? '',
        html: mail?.html ?? '',
      };
    },
    async issue(folder, planTexts) {
      const read = planTexts.map(planOrFailure);
      const plans = read.flatMap((entry) => ('plan' in entry ? [entry.plan] : []));
      const issued = await issueLetters(renderer, folder, plans);
      const results = new Map(issued.map((result) => [result.letterId, result]));
      return read.map((entry) => {
        const result = 'plan' in entry ? results.get(entry.plan.id) : entry;
        return contractResult(result ?? { letterId: '', receipt: null, failure: null });
      });
    },
    printBatch: (folder, letterIds) => printBatch(folder, letterIds),
    close: () => renderer.close(),
  };
}

function contractResult({ letterId, receipt, failure }: IssueResult) {
  return { letterId, receipt, failure: failure ? { ...failure, params: { ...failure.params } } : null };
}

/** A plan from text; fails with bad-input when it is no plan or its amounts do not add up. */
function readPlan(text: string): LetterPlan {
  const checked = letterPlanSchema.safeParse(parsed(text));
  if (checked.success) return checked.data;
  const where = checked.error.issues[0];
  throw new FailureError({
    code: 'bad-input',
    message: `no letter plan: ${where?.message ?? ''}`,
    params: { field: where?.path.join('.') ?? '' },
  });
}

function planOrFailure(text: string): { readonly plan: LetterPlan } | IssueResult {
  try {
    return { plan: readPlan(text) };
  } catch (error) {
    const content = parsed(text);
    const id = typeof content === 'object' && content !== null && 'id' in content ? String(content.id) : '';
    const failure =
      error instanceof FailureError
        ? error.failure
        : { code: 'bad-input' as const, message: 'no letter plan', params: {} };
    return { letterId: id, receipt: null, failure };
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
