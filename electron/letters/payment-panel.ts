import type { Content, TableCell } from 'pdfmake/interfaces';
import type { LetterPlan } from '#shared/domain/letter.ts';
import { epcPayload } from '#shared/identifiers/epc-payload.ts';
import { formatMoney } from '#shared/money/cents.ts';
import type { Composer } from './composer.ts';
import { qrBlocks } from './epc-qr.ts';
import { groupedIban } from './letterhead.ts';
import { accentOf, contentWidth, ink, mm, panel, quiet } from './look.ts';

const qrWidth = mm(27);
const padding = { left: 12, right: 10 } as const;
const barWidth = 2.2;
const labelWidth = 96;
const gap = 4;

/** The one amount, one date, one IBAN and one reference, with a QR code for bank apps; empty when nothing is to be paid. */
export function paymentPanel(composer: Composer): Content[] {
  const { plan, density } = composer;
  if (plan.amounts.total <= 0) return [];
  const payload = epcPayload({
    name: plan.creditor.name,
    iban: plan.creditor.iban,
    currency: plan.currency,
    cents: plan.amounts.total,
    reference: plan.paymentReference,
  });
  const inner = contentWidth(plan) - barWidth - padding.left - padding.right;
  const factsWidth = payload ? inner - padding.left - padding.right - qrWidth : inner;
  const cells: TableCell[] = [
    { stack: [facts(composer, factsWidth)] },
    ...(payload ? [qrCell(composer, payload)] : []),
  ];
  return [
    {
      unbreakable: true,
      margin: [0, density.panel, 0, density.panel],
      table: { widths: payload ? [factsWidth, qrWidth] : [factsWidth], body: [cells] },
      layout: {
        hLineWidth: () => 0,
        vLineWidth: (index) => (index === 0 ? barWidth : 0),
        vLineColor: () => accentOf(plan.creditor.accentColor),
        fillColor: () => panel,
        paddingLeft: () => padding.left,
        paddingRight: () => padding.right,
        paddingTop: () => density.panel,
        paddingBottom: () => density.panel - 2,
      },
    },
  ];
}

function facts({ plan, words, text }: Composer, width: number): Content {
  const { labels, quoting } = words;
  const link = paymentLinkOf(plan);
  const row = (label: string, value: TableCell): TableCell[] => [
    { text: label, color: quiet, fontSize: 8.5, margin: [0, 1, 0, 0] },
    value,
  ];
  const rows = [
    [
      { text: labels.toPay, color: quiet, fontSize: 8.5, margin: [0, 5.5, 0, 0] as [number, number, number, number] },
      { text: formatMoney(plan.amounts.total, plan.currency, plan.language), bold: true, fontSize: 15 },
    ],
    ...(words.deadline ? [row(labels.noLaterThan, { text: words.deadline, bold: true })] : []),
    row(labels.iban, { text: groupedIban(plan.creditor.iban), noWrap: true }),
    row(labels.inNameOf, { text: text(plan.creditor.name) }),
    row(quoting.label, { text: text(quoting.text), noWrap: quoting.sort !== 'free' }),
    ...(link
      ? [row('', { text: labels.payOnline, link, color: accentOf(plan.creditor.accentColor), decoration: 'underline' })]
      : []),
  ];
  return {
    fontSize: 10,
    table: { widths: [labelWidth, width - labelWidth - 2 * gap], body: rows },
    layout: {
      hLineWidth: () => 0,
      vLineWidth: () => 0,
      paddingLeft: () => 0,
      paddingRight: () => gap,
      paddingTop: () => 0.9,
      paddingBottom: () => 0.9,
    },
  };
}

function qrCell({ words }: Composer, payload: string): TableCell {
  const { size, blocks } = qrBlocks(payload);
  // A quiet zone of four modules on white, as scanners ask.
  const unit = qrWidth / (size + 8);
  return {
    stack: [
      {
        canvas: [
          { type: 'rect', x: 0, y: 0, w: qrWidth, h: qrWidth, color: '#ffffff', lineWidth: 0 },
          ...blocks.map(({ x, y, width, height }) => ({
            type: 'rect' as const,
            x: (x + 4) * unit,
            y: (y + 4) * unit,
            w: width * unit,
            h: height * unit,
            color: '#000000',
            lineWidth: 0,
          })),
        ],
      },
      { text: words.labels.scan, fontSize: 6.5, color: ink, alignment: 'center', margin: [0, 2, 0, 0] },
    ],
  };
}

/** The payment link, when all claimed items share one over https; several links would be several ways to pay a part. */
export function paymentLinkOf(plan: LetterPlan): string | null {
  const links = new Set(plan.items.map(({ paymentLink }) => paymentLink));
  const [only] = links;
  if (links.size !== 1 || !only || !URL.canParse(only)) return null;
  const url = new URL(only);
  return url.protocol === 'https:' && url.username === '' && url.password === '' ? url.href : null;
}
