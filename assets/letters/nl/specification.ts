import type { SpecificationTexts } from '../specification-texts.ts';

export const specification: SpecificationTexts = {
  title: 'Specificatie van rente en kosten',
  belongsTo: 'Bijlage bij de brief van {date}, kenmerk {reference}',
  interest: {
    ground: '{name} ({article})',
    announced: 'Deze rente is aangekondigd en nog niet in het te betalen bedrag begrepen.',
    columns: {
      from: 'Van',
      until: 'T/m',
      days: 'Dagen',
      base: 'Over',
      perYear: 'Per jaar',
      perMonth: 'Per maand',
      amount: 'Rente',
    },
    item: '{number}, rente vanaf {from}',
    subtotal: 'Rente over {number}',
    capitalised: 'Rente bij de hoofdsom gevoegd',
    reduced: 'Betaald of gecrediteerd t/m {date}',
    paused: 'Geen rente van {from} t/m {until}',
    total: 'Totaal rente t/m {until}',
    perDay: 'Rente per dag vanaf {from}, zolang niets verandert',
    formula: {
      '365':
        'Rente per regel: bedrag × percentage × dagen ÷ 365 (Actual/365, ook in een schrikkeljaar), per regel afgerond op hele centen.',
      actual:
        'Rente per regel: bedrag × percentage × dagen ÷ dagen van het lopende rentejaar (365 of 366, achter de streep), per regel afgerond op hele centen.',
      month:
        'Rente per regel: bedrag × percentage × dagen ÷ dagen van de lopende rentemaand (achter de streep), per regel afgerond op hele centen.',
    },
    compounding: {
      year: 'Na elk vol jaar vanaf de eerste rentedag wordt de rente van dat jaar bij de hoofdsom gevoegd.',
      month: 'Na elke volle maand vanaf de eerste rentedag wordt de rente van die maand bij de hoofdsom gevoegd.',
      none: 'De rente is enkelvoudig: zij wordt niet bij de hoofdsom gevoegd.',
    },
    stale: 'De percentages zijn gecontroleerd tot en met {date}; daarna is met het laatst bekende percentage gerekend.',
  },
  rates: { title: 'Gebruikte percentages', from: 'Geldig vanaf', percent: 'Percentage', source: 'Bron' },
  costs: {
    description: 'Berekening',
    base: 'Over',
    amount: 'Bedrag',
    steps: {
      'costs-base': 'Hoofdsom waarover de kosten zijn berekend',
      'costs-first-band': '{percent} van het eerste deel',
      'costs-next-band': '{percent} van het volgende deel',
      'costs-minimum': 'Ten minste',
      'costs-maximum': 'Ten hoogste',
      'costs-agreed': 'Overeengekomen: {percent} van de hoofdsom',
      'costs-as-announced': 'Niet meer dan eerder aangekondigd, met btw',
      'costs-periodic-first': 'Eerste termijn binnen zes maanden',
      'costs-periodic-further': 'Volgende termijn binnen zes maanden',
      'costs-be-fixed': 'Vast deel van het wettelijke maximum',
      'costs-be-above': '{percent} van het deel boven {above}',
      'costs-be-flat': 'Vast bedrag',
    },
    announced: 'Deze kosten zijn aangekondigd en nog niet in het te betalen bedrag begrepen.',
    result: 'Incassokosten',
    total: 'Totaal incassokosten',
    declaration:
      'De schuldeiser verklaart dat hij de btw over deze kosten niet kan verrekenen en dat de kosten daarom met {vatPercent} zijn verhoogd (artikel 2 lid 3 Besluit vergoeding voor buitengerechtelijke incassokosten).',
  },
  claim: { title: 'Bedrag van de brief', total: 'Te betalen' },
};
