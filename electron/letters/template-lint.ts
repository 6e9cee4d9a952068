import type { LetterLanguage } from '#shared/domain/debtor.ts';
import {
  type Condition,
  conditions,
  type LetterTemplate,
  type Paragraph,
  placeholders,
} from '../../assets/letters/template.ts';

export type TemplateProblem =
  | 'unknown-placeholder'
  | 'unknown-condition'
  | 'missing-deadline'
  | 'missing-consequence'
  | 'ordinal-in-first-step'
  | 'amount-in-subject'
  | 'consumer-costs';

export interface LintedKind {
  readonly kind: string;
  readonly language: LetterLanguage;
}

/** Kinds below aanmaning announce nothing; from aanmaning up the letter says what follows (criterion E2). */
const withConsequence = ['demand', 'default-notice', 'final-demand'];
const withDeadline = ['reminder', 'second-reminder', ...withConsequence];
const audiences = ['business', 'consumer', 'public'] as const;
const places = ['netherlands', 'abroad'] as const;
const ordinals: Readonly<Record<LetterLanguage, RegExp>> = {
  nl: /\b(eerste|1e)\b/i,
  en: /\b(first|1st)\b/i,
  de: /\b(erste[nrsm]?|1\.)(?!\S)/i,
  fr: /\b(premier|première|1er|1re)\b/i,
};
/** Claims a consumer letter may not make before a veertiendagenbrief (art. 6:96 lid 6 BW). */
const costsClaimed = /6:96|119a|incassokosten|collection costs|Inkassokosten|frais de recouvrement/i;

/** Everything wrong with a template; empty when it may be used. Every audience, place and charge is tried. */
export function lintTemplate(template: LetterTemplate, { kind, language }: LintedKind): readonly TemplateProblem[] {
  const problems = new Set<TemplateProblem>();
  const paragraphs = [...template.opening, ...template.request, ...template.consequence];
  const texts = [template.heading, template.subject.one, template.subject.several, template.closing];
  const all = [...texts, ...paragraphs.map(({ text }) => text)];
  for (const text of all) {
    for (const [, name] of text.matchAll(/\{([^}]*)\}/g)) {
      if (!(placeholders as readonly string[]).includes(name ?? '')) problems.add('unknown-placeholder');
    }
  }
  for (const { when } of paragraphs) {
    if ((when ?? []).some((condition) => !conditions.includes(condition))) problems.add('unknown-condition');
  }
  if (kind === 'reminder' && all.some((text) => ordinals[language].test(text))) problems.add('ordinal-in-first-step');
  if (/\{total\}/.test(template.subject.one + template.subject.several)) problems.add('amount-in-subject');
  for (const audience of audiences) {
    for (const place of places) {
      for (const charge of ['charges', 'no-charges'] as const) {
        for (const term of ['term-agreed', 'term-not-agreed'] as const) {
          for (const problem of lintFor(template, kind, [audience, place, charge, term])) problems.add(problem);
        }
      }
    }
  }
  return [...problems];
}

function lintFor(template: LetterTemplate, kind: string, given: readonly Condition[]): readonly TemplateProblem[] {
  const problems: TemplateProblem[] = [];
  for (const count of ['one-item', 'several-items'] as const) {
    const holding: readonly Condition[] = [...given, count, 'deadline'];
    const request = printed(template.request, holding);
    const consequence = printed(template.consequence, holding);
    if (withDeadline.includes(kind) && !request.some((text) => text.includes('{deadline}'))) {
      problems.push('missing-deadline');
    }
    if (withConsequence.includes(kind) && consequence.length === 0) problems.push('missing-consequence');
    if (given.includes('consumer') && [...request, ...consequence].some((text) => costsClaimed.test(text))) {
      problems.push('consumer-costs');
    }
  }
  return problems;
}

function printed(paragraphs: readonly Paragraph[], holding: readonly Condition[]): readonly string[] {
  return paragraphs
    .filter(({ when }) => (when ?? []).every((condition) => holding.includes(condition)))
    .map(({ text }) => text);
}
