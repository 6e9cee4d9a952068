import type { SpecificationTexts } from '../specification-texts.ts';

export const specification: SpecificationTexts = {
  title: 'Relevé des intérêts et des frais',
  belongsTo: 'Annexe au courrier du {date}, référence {reference}',
  interest: {
    ground: '{name} ({article})',
    announced: 'Ces intérêts sont annoncés et ne font pas encore partie du montant à payer.',
    columns: {
      from: 'Du',
      until: 'Au',
      days: 'Jours',
      base: 'Sur',
      perYear: 'Par an',
      perMonth: 'Par mois',
      amount: 'Intérêts',
    },
    item: '{number}, intérêts à compter du {from}',
    subtotal: 'Intérêts sur {number}',
    capitalised: 'Intérêts ajoutés au principal',
    reduced: 'Payé ou crédité jusqu’au {date} inclus',
    paused: 'Pas d’intérêts du {from} au {until} inclus',
    total: 'Total des intérêts jusqu’au {until} inclus',
    perDay: 'Intérêts par jour à compter du {from}, tant que rien ne change',
    formula: {
      '365':
        'Intérêts par ligne : montant × pourcentage × jours ÷ 365 (Actual/365, années bissextiles comprises), chaque ligne étant arrondie au centime.',
      actual:
        'Intérêts par ligne : montant × pourcentage × jours ÷ jours de l’année d’intérêts en cours (365 ou 366, après la barre), chaque ligne étant arrondie au centime.',
      month:
        'Intérêts par ligne : montant × pourcentage × jours ÷ jours du mois d’intérêts en cours (après la barre), chaque ligne étant arrondie au centime.',
    },
    compounding: {
      year: 'Après chaque année complète à compter du premier jour d’intérêts, les intérêts de cette année sont ajoutés au principal.',
      month:
        'Après chaque mois complet à compter du premier jour d’intérêts, les intérêts de ce mois sont ajoutés au principal.',
      none: 'Les intérêts sont simples : ils ne sont pas ajoutés au principal.',
    },
    stale:
      'Les pourcentages sont vérifiés jusqu’au {date} inclus ; au-delà, le dernier pourcentage connu a été appliqué.',
  },
  rates: { title: 'Pourcentages appliqués', from: 'Valable dès le', percent: 'Pourcentage', source: 'Source' },
  costs: {
    description: 'Calcul',
    base: 'Sur',
    amount: 'Montant',
    steps: {
      'costs-base': 'Principal sur lequel les frais sont calculés',
      'costs-first-band': '{percent} de la première tranche',
      'costs-next-band': '{percent} de la tranche suivante',
      'costs-minimum': 'Au moins',
      'costs-maximum': 'Au plus',
      'costs-agreed': 'Convenu : {percent} du principal',
      'costs-as-announced': 'Pas plus que le montant annoncé, TVA comprise',
      'costs-periodic-first': 'Première échéance en six mois',
      'costs-periodic-further': 'Échéance suivante en six mois',
      'costs-be-fixed': 'Partie fixe du maximum légal',
      'costs-be-above': '{percent} de la partie supérieure à {above}',
      'costs-be-flat': 'Montant forfaitaire',
    },
    announced: 'Ces frais sont annoncés et ne font pas encore partie du montant à payer.',
    result: 'Frais de recouvrement',
    total: 'Total des frais de recouvrement',
    declaration:
      'Le créancier déclare ne pas pouvoir déduire la TVA sur ces frais, raison pour laquelle ceux-ci sont majorés de {vatPercent} (art. 2, alinéa 3, de l’arrêté néerlandais relatif aux frais de recouvrement extrajudiciaires).',
  },
  claim: { title: 'Montant du courrier', total: 'À payer' },
};
