import { formatDate } from '#shared/dates/civil.ts';
import type { LetterItem, LetterPlan } from '#shared/domain/letter.ts';
import { formatAmount, formatMoney } from '#shared/money/cents.ts';
import { mailWording } from '../../assets/mail/wording.ts';
import { addressOnOneLine } from '../letters/address-block.ts';
import type { ChargeLine } from '../letters/charge-words.ts';
import { itemTitle, type LetterWords } from '../letters/letter-words.ts';
import { groupedIban } from '../letters/letterhead.ts';
import { accentOf } from '../letters/look.ts';
import { paymentLinkOf } from '../letters/payment-panel.ts';
import { headerText } from './header-text.ts';
import type { MailTemplate } from './mail-template.ts';
import { html, joined, type SafeHtml } from './safe-html.ts';

/** Subject and the two bodies of a mail; they say what the letter says. */
export interface MailParts {
  readonly subject: string;
  readonly text: string;
  readonly html: string;
}

/** The mail that goes with a letter. `copies` tells whether invoice copies are attached as well. */
export function mailParts(plan: LetterPlan, words: LetterWords, template: MailTemplate, copies: boolean): MailParts {
  const wording = mailWording[plan.language];
  const attached = copies ? wording.invoicesAttached : wording.attached;
  const request = requestOf(plan, words);
  const accent = accentOf(plan.creditor.accentColor);
  return {
    subject: headerText(words.subject),
    text: textBody(plan, words, attached),
    html: template(
      {
        LANGUAGE: html`${plan.language}`,
        HEADING: html`${words.heading}`,
        PREVIEW: html`${[...words.request].join(' ')}`,
        CREDITOR: html`${plan.creditor.name}`,
        INTRO: paragraphs([words.labels.salutation, ...words.opening, ...request]),
        PAYMENT: paymentRows(plan, words, accent),
        ITEMS: itemRows(plan, words),
        AFTER: joined([
          paragraphs([...words.consequence, words.processed, words.objection, attached]),
          html`<p style="margin:20px 0 0 0;">${words.closing}<br />${{ safe: signature(plan) }}</p>`,
        ]),
        FOOT: html`${footLines(plan, words).join(' · ')}`,
      },
      accent,
    ),
  };
}

/** What is asked; with a veertiendagenbrief also that the term starts the day after the letter is received (criterion E4). */
function requestOf({ kind, language }: LetterPlan, { request }: LetterWords): readonly string[] {
  return kind === 'fourteen-day-letter' ? [...request, mailWording[language].termStarts] : request;
}

function paragraphs(texts: readonly string[]): SafeHtml {
  return joined(texts.map((text) => html`<p style="margin:0 0 12px 0;">${text}</p>`));
}

function signature({ creditor }: LetterPlan): SafeHtml {
  return creditor.signatory
    ? html`${creditor.signatory}<br /><strong>${creditor.name}</strong>`
    : html`<strong>${creditor.name}</strong>`;
}

/** What is to be paid, label and value; the same facts as on the letter. */
function facts(plan: LetterPlan, words: LetterWords): readonly (readonly [label: string, value: string])[] {
  const { labels } = words;
  if (plan.amounts.total <= 0) return [[labels.total, formatMoney(plan.amounts.total, plan.currency, plan.language)]];
  return [
    [labels.toPay, formatMoney(plan.amounts.total, plan.currency, plan.language)],
    ...(words.deadline ? [[labels.noLaterThan, words.deadline] as const] : []),
    [labels.iban, groupedIban(plan.creditor.iban).replaceAll('\u00a0', ' ')],
    [labels.inNameOf, plan.creditor.name],
    [words.quoting.label, words.quoting.text],
  ];
}

function paymentRows(plan: LetterPlan, words: LetterWords, accent: string): SafeHtml {
  const rows = facts(plan, words).map(([label, value], index) => {
    const style =
      index === 0
        ? 'font-size:24px;font-weight:700;line-height:1.3;'
        : index === 1 && words.deadline
          ? 'font-weight:700;'
          : '';
    return html`<tr><td style="padding:3px 12px 3px 0;color:#5b656e;width:150px;vertical-align:middle;">${label}</td><td style="padding:3px 0;color:#1d242b;${style}">${value}</td></tr>`;
  });
  const link = paymentLinkOf(plan);
  if (!link) return joined(rows);
  const button = html`<tr><td style="padding:12px 0 2px 0;"></td><td style="padding:12px 0 2px 0;"><table role="presentation" cellpadding="0" cellspacing="0" border="0"><tr><td bgcolor="${accent}" style="border-radius:4px;background:${accent};padding:10px 20px;"><a href="${link}" style="color:#ffffff;text-decoration:none;font-weight:700;">${words.labels.payOnline}</a></td></tr></table></td></tr>`;
  return joined([...rows, button]);
}

function itemRows(plan: LetterPlan, words: LetterWords): SafeHtml {
  const { columns } = words.labels;
  const cell = 'padding:6px 0;border-bottom:1px solid #dfe3e7;';
  const head = 'padding:0 0 6px 0;border-bottom:2px solid #66707a;color:#5b656e;font-size:12px;font-weight:400;';
  const row = (item: LetterItem) =>
    html`<tr><td style="${cell}">${itemTitle(item, words)}</td><td style="${cell}">${item.dueDate ? formatDate(item.dueDate) : '–'}</td><td align="right" style="${cell}white-space:nowrap;">${formatAmount(item.claimed, plan.language)}</td></tr>`;
  const charges = parts(plan, words).map(
    ({ label, cents }) =>
      html`<tr><td colspan="2" style="${cell}">${label}</td><td align="right" style="${cell}white-space:nowrap;">${formatAmount(cents, plan.language)}</td></tr>`,
  );
  return joined([
    html`<tr><th align="left" style="${head}">${columns.number}</th><th align="left" style="${head}">${columns.due}</th><th align="right" style="${head}">${columns.claimed}</th></tr>`,
    ...[...plan.items, ...plan.credits].map(row),
    ...charges,
    html`<tr><td colspan="2" style="padding:8px 0 0 0;font-weight:700;">${words.labels.total}</td><td align="right" style="padding:8px 0 0 0;font-weight:700;white-space:nowrap;">${formatMoney(plan.amounts.total, plan.currency, plan.language)}</td></tr>`,
  ]);
}

/** Principal, interest, costs and VAT, when there is more than principal. */
function parts({ amounts }: LetterPlan, { labels, charges }: LetterWords): readonly ChargeLine[] {
  return charges.length > 0 ? [{ label: labels.principal, cents: amounts.principal }, ...charges] : [];
}

function footLines({ creditor }: LetterPlan, { labels }: LetterWords): readonly string[] {
  return [
    creditor.name,
    creditor.address ? addressOnOneLine(creditor.address) : null,
    creditor.email,
    creditor.phone,
    creditor.kvk ? `${labels.kvk} ${creditor.kvk}` : null,
    creditor.vatId ? `${labels.vatId} ${creditor.vatId}` : null,
  ].filter((line): line is string => line !== null && line !== '');
}

function textBody(plan: LetterPlan, words: LetterWords, attached: string): string {
  const wide = Math.max(...facts(plan, words).map(([label]) => label.length));
  const link = paymentLinkOf(plan);
  const items = [...plan.items, ...plan.credits].map((item) => {
    const due = item.dueDate ? `, ${words.labels.columns.due.toLowerCase()} ${formatDate(item.dueDate)}` : '';
    return `- ${itemTitle(item, words)}${due}: ${formatMoney(item.claimed, plan.currency, plan.language)}`;
  });
  const charges = parts(plan, words);
  const sums = charges.length > 0 ? [...charges, { label: words.labels.total, cents: plan.amounts.total }] : [];
  const blocks = [
    words.labels.salutation,
    ...words.opening,
    ...requestOf(plan, words),
    facts(plan, words)
      .map(([label, value]) => `${`${label}:`.padEnd(wide + 2)}${value}`)
      .join('\n'),
    ...(link ? [`${words.labels.payOnline}: ${link}`] : []),
    items.join('\n'),
    ...(sums.length > 0
      ? [sums.map(({ label, cents }) => `${label}: ${formatMoney(cents, plan.currency, plan.language)}`).join('\n')]
      : []),
    ...words.consequence,
    words.processed,
    words.objection,
    attached,
    [words.closing, '', plan.creditor.signatory, plan.creditor.name].filter((line) => line !== null).join('\n'),
    `-- \n${footLines(plan, words).join('\n')}`,
  ];
  return `${blocks.join('\n\n').replaceAll('\u00a0', ' ').replaceAll('\u202f', ' ')}\n`;
}
