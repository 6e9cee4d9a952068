import type { law as dutch } from '../nl/law.ts';
import type { Wording } from '../wording.ts';

export const law: Wording<typeof dutch> = {
  problem: {
    'bad-date': 'The date “{{value}}” does not exist. Give a date as year-month-day, for example 2026-11-20.',
    'bad-amount':
      'The amount “{{value}}” cannot be used. Give an amount with two decimals and without a sign in front of it.',
    'bad-percent':
      'The percentage “{{percent}}” cannot be used. Give a percentage from 0 to 100 with at most four decimals.',
    'negative-principal':
      'The principal {{amount}} is negative. Interest and costs are calculated on a claim only; settle a credit note first.',
    'amount-too-large': 'The amount {{amount}} is too large to calculate with. Check the number of digits.',
    'due-after-until':
      'The due date {{due}} is after the end date {{until}}. Choose an end date on or after the due date.',
    'payment-before-due':
      'The payment of {{date}} is before the due date {{due}}. Lower the principal by that payment, or correct the date.',
    'payment-after-until':
      'The payment of {{date}} is after the end date {{until}}. Calculate up to that day, or leave the payment out.',
    'bad-pause': 'The interest pause from {{from}} to {{until}} ends before it begins. Correct one of the dates.',
    'unknown-kind':
      'The kind of interest “{{kind}}” is not known. Choose statutory interest, commercial interest or contractual interest.',
    'rate-missing':
      'The rate table has no percentage for {{date}} ({{kind}}). Complete the table in Settings, or choose a later due date.',
    'date-out-of-range':
      'The date {{date}} is outside the period this rule holds for ({{from}} up to and including {{until}}). Check the year.',
    'bad-count': 'The number “{{value}}” is not possible here. Give a whole number from 1.',
    'bad-term': 'The term “{{days}}” cannot be used. Give a whole number of days from 0 to {{max}}.',
    'received-before-sent': 'The receipt on {{received}} is before the dispatch on {{sent}}. Correct one of the dates.',
    'bad-transit': 'A postal transit of “{{value}}” is not possible. Choose 2 or 3 delivery days.',
    'unknown-country':
      'Voldaan knows no collection costs for the country “{{country}}”. Choose the Netherlands (NL) or Belgium (BE).',
    'bad-years': 'A limitation period of “{{value}}” years does not exist. Choose 1, 2, 5 or 20 years.',
    'interruption-before-due':
      'The interruption of {{date}} is before the due date {{due}}. A claim can be interrupted once it is due; correct the date.',
    'paid-above-gross':
      'On an invoice of {{gross}}, {{paid}} was paid. No more than the invoice amount can be deducted; correct one of the amounts.',
    'bad-vat-rate': 'The VAT rate “{{value}}” is not possible here. Choose a rate that applies: {{allowed}}.',
    'bad-period': 'The filing period “{{value}}” is not known. Choose month, quarter or year.',
    'bad-rate-table':
      'The rate table cannot be used: {{cause}} ({{kind}} {{from}}). The table in force stays in force; correct the file.',
    'agreed-costs-consumer':
      'Collection costs of a consumer may not be agreed to the consumer’s detriment (art. 6:96(5) BW). Leave the agreed costs out; the statutory tariff applies.',
  },
  step: {
    'interest-start': 'Interest from {{from}}, the day after the last payment day {{due}}',
    'interest-ground': 'Interest over each item from the day the debtor is late or in default with it',
    'interest-agreed-year': 'Agreed interest: {{percent}} per year',
    'interest-agreed-month': 'Agreed interest: {{percent}} per month',
    'interest-line': '{{from}} up to and including {{until}}: {{base}} × {{percent}} × {{days}}/{{denominator}}',
    'interest-rate-wettelijk': 'Statutory interest from {{from}}: {{percent}} per year',
    'interest-rate-handel': 'Statutory commercial interest from {{from}}: {{percent}} per year',
    'interest-rate-be-b2b': 'Belgian reference rate between businesses from {{from}}: {{percent}} per year',
    'interest-compound-year': 'After each full year, unpaid interest is added to the sum that bears interest',
    'interest-compound-month':
      'After each full month, unpaid interest is added to the sum that bears interest, as agreed',
    'interest-simple': 'Simple interest: no interest on interest',
    'interest-simple-old-law': 'In default before 1 January 1992: simple interest under the old law',
    'interest-day-count-365': 'A day is 1/365 of a year, in a leap year too',
    'interest-day-count-actual': 'A day is 1/365 or 1/366 of a year: the length of the running interest year',
    'interest-per-month':
      'Percentage per month, counted from the first interest day; part of a month by the length of that month',
    'interest-capitalised': '{{date}}: {{added}} interest added; interest runs on over {{base}}',
    'interest-pause': 'No interest from {{from}} up to and including {{until}}: {{reason}}',
    'interest-credit-from-start': 'Credit note of {{date}}: the claim was {{amount}} lower from the start',
    'interest-credit-from-date': 'Credit note of {{date}}: {{amount}} less from the day after',
    'interest-payment':
      'Payment of {{date}}: {{costs}} to costs, {{interest}} to interest, {{principal}} to the principal',
    'interest-payment-principal-first':
      'Payment of {{date}}: {{principal}} to the principal, {{interest}} to interest, {{costs}} to costs',
    'interest-unallocated': 'Paid too much on {{date}}',
    'agreed-higher': 'Agreed interest ({{clause}}): higher than the statutory rate and therefore owed',
    'agreed-not-higher': 'Agreed interest ({{clause}}): not higher, so the statutory rate holds',
    'agreed-consumer': 'A court tests {{clause}} for unfairness towards a consumer of its own motion',
    'agreed-capped': 'Agreed interest, at most the reference rate: {{percent}} per year',
    'interest-total': 'Interest up to and including {{until}}',
    'interest-stale':
      'The rate table was checked up to and including {{date}}; a percentage may have changed after that',
    'imputation-designated': 'Payment of {{date}}: to the claims the debtor named, what is left by law',
    'imputation-by-law':
      'Payment of {{date}}: to claims that are due, of these first the most onerous, then the oldest, then in proportion',
    'imputation-shared-costs': 'Payment of {{date}}: first to the costs the claims share',
    'costs-base_one': 'Principal the costs are taken over',
    'costs-base_other': 'Principals of {{count}} claims, added up',
    'costs-nothing-claimed': 'There is no principal, so there are no costs',
    'costs-first-band': '{{percent}} of the first {{part}}',
    'costs-next-band': '{{percent}} of the next {{part}}',
    'costs-minimum': 'Raised to the minimum',
    'costs-maximum': 'Lowered to the maximum',
    'costs-agreed': 'Agreed: {{percent}} of the principal',
    'costs-as-announced': 'No more than the fourteen-day letter announced',
    'costs-vat': '{{percent}} VAT on {{costs}}, which the creditor cannot deduct',
    'costs-periodic-first': 'First term within {{months}} months',
    'costs-periodic-further': 'Further term within {{months}} months, after {{used}}; together at most {{together}}',
    'costs-terms_one': 'Term the costs are taken over',
    'costs-terms_other': '{{count}} terms under the same agreement, each with its own letter',
    'costs-periodic-outside':
      'There is a term of {{below}} or more; the cumulation limit does not hold for it, but the tariff over the total',
    'costs-be-fixed': 'Fixed amount of the band (at most)',
    'costs-be-above': '{{percent}} of {{part}}, the part above {{above}}',
    'costs-be-flat': 'Fixed amount between businesses',
    'default-fatal-term':
      'The agreed payment term ran through {{due}}; in default from {{from}}, without notice of default',
    'default-last-day': 'The last day of payment was {{due}}; in default from {{from}}, without a reminder',
    'default-notice': 'The term of the notice of default ran through {{deadline}}; in default from {{from}}',
    'default-no-due-date': 'There is no due date; default starts only after a notice of default',
    'default-due-derived': 'The due date is derived and not confirmed; default starts only after a notice of default',
    'default-not-agreed':
      'The payment term was not agreed; for a consumer, default starts only after a notice of default',
    'notice-presumed':
      'Sent on {{sent}}; presumed received on {{received}}, {{days}} delivery days later (Sundays, Mondays and holidays do not count)',
    'notice-received': 'Received on {{received}}, with proof',
    'notice-fourteen': 'Fourteen full days from {{from}}: through {{last}}',
    'notice-fifteen': '“Within fifteen days after delivery”: through {{last}}',
    'notice-moved': '{{day}} is a Saturday, Sunday or holiday; moved to {{last}} to be safe',
    'notice-costs-due': 'Costs due from {{from}}, if not paid by then',
    'reminder-be-post': 'Posted on {{sent}}: the term starts on {{from}}, the third working day after',
    'reminder-be-email': 'Sent by e-mail on {{sent}}: the term starts on {{from}}',
    'reminder-be-last': 'Fourteen calendar days: through {{last}}; costs and interest under a clause from {{due}}',
    'term-statutory': 'No term agreed: {{days}} days after receipt of the invoice',
    'term-agreed_one': 'Agreed: 1 day after receipt of the invoice',
    'term-agreed_other': 'Agreed: {{count}} days after receipt of the invoice',
    'term-maximum': 'Limited to {{days}} days; longer only when expressly agreed and not manifestly unfair',
    'term-maximum-large': 'Limited to {{days}} days: a large enterprise may not agree longer with a smaller one',
    'term-maximum-public': 'Limited to {{days}} days for a public body',
    'term-last-day': 'Received on {{received}}: last day of payment {{last}}, interest from {{from}}',
    'limitation-term_one':
      'Due after {{due}}; time-barred after 1 year, an interruption must be received on {{last}} at the latest',
    'limitation-term_other':
      'Due after {{due}}; time-barred after {{count}} years, an interruption must be received on {{last}} at the latest',
    'limitation-interrupted_one': 'Interrupted on {{date}}: new term of 1 year, through {{last}}',
    'limitation-interrupted_other': 'Interrupted on {{date}}: new term of {{count}} years, through {{last}}',
    'limitation-not-shortened':
      'Interrupted on {{date}}: the term already running ends later and stays, through {{last}}',
    'limitation-too-late': 'The interruption of {{date}} came after the claim was time-barred and does not count',
    'relief-year': 'Last day of payment {{due}}; uncollectable a year later at the latest, on {{on}}',
    'relief-vat': '{{percent}} VAT in {{unpaid}}, the unpaid part',
    'relief-return': 'Reclaim in the return for {{period}}, {{last}} at the latest',
    'relief-either':
      'If the year counts from the day after the last day of payment, the VAT belongs in {{alternative}} and not in {{period}}; ask the tax office',
    'relief-again': '{{percent}} VAT in {{received}}, received later: due again in the period of receipt',
  },
  letter: {
    'debtor-no-consumer':
      'The debtor is not a consumer. A fourteen-day letter is not needed then; the costs follow from the law or the agreement.',
    'item-not-due': 'Invoice {{number}} (due date {{due}}) is not in default yet on {{sent}}.',
    'nothing-in-default': 'The letter claims no invoice that is in default.',
    'item-left-out': 'In default, but not in the letter: {{numbers}}.',
    'item-not-named': 'The letter does not name all invoices it claims; missing from the text: {{numbers}}.',
    'term-absent': 'The letter gives no term of fourteen days that starts on the day after receipt.',
    'term-wrong': 'This term does not give fourteen full days from the day after receipt: “{{found}}”.',
    'term-too-short':
      '“{{found}}” is too short or unclear: it must be fifteen days after receipt, or fourteen from the day after receipt.',
    'term-at-once': 'The letter also asks for payment without a term: “{{found}}”.',
    'end-date-early':
      'The date {{found}} is too early: a letter that leaves on {{sent}} may name no day before {{earliest}}.',
    'costs-not-announced': 'The letter announces no amount of collection costs; it must be {{expected}}.',
    'costs-not-written': 'The amount of the collection costs ({{expected}}) is not in the text of the letter.',
    'costs-differ':
      'The collection costs are {{found}}; over a principal of {{base}} the tariff gives {{expected}} (without VAT).',
    'vat-deductible':
      'The collection costs are increased by VAT ({{vat}}), but the creditor can deduct VAT; without VAT it is {{costs}}.',
    'vat-undeclared':
      'The collection costs are increased by VAT ({{vat}} on {{costs}}) without the statement that the creditor cannot deduct it.',
    'interest-asked': 'The letter claims interest: “{{found}}”.',
    'fee-asked': 'The letter claims costs besides the collection costs: “{{found}}”.',
    'more-than-principal': 'The letter asks {{found}}; the claimed invoices together are {{principal}}.',
    'amounts-differ': 'The letter names more than one amount to pay: besides {{principal}} also {{found}}.',
    'amount-not-sum': 'The amount to pay is {{found}}; the claimed invoices together are {{principal}}.',
    'ibans-differ': 'The letter names more than one account number: {{ibans}}.',
    'consequence-absent': 'The letter does not say that the collection costs become due when payment is late.',
  },
  remedy: {
    'not-consumer': 'Use the demand or final demand for businesses.',
    'not-in-default': 'Leave this invoice out, or send a notice of default first and wait until its term is over.',
    'item-missing': 'Put all invoices in default in one letter, each with number, date and amount.',
    'term-wording': 'Write as the only term: “within fifteen days after this letter has been delivered to you”.',
    'end-date-too-early': 'Leave the date out; the term in words is enough.',
    'costs-missing': 'State the amount of the collection costs in euros, to the cent.',
    'costs-amount': 'State the amount of the tariff over the claimed principals together.',
    'vat-ground': 'Leave VAT out. Only a creditor that cannot deduct VAT may add it, with the statement in the letter.',
    'interest-claimed': 'Ask only the principal in this letter.',
    'several-amounts': 'Name one amount to pay: the sum of the claimed invoices.',
    'several-ibans': 'Name one account number.',
    'consequence-missing':
      'Add that the collection costs, with their amount, become due when payment does not arrive within the term.',
  },
};
