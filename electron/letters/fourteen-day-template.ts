import { addDays } from '#shared/dates/civil.ts';
import type { LetterLanguage } from '#shared/domain/debtor.ts';
import { checkFourteenDayLetter } from '#shared/law/fourteen-day-letter/check.ts';
import type { LetterProblemCode } from '#shared/law/fourteen-day-letter/letter.ts';
import { formatMoney } from '#shared/money/cents.ts';

const sentOn = '2026-11-23';
const opens = [12_000, 9_550, 31_000];
/** The tariff over one and over all three, and with VAT. */
const sums = {
  one: { principal: 12_000, costs: 4_000, vat: 840 },
  all: { principal: 52_550, costs: 7_883, vat: 1_655 },
};

/**
 * What the validator of criterion E4 finds wrong with the words of a veertiendagenbrief, filled in for a made-up consumer with
 * one invoice or three, with VAT on the costs or without. A deadline, or a figure such a letter does not have, stays as its
 * placeholder.
 */
export function fourteenDayTemplateProblems(
  paragraphs: readonly string[],
  { language, vat, several }: { readonly language: LetterLanguage; readonly vat: boolean; readonly several: boolean },
): readonly LetterProblemCode[] {
  const own = several ? sums.all : sums.one;
  const total = own.costs + (vat ? own.vat : 0);
  const money = (cents: number) => formatMoney(cents, 'EUR', language);
  const values: Readonly<Record<string, string>> = {
    creditor: 'Noordkade',
    invoice: '2026-1',
    count: '3',
    total: money(own.principal),
    principal: money(own.principal),
    costs: money(total),
    totalWithCosts: money(own.principal + total),
    ...(vat ? { costsWithoutVat: money(own.costs), costsVat: money(own.vat), vatPercent: '21 %' } : {}),
  };
  const text = paragraphs
    .map((paragraph) => paragraph.replace(/\{(\w+)\}/g, (hole, name: string) => values[name] ?? hole))
    .join('\n\n');
  const { problems } = checkFourteenDayLetter({
    sentOn,
    channel: 'post',
    debtor: { consumer: true },
    creditor: { deductsVat: !vat },
    items: opens.slice(0, several ? 3 : 1).map((open, at) => ({
      number: several ? '' : `2026-${at + 1}`,
      invoiceDate: addDays(sentOn, -90),
      dueDate: addDays(sentOn, -60),
      open,
      included: true,
    })),
    text,
    amounts: [own.principal],
    ibans: [],
    costsAnnounced: total,
    printedDeadline: null,
  });
  return problems.map(({ code }) => code);
}
