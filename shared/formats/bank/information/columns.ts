import { accountOrNull, type Information, referenceOrNull, returnCode, textOrNull } from './information.ts';

const labels = `IBAN|BIC|NAAM|OMSCHRIJVING|KENMERK|BETALINGSKENM.|BETALINGSKENMERK|MACHTIGING|INCASSANT|ID DEBITEUR|
  ID OPDRACHTGEVER|ID BEGUNSTIGDE|VOOR|REDEN RETOUR|RETOURREDEN|REDEN`.split(/\|\s*/);
/** The label of each way banks write it: `NAAM`, `Naam`. */
const known: ReadonlyMap<string, string> = new Map(
  labels.flatMap((label) => [[label, label] as const, [label[0] + label.slice(1).toLowerCase(), label] as const]),
);
const longestLabel = Math.max(...labels.map((label) => label.length));
const anyLabel = new RegExp(`(?:^|\\s)(${labels.map((label) => label.replace('.', '\\.')).join('|')}): `, 'i');

/** A line holds two cells of 32 characters with a space between them. */
const secondCell = 33;
const cellWidth = 32;
const lineWidth = 65;

/** Whether a text is in the columns of ABN AMRO: `SEPA OVERBOEKING                 IBAN: … NAAM: …`. */
export function isInColumns(lines: readonly string[]): boolean {
  return /^(?:\w+ )?SEPA\b/i.test(lines[0] ?? '') && anyLabel.test(lines.slice(0, 3).join(' '));
}

/**
 * Reads the labels of a text in two columns, from its lines or as one string of padded lines. A cell that is full goes on in
 * the next without a space: the bank cuts words there.
 */
export function readColumns(lines: readonly string[]): Information {
  const values = labelledValues(lines.map(inWholeLines).join(''));
  const said = values.get('OMSCHRIJVING');
  const paidFor = values.get('VOOR');
  const text = paidFor ? `${said ?? ''} voor ${paidFor}` : said;
  return {
    counterpartyName: textOrNull(values.get('NAAM')),
    counterpartyAccount: accountOrNull(values.get('IBAN')),
    remittance: textOrNull(text),
    structuredReference: referenceOrNull(values.get('BETALINGSKENM.') ?? values.get('BETALINGSKENMERK')),
    endToEndId: referenceOrNull(values.get('KENMERK')),
    mandateId: referenceOrNull(values.get('MACHTIGING')),
    returnReason: returnCode(values.get('REDEN RETOUR') ?? values.get('RETOURREDEN') ?? values.get('REDEN')),
  };
}

/** Padded, so that the next line begins where a line does, behind a longer one too. */
function inWholeLines(line: string): string {
  return line.padEnd(Math.max(1, Math.ceil(line.length / lineWidth)) * lineWidth);
}

function labelledValues(text: string): ReadonlyMap<string, string> {
  const values = new Map<string, string>();
  let label = '';
  let value = '';
  let isFull = false;
  for (const cell of cellsOf(text)) {
    const opened = labelOf(cell);
    // A label that comes back is what the payer typed.
    if (opened !== null && opened !== label && !values.has(opened)) {
      values.set(label, value);
      label = opened;
      value = cell.slice(opened.length + 1).trim();
    } else if (cell.trim() !== '') value = `${value}${isFull ? '' : ' '}${cell}`.trimEnd();
    isFull = (cell.length === cellWidth || cell.length === lineWidth) && !cell.endsWith(' ');
  }
  values.set(label, value);
  return withoutColumns(values, text) ? byLabels(text) : values;
}

/** The cells in order: two on a line, or one where a text goes on through the space between them. */
function cellsOf(text: string): readonly string[] {
  const lines = Array.from({ length: Math.ceil(text.length / lineWidth) }, (_, i) =>
    text.slice(i * lineWidth, (i + 1) * lineWidth),
  );
  const runsOn = lines.some((line) => line.length > cellWidth && line.charCodeAt(cellWidth) !== 32);
  return lines.flatMap((line) => {
    const second = line.slice(secondCell);
    return runsOn && labelOf(second) === null ? [line] : [line.slice(0, cellWidth), second];
  });
}

/** The label a cell begins with, in capitals; null when it goes on with the one before. */
function labelOf(cell: string): string | null {
  const colon = cell.indexOf(':');
  if (colon < 0 || colon > longestLabel) return null;
  const written = cell.slice(0, colon);
  return known.get(written) ?? known.get(written.toUpperCase()) ?? null;
}

/** The labels of the counterparty, of which each text has some. */
const ofCounterparty = ['IBAN', 'BIC', 'NAAM', 'INCASSANT'];

/**
 * Whether labels stand elsewhere than at the start of a cell: the text lost its columns on the way. Where two of the
 * counterparty stand in their cells, a label that has a cell too is within the text of the payer what the payer typed.
 */
function withoutColumns(values: ReadonlyMap<string, string>, text: string): boolean {
  if (!values.has('IBAN') && !values.has('NAAM') && anyLabel.test(text)) return true;
  const areInCells = ofCounterparty.filter((label) => values.has(label)).length > 1;
  return [...values].some(
    ([label, value]) =>
      value.includes(': ') &&
      labelsIn(value).some((within) => label !== 'OMSCHRIJVING' || !areInCells || !values.has(within)),
  );
}

function labelsIn(text: string): readonly string[] {
  return text.split(anyLabel).flatMap((piece, i) => (i % 2 === 1 ? [piece.toUpperCase()] : []));
}

/** Of a label that comes back the first counts and the rest is text of the payer; only the reference stands behind that. */
function byLabels(text: string): ReadonlyMap<string, string> {
  const pieces = text.split(anyLabel);
  const values = new Map<string, string>();
  let at = '';
  for (let i = 1; i < pieces.length; i += 2) {
    const [label, value] = [pieces[i]!.toUpperCase(), pieces[i + 1]!];
    if (values.has(label) && label !== 'KENMERK') values.set(at, `${values.get(at)} ${pieces[i]}: ${value}`);
    else {
      values.set(label, value);
      at = label;
    }
  }
  return values;
}
