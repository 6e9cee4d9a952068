import type { ChargeTexts } from '../template.ts';

/** Announced costs that no announced interest comes before. */
const costsAlone = 'If you do not pay in time, we will also claim {costsPhrase} of {costs} ({costsArticle}).';

export const charges: ChargeTexts = {
  interest: {
    trade: {
      name: 'Statutory commercial interest',
      phrase: 'statutory commercial interest',
      article: 'art.\u00a06:119a Dutch Civil Code',
    },
    public: {
      name: 'Statutory commercial interest',
      phrase: 'statutory commercial interest',
      article: 'art.\u00a06:119b Dutch Civil Code',
    },
    consumer: { name: 'Statutory interest', phrase: 'statutory interest', article: 'art.\u00a06:119 Dutch Civil Code' },
    agreed: { name: 'Agreed interest', phrase: 'the agreed interest', article: '{clause}' },
    'belgian-trade': {
      name: 'Late payment interest',
      phrase: 'late payment interest',
      article: 'art. 5 Belgian Act of 2 August 2002',
    },
    'belgian-consumer': {
      name: 'Late payment interest',
      phrase: 'late payment interest',
      article: '{clause}; Book XIX Belgian Code of Economic Law',
    },
  },
  costs: {
    tariff: {
      name: 'Extrajudicial collection costs',
      phrase: 'extrajudicial collection costs',
      article: 'art.\u00a06:96 Dutch Civil Code',
    },
    agreed: { name: 'Agreed collection costs', phrase: 'the agreed collection costs', article: '{clause}' },
    'belgian-trade': {
      name: 'Fixed compensation for recovery costs',
      phrase: 'the fixed compensation for recovery costs',
      article: 'art. 6 Belgian Act of 2 August 2002',
    },
    'belgian-consumer': {
      name: 'Fixed compensation',
      phrase: 'the fixed compensation',
      article: '{clause}; Book XIX Belgian Code of Economic Law',
    },
  },
  lines: {
    interest: '{name} up to and including {until} ({article})',
    costs: '{name} ({article})',
    vat: 'VAT at {vatPercent} on the collection costs',
  },
  charged: [
    {
      when: ['consumer', 'netherlands', 'costs-charged'],
      text: 'In an earlier letter you were given fourteen days to pay without collection costs. That term has passed.',
    },
    {
      when: ['consumer', 'belgium', 'costs-charged'],
      text: 'In an earlier reminder, free of charge, you were given at least fourteen days to pay without costs. That term has passed.',
    },
    {
      when: ['interest-charged'],
      text: 'On the principal of {principal} you owe {interestPhrase} ({interestArticle}), amounting to {interest} up to and including {until}, and {perDay} per day after that.',
    },
    { when: ['costs-charged'], text: 'You also owe {costsPhrase} of {costs} ({costsArticle}).' },
    {
      when: ['costs-charged', 'vat'],
      text: 'These costs have been increased by {vatPercent} VAT ({costsVat}): we declare that we cannot recover this VAT (art. 2(3) of the Dutch decree on extrajudicial collection costs).',
    },
    { when: ['charges'], text: 'The calculation is enclosed.' },
  ],
  announced: [
    {
      when: ['interest-announced'],
      text: 'If we do not receive your payment in time, we will claim {interestPhrase} ({interestArticle}): {interest} up to and including {until}, and {perDay} per day after that until the day of payment.',
    },
    {
      when: ['costs-announced', 'interest-announced'],
      text: 'We will then also claim {costsPhrase} of {costs} ({costsArticle}).',
    },
    { when: ['costs-announced', 'interest-charged'], text: costsAlone },
    { when: ['costs-announced', 'no-interest'], text: costsAlone },
    {
      when: ['costs-announced', 'vat'],
      text: 'That amount includes {costsVat} VAT ({vatPercent}): we declare that we cannot recover this VAT and that the costs have been increased for that reason (art. 2(3) of the Dutch decree on extrajudicial collection costs).',
    },
  ],
  enclosure: 'Enclosure: statement of interest and costs',
};
