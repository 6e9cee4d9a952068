import type { common as nl } from '../nl/common.ts';
import type { Wording } from '../wording.ts';

export const common: Wording<typeof nl> = {
  close: 'Close',
  cancel: 'Cancel',
  stop: 'Stop',
  back: 'Back',
  next: 'Continue',
  skip: 'Skip',
  undo: 'Undo',
  retry: 'Try again',
  dismiss: 'Close',
  copyDetails: 'Copy details',
  detailsCopied: 'Copied',
  explain: 'Explanation of {{what}}',
  doneOfTotal: '{{done}} of {{total}}',
  selectAll: 'Select all',
  selectRow: 'Select row',
  removeFilter: 'Remove filter “{{filter}}”',
  clearFilters: 'show all',
  ageing: {
    notDue: 'Not due',
    days1to30: '1–30 days late',
    days31to60: '31–60 days late',
    days61to90: '61–90 days late',
    over90: 'More than 90 days late',
    credits: 'Unallocated credits',
    unknown: 'Without due date',
    nothing: 'Nothing open',
  },
  kind: { business: 'Business', consumer: 'Consumer', public: 'Public body', unknown: 'Kind unknown' },
  units: { days: 'days', workingDays: 'working days' },
};
