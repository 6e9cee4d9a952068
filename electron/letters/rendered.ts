import type { LetterPlan } from '#shared/domain/letter.ts';
import type { MailAttachment } from '../mail/eml.ts';
import type { MailParts } from '../mail/mail-parts.ts';

/** One letter to make. */
export interface RenderJob {
  readonly plan: LetterPlan;
  /** A preview is stamped and has no mail file. */
  readonly mode: 'issue' | 'preview';
  /** Bytes of the logo, PNG or JPEG. */
  readonly logo: Uint8Array | null;
  /** Name the PDF has as an attachment. */
  readonly pdfName: string;
  /** Invoice copies to go with the mail. */
  readonly copies: readonly MailAttachment[];
}

export interface Rendered {
  readonly pdf: Uint8Array;
  readonly pages: number;
  readonly eml: Uint8Array | null;
  /** Null when the letter does not go by e-mail. */
  readonly mail: MailParts | null;
  /** Letters no font has, shown as a box in the PDF. */
  readonly missingGlyphs: readonly string[];
}

/** Makes letters; in this process, or in a pool of worker threads. Fails with FailureError. */
export interface LetterRenderer {
  render(job: RenderJob): Promise<Rendered>;
  close(): Promise<void>;
}
