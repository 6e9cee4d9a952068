import type { Content, TableCell } from 'pdfmake/interfaces';
import { formatAmount } from '#shared/money/cents.ts';
import type { SpecificationTexts } from '../../assets/letters/specification-texts.ts';
import type { Composer } from './composer.ts';

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
