import type { Content, TableCell } from 'pdfmake/interfaces';
import { formatLongDate } from '#shared/dates/civil.ts';
import { letterReference } from '#shared/domain/letters/quoted-reference.ts';
import { formatMoney } from '#shared/money/cents.ts';
import { letterTexts } from '../../assets/letters/index.ts';
import type { Composer } from './composer.ts';
import { fill } from './fill.ts';
import { hasSpecification, spaced } from './letter-words.ts';
import { accentOf, contentWidth, ink, quiet, ruled } from './look.ts';
import { costsSection } from './specification-costs.ts';
import { interestSection } from './specification-interest.ts';
import { amountCell, partHeading, type SpecificationComposer, specificationSize } from './specification-parts.ts';

/** Id by which the layout is watched: where the specification begins. */
export const specificationStart = 'specification';

/**
 * How interest and costs came about, on pages of its own after the letter: every line with its days, base and percentage,
 * the tariff step by step, what the rates rest on, and the sum that is the amount of the letter. Empty for a letter that
 * has none.
 */
export function specification(composer: Composer): Content[] {
  const { plan } = composer;
  const { charges } = plan;
  if (!charges || !hasSpecification(plan)) return [];
  const texts = letterTexts[plan.language].specification;
  const own: SpecificationComposer = {
    ...composer,
    texts,
    say: (text, values = {}) => spaced(fill(text, values), plan.language),
    width: contentWidth(plan),
    accent: accentOf(plan.creditor.accentColor),
  };
  const date = formatLongDate(plan.date, plan.language);
  return [
    {
      pageBreak: 'before',
      text: own.say(texts.title),
      fontSize: 15,
      bold: true,
      color: own.accent,
      lineHeight: 1,
    },
    {
      // Not above: what begins a page by order is not told where it landed.
      ...{ id: specificationStart },
      text: own.text(own.say(texts.belongsTo, { date, reference: letterReference(plan) })),
      color: quiet,
      margin: [0, 3, 0, 4],
    },
    ...interestSection(own, charges),
    ...costsSection(own, charges),
    ...claimSection(own),
  ];
}

/** The parts of the letter's amount once more, so that the reader sees the sum of this page and of the letter agree. */
function claimSection(own: SpecificationComposer): Content[] {
  const { plan, words, texts, accent } = own;
  if (words.charges.length === 0) return [];
  const lines = [{ label: words.labels.principal, cents: plan.amounts.principal }, ...words.charges];
  const body: TableCell[][] = [
    ...lines.map(({ label, cents }) => [{ text: own.text(label) }, amountCell(own, cents)]),
    [
      { text: texts.claim.total, bold: true },
      {
        text: formatMoney(plan.amounts.total, plan.currency, plan.language),
        alignment: 'right',
        bold: true,
        noWrap: true,
      },
    ],
  ];
  return [
    {
      unbreakable: true,
      stack: [
        partHeading(own, texts.claim.title),
        {
          fontSize: specificationSize,
          lineHeight: 1,
          color: ink,
          table: { widths: ['*', 'auto'], body },
          layout: ruled(accent, [body.length - 1]),
        },
      ],
    },
  ];
}
