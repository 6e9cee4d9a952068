/**
 * What the law engine says: `problem` when it refuses input, `step` for each line of an explanation, `letter` and `remedy`
 * for what is wrong with a veertiendagenbrief.
 */
export const law = {
  problem: {
    'bad-date': 'De datum “{{value}}” bestaat niet. Geef een datum als jaar-maand-dag, bijvoorbeeld 2026-11-20.',
    'bad-amount':
      'Het bedrag “{{value}}” is niet te gebruiken. Geef een bedrag met twee cijfers achter de komma, zonder teken ervoor.',
    'bad-percent':
      'Het percentage “{{percent}}” is niet te gebruiken. Geef een percentage van 0 tot en met 100 met ten hoogste vier decimalen.',
    'negative-principal':
      'De hoofdsom {{amount}} is negatief. Rente en kosten worden alleen over een vordering berekend; verreken een creditnota eerst.',
    'amount-too-large': 'Het bedrag {{amount}} is te groot om mee te rekenen. Controleer het aantal cijfers.',
    'due-after-until':
      'De vervaldatum {{due}} ligt na de einddatum {{until}}. Kies een einddatum op of na de vervaldatum.',
    'payment-before-due':
      'De betaling van {{date}} ligt vóór de vervaldatum {{due}}. Verminder de hoofdsom met die betaling, of verbeter de datum.',
    'payment-after-until':
      'De betaling van {{date}} ligt na de einddatum {{until}}. Reken door tot die dag, of laat de betaling weg.',
    'bad-pause':
      'De rentepauze van {{from}} tot en met {{until}} eindigt voordat zij begint. Verbeter een van beide datums.',
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
  step: {
    'interest-start': 'Rente vanaf {{from}}, de dag na de laatste betaaldag {{due}}',
    'interest-ground': 'Rente over elke post vanaf de dag dat de debiteur daarmee te laat of in verzuim is',
    'interest-agreed-year': 'Overeengekomen rente: {{percent}} per jaar',
    'interest-agreed-month': 'Overeengekomen rente: {{percent}} per maand',
    'interest-line': '{{from}} tot en met {{until}}: {{base}} × {{percent}} × {{days}}/{{denominator}}',
    'interest-rate-wettelijk': 'Wettelijke rente vanaf {{from}}: {{percent}} per jaar',
    'interest-rate-handel': 'Wettelijke handelsrente vanaf {{from}}: {{percent}} per jaar',
    'interest-rate-be-b2b': 'Belgische referentierente tussen ondernemingen vanaf {{from}}: {{percent}} per jaar',
    'interest-compound-year': 'Na elk vol jaar komt onbetaalde rente bij de som waarover rente loopt',
    'interest-compound-month':
      'Na elke volle maand komt onbetaalde rente bij de som waarover rente loopt, zoals overeengekomen',
    'interest-simple': 'Enkelvoudige rente: geen rente over rente',
    'interest-simple-old-law': 'Verzuim van vóór 1 januari 1992: enkelvoudige rente volgens het oude recht',
    'interest-day-count-365': 'Een dag is 1/365 van een jaar, ook in een schrikkeljaar',
    'interest-day-count-actual': 'Een dag is 1/365 of 1/366 van een jaar: de lengte van het lopende rentejaar',
    'interest-per-month':
      'Percentage per maand, geteld vanaf de eerste rentedag; een deel van een maand naar de lengte van die maand',
    'interest-capitalised': '{{date}}: {{added}} rente bijgeschreven; de rente loopt verder over {{base}}',
    'interest-pause': 'Geen rente van {{from}} tot en met {{until}}: {{reason}}',
    'interest-credit-from-start': 'Creditnota van {{date}}: de vordering was vanaf het begin {{amount}} lager',
    'interest-credit-from-date': 'Creditnota van {{date}}: {{amount}} minder vanaf de dag erna',
    'interest-payment':
      'Betaling van {{date}}: {{costs}} op kosten, {{interest}} op rente, {{principal}} op de hoofdsom',
    'interest-payment-principal-first':
      'Betaling van {{date}}: {{principal}} op de hoofdsom, {{interest}} op rente, {{costs}} op kosten',
    'interest-unallocated': 'Te veel betaald op {{date}}',
    'agreed-higher': 'Overeengekomen rente ({{clause}}): hoger dan de wettelijke en daarom verschuldigd',
    'agreed-not-higher': 'Overeengekomen rente ({{clause}}): niet hoger, dus de wettelijke rente geldt',
    'agreed-consumer': 'De rechter toetst {{clause}} bij een consument uit zichzelf op oneerlijkheid',
    'agreed-capped': 'Overeengekomen rente, ten hoogste de referentierente: {{percent}} per jaar',
    'interest-total': 'Rente tot en met {{until}}',
    'interest-stale': 'De rentetabel is gecontroleerd tot en met {{date}}; daarna kan een percentage zijn gewijzigd',
    'imputation-designated':
      'Betaling van {{date}}: op de vorderingen die de debiteur noemde, wat overblijft volgens de wet',
    'imputation-by-law':
      'Betaling van {{date}}: op opeisbare vorderingen, daarvan eerst de meest bezwarende, dan de oudste, dan naar evenredigheid',
    'imputation-shared-costs': 'Betaling van {{date}}: eerst op de kosten van de vorderingen samen',
    'costs-base_one': 'Hoofdsom waarover de kosten worden berekend',
    'costs-base_other': 'Hoofdsommen van {{count}} vorderingen, bij elkaar opgeteld',
    'costs-nothing-claimed': 'Er is geen hoofdsom; dan zijn er geen kosten',
    'costs-first-band': '{{percent}} over de eerste {{part}}',
    'costs-next-band': '{{percent}} over de volgende {{part}}',
    'costs-minimum': 'Verhoogd tot het minimum',
    'costs-maximum': 'Verlaagd tot het maximum',
    'costs-agreed': 'Overeengekomen: {{percent}} van de hoofdsom',
    'costs-as-announced': 'Niet meer dan in de veertiendagenbrief is aangekondigd',
    'costs-vat': '{{percent}} btw over {{costs}}, die de schuldeiser niet kan aftrekken',
    'costs-periodic-first': 'Eerste termijn binnen {{months}} maanden',
    'costs-periodic-further': 'Volgende termijn binnen {{months}} maanden, na {{used}}; samen ten hoogste {{together}}',
    'costs-terms_one': 'Termijn waarover de kosten worden berekend',
    'costs-terms_other': '{{count}} termijnen van dezelfde overeenkomst, elk met een eigen brief',
    'costs-periodic-outside':
      'Er is een termijn van {{below}} of meer; daarvoor geldt de cumulatieregeling niet, maar het tarief over het totaal',
    'costs-be-fixed': 'Vast bedrag van de schijf (ten hoogste)',
    'costs-be-above': '{{percent}} over {{part}}, het deel boven {{above}}',
    'costs-be-flat': 'Vast bedrag tussen ondernemingen',
    'default-fatal-term':
      'De overeengekomen betaaltermijn liep tot en met {{due}}; verzuim vanaf {{from}}, zonder ingebrekestelling',
    'default-last-day': 'De laatste betaaldag was {{due}}; verzuim vanaf {{from}}, zonder aanmaning',
    'default-notice': 'De termijn van de ingebrekestelling liep tot en met {{deadline}}; verzuim vanaf {{from}}',
    'default-no-due-date': 'Er is geen vervaldatum; verzuim begint pas na een ingebrekestelling',
    'default-due-derived': 'De vervaldatum is afgeleid en niet bevestigd; verzuim begint pas na een ingebrekestelling',
    'default-not-agreed':
      'De betaaltermijn is niet overeengekomen; bij een consument begint verzuim pas na een ingebrekestelling',
    'notice-presumed':
      'Verzonden op {{sent}}; ontvangst vermoed op {{received}}, {{days}} bezorgdagen later (zondag, maandag en feestdagen tellen niet mee)',
    'notice-received': 'Ontvangen op {{received}}, aantoonbaar',
    'notice-fourteen': 'Veertien volle dagen vanaf {{from}}: tot en met {{last}}',
    'notice-fifteen': '“Binnen vijftien dagen na bezorging”: tot en met {{last}}',
    'notice-moved': '{{day}} is een zaterdag, zondag of feestdag; voor de zekerheid verschoven naar {{last}}',
    'notice-costs-due': 'Kosten verschuldigd vanaf {{from}}, als dan niet is betaald',
    'reminder-be-post': 'Per post verzonden op {{sent}}: de termijn begint op {{from}}, de derde werkdag daarna',
    'reminder-be-email': 'Per e-mail verzonden op {{sent}}: de termijn begint op {{from}}',
    'reminder-be-last': 'Veertien kalenderdagen: tot en met {{last}}; kosten en rente uit een beding vanaf {{due}}',
    'term-statutory': 'Geen termijn overeengekomen: {{days}} dagen na ontvangst van de factuur',
    'term-agreed_one': 'Overeengekomen: 1 dag na ontvangst van de factuur',
    'term-agreed_other': 'Overeengekomen: {{count}} dagen na ontvangst van de factuur',
    'term-maximum':
      'Beperkt tot {{days}} dagen; langer kan alleen uitdrukkelijk en als het niet kennelijk onbillijk is',
    'term-maximum-large':
      'Beperkt tot {{days}} dagen: een grote onderneming mag met een kleinere niet langer afspreken',
    'term-maximum-public': 'Beperkt tot {{days}} dagen voor een overheidsinstantie',
    'term-last-day': 'Ontvangen op {{received}}: laatste betaaldag {{last}}, rente vanaf {{from}}',
    'limitation-term_one':
      'Opeisbaar na {{due}}; verjaring na 1 jaar, een stuiting moet uiterlijk op {{last}} zijn ontvangen',
    'limitation-term_other':
      'Opeisbaar na {{due}}; verjaring na {{count}} jaar, een stuiting moet uiterlijk op {{last}} zijn ontvangen',
    'limitation-interrupted_one': 'Gestuit op {{date}}: nieuwe termijn van 1 jaar, tot en met {{last}}',
    'limitation-interrupted_other': 'Gestuit op {{date}}: nieuwe termijn van {{count}} jaar, tot en met {{last}}',
    'limitation-not-shortened':
      'Gestuit op {{date}}: de termijn die al liep, eindigt later en blijft gelden, tot en met {{last}}',
    'limitation-too-late': 'De stuiting van {{date}} kwam na de verjaring en telt niet',
    'relief-year': 'Laatste betaaldag {{due}}; oninbaar uiterlijk een jaar later, op {{on}}',
    'relief-vat': '{{percent}} btw in {{unpaid}}, het onbetaalde deel',
    'relief-return': 'Terug te vragen in de aangifte over {{period}}, uiterlijk {{last}}',
    'relief-either':
      'Telt het jaar vanaf de dag na de laatste betaaldag, dan hoort de btw in {{alternative}} en niet in {{period}}; vraag het de Belastingdienst',
    'relief-again':
      '{{percent}} btw in {{received}}, later ontvangen: opnieuw af te dragen in de periode van ontvangst',
  },
  letter: {
    'debtor-no-consumer':
      'De debiteur is geen consument. Een veertiendagenbrief is dan niet nodig; de kosten volgen uit de wet of de overeenkomst.',
    'item-not-due': 'Factuur {{number}} (vervaldatum {{due}}) is op {{sent}} nog niet in verzuim.',
    'nothing-in-default': 'De brief vordert geen enkele factuur die in verzuim is.',
    'item-left-out': 'In verzuim, maar niet in de brief: {{numbers}}.',
    'item-not-named': 'De brief noemt niet alle facturen die worden gevorderd; in de tekst ontbreken: {{numbers}}.',
    'term-absent': 'De brief geeft geen termijn van veertien dagen die begint op de dag na ontvangst.',
    'term-wrong': 'Deze termijn geeft geen veertien volle dagen vanaf de dag na ontvangst: “{{found}}”.',
    'term-too-short':
      '“{{found}}” is te kort of onduidelijk: na ontvangst moeten het vijftien dagen zijn, of veertien vanaf de dag na ontvangst.',
    'term-at-once': 'De brief vraagt ook betaling zonder termijn: “{{found}}”.',
    'end-date-early':
      'De genoemde datum {{found}} is te vroeg: een brief die op {{sent}} weggaat, mag geen dag vóór {{earliest}} noemen.',
    'costs-not-announced': 'De brief kondigt geen bedrag aan incassokosten aan; dat moet {{expected}} zijn.',
    'costs-not-written': 'Het bedrag van de incassokosten ({{expected}}) staat niet in de tekst van de brief.',
    'costs-differ':
      'De incassokosten zijn {{found}}; over een hoofdsom van {{base}} geeft het tarief {{expected}} (zonder btw).',
    'vat-deductible':
      'De incassokosten zijn verhoogd met btw ({{vat}}), maar de schuldeiser kan btw aftrekken; zonder btw is het {{costs}}.',
    'vat-undeclared':
      'De incassokosten zijn verhoogd met btw ({{vat}} op {{costs}}) zonder de verklaring dat de schuldeiser die niet kan aftrekken.',
    'interest-asked': 'De brief vordert rente: “{{found}}”.',
    'fee-asked': 'De brief vordert kosten naast de incassokosten: “{{found}}”.',
    'more-than-principal': 'De brief vraagt {{found}}; de gevorderde facturen zijn samen {{principal}}.',
    'amounts-differ': 'De brief noemt meer dan één bedrag om te betalen: naast {{principal}} ook {{found}}.',
    'amount-not-sum': 'Het bedrag om te betalen is {{found}}; de gevorderde facturen zijn samen {{principal}}.',
    'ibans-differ': 'De brief noemt meer dan één rekeningnummer: {{ibans}}.',
    'consequence-absent': 'De brief zegt niet dat de incassokosten verschuldigd worden als niet op tijd is betaald.',
  },
  remedy: {
    'not-consumer': 'Gebruik de aanmaning of laatste sommatie voor ondernemingen.',
    'not-in-default':
      'Laat deze factuur weg, of stuur eerst een ingebrekestelling en wacht tot die termijn voorbij is.',
    'item-missing': 'Neem alle facturen die in verzuim zijn op in één brief, elk met nummer, datum en bedrag.',
    'term-wording': 'Schrijf als enige termijn: “binnen vijftien dagen nadat deze brief bij u is bezorgd”.',
    'end-date-too-early': 'Laat de datum weg; de termijn in woorden is genoeg.',
    'costs-missing': 'Noem het bedrag van de incassokosten in euro’s, tot op de cent.',
    'costs-amount': 'Noem het bedrag volgens het tarief over de gevorderde hoofdsommen samen.',
    'vat-ground':
      'Laat de btw weg. Alleen een schuldeiser die btw niet kan aftrekken, mag die optellen, met de verklaring in de brief.',
    'interest-claimed': 'Vraag in deze brief alleen de hoofdsom.',
    'several-amounts': 'Noem één bedrag om te betalen: de som van de gevorderde facturen.',
    'several-ibans': 'Noem één rekeningnummer.',
    'consequence-missing':
      'Voeg toe dat de incassokosten met het genoemde bedrag verschuldigd worden als niet binnen de termijn is betaald.',
  },
};
