import type { Content } from 'pdfmake/interfaces';
import { letterReference } from '#shared/domain/letters/quoted-reference.ts';
import type { Composer } from './composer.ts';
import { alsoOpenTable, itemTable } from './item-table.ts';
import type { Definition } from './laid-out.ts';
import { continuationHead, letterFoot, letterhead } from './letterhead.ts';
import { accentOf, ink, latinFamily, mm, page, quiet } from './look.ts';
import { paymentPanel } from './payment-panel.ts';
import { specification } from './specification.ts';

export interface LayoutChoice {
  readonly preview: boolean;
  /** With the specification of interest and costs behind the letter. */
  readonly annex: boolean;
  /** Column heads above the rows that stand with the totals; see `itemTable`. */
  readonly tailHeader: boolean;
  readonly logo: string | null;
}

/** Printed across previews; they are never sent (criterion D7). */
const previewStamp = 'VOORBEELD — NIET VERZONDEN';

/** The whole letter as pdfmake reads it. */
export function letterDocument(composer: Composer, choice: LayoutChoice): Definition {
  const { plan, words } = composer;
  const side = plan.creditor.window.side;
  return {
    pageMargins: [mm(page.left[side]), mm(page.top), mm(page.right), mm(page.bottom)],
    language: plan.language,
    info: {
      Producer: 'Voldaan',
      Creator: 'Voldaan',
      Title: `${words.heading} ${letterReference(plan)}`,
      Author: plan.creditor.name,
      CreationDate: new Date(`${plan.date}T12:00:00Z`),
    },
    defaultStyle: { font: latinFamily, fontSize: composer.density.fontSize, lineHeight: 1.06, color: ink },
    ...(choice.logo ? { images: { logo: choice.logo } } : {}),
    ...(choice.preview
      ? { watermark: { text: previewStamp, color: '#b42318', opacity: 0.16, bold: true, angle: -52, fontSize: 46 } }
      : {}),
    header: (current) => (current === 1 ? null : continuationHead(composer)),
    footer: (current, pages) => letterFoot(composer, current, pages),
    content: [
      ...letterhead(composer),
      ...body(composer, choice.tailHeader),
      ...(choice.annex ? specification(composer) : []),
    ],
  };
}

function body(composer: Composer, tailHeader: boolean): Content[] {
  const { plan, words, text, density } = composer;
  const paragraph = (value: string): Content => ({
    text: text(value),
    unbreakable: true,
    margin: [0, 0, 0, density.paragraph],
  });
  return [
    {
      text: words.heading,
      fontSize: 17,
      bold: true,
      color: accentOf(plan.creditor.accentColor),
      lineHeight: 1,
      margin: [0, mm(page.bodyTop - page.top), 0, density.panel],
    },
    paragraph(words.labels.salutation),
    ...words.opening.map(paragraph),
    ...words.request.map(paragraph),
    ...itemTable(composer, tailHeader),
    ...paymentPanel(composer),
    ...alsoOpenTable(composer),
    ...words.consequence.map(paragraph),
    paragraph(words.processed),
    {
      unbreakable: true,
      stack: [paragraph(words.objection), ...signature(composer)],
    },
  ];
}

function signature({ plan, words, text }: Composer): Content[] {
  const { creditor } = plan;
  const lines = [creditor.signatory, creditor.name].filter((line) => line !== null && line !== '');
  return [
    { text: words.closing, margin: [0, 4, 0, creditor.signatory ? 16 : 3] },
    ...lines.map((line, index): Content => {
      const isLast = index === lines.length - 1;
      const signed: Content = { text: text(line ?? ''), bold: isLast };
      if (!isLast || !words.enclosure) return signed;
      const enclosure = { text: words.enclosure, fontSize: 8, color: quiet, margin: [0, 1.5, 0, 0] } satisfies Content;
      return { columns: [signed, { ...enclosure, alignment: 'right' }] };
    }),
  ];
}
