import qrModule from 'pdfmake/js/qrEnc.js';
import type { LetterPlan } from '#shared/domain/letter.ts';
import { toDecimal } from '#shared/money/cents.ts';

/**
 * Text of the EPC QR code (EPC069-12 version 2, facts ID-R08): SCT in euros, UTF-8, BIC left out, remittance structured
 * when it is an RF reference, else free. Null when the letter cannot have one: other currency, amount outside
 * 0.01–999,999,999.99, or more than 331 bytes.
 */
export function epcPayload(
  plan: Pick<LetterPlan, 'creditor' | 'currency' | 'amounts' | 'paymentReference'>,
): string | null {
  const cents = plan.amounts.total;
  const iban = plan.creditor.iban.replace(/\s/g, '').toUpperCase();
  if (plan.currency !== 'EUR' || cents < 1 || cents > 99_999_999_999) return null;
  if (!/^[A-Z]{2}\d{2}[A-Z0-9]{11,30}$/.test(iban)) return null;
  const reference = oneLine(plan.paymentReference);
  const structured = /^RF\d{2}[A-Z0-9]{1,21}$/.test(reference.replace(/\s/g, '').toUpperCase());
  const lines = [
    'BCD',
    '002',
    '1',
    'SCT',
    '',
    clipped(oneLine(plan.creditor.name), 70),
    iban,
    `EUR${toDecimal(cents)}`,
    '',
    structured ? reference.replace(/\s/g, '').toUpperCase() : '',
    structured ? '' : clipped(reference, 140),
  ];
  while (lines.at(-1) === '') lines.pop();
  const payload = lines.join('\n');
  return Buffer.byteLength(payload, 'utf8') <= 331 ? payload : null;
}

/** A dark rectangle of a QR code, in modules. */
export interface QrBlock {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

// Bundled and unbundled CommonJS differ in where the default export is.
const qrEncoder = qrModule.default ?? qrModule;
const moduleSize = 5;

/**
 * The dark modules of a QR code with level M, neighbours taken together: each rectangle costs time in every letter.
 * `size` in modules, without quiet zone.
 */
export function qrBlocks(payload: string): { readonly size: number; readonly blocks: readonly QrBlock[] } {
  const { _canvas, _width } = qrEncoder.measure({ qr: [...Buffer.from(payload, 'utf8')], eccLevel: 'M' });
  const runs: { x: number; y: number; width: number }[] = [];
  // The first rectangle is the background.
  for (const dark of _canvas.slice(1)) {
    const [x, y] = [dark.x / moduleSize, dark.y / moduleSize];
    const last = runs.at(-1);
    if (last && last.y === y && last.x + last.width === x) last.width++;
    else runs.push({ x, y, width: 1 });
  }
  const blocks: { x: number; y: number; width: number; height: number }[] = [];
  const above = new Map<string, { y: number; height: number }>();
  for (const run of runs) {
    const key = `${run.x} ${run.width}`;
    const block = above.get(key);
    if (block && block.y + block.height === run.y) {
      block.height++;
      continue;
    }
    const started = { ...run, height: 1 };
    blocks.push(started);
    above.set(key, started);
  }
  return { size: _width / moduleSize, blocks };
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

/** At most `length` characters, never half a surrogate pair. */
function clipped(text: string, length: number): string {
  return [...text].slice(0, length).join('');
}
