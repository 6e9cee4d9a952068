import type { law as dutch } from '../nl/law.ts';
import type { Wording } from '../wording.ts';

export const law: Wording<typeof dutch> = {
  problem: {
    'bad-date': 'The date “{{value}}” does not exist. Give a date as year-month-day, for example 2026-11-20.',
    'bad-amount':
      'The amount “{{value}}” cannot be used. Give an amount with two decimals and without a sign in front of it.',
    'bad-percent':
      'The percentage “{{value}}” cannot be used. Give a percentage from 0 to 100 with at most four decimals.',
    'negative-principal':
      'The principal {{amount}} is negative. Interest and costs exist on a claim only; settle a credit note first.',
    'amount-too-large': 'The amount {{amount}} is too large to calculate with. Check the number of digits.',
    'due-after-until':
      'The due date {{due}} is after the end date {{until}}. Choose an end date on or after the due date.',
    'payment-before-due':
      'The payment of {{date}} is before the due date {{due}}. Lower the principal by that payment, or correct the date.',
    'payment-after-until':
      'The payment of {{date}} is after the end date {{until}}. Calculate up to that day, or leave the payment out.',
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
  step: {},
};
