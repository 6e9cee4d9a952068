import type { Content, TableCell } from 'pdfmake/interfaces';
import type { CostsCharge, LetterCharges } from '#shared/law/charges.ts';
import type { ExplanationStep } from '#shared/law/explanation.ts';
import { formatAmount, formatMoney } from '#shared/money/cents.ts';
import { formatPercent } from '#shared/money/percent.ts';
import { letterTexts } from '../../assets/letters/index.ts';
import type { CostsStepKey } from '../../assets/letters/specification-texts.ts';
import { costsGroundOf, costsStanding } from './charge-words.ts';
import { hairline, quiet, ruled } from './look.ts';
import { amountCell, partHeading, type SpecificationComposer, specificationSize } from './specification-parts.ts';

/** The collection costs: what they are taken over, each part of the tariff, and VAT with its declaration. */
export function costsSection(own: SpecificationComposer, { costs }: LetterCharges): Content[] {
  const standing = costsStanding(own.plan);
  if (!costs || standing === 'none') return [];
  const { texts } = own;
  const ground = letterTexts[own.plan.language].charges;
  const { name, article } = costsGroundOf(own.plan, ground);
  const counted = countedSteps(costs);
  const rows = costs.steps.map((step) => stepCells(own, step, counted.has(step))).filter((cells) => cells !== null);
  const results = resultRows(own, costs);
  const head = (text: string, alignment: 'left' | 'right'): TableCell => ({
    text,
    alignment,
    fontSize: 7,
    color: quiet,
  });
  const heads = [
    head(texts.costs.description, 'left'),
    head(`${texts.costs.base} €`, 'right'),
    head(`${texts.costs.amount} €`, 'right'),
  ];
  const vatPercent = costs.vatPercent === null ? null : formatPercent(String(costs.vatPercent), own.plan.language);
  return [
    {
      unbreakable: true,
      stack: [
        partHeading(own, own.say(ground.lines.costs, { name, article })),
        ...(standing === 'announced'
          ? [{ text: own.say(texts.costs.announced), margin: [0, 0, 0, 4] } satisfies Content]
          : []),
        {
          fontSize: specificationSize,
          lineHeight: 1,
          table: { widths: ['*', 80, 80], body: [heads, ...rows, ...results] },
          layout: {
            ...ruled(hairline, [1, rows.length + 1]),
            hLineColor: (index) => (index === 1 ? own.accent : hairline),
          },
        },
        ...(costs.vat !== 0
          ? [
              {
                text: own.say(texts.costs.declaration, { vatPercent }),
                fontSize: 7.5,
                color: quiet,
                margin: [0, 2, 0, 0],
              } satisfies Content,
            ]
          : []),
      ],
    },
  ];
}

function resultRows(own: SpecificationComposer, costs: CostsCharge): TableCell[][] {
  const { texts } = own;
  const row = (label: string, cents: number, bold: boolean): TableCell[] => [
    { text: own.text(label), bold },
    '',
    amountCell(own, cents, bold),
  ];
  if (costs.vat === 0) return [row(texts.costs.result, costs.total, true)];
  const vatPercent = formatPercent(String(costs.vatPercent), own.plan.language);
  const vat = own.say(letterTexts[own.plan.language].charges.lines.vat, { vatPercent });
  return [
    row(texts.costs.result, costs.costs, false),
    row(vat, costs.vat, false),
    row(texts.costs.total, costs.total, true),
  ];
}

/**
 * The last steps that together are the costs. A minimum, maximum or cap takes the place of what stands above it: that is
 * shown in brackets, so that the column adds up.
 */
function countedSteps({ costs, steps }: CostsCharge): ReadonlySet<ExplanationStep> {
  const counted = new Set<ExplanationStep>();
  let left = costs;
  for (const step of [...steps].reverse()) {
    if (left === 0 || step.key === 'costs-base') break;
    if (step.key === 'costs-vat' || step.amount === null) continue;
    counted.add(step);
    left -= step.amount;
  }
  return left === 0 ? counted : new Set();
}

/** One step in words, what it is taken over and what it comes to; null for what the result rows say. */
function stepCells(own: SpecificationComposer, step: ExplanationStep, isCounted: boolean): TableCell[] | null {
  const { steps } = own.texts.costs;
  if (!(step.key in steps) || step.amount === null) return null;
  const { language, currency } = own.plan;
  const { part, percent, above } = step.values;
  const text = own.say(steps[step.key as CostsStepKey], {
    percent: percent && 'percent' in percent ? formatPercent(percent.percent, language) : null,
    above: above && 'cents' in above ? formatMoney(above.cents, currency, language) : null,
  });
  const over = part && 'cents' in part ? formatAmount(part.cents, language) : '';
  const isBase = step.key === 'costs-base';
  return [
    { text: own.text(text) },
    { text: isBase ? formatAmount(step.amount, language) : over, alignment: 'right', noWrap: true },
    isBase ? '' : isCounted ? amountCell(own, step.amount) : replacedCell(own, step.amount),
  ];
}

function replacedCell({ plan }: SpecificationComposer, cents: number): TableCell {
  return { text: `(${formatAmount(cents, plan.language)})`, alignment: 'right', noWrap: true, color: quiet };
}
