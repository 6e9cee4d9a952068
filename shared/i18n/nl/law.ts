/** What the law engine says: `problem` when it refuses input, `step` for each line of an explanation. */
export const law = {
  problem: {
    'bad-date': 'De datum “{{value}}” bestaat niet. Geef een datum als jaar-maand-dag, bijvoorbeeld 2026-11-20.',
    'bad-amount':
      'Het bedrag “{{value}}” is niet te gebruiken. Geef een bedrag met twee cijfers achter de komma, zonder teken ervoor.',
    'bad-percent':
      'Het percentage “{{value}}” is niet te gebruiken. Geef een percentage van 0 tot en met 100 met ten hoogste vier decimalen.',
    'negative-principal':
      'De hoofdsom {{amount}} is negatief. Rente en kosten bestaan alleen over een vordering; verreken een creditnota eerst.',
    'amount-too-large': 'Het bedrag {{amount}} is te groot om mee te rekenen. Controleer het aantal cijfers.',
    'due-after-until':
      'De vervaldatum {{due}} ligt na de einddatum {{until}}. Kies een einddatum op of na de vervaldatum.',
    'payment-before-due':
      'De betaling van {{date}} ligt vóór de vervaldatum {{due}}. Verminder de hoofdsom met die betaling, of verbeter de datum.',
    'payment-after-until':
      'De betaling van {{date}} ligt na de einddatum {{until}}. Reken door tot die dag, of laat de betaling weg.',
    'unknown-kind':
      'De rentesoort “{{kind}}” is niet bekend. Kies wettelijke rente, handelsrente of contractuele rente.',
    'rate-missing':
      'In de rentetabel staat voor {{date}} geen percentage ({{kind}}). Vul de tabel aan bij Instellingen, of kies een latere vervaldatum.',
    'date-out-of-range':
      'De datum {{date}} valt buiten de periode waarvoor deze regel geldt ({{from}} tot en met {{until}}). Controleer het jaar.',
    'bad-count': 'Het aantal “{{value}}” kan hier niet. Geef een heel getal vanaf 1.',
    'bad-term': 'De termijn “{{days}}” is niet te gebruiken. Geef een heel aantal dagen van 0 tot en met {{max}}.',
    'received-before-sent':
      'De ontvangst op {{received}} ligt vóór de verzending op {{sent}}. Verbeter een van beide datums.',
    'bad-transit': 'De postduur “{{value}}” kan niet. Kies 2 of 3 bezorgdagen.',
    'unknown-country':
      'Voor het land “{{country}}” kent Voldaan geen incassokosten. Kies Nederland (NL) of België (BE).',
    'bad-years': 'Een verjaringstermijn van “{{value}}” jaar komt niet voor. Kies 1, 2, 5 of 20 jaar.',
    'interruption-before-due':
      'De stuiting van {{date}} ligt vóór de vervaldatum {{due}}. Stuiten kan pas als de vordering opeisbaar is; verbeter de datum.',
    'paid-above-gross':
      'Er is {{paid}} betaald op een factuur van {{gross}}. Meer dan het factuurbedrag kan niet worden afgetrokken; verbeter een van beide bedragen.',
    'bad-vat-rate': 'Het btw-tarief “{{value}}” kan hier niet. Kies een tarief dat geldt: {{allowed}}.',
    'bad-period': 'De aangifteperiode “{{value}}” is niet bekend. Kies maand, kwartaal of jaar.',
    'bad-rate-table':
      'De rentetabel is niet te gebruiken: {{cause}} ({{kind}} {{from}}). De tabel die gold, blijft gelden; verbeter het bestand.',
    'agreed-costs-consumer':
      'Van de incassokosten mag bij een consument niet ten nadele worden afgeweken (art. 6:96 lid 5 BW). Laat de overeengekomen kosten weg; het wettelijke tarief geldt.',
  },
  step: {},
};
