import type { ChargeTexts } from '../template.ts';

/** Announced costs that no announced interest comes before. */
const costsAlone =
  'Si vous ne payez pas à temps, nous réclamerons également {costsPhrase}, soit {costs} ({costsArticle}).';

export const charges: ChargeTexts = {
  interest: {
    trade: {
      name: 'Intérêts légaux commerciaux',
      phrase: 'les intérêts légaux commerciaux',
      article: 'art.\u00a06:119a C. civ. néerlandais',
    },
    public: {
      name: 'Intérêts légaux commerciaux',
      phrase: 'les intérêts légaux commerciaux',
      article: 'art.\u00a06:119b C. civ. néerlandais',
    },
    consumer: {
      name: 'Intérêts légaux',
      phrase: 'les intérêts légaux',
      article: 'art.\u00a06:119 C. civ. néerlandais',
    },
    agreed: { name: 'Intérêts convenus', phrase: 'les intérêts convenus', article: '{clause}' },
    'belgian-trade': {
      name: 'Intérêts de retard',
      phrase: 'les intérêts de retard',
      article: 'art. 5 de la loi du 2 août 2002',
    },
    'belgian-consumer': {
      name: 'Intérêts de retard',
      phrase: 'les intérêts de retard',
      article: '{clause} ; livre XIX CDE',
    },
  },
  costs: {
    tariff: {
      name: 'Frais de recouvrement extrajudiciaires',
      phrase: 'les frais de recouvrement extrajudiciaires',
      article: 'art.\u00a06:96 C. civ. néerlandais',
    },
    agreed: {
      name: 'Frais de recouvrement convenus',
      phrase: 'les frais de recouvrement convenus',
      article: '{clause}',
    },
    'belgian-trade': {
      name: 'Indemnité forfaitaire pour frais de recouvrement',
      phrase: 'l’indemnité forfaitaire pour frais de recouvrement',
      article: 'art. 6 de la loi du 2 août 2002',
    },
    'belgian-consumer': {
      name: 'Indemnité forfaitaire',
      phrase: 'l’indemnité forfaitaire',
      article: '{clause} ; livre XIX CDE',
    },
  },
  lines: {
    interest: '{name} jusqu’au {until} inclus ({article})',
    costs: '{name} ({article})',
    vat: 'TVA de {vatPercent} sur les frais de recouvrement',
  },
  charged: [
    {
      when: ['consumer', 'netherlands', 'costs-charged'],
      text: 'Un précédent courrier vous accordait quatorze jours pour payer sans frais de recouvrement. Ce délai est écoulé.',
    },
    {
      when: ['consumer', 'belgium', 'costs-charged'],
      text: 'Un précédent rappel, sans frais, vous accordait au moins quatorze jours pour payer sans frais supplémentaires. Ce délai est écoulé.',
    },
    {
      when: ['interest-charged'],
      text: 'Sur le principal de {principal}, vous devez {interestPhrase} ({interestArticle}), soit {interest} jusqu’au {until} inclus, puis {perDay} par jour.',
    },
    { when: ['costs-charged'], text: 'Vous devez également {costsPhrase}, soit {costs} ({costsArticle}).' },
    {
      when: ['costs-charged', 'vat'],
      text: 'Ces frais sont majorés de la TVA de {vatPercent} ({costsVat}) : nous déclarons ne pas pouvoir déduire cette TVA (art. 2, alinéa 3, de l’arrêté néerlandais relatif aux frais de recouvrement extrajudiciaires).',
    },
    { when: ['charges'], text: 'Le calcul figure en annexe.' },
  ],
  announced: [
    {
      when: ['interest-announced'],
      text: 'À défaut de paiement dans le délai, nous réclamerons {interestPhrase} ({interestArticle}), soit {interest} jusqu’au {until} inclus, puis {perDay} par jour jusqu’au jour du paiement.',
    },
    {
      when: ['costs-announced', 'interest-announced'],
      text: 'Nous réclamerons également {costsPhrase}, soit {costs} ({costsArticle}).',
    },
    { when: ['costs-announced', 'interest-charged'], text: costsAlone },
    { when: ['costs-announced', 'no-interest'], text: costsAlone },
    {
      when: ['costs-announced', 'vat'],
      text: 'Ce montant comprend {costsVat} de TVA ({vatPercent}) : nous déclarons ne pas pouvoir déduire cette TVA, raison pour laquelle les frais ont été majorés (art. 2, alinéa 3, de l’arrêté néerlandais relatif aux frais de recouvrement extrajudiciaires).',
    },
  ],
  enclosure: 'Annexe : relevé des intérêts et des frais',
};
