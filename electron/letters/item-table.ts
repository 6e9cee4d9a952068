import type { Content, TableCell } from 'pdfmake/interfaces';
import { formatDate, type IsoDate } from '#shared/dates/civil.ts';
import type { LetterItem } from '#shared/domain/letter.ts';
import { formatAmount, formatMoney } from '#shared/money/cents.ts';
import type { Composer } from './composer.ts';
import { fill } from './fill.ts';
import { itemTitle, paymentTexts, spaced } from './letter-words.ts';
import { commonReference } from './letterhead.ts';
import { accentOf, cellGap, contentWidth, hairline, ink, ledgerLayout, quiet } from './look.ts';

const headSize = 7.5;
/** Of what stands under the title of an item. */
const smallSize = 7.5;
const separator = ' · ';
/** Lines at most that say what was delivered. */
const describedIn = 2;

/** Rows kept together with the totals, so that a total never stands alone on a page. */
const rowsWithTotals = 3;

/** Ids by which the layout is watched: where the first part ends and where the totals land. */
export const tableHead = 'items';
export const tableTail = 'totals';

/**
 * The claimed items and credits with their totals. `tailHeader` repeats the column heads above the last rows, for when
 * these start a page of their own.
 */
export function itemTable(composer: Composer, tailHeader: boolean): Content[] {
  const { plan, density } = composer;
  const claimedColumn = [...plan.items, ...plan.credits].some((item) => item.claimed !== item.open);
  const rows = [...plan.items, ...plan.credits].map((item) => itemRow(composer, item, claimedColumn));
  const split = rows.length > rowsWithTotals + 2 ? rows.length - rowsWithTotals : 0;
  const { fontSize, padding } = density.row;
  const table = (body: TableCell[][], headerRows: number): Content => ({
    fontSize,
    lineHeight: 1,
    table: { headerRows, widths, body, dontBreakRows: true },
    layout: ledgerLayout(accentOf(plan.creditor.accentColor), headerRows, padding),
  });
  const widths = columnWidths(composer, claimedColumn);
  // A new one each time: pdfmake writes into what it lays out.
  const header = () => headerRow(composer, claimedColumn);
  const tail = rows.slice(split);
  return [
    ...(split > 0
      ? [
          { text: '', margin: [0, density.panel / 2, 0, 0] } as Content,
          table([header(), ...rows.slice(0, split - 1), watched(rows[split - 1] ?? [])], 1),
        ]
      : []),
    {
      unbreakable: true,
      margin: [0, split > 0 ? 0 : density.panel / 2, 0, 0],
      stack: [
        split > 0 && !tailHeader ? table(tail, 0) : table([header(), ...tail], 1),
        totals(composer),
        ...notes(composer, claimedColumn),
      ],
    },
    // Where an unbreakable block lands is only told by what follows it, and only what draws something has a place.
    {
      ...{ id: tableTail },
      canvas: [{ type: 'rect', x: 0, y: 0, w: 0.01, h: 0.01, color: '#ffffff', lineWidth: 0 }],
    },
  ];
}

/** The last row of the first part: its date tells the page it is on (a table only tells where it starts). */
function watched([number = '', date, ...rest]: TableCell[]): TableCell[] {
  return [number, { ...(date as object), id: tableHead } as TableCell, ...rest];
}

/** "Ook nog open, nu niet gevorderd": stated, not added up (criterion D5). */
export function alsoOpenTable(composer: Composer): Content[] {
  const { plan, words, density } = composer;
  if (plan.alsoOpen.length === 0) return [];
  const header = headerRow(composer, false);
  // A row of the table, so that it never stands on a page without it.
  const title: TableCell = {
    ...{ text: words.labels.alsoOpen, colSpan: header.length, bold: true, color: ink },
    ...{ fontSize: density.fontSize, margin: [0, 2, 0, 1] },
  };
  const titleRow = [title, ...header.slice(1).map((): TableCell => '')];
  const body = [titleRow, header, ...plan.alsoOpen.map((item) => itemRow(composer, item, false))];
  return [
    {
      fontSize: density.row.fontSize - 0.5,
      lineHeight: 1,
      color: quiet,
      margin: [0, 0, 0, density.panel],
      table: { headerRows: 2, keepWithHeaderRows: 1, widths: columnWidths(composer, false), body, dontBreakRows: true },
      layout: ledgerLayout(quiet, 2, density.row.padding),
    },
  ];
}

/** Columns at least as wide as what stands in them; a long number wraps when it has to. */
function columnWidths(composer: Composer, claimedColumn: boolean): number[] {
  const { plan, words, fonts, density } = composer;
  const { columns } = words.labels;
  const { fontSize } = density.row;
  const all = [...plan.items, ...plan.credits, ...plan.alsoOpen];
  const wide = (head: string, texts: readonly string[]) =>
    Math.max(fonts.width(head, headSize), ...texts.map((text) => fonts.width(text, fontSize))) + 1;
  const amounts = (head: string, field: 'total' | 'paid' | 'open' | 'claimed') =>
    wide(
      head,
      all.map((item) => formatAmount(item[field], plan.language)),
    );
  const fixed = [
    wide(columns.date, ['00-00-0000']),
    wide(columns.due, ['00-00-0000*']),
    amounts(headOf(columns.total, plan.currency), 'total'),
    amounts(columns.paid, 'paid'),
    amounts(columns.open, 'open'),
    ...(claimedColumn ? [amounts(columns.claimed, 'claimed')] : []),
  ];
  const gaps = fixed.length * 2 * cellGap;
  const rest = contentWidth(plan) - gaps - fixed.reduce((sum, width) => sum + width, 0);
  const titles = all.map((item) => fonts.width(itemTitle(item, words), fontSize));
  const number = Math.max(36, Math.min(rest, Math.max(...titles) + 2));
  // What is left over goes to all columns, so that the eye need not cross a gap.
  const share = Math.max(0, rest - number) / (fixed.length + 1);
  return [number + share, ...fixed.map((width) => width + share)];
}

function headOf(total: string, currency: string): string {
  return `${total} ${currency === 'EUR' ? '€' : currency}`;
}

function headerRow({ words, plan }: Composer, claimedColumn: boolean): TableCell[] {
  const { columns } = words;
  const cell = (text: string, alignment: 'left' | 'right'): TableCell => ({
    text,
    fontSize: headSize,
    color: quiet,
    alignment,
  });
  return [
    cell(columns.number, 'left'),
    cell(columns.date, 'left'),
    cell(columns.due, 'left'),
    cell(headOf(columns.total, plan.currency), 'right'),
    cell(columns.paid, 'right'),
    cell(columns.open, 'right'),
    ...(claimedColumn ? [cell(columns.claimed, 'right')] : []),
  ];
}

function itemRow(composer: Composer, item: LetterItem, claimedColumn: boolean): TableCell[] {
  const { language } = composer.plan;
  return [
    numberCell(composer, item),
    dateCell(item.date),
    dueCell(item),
    amountCell(language, item.total),
    amountCell(language, item.paid),
    amountCell(language, item.open),
    ...(claimedColumn ? [amountCell(language, item.claimed)] : []),
  ];
}

function numberCell(composer: Composer, item: LetterItem): TableCell {
  const { plan, words, text } = composer;
  const title = itemTitle(item, words);
  const own = item.yourReference !== null && commonReference(plan) === null ? item.yourReference : null;
  const described = linesOf(composer, item.description?.match(/\S{1,50}/g) ?? [], ' ').slice(0, describedIn);
  const paid = paymentLines(composer, item);
  if (!own && described.length === 0 && paid.length === 0) return { text: text(title) };
  const label = words.audience === 'public' ? words.labels.purchaseOrder : words.labels.yourReference;
  const below = { fontSize: smallSize, color: quiet };
  return {
    stack: [
      { text: text(title) },
      ...(own ? [{ text: text(`${label}: ${own}`), ...below }] : []),
      // Nothing stands beside them: they run on under the other columns.
      ...[...described, ...paid].map((line) => ({ text: text(line), noWrap: true, ...below })),
    ],
  };
}

/** What was paid of an item and when, in lines as wide as the table. */
function paymentLines(composer: Composer, item: LetterItem): readonly string[] {
  const { plan, words } = composer;
  const parts = paymentTexts(item, plan);
  if (parts.length === 0) return [];
  const all = spaced(fill(words.labels.payments.all, { payments: parts.join(separator) }), plan.language);
  return linesOf(composer, all.split(separator), separator);
}

/** Parts put together in lines as wide as the table; none for none. */
function linesOf({ plan, fonts }: Composer, parts: readonly string[], between: string): readonly string[] {
  const lines: string[] = [];
  for (const part of parts) {
    const last = lines.at(-1);
    const longer = `${last}${between}${part}`;
    if (last === undefined || fonts.width(longer, smallSize) > contentWidth(plan)) lines.push(part);
    else lines[lines.length - 1] = longer;
  }
  return lines;
}

function dateCell(date: IsoDate | null): TableCell {
  return { text: date === null ? '–' : formatDate(date) };
}

function dueCell(item: LetterItem): TableCell {
  if (item.dueDate === null) return { text: item.kind === 'invoice' ? '–' : '' };
  return { text: `${formatDate(item.dueDate)}${item.dueDerived ? '*' : ''}` };
}

function amountCell(language: Composer['plan']['language'], cents: number): TableCell {
  return { text: formatAmount(cents, language), alignment: 'right', noWrap: true };
}

/** Principal, interest and costs when there is more than principal, and the one amount to pay. */
function totals({ plan, words, text, density }: Composer): Content {
  const { amounts, currency, language } = plan;
  const { labels, charges } = words;
  const lines = charges.length > 0 ? [{ label: labels.principal, cents: amounts.principal }, ...charges] : [];
  const accent = accentOf(plan.creditor.accentColor);
  const { fontSize, padding } = density.row;
  const body: TableCell[][] = [
    ...lines.map(({ label, cents }): TableCell[] => [
      { text: text(label), color: ink, fontSize },
      { text: formatAmount(cents, language), alignment: 'right', noWrap: true, fontSize },
    ]),
    [
      { text: labels.total, bold: true, fontSize: 10.5 },
      {
        text: formatMoney(amounts.total, currency, language),
        bold: true,
        fontSize: 10.5,
        alignment: 'right',
        noWrap: true,
      },
    ],
  ];
  return {
    fontSize: 9,
    lineHeight: 1,
    table: { widths: ['*', 'auto'], body, dontBreakRows: true },
    layout: {
      ...ledgerLayout(accent, -1),
      hLineWidth: (index) => (index === body.length - 1 ? 0.9 : index === body.length ? 0 : index === 0 ? 0 : 0.5),
      hLineColor: (index) => (index === body.length - 1 ? accent : hairline),
      paddingTop: (index) => (index === body.length - 1 ? 3.5 : padding),
      paddingBottom: (index) => (index === body.length - 1 ? 2 : padding),
    },
  };
}

function notes({ plan, words }: Composer, claimedColumn: boolean): Content[] {
  const derived = [...plan.items, ...plan.alsoOpen].some((item) => item.dueDate !== null && item.dueDerived);
  const texts = [...(derived ? [words.labels.derivedDue] : []), ...(claimedColumn ? [words.labels.partlyClaimed] : [])];
  return texts.map((text) => ({ text, fontSize: 7.5, color: quiet, margin: [0, 1, 0, 0] }));
}
