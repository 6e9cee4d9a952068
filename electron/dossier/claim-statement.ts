import type { TFunction } from 'i18next';
import type { Content, TableCell } from 'pdfmake/interfaces';
import { formatDate } from '#shared/dates/civil.ts';
import type { Claim, ClaimRow, ClaimSupplement, ClaimTotal } from '#shared/dossier/claim.ts';
import { formatMoney, sumOf } from '#shared/money/cents.ts';
import { quiet, ruled } from '../letters/look.ts';
import type { Printed, Table, Words } from './index-words.ts';

export interface StatementWords {
  readonly table: Table;
  readonly text: Printed;
  readonly word: Words;
  readonly t: TFunction;
}

/**
 * What is owed: the open items as the ledger has them, and per currency principal, interest through the day of the claim,
 * collection costs, the total and what is added per day. Payments are imputed by law (art. 6:44 BW), so the total may differ
 * from the ledger, which is then said.
 */
export function claimStatement(claim: Claim, { table, text, word, t }: StatementWords): Content[] {
  if (claim.rows.length === 0) return [{ text: word('claimNone'), color: quiet }];
  const right = (value: string): TableCell => ({ text: value, alignment: 'right' });
  return [
    table(
      ['*', 54, 58, 56, 66, 62, 62],
      [
        ...['number', 'itemKind', 'date', 'dueDate'].map((name) => word(`claim.${name}`)),
        ...['total', 'paid', 'open'].map((name) => ({ text: word(`claim.${name}`), alignment: 'right' as const })),
      ],
      claim.rows.map((row) => [
        {
          text: text(
            row.disputed ? `${row.number} (${word('claim.disputed').toLowerCase()})` : row.number,
          ) as Content[],
        },
        word(`itemKind.${row.kind}`),
        row.date ? formatDate(row.date) : '',
        row.dueDate ? formatDate(row.dueDate) : '',
        right(formatMoney(row.total, row.currency)),
        right(formatMoney(row.paid, row.currency)),
        right(formatMoney(row.open, row.currency)),
      ]),
    ),
    ...claim.rows
      .filter(({ payments }) => payments.length > 0)
      .map(
        (row): Content => ({
          text: text(
            `${row.number || word(`itemKind.${row.kind}`)}: ${paymentLines(row, word).join('; ')}`,
          ) as Content[],
          style: 'small',
          margin: [0, 3, 0, 0],
        }),
      ),
    ...claim.totals.map((total) => totalBox(claim, total, word, t)),
    ...(claim.disputed ? [{ text: word('claimDisputed'), margin: [0, 6, 0, 0] } satisfies Content] : []),
    ...claim.waivers.map(
      ({ what, number, reason, on }): Content => ({
        text: text(
          word(`waived.${what}`, { number: number ?? word('waived.all'), date: formatDate(on), reason }),
        ) as Content[],
        margin: [0, 6, 0, 0],
      }),
    ),
  ];
}

/** Payments told one by one; more are their sum with the day of the last. */
const toldApart = 3;

/** What was paid of an item and when. */
function paymentLines({ payments, currency }: ClaimRow, word: Words): readonly string[] {
  const money = (cents: number) => formatMoney(Math.abs(cents), currency);
  if (payments.length > toldApart) {
    const amount = formatMoney(
      sumOf(payments, (payment) => payment.amount),
      currency,
    );
    return [word('paid.several', { times: payments.length, amount, date: formatDate(payments.at(-1)!.date) })];
  }
  return payments.map(({ by, amount, date }) => {
    const how = by === 'money' && amount < 0 ? 'back' : by;
    return word(`paid.${how}`, { amount: money(amount), date: formatDate(date) });
  });
}

function totalBox(claim: Claim, total: ClaimTotal, word: Words, t: TFunction): Content {
  const { currency, perDay, ledgerOpen } = total;
  const right = (value: string, bold = false): TableCell => ({ text: value, alignment: 'right', bold });
  const supplement = ({ amount, reason }: ClaimSupplement) =>
    reason === null ? formatMoney(amount, currency) : word(`none.${reason}`);
  const until = { date: formatDate(claim.asOf) };
  const isImputed = claim.charges !== null && currency === 'EUR' && claim.charges.imputations.length > 0;
  const rows: TableCell[][] = [
    [word('principal'), right(formatMoney(total.principal, currency))],
    [
      total.interest.reason === null ? t('dossier.claim.interest', until) : word('interest'),
      right(supplement(total.interest)),
    ],
    [word('collectionCosts'), right(supplement(total.collectionCosts))],
    [{ text: word('total'), bold: true }, right(formatMoney(total.total, currency), true)],
    ...(perDay > 0 ? [[t('dossier.claim.perDay'), right(formatMoney(perDay, currency))]] : []),
    ...(isImputed ? [[t('dossier.claim.ledgerOpen'), right(formatMoney(ledgerOpen, currency))]] : []),
  ];
  return {
    stack: [
      {
        margin: [0, 8, 0, 0],
        columns: [
          { text: '', width: '*' },
          { width: 260, table: { widths: ['*', 'auto'], body: rows }, layout: ruled(quiet, [3]) },
        ],
      },
      ...(isImputed
        ? [{ text: t('dossier.claim.imputed'), style: 'small', margin: [0, 4, 0, 0] } satisfies Content]
        : []),
    ],
    unbreakable: true,
  };
}
