import type { Content, CustomTableLayout, TableCell } from 'pdfmake/interfaces';
import { formatAmount } from '#shared/money/cents.ts';
import type { SpecificationTexts } from '../../assets/letters/specification-texts.ts';
import type { Composer } from './composer.ts';
import { cellGap } from './look.ts';

/** What the parts of the specification share. */
export interface SpecificationComposer extends Composer {
  readonly texts: SpecificationTexts;
  /** A text of the specification with its values, spaced as the language asks. */
  readonly say: (text: string, values?: Readonly<Record<string, string | null>>) => string;
  readonly width: number;
  readonly accent: string;
}

/** Size of what stands in the tables of the specification. */
export const specificationSize = 8;

/** Heading of a part. */
export function partHeading({ accent }: SpecificationComposer, text: string): Content {
  return { text, bold: true, fontSize: 10, color: accent, margin: [0, 10, 0, 3] };
}

/** An amount flush right, as all amounts of the specification stand. */
export function amountCell({ plan }: Composer, cents: number, bold = false): TableCell {
  return { text: formatAmount(cents, plan.language), alignment: 'right', noWrap: true, bold };
}

/** No lines but above these rows; text flush with both edges. */
export function ruled(color: string, above: readonly number[], padding = 1.6): CustomTableLayout {
  return {
    hLineWidth: (index) => (above.includes(index) ? 0.6 : 0),
    hLineColor: () => color,
    vLineWidth: () => 0,
    paddingLeft: (index) => (index === 0 ? 0 : cellGap),
    paddingRight: (index, node) => (index === (node.table.widths?.length ?? 0) - 1 ? 0 : cellGap),
    paddingTop: () => padding,
    paddingBottom: () => padding,
  };
}
