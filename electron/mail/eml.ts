import { createHash } from 'node:crypto';
import MailComposer from 'nodemailer/lib/mail-composer';
import type { LetterPlan } from '#shared/domain/letter.ts';
import { headerText, mailAddresses } from './header-text.ts';
import type { MailParts } from './mail-parts.ts';

/** A file that goes with a mail; the name is a generated one. */
export interface MailAttachment {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/**
 * The mail of a letter as a draft (`X-Unsent: 1`), or null when the creditor has no address to send from, the debtor
 * none to send to, or the letter does not go by e-mail. The same letter gives the same bytes.
 */
export async function letterMail(
  plan: LetterPlan,
  parts: MailParts,
  attachments: readonly MailAttachment[],
): Promise<Uint8Array | null> {
  const [from] = mailAddresses(plan.creditor.email);
  const to = mailAddresses(plan.debtor.email);
  if (!from || to.length === 0 || !plan.channels.includes('email')) return null;
  const mark = createHash('sha256').update(`${plan.creditor.id}\n${plan.id}`).digest('hex');
  const composer = new MailComposer({
    from: { name: headerText(plan.creditor.name), address: from },
    to: to.map((address) => ({ name: to.length === 1 ? headerText(plan.debtor.name) : '', address })),
    subject: headerText(parts.subject),
    date: new Date(`${plan.date}T08:00:00Z`),
    messageId: `<${mark.slice(0, 40)}@voldaan.invalid>`,
    headers: { 'X-Unsent': '1', 'Content-Language': plan.language },
    text: parts.text,
    html: parts.html,
    attachments: attachments.map(({ name, bytes }) => ({
      filename: name,
      content: Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength),
      contentType: 'application/pdf',
    })),
    ...{ baseBoundary: mark.slice(0, 24) },
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  return composer.compile().build();
}
