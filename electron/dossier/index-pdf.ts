import type { i18n } from 'i18next';
import type { Content, TDocumentDefinitions } from 'pdfmake/interfaces';
import { formatDate } from '#shared/dates/civil.ts';
import type { Claim, ClaimParty, ClaimPayment } from '#shared/dossier/claim.ts';
import type { TimelineRow } from '#shared/dossier/timeline.ts';
import { returnReasonText } from '#shared/formats/bank/return-reasons.ts';
import { formatMoney } from '#shared/money/cents.ts';
import { printable } from '../letters/composer.ts';
import type { LetterFonts } from '../letters/fonts.ts';
import { accentOf, latinFamily, ledgerLayout, mm, quiet } from '../letters/look.ts';
import { claimCalculation } from './claim-calculation.ts';
import { claimStatement } from './claim-statement.ts';
import type { Printed, Table, Words } from './index-words.ts';

export interface IndexContent {
  readonly claim: Claim;
  readonly documents: readonly { readonly name: string; readonly sha256: string }[];
  /** Stored letters that are missing or differ from their receipt, in words. */
  readonly remarks: readonly string[];
  readonly timeline: readonly TimelineRow[];
  readonly accentColor: string | null;
  readonly createdOn: string;
}

/** The timeline in the PDF stops here; tijdlijn.csv has all of it. */
const timelineRows = 150;

/** Below this part of the page there is no room for a heading, the head of its table and a first row. */
const lastHeading = 0.92;

/** `index.pdf`: who owes whom what, the documents with their hashes, and the timeline. Same content, same bytes. */
export async function indexPdf(content: IndexContent, fonts: LetterFonts, translate: i18n): Promise<Uint8Array> {
  // Loaded with the first dossier: at the start of the application it would cost 0.4 s.
  const { default: pdfMake } = await import('pdfmake');
  const { virtualfs } = pdfMake as typeof pdfMake & {
    virtualfs: { writeFileSync(name: string, bytes: Uint8Array): void };
  };
  for (const [name, bytes] of fonts.files) virtualfs.writeFileSync(name, bytes);
  pdfMake.setFonts(structuredClone(fonts.families));
  pdfMake.setLocalAccessPolicy(() => false);
  pdfMake.setUrlAccessPolicy(() => false);
  return pdfMake.createPdf(definitionOf(content, fonts, translate)).getBuffer();
}

function definitionOf(content: IndexContent, fonts: LetterFonts, { t, language }: i18n): TDocumentDefinitions {
  const { claim, createdOn } = content;
  const accent = accentOf(content.accentColor);
  const missing = new Set<string>();
  const text = (value: string | null) => [...fonts.runs(printable(value ?? ''), missing)];
  const word = (key: string, params: Record<string, string | number> = {}) => t(`dossier.zip.${key}`, params);
  const heading = (value: string): Content => ({ text: text(value), style: 'heading', headlineLevel: 1 });
  const table: Table = (widths, heads, rows) => ({
    table: {
      headerRows: 1,
      widths,
      body: [
        heads.map((head) =>
          typeof head === 'string' ? { text: text(head), style: 'head' } : { ...head, style: 'head' },
        ),
        ...rows,
      ],
      dontBreakRows: true,
    },
    layout: ledgerLayout(accent, 1),
  });
  const [year = 1980, month = 1, day = 1] = createdOn.split('-').map(Number);
  return {
    pageSize: 'A4',
    pageMargins: [mm(20), mm(20), mm(20), mm(20)],
    language: 'nl-NL',
    info: {
      title: `${word('title')} ${claim.debtor.code}`,
      author: claim.creditor.name,
      creationDate: new Date(Date.UTC(year, month - 1, day)),
    },
    defaultStyle: { font: latinFamily, fontSize: 8.5, lineHeight: 1.25 },
    styles: {
      title: { fontSize: 20, bold: true, color: accent },
      heading: { fontSize: 11, bold: true, color: accent, margin: [0, 16, 0, 5] },
      head: { bold: true, color: quiet, fontSize: 7.5 },
      small: { fontSize: 7, color: quiet },
    },
    // By place, not by what follows: pdfmake counts the footer and a table that moves to the next page as following here.
    pageBreakBefore: (node) => node.headlineLevel === 1 && node.startPosition.verticalRatio > lastHeading,
    footer: (page, pages) => ({
      columns: [
        { text: text(`${claim.creditor.name} · ${claim.debtor.name} (${claim.debtor.code})`), style: 'small' },
        { text: word('page', { page, pages }), style: 'small', alignment: 'right', width: 'auto' },
      ],
      margin: [mm(20), mm(8), mm(20), 0],
    }),
    content: [
      { text: text(`${word('title')} ${claim.debtor.name}`), style: 'title' },
      { text: word('subtitle'), color: quiet, margin: [0, 2, 0, 0] },
      { text: word('createdOn', { date: formatDate(createdOn) }), color: quiet, margin: [0, 0, 0, 12] },
      {
        columns: [
          party(word('creditor'), claim.creditor, [], text, word),
          party(word('debtor'), claim.debtor, [`${word('reference')}: ${claim.debtor.code}`], text, word),
        ],
        columnGap: 20,
      },
      heading(word('claimTitle', { date: formatDate(claim.asOf) })),
      ...claimStatement(claim, { table, text, word, t }),
      ...claimCalculation(claim, { table, text, word, t, heading, language: language === 'en' ? 'en' : 'nl', accent }),
      heading(word('paymentsTitle')),
      claim.payments.length === 0
        ? { text: word('paymentsNone'), color: quiet }
        : table(
            [60, '*', 80],
            [word('timeline.date'), word('claim.debtorName'), { text: word('total'), alignment: 'right' }],
            claim.payments.map((payment) => [
              formatDate(payment.date),
              { text: text(payerOf(payment, t)) },
              { text: formatMoney(payment.amount, payment.currency), alignment: 'right' },
            ]),
          ),
      heading(word('documentsTitle')),
      ...content.remarks.map((remark): Content => ({ text: text(remark), bold: true, margin: [0, 0, 0, 3] })),
      table(
        [175, '*'],
        [word('file'), word('timeline.hash')],
        content.documents.map(({ name, sha256 }) => [
          { text: text(name) },
          { text: sha256, fontSize: 6.5, margin: [0, 1.5, 0, 0] },
        ]),
      ),
      { text: word('documentsHash'), style: 'small', margin: [0, 4, 0, 0] },
      // Before the timeline, which fills its pages: at the end its last line would have a page to itself.
      { stack: [heading(word('verificationTitle')), { text: word('verification') }], unbreakable: true },
      heading(word('timelineTitle')),
      ...(content.timeline.length > timelineRows
        ? [
            {
              text: word('timelineShort', { count: timelineRows }),
              color: quiet,
              margin: [0, 0, 0, 4],
            } satisfies Content,
          ]
        : []),
      table(
        [50, 30, 65, 120, '*'],
        ['date', 'time', 'scope', 'title', 'detail'].map((name) => word(`timeline.${name}`)),
        content.timeline
          .slice(-timelineRows)
          .map((row) => [
            formatDate(row.date),
            row.time,
            row.scope,
            { text: text(row.title) },
            { text: text(row.detail) },
          ]),
      ),
    ],
  };
}

function party(title: string, of: ClaimParty, more: string[], text: Printed, word: Words): Content {
  const { address } = of;
  const lines = [
    of.name,
    address ? address.street : null,
    address ? `${address.postalCode} ${address.city} ${address.country}` : null,
    ...more,
    ...(['legalForm', 'kvk', 'vatId', 'iban', 'email', 'phone'] as const).map((field) =>
      of[field] ? `${word(field)}: ${of[field]}` : null,
    ),
  ];
  return {
    stack: [
      { text: title, style: 'head', margin: [0, 0, 0, 2] },
      ...lines
        .filter((line) => line !== null)
        .map((line, index) => ({ text: text(line) as Content[], bold: index === 0 }) as Content),
    ],
  };
}

/** Who paid, and of money that went back why. */
function payerOf({ counterparty, returnReason }: ClaimPayment, t: i18n['t']): string {
  const reason = returnReason === null ? null : `${t('events.returned')}: ${returnReasonText(t, returnReason)}`;
  return [counterparty, reason].filter(Boolean).join(' · ');
}
