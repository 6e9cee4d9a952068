import { readFile } from 'node:fs/promises';
import type { LetterPlan } from '#shared/domain/letter.ts';
import { letterReference } from '#shared/domain/letters/quoted-reference.ts';
import type { LetterKind } from '#shared/domain/policy.ts';
import { letterTexts } from '../../assets/letters/index.ts';
import { errorCode } from '../files/disk.ts';
import { hashOf } from '../files/hash.ts';
import { safeName } from '../files/safe-name.ts';
import { placeOf } from '../files/store.ts';
import type { MailAttachment } from '../mail/eml.ts';
import { logoMissing } from './logo.ts';
import type { LetterRenderer, Rendered } from './rendered.ts';

/** A letter in memory, ready to be written anywhere. */
export interface MadeLetter {
  readonly pdf: Uint8Array;
  readonly pdfSha256: string;
  readonly eml: Uint8Array | null;
  readonly emlSha256: string | null;
  readonly pages: number;
  readonly missingGlyphs: readonly string[];
}

/** Makes the final PDF and mail of a plan. `logo` is the letterhead picture, `copies` go with the mail. */
export async function renderLetter(
  renderer: LetterRenderer,
  plan: LetterPlan,
  { logo = null, copies = [] }: { logo?: Uint8Array | null; copies?: readonly MailAttachment[] } = {},
): Promise<MadeLetter> {
  const made = await renderer.render({ plan, mode: 'issue', logo, pdfName: attachmentName(plan), copies });
  return {
    pdf: made.pdf,
    pdfSha256: hashOf(made.pdf),
    eml: made.eml,
    emlSha256: made.eml ? hashOf(made.eml) : null,
    pages: made.pages,
    missingGlyphs: made.missingGlyphs,
  };
}

/** The same letter with the preview stamp across it; nothing is written (criterion D7). */
export function previewLetter(renderer: LetterRenderer, plan: LetterPlan, logo: Uint8Array | null): Promise<Rendered> {
  return renderer.render({ plan, mode: 'preview', logo, pdfName: attachmentName(plan), copies: [] });
}

/** `2026-11-20-Aanmaning-10042`: what the files of a letter are called on disk, without extension. */
export function letterFileStem(plan: LetterPlan): string {
  return safeName(`${plan.date} ${headingOf(plan.kind, 'nl')} ${plan.debtor.code}`, 72);
}

/** The attachment's name, in the letter's language: it is the debtor who reads it. */
function attachmentName(plan: LetterPlan): string {
  return `${safeName(`${headingOf(plan.kind, plan.language)} ${letterReference(plan)}`, 72)}.pdf`;
}

function headingOf(kind: LetterKind, language: LetterPlan['language']): string {
  const texts = letterTexts[language];
  return ((texts.kinds as Partial<Record<LetterKind, { heading: string }>>)[kind] ?? texts.plain).heading;
}

/**
 * Bytes of the letterhead picture in the book's folder; null when the letterhead has none. One that is gone is the failure
 * `logo-missing`, in the preview and when issuing: no letter leaves without the logo it should have.
 */
export async function logoBytes(folder: string, plan: LetterPlan): Promise<Uint8Array | null> {
  const { logo } = plan.creditor;
  if (!logo) return null;
  return readFile(placeOf(folder, 'logo', logo.fileId)).catch((error) => {
    throw errorCode(error) === 'ENOENT' ? logoMissing('it is not on disk') : error;
  });
}
