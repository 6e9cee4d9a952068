import type { Content, TableCell } from 'pdfmake/interfaces';
import { formatLongDate } from '#shared/dates/civil.ts';
import type { LetterPlan } from '#shared/domain/letter.ts';
import { letterReference } from '#shared/domain/letters/quoted-reference.ts';
import { addressBlock, addressLines, addressOnOneLine } from './address-block.ts';
import type { Composer } from './composer.ts';
import { accentOf, ink, mm, page, quiet } from './look.ts';

/** What stands above the body of the first page: logo or name, address in the window, date and references. */
export function letterhead(composer: Composer): Content[] {
  const { plan } = composer;
  const side = plan.creditor.window.side;
  const left = mm(page.left[side]);
  return [
    masthead(composer, left),
    addressInWindow(composer),
    {
      absolutePosition: { x: mm(page.references[side]), y: mm(page.windowTop + 2.5) },
      columns: [
        { width: side === 'left' ? mm(210 - page.references.left - page.right) : mm(70), stack: references(composer) },
      ],
    },
  ];
}

function masthead({ plan, text, logo, fonts }: Composer, left: number): Content {
  if (logo) {
    const width = mm(Math.min(Math.max(plan.creditor.logo?.widthMm ?? 45, 10), 90));
    return { absolutePosition: { x: left, y: mm(14) }, image: 'logo', fit: [width, mm(28)] };
  }
  const room = mm(150);
  const fontSize = fonts.width(plan.creditor.name, 17, true) <= room ? 17 : 13;
  return {
    absolutePosition: { x: left, y: mm(17) },
    columns: [
      {
        width: room,
        text: text(plan.creditor.name),
        fontSize,
        bold: true,
        color: accentOf(plan.creditor.accentColor),
      },
    ],
  };
}

/** The window of a DL or C5 envelope: 70 mm from x = 35 or 105, 50–80 mm from the top, with the administration's offsets. */
function addressInWindow({ plan, words, text, fonts }: Composer): Content {
  const { side, offsetXMm, offsetYMm } = plan.creditor.window;
  const room = mm(page.windowWidth - 2);
  const { lines, fontSize } = fittedAddress(
    (attention) => addressBlock(plan, words.labels, attention),
    (line, size) => fonts.width(line, size) / room,
  );
  return {
    absolutePosition: { x: mm(page.windowLeft[side] + offsetXMm), y: mm(page.windowTop + 2.5 + offsetYMm) },
    columns: [
      {
        width: room,
        stack: lines.map((line, index) => ({
          text: text(line),
          fontSize,
          lineHeight: 1.1,
          bold: index === 0 && line === words.labels.registered,
        })),
      },
    ],
  };
}

/**
 * Address lines and the size at which they fill at most five lines of the window. A long name takes two lines before
 * it takes smaller print, and attention gives way before either.
 */
function fittedAddress(
  block: (attention: boolean) => readonly string[],
  share: (line: string, size: number) => number,
): { lines: readonly string[]; fontSize: number } {
  for (const fontSize of [10.5, 9.5, 8.5]) {
    for (const attention of [true, false]) {
      const lines = block(attention);
      const taken = lines.reduce((count, line) => count + Math.ceil(share(line, fontSize)), 0);
      if (taken <= addressLines && lines.every((line) => share(line, fontSize) <= 1.8)) return { lines, fontSize };
    }
  }
  return { lines: block(false), fontSize: 7.5 };
}

function references({ plan, words, text }: Composer): Content[] {
  const { labels } = words;
  const isPublic = words.audience === 'public';
  const yours = commonReference(plan);
  const city = plan.creditor.address?.city;
  const date = formatLongDate(plan.date, plan.language);
  const rows: readonly (readonly [label: string, value: string | null, strong?: boolean])[] = [
    ...(isPublic ? ([[labels.purchaseOrder, yours, true]] as const) : []),
    [labels.date, city ? `${city}, ${date}` : date],
    [labels.ourReference, letterReference(plan)],
    ...(isPublic ? [] : ([[labels.yourReference, yours]] as const)),
    [labels.debtorNumber, plan.debtor.code],
  ];
  return rows.flatMap(([label, value, strong = false]) =>
    value
      ? [
          { text: label, fontSize: 7.5, color: quiet, margin: [0, 0, 0, -0.5] as [number, number, number, number] },
          { text: text(value), fontSize: 9.5, bold: strong, margin: [0, 0, 0, 4] as [number, number, number, number] },
        ]
      : [],
  );
}

/** The debtor's own reference when all items that have one have the same. */
export function commonReference(plan: LetterPlan): string | null {
  const references = new Set(
    plan.items.map(({ yourReference }) => yourReference).filter((reference) => reference !== null),
  );
  const [only] = references;
  return references.size === 1 ? (only ?? null) : null;
}

/** Repeated above every page after the first. */
export function continuationHead({ plan, words, text }: Composer): Content {
  const side = plan.creditor.window.side;
  return {
    margin: [mm(page.left[side]), mm(12), mm(page.right), 0],
    columns: [
      {
        width: '*',
        text: text(plan.creditor.name),
        fontSize: 8,
        bold: true,
        color: accentOf(plan.creditor.accentColor),
      },
      { width: 'auto', text: text(`${words.heading} · ${letterReference(plan)}`), fontSize: 8, color: quiet },
    ],
  };
}

/** `B.V.` and `bv` are one legal form: a name that already says it is not followed by it again. */
function nameWithForm(name: string, legalForm: string | null): string {
  const letters = (text: string) => text.replace(/[^\p{L}\p{N} ]/gu, '').toLowerCase();
  return !legalForm || ` ${letters(name)} `.includes(` ${letters(legalForm)} `) ? name : `${name} ${legalForm}`;
}

/** Who the creditor is, in small print, with the page number. */
export function letterFoot(composer: Composer, current: number, pages: number): Content {
  const { plan, words, text } = composer;
  const { creditor } = plan;
  const { labels } = words;
  const cell = (lines: readonly (string | null)[], colSpan = 1): TableCell => ({
    colSpan,
    stack: lines.filter((line) => line !== null && line !== '').map((line) => ({ text: text(line ?? '') })),
    lineHeight: 1.15,
  });
  const labelled = (label: string, value: string | null) => (value ? `${label} ${value}` : null);
  const wki = creditor.sender === 'office' && creditor.wki ? labelled(labels.wki, creditor.wki.number) : null;
  const name = nameWithForm(creditor.name, creditor.legalForm);
  return {
    margin: [mm(page.left[creditor.window.side]), 6, mm(page.right), 0],
    fontSize: 7,
    color: quiet,
    table: {
      widths: ['*', '*', '*', 'auto'],
      body: [
        [
          cell([name, ...(creditor.address ? addressOnOneLine(creditor.address).split(', ') : [])]),
          cell([creditor.email, creditor.phone, creditor.website]),
          cell([
            labelled(labels.kvk, creditor.kvk),
            labelled(labels.vatId, creditor.vatId),
            labelled(labels.iban, groupedIban(creditor.iban)),
          ]),
          {
            text: labels.page.replace('{page}', String(current)).replace('{pages}', String(pages)),
            alignment: 'right',
            noWrap: true,
            color: ink,
          },
        ],
        // Too long for a column: it would wrap to where printers do not print.
        ...(wki ? [[cell([wki], 4), {}, {}, {}]] : []),
      ],
    },
    layout: {
      hLineWidth: (index) => (index === 0 ? 0.75 : 0),
      hLineColor: () => accentOf(creditor.accentColor),
      vLineWidth: () => 0,
      paddingLeft: (index) => (index === 0 ? 0 : 6),
      paddingRight: () => 0,
      paddingTop: (row) => (row === 0 ? 6 : 0),
      paddingBottom: () => 0,
    },
  };
}

/** `NL91 ABNA 0417 1643 00`, in groups of four with no-break spaces. */
export function groupedIban(iban: string): string {
  return iban.replace(/\s/g, '').replace(/(.{4})(?=.)/g, '$1\u00a0');
}
