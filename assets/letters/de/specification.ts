import type { SpecificationTexts } from '../specification-texts.ts';

export const specification: SpecificationTexts = {
  title: 'Aufstellung der Zinsen und Kosten',
  belongsTo: 'Anlage zum Schreiben vom {date}, Zeichen {reference}',
  interest: {
    ground: '{name} ({article})',
    announced: 'Diese Zinsen sind angekündigt und noch nicht im zu zahlenden Betrag enthalten.',
    columns: {
      from: 'Von',
      until: 'Bis',
      days: 'Tage',
      base: 'Auf',
      perYear: 'Pro Jahr',
      perMonth: 'Pro Monat',
      amount: 'Zinsen',
    },
    item: '{number}, Zinsen ab {from}',
    subtotal: 'Zinsen auf {number}',
    capitalised: 'Zinsen der Hauptforderung zugeschlagen',
    reduced: 'Bezahlt oder gutgeschrieben bis {date}',
    paused: 'Keine Zinsen von {from} bis einschließlich {until}',
    total: 'Zinsen gesamt bis einschließlich {until}',
    perDay: 'Zinsen pro Tag ab {from}, solange sich nichts ändert',
    formula: {
      '365':
        'Zinsen je Zeile: Betrag × Prozentsatz × Tage ÷ 365 (Actual/365, auch in Schaltjahren), je Zeile auf ganze Cent gerundet.',
      actual:
        'Zinsen je Zeile: Betrag × Prozentsatz × Tage ÷ Tage des laufenden Zinsjahres (365 oder 366, hinter dem Schrägstrich), je Zeile auf ganze Cent gerundet.',
      month:
        'Zinsen je Zeile: Betrag × Prozentsatz × Tage ÷ Tage des laufenden Zinsmonats (hinter dem Schrägstrich), je Zeile auf ganze Cent gerundet.',
    },
    compounding: {
      year: 'Nach jedem vollen Jahr ab dem ersten Zinstag werden die Zinsen dieses Jahres der Hauptforderung zugeschlagen.',
      month:
        'Nach jedem vollen Monat ab dem ersten Zinstag werden die Zinsen dieses Monats der Hauptforderung zugeschlagen.',
      none: 'Die Zinsen sind einfach: Sie werden der Hauptforderung nicht zugeschlagen.',
    },
    stale:
      'Die Prozentsätze sind bis einschließlich {date} geprüft; danach ist mit dem zuletzt bekannten Prozentsatz gerechnet.',
  },
  rates: { title: 'Verwendete Prozentsätze', from: 'Gültig ab', percent: 'Prozentsatz', source: 'Quelle' },
  costs: {
    description: 'Berechnung',
    base: 'Auf',
    amount: 'Betrag',
    steps: {
      'costs-base': 'Hauptforderung, auf die die Kosten berechnet sind',
      'costs-first-band': '{percent} des ersten Teils',
      'costs-next-band': '{percent} des nächsten Teils',
      'costs-minimum': 'Mindestens',
      'costs-maximum': 'Höchstens',
      'costs-agreed': 'Vereinbart: {percent} der Hauptforderung',
      'costs-as-announced': 'Nicht mehr als zuvor angekündigt, einschließlich Umsatzsteuer',
      'costs-periodic-first': 'Erste Rate innerhalb von sechs Monaten',
      'costs-periodic-further': 'Weitere Rate innerhalb von sechs Monaten',
      'costs-be-fixed': 'Fester Teil des gesetzlichen Höchstbetrags',
      'costs-be-above': '{percent} des Teils über {above}',
      'costs-be-flat': 'Pauschale',
    },
    announced: 'Diese Kosten sind angekündigt und noch nicht im zu zahlenden Betrag enthalten.',
    result: 'Inkassokosten',
    total: 'Inkassokosten gesamt',
    declaration:
      'Der Gläubiger erklärt, dass er die Umsatzsteuer auf diese Kosten nicht als Vorsteuer abziehen kann und die Kosten deshalb um {vatPercent} erhöht sind (Art. 2 Abs. 3 des niederländischen Erlasses über außergerichtliche Inkassokosten).',
  },
  claim: { title: 'Betrag des Schreibens', total: 'Zu zahlen' },
};
