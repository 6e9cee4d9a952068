import type { start as dutch } from '../nl/start.ts';
import type { Wording } from '../wording.ts';

export const start: Wording<typeof dutch> = {
  title: 'Welcome to Voldaan',
  lead: 'The debtor desk that stays on this computer. Nothing leaves it until a letter is sent.',
  demo: {
    title: 'See the demo',
    text: 'A Dutch wholesaler with 60 debtors and twelve months of invoices. Everything can be tried.',
    action: 'Open the demo',
  },
  own: {
    title: 'Start with your own administration',
    text: 'Name and IBAN are enough. Then import a list of open items.',
    action: 'Make an administration',
  },
  dataFolder: 'The data is kept in {{folder}}.',
  wizard: {
    title: 'New administration',
    step: 'Step {{step}} of {{total}}',
    steps: 'Steps',
    finish: 'Make the administration',
    later: 'Everything can be changed later in Settings.',
    name: {
      title: 'Name and account',
      text: 'As the debtor sees them on the letter.',
    },
    address: {
      title: 'Address and numbers',
      text: 'Stand in the letterhead.',
    },
    terms: {
      title: 'Terms',
      text: 'Decide when an invoice is late and what is too small to claim.',
    },
    sender: {
      title: 'Sender',
      text: 'Who signs and sends the letters.',
    },
    logo: {
      title: 'Logo and window',
      text: 'How the letterhead looks and where the address stands in the envelope.',
    },
  },
};
