import type { Content, TableCell } from 'pdfmake/interfaces';
import { addDays, formatDate } from '#shared/dates/civil.ts';
import type { InterestCharge, ItemInterest, LetterCharges } from '#shared/law/charges.ts';
import { formatAmount } from '#shared/money/cents.ts';
import { formatPercent } from '#shared/money/percent.ts';
import { letterTexts } from '../../assets/letters/index.ts';
import { interestGroundOf, interestStanding } from './charge-words.ts';
import { itemTitle } from './letter-words.ts';
import { blockTable, cellGap, evenParts, hairline, quiet, ruled } from './look.ts';
import { amountCell, partHeading, type SpecificationComposer, specificationSize } from './specification-parts.ts';
import { capitaliseMonths, type SpecificationRow, specificationRows } from './specification-rows.ts';

/** Rows that stay together at most; a longer item goes on in a next block, under the column heads again. */
const rowsTogether = 24;

/** Items from which on the rows stand closer. */
const manyItems = 9;

/** Interest per item and line; the column heads return on every page, and no item is torn from its subtotal. */
export function interestSection(own: SpecificationComposer, charges: LetterCharges): Content[] {
  const { interest } = charges;
  const standing = interestStanding(own.plan);
  if (!interest || standing === 'none') return [];
  const { name, article } = interestGroundOf(own.plan, letterTexts[own.plan.language].charges);
  const blocks = interest.items.flatMap((item) => itemBlocks(own, interest, item));
  return [
    partHeading(own, own.say(own.texts.interest.ground, { name, article })),
    ...(standing === 'announced'
      ? [{ text: own.say(own.texts.interest.announced), margin: [0, 0, 0, 4] } satisfies Content]
      : []),
    {
      fontSize: specificationSize,
      lineHeight: 1,
      stack: [blockTable(own.width, columnHeads(own, interest), withTotals(own, interest, blocks))],
    },
    ...conventions(own, interest),
    ...rateRows(own, interest),
  ];
}

function columnHeads(own: SpecificationComposer, interest: InterestCharge): TableCell {
  const { columns } = own.texts.interest;
  const right = (text: string): TableCell => ({ text, alignment: 'right' });
  const heads: TableCell[] = [
    columns.from,
    columns.until,
    right(columns.days),
    right(`${columns.base} €`),
    right(isPerMonth(interest) ? columns.perMonth : columns.perYear),
    right(`${columns.amount} €`),
  ];
  return {
    fontSize: 7,
    color: quiet,
    table: { widths: columnWidths(own), body: [heads] },
    layout: { ...ruled(own.accent, [1]), paddingBottom: () => 2.5 },
  };
}

function columnWidths({ width }: SpecificationComposer): number[] {
  const inner = width - 5 * 2 * cellGap;
  return [0.16, 0.16, 0.13, 0.21, 0.15, 0.19].map((share) => share * inner);
}

type Rows = { readonly body: TableCell[][]; readonly ruledAbove: number[] };

/** The rows of an item as blocks that stay whole. */
function itemBlocks(own: SpecificationComposer, interest: InterestCharge, item: ItemInterest): Rows[] {
  const rows = specificationRows(item, capitaliseMonths(interest));
  const { texts } = own;
  const number = titleOf(own, item);
  const blocks = evenParts(rows, rowsTogether).map(
    (part): Rows => ({ body: part.map((row) => rowCells(own, interest, row)), ruledAbove: [] }),
  );
  blocks[0]?.body.unshift(spanned(own, texts.interest.item, { number, from: formatDate(item.from) }, true));
  const last = blocks.at(-1);
  // A single line is its own sum.
  if (last && rows.length > 1) {
    last.ruledAbove.push(last.body.length);
    last.body.push(sumRow(own, own.say(texts.interest.subtotal, { number: item.number }), item.total));
  }
  return blocks;
}

/** The item as the letter calls it. */
function titleOf({ plan, words }: SpecificationComposer, { itemId, number }: ItemInterest): string {
  const item = plan.items.find((candidate) => candidate.itemId === itemId);
  return `${words.columns.number} ${item ? itemTitle(item, words) : number}`;
}

function rowCells(own: SpecificationComposer, interest: InterestCharge, row: SpecificationRow): TableCell[] {
  const { plan, texts } = own;
  if (row.kind === 'line') {
    const { from, toIncl, days, denominator, base, percent, interest: amount } = row.line;
    const isWritten = interest.dayCount === 'actual' || denominator !== 365;
    return [
      formatDate(from),
      formatDate(toIncl),
      { text: isWritten ? `${days}/${denominator}` : String(days), alignment: 'right' },
      amountCell(own, base),
      { text: formatPercent(percent, plan.language), alignment: 'right', noWrap: true },
      amountCell(own, amount),
    ];
  }
  if (row.kind === 'paused') {
    return spanned(own, texts.interest.paused, { from: formatDate(row.from), until: formatDate(row.until) });
  }
  const text =
    row.kind === 'capitalised'
      ? own.say(texts.interest.capitalised)
      : own.say(texts.interest.reduced, { date: formatDate(row.date) });
  return [
    { text, colSpan: 3, color: quiet },
    '',
    '',
    {
      text: `${row.kind === 'capitalised' ? '+' : ''}${formatAmount(row.amount, plan.language)}`,
      alignment: 'right',
      noWrap: true,
      color: quiet,
    },
    '',
    '',
  ];
}

function spanned(
  own: SpecificationComposer,
  text: string,
  values: Readonly<Record<string, string>>,
  bold = false,
): TableCell[] {
  const cell = { text: own.text(own.say(text, values)), colSpan: 6, bold, ...(bold ? {} : { color: quiet }) };
  return [cell, '', '', '', '', ''];
}

function sumRow(own: SpecificationComposer, text: string, cents: number): TableCell[] {
  return [{ text: own.text(text), colSpan: 5 }, '', '', '', '', amountCell(own, cents, true)];
}

/** The blocks as cells; the total and the interest per day stand with the last item. */
function withTotals(own: SpecificationComposer, interest: InterestCharge, blocks: readonly Rows[]): TableCell[] {
  const { texts, accent } = own;
  const widths = columnWidths(own);
  const until = formatDate(interest.until);
  const from = formatDate(addDays(interest.until, 1));
  return blocks.map(({ body, ruledAbove }, at): TableCell => {
    const table = (rows: TableCell[][], color: string, above: number[]): Content => ({
      table: { widths, body: rows },
      layout: ruled(color, above, interest.items.length < manyItems ? 1.3 : 0.7),
    });
    const own6 = table(body, hairline, ruledAbove);
    if (at < blocks.length - 1) return { stack: [own6], margin: [0, 2, 0, 3] };
    const total = sumRow(own, own.say(texts.interest.total, { until }), interest.total);
    const perDay = sumRow(own, own.say(texts.interest.perDay, { from }), interest.perDay);
    const strong = total.map((cell, index) => (index === 0 ? { ...(cell as object), bold: true } : cell) as TableCell);
    return { stack: [own6, table([strong, perDay], accent, [0])], margin: [0, 2, 0, 4] };
  });
}

/** How days, years and rounding count (law §3): printed on every specification. */
function conventions(own: SpecificationComposer, interest: InterestCharge): Content[] {
  const { formula, compounding, stale } = own.texts.interest;
  const months = capitaliseMonths(interest);
  const staleStep = interest.steps.find(({ key }) => key === 'interest-stale')?.values.date;
  const lines = [
    isPerMonth(interest) ? formula.month : formula[interest.dayCount],
    months === 12 ? compounding.year : months === 1 ? compounding.month : compounding.none,
  ].map((text) => own.say(text));
  if (staleStep && 'date' in staleStep) lines.push(own.say(stale, { date: formatDate(staleStep.date) }));
  return [{ text: lines.join(' '), fontSize: 7.5, color: quiet, margin: [0, 2, 0, 0] }];
}

function isPerMonth({ steps }: InterestCharge): boolean {
  return steps.some(({ key }) => key === 'interest-per-month');
}

/** The rows of the rate table that were used, with their source. */
function rateRows(own: SpecificationComposer, interest: InterestCharge): Content[] {
  const rows = interest.steps.flatMap(({ values: { from, percent }, source }) =>
    from && 'date' in from && percent && 'percent' in percent && source !== null
      ? [{ from: from.date, percent: percent.percent, source: withoutConfidence(source) }]
      : [],
  );
  if (rows.length === 0) return [];
  const { rates } = own.texts;
  const heads: TableCell[] = [rates.from, { text: rates.percent, alignment: 'right' }, rates.source];
  return [
    {
      fontSize: 7.5,
      lineHeight: 1,
      color: quiet,
      margin: [0, 6, 0, 0],
      table: {
        headerRows: 1,
        keepWithHeaderRows: 2,
        dontBreakRows: true,
        widths: [62, 52, '*'],
        body: [
          heads,
          ...rows.map(({ from, percent, source }): TableCell[] => [
            formatDate(from),
            { text: formatPercent(percent, own.plan.language), alignment: 'right' },
            { text: own.text(source) },
          ]),
        ],
      },
      layout: ruled(hairline, [1], 1.2),
    },
  ];
}

/** How sure a row is, in brackets behind its source, is for whoever keeps the table and not for the debtor. */
function withoutConfidence(source: string): string {
  return source.replace(/ \([^()]*\)$/, '');
}
