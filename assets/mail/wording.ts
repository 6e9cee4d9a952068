import type { LetterLabels } from '../letters/template.ts';

/** What only the mail says; everything else comes from the letter, so that both say the same. */
export interface MailWording {
  readonly attached: string;
  readonly invoicesAttached: string;
  /** On a veertiendagenbrief (criterion E4): the term hangs on the letter, not on this mail. */
  readonly termStarts: string;
  readonly payOnline: LetterLabels['payOnline'];
}

export const mailWording = {
  nl: {
    attached: 'De brief is als PDF bijgevoegd.',
    invoicesAttached: 'De brief en kopieën van de facturen zijn als PDF bijgevoegd.',
    termStarts: 'De termijn om te betalen begint op de dag nadat u de brief hebt ontvangen.',
    payOnline: 'Online betalen',
  },
  en: {
    attached: 'The letter is attached as a PDF.',
    invoicesAttached: 'The letter and copies of the invoices are attached as PDF.',
    termStarts: 'The term to pay starts on the day after you have received the letter.',
    payOnline: 'Pay online',
  },
  de: {
    attached: 'Das Schreiben ist als PDF beigefügt.',
    invoicesAttached: 'Das Schreiben und Rechnungskopien sind als PDF beigefügt.',
    termStarts: 'Die Frist zur Zahlung beginnt am Tag, nachdem Sie das Schreiben erhalten haben.',
    payOnline: 'Online bezahlen',
  },
  fr: {
    attached: 'Le courrier est joint au format PDF.',
    invoicesAttached: 'Le courrier et les copies des factures sont joints au format PDF.',
    termStarts: 'Le délai de paiement commence le lendemain du jour où vous avez reçu le courrier.',
    payOnline: 'Payer en ligne',
  },
} as const satisfies Readonly<Record<'nl' | 'en' | 'de' | 'fr', MailWording>>;
