import type { LetterLanguage } from '#shared/domain/debtor.ts';
import { letterTexts } from '../../assets/letters/index.ts';
import {
  type ChargeTexts,
  type Condition,
  chargePlaceholders,
  conditions,
  type LetterTemplate,
  type Paragraph,
  placeholders,
} from '../../assets/letters/template.ts';
import { type ChargeState, chargeConditions } from './charge-words.ts';
import { fourteenDayTemplateProblems } from './fourteen-day-template.ts';

export type TemplateProblem =
  | 'unknown-placeholder'
  | 'unknown-condition'
  | 'missing-deadline'
  | 'missing-consequence'
  | 'ordinal-in-first-step'
  | 'amount-in-subject'
  | 'consumer-costs'
  | 'loses-the-costs'
  | 'deadline-printed'
  | 'charge-without-ground'
  | 'charge-without-amount'
  | 'charge-not-made'
  | 'vat-without-declaration'
  | 'wrong-law';

export interface LintedKind {
  readonly kind: string;
  readonly language: LetterLanguage;
  /** What is said about interest and costs; that of the language when absent. */
  readonly charges?: ChargeTexts;
}

/** Kinds below aanmaning announce nothing; from aanmaning up the letter says what follows (criterion E2). */
const withConsequence = ['demand', 'default-notice', 'final-demand'];
const withDeadline = ['reminder', 'second-reminder', 'debit-reversal', ...withConsequence];
const audiences = ['business', 'consumer', 'public'] as const;
const ordinals: Readonly<Record<LetterLanguage, RegExp>> = {
  nl: /\b(eerste|1e)\b/i,
  en: /\b(first|1st)\b/i,
  de: /\b(erste[nrsm]?|1\.)(?!\S)/i,
  fr: /\b(premier|première|1er|1re)\b/i,
};
/** Claims a consumer letter may not make before a veertiendagenbrief (art. 6:96 lid 6 BW). */
const costsClaimed = /6:96|119a|incassokosten|collection costs|Inkassokosten|frais de recouvrement/i;
const dutchLaw = /\b6:\d|\bBW\b|Dutch|niederländisch|niederl\.|néerlandais/;
const belgianLaw = /2 augustus|2 August|2\. August|2 août|XIX/;
/** What only the law of a country grants. */
const lawInGeneral = /\b(de wet|the law|gesetzlich\w*|la loi)\b/;
const declaration = /2 lid 3|2\(3\)|Abs\. 3|(?:alinéa|al\.) 3/;

/** States a letter can be in; outside Dutch and Belgian law there is nothing to charge. */
const states: readonly ChargeState[] = [
  ...(['NL', 'BE'] as const).flatMap((jurisdiction) =>
    (['charged', 'announced', 'none'] as const).flatMap((interest) =>
      (['charged', 'announced', 'none'] as const).flatMap((costs) =>
        [false, true].flatMap((vat) => [
          { jurisdiction, interest, costs, vat: vat && jurisdiction === 'NL' && costs !== 'none', waived: false },
          { jurisdiction, interest, costs, vat: false, waived: true },
        ]),
      ),
    ),
  ),
  { jurisdiction: 'none', interest: 'none', costs: 'none', vat: false, waived: false },
];

/**
 * Everything wrong with a template; empty when it may be used. Every audience, law, charge and term is tried, with the
 * paragraphs about interest and costs that come with every kind: what is charged or announced is named with its ground and
 * its amounts, what is not is not, and no article is quoted to whom it does not hold for.
 */
export function lintTemplate(
  template: LetterTemplate,
  { kind, language, charges = letterTexts[language].charges }: LintedKind,
): readonly TemplateProblem[] {
  const problems = new Set<TemplateProblem>();
  const own = [...template.opening, ...template.request, ...template.consequence];
  const paragraphs = [...own, ...charges.charged, ...charges.announced];
  const texts = [template.heading, template.subject.one, template.subject.several, template.closing];
  const known: readonly string[] = [...placeholders, ...chargePlaceholders];
  for (const text of [...texts, ...paragraphs.map((paragraph) => paragraph.text)]) {
    for (const [, name] of text.matchAll(/\{([^}]*)\}/g)) {
      if (!known.includes(name ?? '')) problems.add('unknown-placeholder');
    }
  }
  for (const { when } of paragraphs) {
    if ((when ?? []).some((condition) => !conditions.includes(condition))) problems.add('unknown-condition');
  }
  const ownTexts = [...texts, ...own.map(({ text }) => text)];
  if (kind === 'reminder' && ownTexts.some((text) => ordinals[language].test(text))) {
    problems.add('ordinal-in-first-step');
  }
  if (/\{total\}/.test(template.subject.one + template.subject.several)) problems.add('amount-in-subject');
  for (const audience of audiences) {
    for (const state of states) {
      for (const term of ['term-agreed', 'term-not-agreed'] as const) {
        for (const count of ['one-item', 'several-items'] as const) {
          const holding = [audience, term, count, 'deadline', ...chargeConditions(state)] as const;
          const letter = letterOf(template, charges, kind, holding);
          const found =
            kind === 'fourteen-day-letter'
              ? lintFourteenDay(letter, { language, state, audience, several: count === 'several-items' })
              : lintLetter(letter, kind, state, audience);
          for (const problem of found) problems.add(problem);
        }
      }
    }
  }
  return [...problems];
}

/** The texts of one letter as they would be printed, placeholders unfilled. */
interface PrintedLetter {
  readonly opening: readonly string[];
  readonly request: readonly string[];
  readonly consequence: readonly string[];
}

function letterOf(
  template: LetterTemplate,
  charges: ChargeTexts,
  kind: string,
  holding: readonly Condition[],
): PrintedLetter {
  const shared = (list: readonly Paragraph[]) => (kind === 'fourteen-day-letter' ? [] : printed(list, holding));
  return {
    opening: [...printed(template.opening, holding), ...shared(charges.charged)],
    request: printed(template.request, holding),
    consequence: [...shared(charges.announced), ...printed(template.consequence, holding)],
  };
}

function lintLetter(
  letter: PrintedLetter,
  kind: string,
  state: ChargeState,
  audience: (typeof audiences)[number],
): readonly TemplateProblem[] {
  const { opening, request, consequence } = letter;
  const problems: TemplateProblem[] = [];
  if (withDeadline.includes(kind) && !request.some((text) => text.includes('{deadline}'))) {
    problems.push('missing-deadline');
  }
  if (withConsequence.includes(kind) && consequence.length === 0) problems.push('missing-consequence');
  const claims = [...request, ...consequence];
  if (audience === 'consumer' && state.costs === 'none' && claims.some((text) => costsClaimed.test(text))) {
    problems.push('consumer-costs');
  }
  const all = [...opening, ...claims].join('\n');
  const { jurisdiction } = state;
  if (jurisdiction !== 'NL' && dutchLaw.test(all)) problems.push('wrong-law');
  if (jurisdiction !== 'BE' && belgianLaw.test(all)) problems.push('wrong-law');
  if (jurisdiction === 'none' && lawInGeneral.test(all)) problems.push('wrong-law');
  return [...problems, ...lintCharges(all, state)];
}

/**
 * A veertiendagenbrief is only ever written to a Dutch consumer and claims principal: its words must pass the validator, with
 * its total once the costs are due, and name no end date (criteria E2, E4).
 */
function lintFourteenDay(
  { opening, request, consequence }: PrintedLetter,
  given: {
    readonly language: LetterLanguage;
    readonly state: ChargeState;
    readonly audience: (typeof audiences)[number];
    readonly several: boolean;
  },
): readonly TemplateProblem[] {
  const { jurisdiction, interest, costs, vat, waived } = given.state;
  const isWritten = jurisdiction === 'NL' && interest === 'none' && costs === 'announced' && !waived;
  if (given.audience !== 'consumer' || !isWritten) return [];
  const problems: TemplateProblem[] = [];
  const all = [...opening, ...request, ...consequence];
  if (all.some((text) => /\{(?:deadline|days)\}/.test(text))) problems.push('deadline-printed');
  if (consequence.length === 0) problems.push('missing-consequence');
  if (!['{costs}', '{totalWithCosts}'].every((name) => consequence.join(' ').includes(name))) {
    problems.push('charge-without-amount');
  }
  if (vat && !all.some((text) => declaration.test(text))) problems.push('vat-without-declaration');
  const { language, several } = given;
  if (fourteenDayTemplateProblems(all, { language, vat, several }).length > 0) problems.push('loses-the-costs');
  return problems;
}

function lintCharges(all: string, { interest, costs, vat }: ChargeState): readonly TemplateProblem[] {
  const problems: TemplateProblem[] = [];
  const names = (wanted: readonly string[]) => wanted.every((name) => all.includes(`{${name}}`));
  const parts = [
    { standing: interest, ground: ['interestPhrase', 'interestArticle', 'until'], amounts: ['interest', 'perDay'] },
    { standing: costs, ground: ['costsPhrase', 'costsArticle'], amounts: ['costs'] },
  ];
  for (const { standing, ground, amounts } of parts) {
    if (standing === 'none') {
      if ([...ground, ...amounts].some((name) => all.includes(`{${name}}`))) problems.push('charge-not-made');
      continue;
    }
    if (!names(ground)) problems.push('charge-without-ground');
    if (!names(amounts)) problems.push('charge-without-amount');
  }
  if (vat && !(names(['costsVat', 'vatPercent']) && declaration.test(all))) problems.push('vat-without-declaration');
  if (!vat && all.includes('{costsVat}')) problems.push('charge-not-made');
  return problems;
}

function printed(paragraphs: readonly Paragraph[], holding: readonly Condition[]): readonly string[] {
  return paragraphs
    .filter(({ when }) => (when ?? []).every((condition) => holding.includes(condition)))
    .map(({ text }) => text);
}
