import type { LetterLabels } from '../letters/template.ts';

/** What only the mail says; everything else comes from the letter, so that both say the same. */
export interface MailWording {
  readonly attached: string;
  readonly invoicesAttached: string;
  readonly payOnline: LetterLabels['payOnline'];
}

export const mailWording = {
  nl: {
    attached: 'De brief is als PDF bijgevoegd.',
    invoicesAttached: 'De brief en kopieën van de facturen zijn als PDF bijgevoegd.',
    payOnline: 'Online betalen',
  },
  en: {
    attached: 'The letter is attached as a PDF.',
    invoicesAttached: 'The letter and copies of the invoices are attached as PDF.',
    payOnline: 'Pay online',
  },
  de: {
    attached: 'Das Schreiben ist als PDF beigefügt.',
    invoicesAttached: 'Das Schreiben und Rechnungskopien sind als PDF beigefügt.',
    payOnline: 'Online bezahlen',
  },
  fr: {
    attached: 'Le courrier est joint au format PDF.',
    invoicesAttached: 'Le courrier et les copies des factures sont joints au format PDF.',
    payOnline: 'Payer en ligne',
  },
} as const satisfies Readonly<Record<'nl' | 'en' | 'de' | 'fr', MailWording>>;
