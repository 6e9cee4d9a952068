import type { Content, TableCell } from 'pdfmake/interfaces';
import { formatDate } from '#shared/dates/civil.ts';
import type { Claim } from '#shared/dossier/claim.ts';
import type { ClaimCharges, ClaimItem } from '#shared/dossier/claim-charges.ts';
import { explainedStep } from '#shared/i18n/explained.ts';
import type { UiLanguage } from '#shared/i18n/translate.ts';
import type { ExplanationStep } from '#shared/law/explanation.ts';
import { type Cents, formatMoney, sumOf } from '#shared/money/cents.ts';
import { formatPercent } from '#shared/money/percent.ts';
import { blockTable, cellGap, evenParts, hairline, mm, quiet, ruled } from '../letters/look.ts';
import type { StatementWords } from './claim-statement.ts';

export interface CalculationWords extends StatementWords {
  readonly heading: (text: string) => Content;
  readonly language: UiLanguage;
  readonly accent: string;
}

/** Between the margins of the index. */
const width = mm(170);
const rowsTogether = 30;

/** Steps of an item that happen on a day; the others are conventions that hold for all items. */
const dayEvents = /^interest-(capitalised|pause|credit-|payment)/;

/**
 * How interest and costs of the claim came about: per item each line and what happened between them, the tariff step by
 * step, and where every payment went (art. 6:43 and 6:44 BW). Empty when the claim is its principal only.
 */
export function claimCalculation({ charges, asOf }: Claim, words: CalculationWords): Content[] {
  if (!charges) return [];
  return [...interestPart(charges, asOf, words), ...costsPart(charges, words), ...imputationPart(charges, words)];
}

function interestPart(charges: ClaimCharges, asOf: string, words: CalculationWords): Content[] {
  const { word, heading, text, t } = words;
  const items = charges.items.filter((item) => item.lines.length > 0);
  if (items.length === 0) return [];
  const ground = charges.interestClause ?? word(`ground.${charges.rate}`);
  const blocks = items.flatMap((item) => itemBlocks(item, words));
  const sums: TableCell[][] = [
    [
      { text: word('calculation.interestTotal', { date: formatDate(asOf) }), bold: true },
      amount(
        sumOf(items, (item) => item.interest),
        true,
      ),
    ],
    [t('dossier.claim.perDay'), amount(charges.perDay)],
  ];
  return [
    heading(word('calculation.interestTitle', { ground })),
    { fontSize: 8, lineHeight: 1, stack: [blockTable(width, lineHeads(words), blocks)] },
    { fontSize: 8, lineHeight: 1, table: { widths: ['*', 'auto'], body: sums }, layout: ruled(words.accent, [0]) },
    ...footnotes(charges, items, words).map((note): Content => ({ text: text(note) as Content[], style: 'small' })),
  ];
}

/** How days count, whether interest bears interest, why this rate, and where the percentages were found; each once. */
function footnotes(charges: ClaimCharges, items: readonly ClaimItem[], words: CalculationWords): readonly string[] {
  const own = items.flatMap((item) => item.steps);
  const conventions = own.filter(({ key }) => !/^interest-(line|start|total)/.test(key) && !dayEvents.test(key));
  const shared = charges.steps.filter(({ key }) => !/^imputation-|^interest-total/.test(key));
  const sources = own.flatMap(({ values: { percent }, source }) =>
    source !== null && percent && 'percent' in percent
      ? [`${formatPercent(percent.percent, words.language)}: ${source}`]
      : [],
  );
  return [...new Set([...[...shared, ...conventions].map((step) => explained(step, words)), ...sources])];
}

function lineWidths(): number[] {
  const inner = width - 5 * 2 * cellGap;
  return [0.15, 0.15, 0.13, 0.22, 0.15, 0.2].map((share) => share * inner);
}

function lineHeads({ word, accent }: CalculationWords): TableCell {
  const head = (name: string, alignment: 'left' | 'right' = 'right'): TableCell => ({
    text: word(`calculation.${name}`),
    style: 'head',
    alignment,
  });
  const heads = [
    head('from', 'left'),
    head('until', 'left'),
    head('days'),
    head('base'),
    head('percent'),
    head('interest'),
  ];
  return { table: { widths: lineWidths(), body: [heads] }, layout: ruled(accent, [1]) };
}

/** An item as blocks that fit a page; the head says its principal, the foot what is left of it. */
function itemBlocks(item: ClaimItem, words: CalculationWords): TableCell[] {
  const { word, text } = words;
  const spanned = (value: string, look: { bold?: boolean; color?: string } = {}): TableCell[] => [
    { text: text(value) as Content[], colSpan: 6, ...look },
    '',
    '',
    '',
    '',
    '',
  ];
  const rows = item.steps
    .filter(({ key }) => key === 'interest-line' || dayEvents.test(key))
    .map((step) => lineCells(step, words) ?? spanned(explained(step, words), { color: quiet }));
  const title = word('calculation.item', { number: item.number, principal: formatMoney(item.principal) });
  const left = word('calculation.itemOpen', {
    principal: formatMoney(item.principalOpen),
    interest: formatMoney(item.interestOpen),
  });
  const foot: TableCell[] = [
    { text: text(`${word('calculation.itemInterest', { number: item.number })}; ${left}`) as Content[], colSpan: 5 },
    '',
    '',
    '',
    '',
    amount(item.interest, true),
  ];
  const parts = evenParts(rows, rowsTogether);
  return parts.map((part, index): TableCell => {
    const isLast = index === parts.length - 1;
    const body = [...(index === 0 ? [spanned(title, { bold: true })] : []), ...part, ...(isLast ? [foot] : [])];
    return {
      stack: [{ table: { widths: lineWidths(), body }, layout: ruled(hairline, isLast ? [body.length - 1] : [], 1.2) }],
      margin: [0, 2, 0, isLast ? 4 : 0],
    };
  });
}

function lineCells(
  { key, values, amount: interest }: ExplanationStep,
  { language }: CalculationWords,
): TableCell[] | null {
  const { from, until, base, percent, days, denominator } = values;
  if (key !== 'interest-line' || interest === null) return null;
  if (!from || !until || !base || !percent || !days || !denominator) return null;
  if (!('date' in from) || !('date' in until) || !('cents' in base) || !('percent' in percent)) return null;
  if (!('count' in days) || !('count' in denominator)) return null;
  return [
    formatDate(from.date),
    formatDate(until.date),
    { text: `${days.count}/${denominator.count}`, alignment: 'right' },
    amount(base.cents),
    { text: formatPercent(percent.percent, language), alignment: 'right' },
    amount(interest),
  ];
}

function costsPart({ costs, costsClause }: ClaimCharges, words: CalculationWords): Content[] {
  if (!costs || costs.total === 0) return [];
  const { word, heading, text } = words;
  const rows = costs.steps.map((step): TableCell[] => [
    { text: text([explained(step, words), step.article].filter((part) => part !== null).join('; ')) as Content[] },
    step.amount === null ? '' : amount(step.amount),
  ]);
  const rowsOfCosts: Content = {
    fontSize: 8,
    lineHeight: 1.1,
    table: {
      widths: ['*', 'auto'],
      body: [...rows, [{ text: word('collectionCosts'), bold: true }, amount(costs.total, true)]],
    },
    layout: ruled(words.accent, [rows.length]),
  };
  const clause: Content[] = costsClause ? [{ text: text(costsClause) as Content[], margin: [0, 0, 0, 3] }] : [];
  return [{ unbreakable: true, stack: [heading(word('calculation.costsTitle')), ...clause, rowsOfCosts] }];
}

function imputationPart({ imputations }: ClaimCharges, { word, heading, table, text }: CalculationWords): Content[] {
  if (imputations.length === 0) return [];
  const names = ['amount', 'costs', 'interest', 'principal', 'unallocated'] as const;
  const right = (name: string) => ({ text: word(`imputation.${name}`), alignment: 'right' as const });
  const sums = names.map((name) =>
    amount(
      sumOf(imputations, (payment) => payment[name]),
      true,
    ),
  );
  return [
    heading(word('imputation.title')),
    table(
      [50, '*', 66, 60, 60, 66, 72],
      [word('imputation.date'), word('imputation.number'), ...names.map(right)],
      [
        ...imputations.map((payment): TableCell[] => [
          formatDate(payment.date),
          { text: text(payment.number) as Content[] },
          ...names.map((name) => amount(payment[name])),
        ]),
        [{ text: word('total'), bold: true }, '', ...sums],
      ],
    ),
  ];
}

function amount(cents: Cents, bold = false): TableCell {
  return { text: formatMoney(cents), alignment: 'right', noWrap: true, bold };
}

function explained(step: ExplanationStep, { t, language }: CalculationWords): string {
  return explainedStep(step, t, language);
}
