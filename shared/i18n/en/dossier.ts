import type { dossier as dutch } from '../nl/dossier.ts';
import type { Wording } from '../wording.ts';
import { dossierZip } from './dossier-zip.ts';

export const dossier: Wording<typeof dutch> = {
  title: 'Dossiers',
  sentence_one: '{{count}} debtor with a letter.',
  sentence_other: '{{count}} debtors with a letter.',
  sentenceNone: 'What was sent, received and agreed is on record for every debtor.',
  list: 'Debtors with a file',
  columns: {
    debtor: 'Debtor',
    code: 'Number',
    lastLetter: 'Last letter',
    date: 'Date',
    deadline: 'Deadline',
    open: 'Open',
  },
  empty: {
    title: 'No files yet',
    text: 'A file begins with the first letter.',
    action: 'Go to Reminders',
  },
  emptyFilter: {
    title: 'No debtor found',
    text: 'Change the search text.',
  },
  filter: 'Search by name or number',
  showAll: 'Debtors without a letter too',
  panel: {
    timeline: 'Timeline',
    events_one: '{{count}} event',
    events_other: '{{count}} events',
    chainOk: 'Chain is right: every event follows from the one before.',
    chainBroken: 'The chain breaks at event {{seq}}.',
    open: 'Open the debtor',
    none: 'No events yet.',
  },
  claim: {
    title: 'Claim on {{date}}',
    principal: 'Principal',
    interest: 'Interest through {{date}}',
    costs: 'Collection costs',
    total: 'Total',
    perDay: 'Interest per day after that',
    ledgerOpen: 'Open in the bookkeeping',
    imputed:
      'Payments are taken off costs and interest first here, and then off the principal (art. 6:44 Dutch Civil Code); the bookkeeping takes them off the principal.',
    stale: 'interest rate table out of date',
  },
  export: {
    button: 'Export the file',
    busy: 'Making the file…',
    done: 'File made: {{name}}',
    content_one: '{{count}} file, {{size}}. Checksum {{hash}}…',
    content_other: '{{count}} files, {{size}}. Checksum {{hash}}…',
    open: 'Open',
    reveal: 'Show in folder',
    check: 'Check the file',
  },
  verify: {
    title: 'Check a file',
    drop: 'Drop a file ZIP here to check it',
    dropText: 'Every document and every event is recomputed.',
    busy: 'Checking {{name}}…',
    ok: '{{name}} is unchanged.',
    okText: 'Documents checked: {{files}}. Events checked: {{events}}. Everything matches the list of checksums.',
    broken: '{{name}} was changed or damaged.',
    brokenText: 'The first difference: {{what}}.',
    brokenTodo: 'Do not use this file as evidence. Export the file again.',
    anchor:
      'A file rewritten as a whole cannot be recognised without other evidence: registered mail, sent mail and the copy of the collection agency are that evidence.',
    notZip: 'This is not a ZIP file.',
  },
  zip: dossierZip,
};
