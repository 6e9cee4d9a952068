import type { SpecificationTexts } from '../specification-texts.ts';

export const specification: SpecificationTexts = {
  title: 'Statement of interest and costs',
  belongsTo: 'Enclosed with the letter of {date}, reference {reference}',
  interest: {
    ground: '{name} ({article})',
    announced: 'This interest has been announced and is not part of the amount to pay yet.',
    columns: {
      from: 'From',
      until: 'Until',
      days: 'Days',
      base: 'On',
      perYear: 'Per year',
      perMonth: 'Per month',
      amount: 'Interest',
    },
    item: '{number}, interest from {from}',
    subtotal: 'Interest on {number}',
    capitalised: 'Interest added to the principal',
    reduced: 'Paid or credited by {date}',
    paused: 'No interest from {from} up to and including {until}',
    total: 'Total interest up to and including {until}',
    perDay: 'Interest per day from {from}, as long as nothing changes',
    formula: {
      '365':
        'Interest per line: amount × percentage × days ÷ 365 (Actual/365, in leap years too), each line rounded to whole cents.',
      actual:
        'Interest per line: amount × percentage × days ÷ days of the running interest year (365 or 366, after the slash), each line rounded to whole cents.',
      month:
        'Interest per line: amount × percentage × days ÷ days of the running interest month (after the slash), each line rounded to whole cents.',
    },
    compounding: {
      year: 'After each full year from the first day of interest, the interest of that year is added to the principal.',
      month:
        'After each full month from the first day of interest, the interest of that month is added to the principal.',
      none: 'Interest is simple: it is not added to the principal.',
    },
    stale:
      'The percentages were checked up to and including {date}; after that the last known percentage has been used.',
  },
  rates: { title: 'Percentages used', from: 'In force from', percent: 'Percentage', source: 'Source' },
  costs: {
    description: 'Calculation',
    base: 'On',
    amount: 'Amount',
    steps: {
      'costs-base': 'Principal the costs are calculated on',
      'costs-first-band': '{percent} of the first part',
      'costs-next-band': '{percent} of the next part',
      'costs-minimum': 'At least',
      'costs-maximum': 'At most',
      'costs-agreed': 'Agreed: {percent} of the principal',
      'costs-as-announced': 'No more than announced earlier, VAT included',
      'costs-periodic-first': 'First instalment within six months',
      'costs-periodic-further': 'Further instalment within six months',
      'costs-be-fixed': 'Fixed part of the statutory maximum',
      'costs-be-above': '{percent} of the part above {above}',
      'costs-be-flat': 'Fixed amount',
    },
    announced: 'These costs have been announced and are not part of the amount to pay yet.',
    result: 'Collection costs',
    total: 'Total collection costs',
    declaration:
      'The creditor declares that it cannot recover the VAT on these costs and that the costs have been increased by {vatPercent} for that reason (art. 2(3) of the Dutch decree on extrajudicial collection costs).',
  },
  claim: { title: 'Amount of the letter', total: 'To pay' },
};
