import type { beleid as dutch } from '../nl/instellingen-beleid.ts';
import type { Wording } from '../wording.ts';

export const beleid: Wording<typeof dutch> = {
  sentence:
    'The steps from reminder to collection, by kind of debtor. The first step counts from the due date, each next one from the deadline of the previous letter. Letters already made keep the policy they were made with.',
  version: 'version {{version}}',
  versionOf: 'version {{version}} of {{date}}',
  shipped: 'shipped',
  edit: 'Change',
  editLabel: 'Change policy {{name}}',
  names: {
    zakelijk: 'Business',
    consument: 'Consumer',
    'consument-belgie': 'Consumer Belgium',
    overheid: 'Public body',
    onbekend: 'Kind unknown',
  },
  phone: 'Call',
  'collection-ready': 'Ready for collection',
  afterDue_one: '{{count}} day after the due date',
  afterDue_other: '{{count}} days after the due date',
  beforeDue_one: '{{count}} day before the due date',
  beforeDue_other: '{{count}} days before the due date',
  afterPrevious_one: '{{count}} day after the previous deadline',
  afterPrevious_other: '{{count}} days after the previous deadline',
  deadline_one: 'pay within {{count}} day',
  deadline_other: 'pay within {{count}} days',
  minimum: 'from {{amount}}',
  interest: {
    announce: 'announces interest',
    charge: 'with interest',
  },
  costs: {
    announce: 'announces collection costs',
    charge: 'with collection costs',
  },
  unknownNote: 'A debtor of unknown kind gets a reminder only, until the kind is recorded.',
  editor: {
    title: 'Policy {{name}}',
    steps: 'Steps',
    step: 'Step {{place}}: {{name}}',
    action: 'What',
    offset: 'When',
    anchor: 'Counts from',
    anchors: {
      before: 'days before the due date',
      due: 'days after the due date',
      previous: 'days after the previous deadline',
    },
    deadline: 'Pay within',
    days: 'days',
    channels: 'Channels',
    minimum: 'From amount',
    interest: 'Interest',
    costs: 'Collection costs',
    charges: {
      none: 'none',
      announce: 'announce',
      charge: 'charge',
    },
    up: 'Move {{name}} up a step',
    down: 'Move {{name}} down a step',
    remove: 'Remove {{name}}',
    moved: '{{name}} is step {{place}} now.',
    removed: '{{name}} is removed.',
    add: 'Add step',
    keys: 'Alt+↑ and Alt+↓ move the step the cursor is in.',
    save: 'Save as version {{version}}',
    saved: 'Policy {{name}} saved as version {{version}}',
    toShipped: 'Back to the shipped version',
    fix_one: '{{count}} field is not right yet.',
    fix_other: '{{count}} fields are not right yet.',
    unsaved: 'There are changes that are not saved yet.',
  },
  rules: {
    consumer:
      'With a consumer, collection costs come into a letter only after a fourteen-day letter lapsed; until then they are not charged, even when a step charges them (art. 6:96(6) DCC).',
    belgian:
      'With a Belgian consumer, costs come into a letter only when the terms have a damages clause and the term of the free first reminder lapsed (book XIX WER).',
    fourteen:
      'The fourteen-day letter claims the principal only and names the costs that follow; its term of fourteen days after delivery is fixed by law.',
  },
  faults: {
    offset: 'Enter a whole number from 0 to 365.',
    before: 'Enter a whole number from 1 to 30.',
    deadline: 'Enter a whole number from 0 to 365.',
    minimum: 'Enter an amount from 0.',
    channels: 'Choose one channel at least.',
    earlyLetter: 'Before the due date there can only be a pre-due notice.',
    lateNotice: 'A pre-due notice goes before the due date.',
    first: 'The first step counts from the due date.',
    noSteps: 'A policy has one step at least.',
  },
  warnings: {
    'never-charges': 'This policy never charges interest or collection costs.',
    'no-fourteen-day-letter':
      'Step {{place}} charges collection costs, but no fourteen-day letter stands before it: with a consumer they are not charged then.',
    'no-default':
      'No demand or default notice with a term stands before the fourteen-day letter (step {{place}}): a consumer without an agreed due date is then not in default and does not get it.',
    'no-deadline': 'Step {{place}} has no term to pay in: the next step then counts from the date of the letter.',
    lighter: 'Step {{place}} is lighter than a step before it.',
  },
};
