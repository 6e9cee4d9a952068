import { accountOrNull, type Information, referenceOrNull, returnCode, textOrNull } from './information.ts';

const labels =
  'IBAN|BIC|NAAM|OMSCHRIJVING|KENMERK|BETALINGSKENM\\.|BETALINGSKENMERK|MACHTIGING|INCASSANT|ID DEBITEUR|ID OPDRACHTGEVER|ID BEGUNSTIGDE|VOOR|REDEN RETOUR|RETOURREDEN|REDEN';
const labelled = new RegExp(`^(${labels}): ?`, 'i');
const anyLabel = new RegExp(`(?:^|\\s)(${labels}): `, 'i');

/** A line holds two cells of 32 characters with a space between them. */
const secondCell = 33;
const cellWidth = 32;
const lineWidth = 65;

/** Whether a text is in the columns of ABN AMRO: `SEPA OVERBOEKING                 IBAN: … NAAM: …`. */
export function isInColumns(lines: readonly string[]): boolean {
  return /^SEPA\b/i.test(lines[0] ?? '') && anyLabel.test(lines.slice(0, 3).join(' '));
}

/**
 * Reads the labels of a text in two columns, from its lines or as one string of padded lines. A cell that is full goes on in
 * the next without a space: the bank cuts words there.
 */
export function readColumns(lines: readonly string[]): Information {
  const values = labelledValues(lines.map((line) => line.padEnd(lineWidth)).join(''));
  const text = [values.get('OMSCHRIJVING'), values.get('VOOR') && `voor ${values.get('VOOR')}`]
    .filter(Boolean)
    .join(' ');
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

function labelledValues(text: string): ReadonlyMap<string, string> {
  const values = new Map<string, string>();
  let label = '';
  let value = '';
  let isFull = false;
  const keep = () => {
    if (!values.has(label)) values.set(label, value);
  };
  for (const cell of cells(text)) {
    const opened = labelled.exec(cell);
    if (opened) {
      keep();
      label = opened[1]!.toUpperCase();
      value = cell.slice(opened[0].length);
    } else if (cell.trim() !== '') value += isFull ? cell : ` ${cell}`;
    isFull = cell.length >= cellWidth && !cell.endsWith(' ');
    value = value.trimEnd();
  }
  keep();
  return withoutColumns(values, text) ? byLabels(text) : values;
}

function* cells(text: string): Generator<string> {
  for (let at = 0; at < text.length; at += lineWidth) {
    yield text.slice(at, at + cellWidth);
    yield text.slice(at + secondCell, at + lineWidth);
  }
}

/** Whether labels stand elsewhere than at the start of a cell: the text lost its columns on the way. */
function withoutColumns(values: ReadonlyMap<string, string>, text: string): boolean {
  return !values.has('IBAN') && !values.has('NAAM') && anyLabel.test(text)
    ? true
    : [...values.values()].some((value) => anyLabel.test(value));
}

function byLabels(text: string): ReadonlyMap<string, string> {
  const pieces = text.split(anyLabel);
  const values = new Map<string, string>();
  for (let i = 1; i < pieces.length; i += 2) values.set(pieces[i]!.toUpperCase(), pieces[i + 1]!);
  return values;
}
