import { FailureError } from '#shared/contract/errors.ts';
import { formatDate } from '#shared/dates/civil.ts';
import type { LetterItem, LetterPlan } from '#shared/domain/letter.ts';
import { lintFourteenDayPlan } from '#shared/domain/letters/fourteen-day-plan.ts';
import { formatAmount, formatMoney } from '#shared/money/cents.ts';
import { mailWording } from '../../assets/mail/wording.ts';
import { fill } from './fill.ts';
import { itemTitle, type LetterWords, paymentTexts } from './letter-words.ts';
import { groupedIban } from './letterhead.ts';

/**
 * Refuses a veertiendagenbrief that would lose the costs (criterion E4): nothing is printed or mailed of it, also no preview.
 * Throws `render-failed` with the codes of what is wrong.
 */
export function checkFourteenDayWords(plan: LetterPlan, words: LetterWords): void {
  if (plan.kind !== 'fourteen-day-letter') return;
  const { valid, problems } = lintFourteenDayPlan(plan, null, fourteenDayText(plan, words));
  if (valid) return;
  const codes = problems.map(({ code }) => code).join(', ');
  throw new FailureError({
    code: 'render-failed',
    message: `fourteen-day letter: ${codes}`,
    params: { letterId: plan.id, codes },
  });
}

/** Everything the letter and its mail say, in the order in which they say it. */
function fourteenDayText(plan: LetterPlan, words: LetterWords): string {
  const { labels } = words;
  const { creditor, amounts, currency, language } = plan;
  const rows = (items: readonly LetterItem[]) => items.map((item) => rowOf(plan, words, item)).join('\n');
  const total = formatMoney(amounts.total, currency, language);
  return [
    words.heading,
    words.subject,
    labels.salutation,
    ...words.opening,
    ...words.request,
    mailWording[language].termStarts,
    rows([...plan.items, ...plan.credits]),
    ...words.charges.map(({ label, cents }) => `${label}: ${formatMoney(cents, currency, language)}`),
    `${labels.total}: ${total}`,
    `${labels.toPay}: ${total}`,
    ...(words.deadline ? [`${labels.noLaterThan}: ${words.deadline}`] : []),
    `${labels.iban}: ${groupedIban(creditor.iban)}`,
    `${words.quoting.label}: ${words.quoting.text}`,
    ...(plan.alsoOpen.length > 0 ? [labels.alsoOpen, rows(plan.alsoOpen)] : []),
    ...words.consequence,
    words.processed,
    words.objection,
    words.closing,
  ].join('\n\n');
}

function rowOf(plan: LetterPlan, words: LetterWords, item: LetterItem): string {
  const dates = [item.date, item.dueDate].map((date) => (date === null ? '–' : formatDate(date)));
  const amounts = [item.total, item.paid, item.open, item.claimed].map((cents) => formatAmount(cents, plan.language));
  const paid = paymentTexts(item, plan);
  const row = [itemTitle(item, words), ...dates, ...amounts].join('  ');
  return paid.length === 0 ? row : `${row}\n${fill(words.labels.payments.all, { payments: paid.join(' · ') })}`;
}
