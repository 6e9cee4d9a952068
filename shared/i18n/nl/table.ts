import { namedFiles } from './table-named.ts';

export const table = {
  ...namedFiles,
  place: { row: 'rij {{row}}', column: 'kolom "{{column}}"' },
  why: {
    heading: 'herkend aan de kop',
    content: 'herkend aan de inhoud',
    profile: 'de indeling van dit pakket',
    position: 'herkend aan de plaats: deze kop komt vaker voor',
    remembered: 'eerder zo gekozen voor deze indeling',
    chosen: 'zelf gekozen',
  },
  recognisedAs: 'Herkend als {{profile}}.',
  empty: 'het bestand is leeg.',
  'too-large':
    'het bestand is {{megabytes}} MB; een tabel mag {{limit}} MB zijn. Exporteer alleen wat openstaat, exporteer per jaar, of splits het bestand.',
  binary: 'het bestand bevat geen leesbare tekst. Exporteer de lijst opnieuw als CSV of als .xlsx.',
  'is-zip': 'dit is een ingepakt bestand (zip). Pak het uit en kies de lijst die erin zit.',
  'is-mt940': 'dit is een bankafschrift (MT940) en geen lijst met openstaande posten.',
  'is-camt': 'dit is een bankafschrift (CAMT) en geen lijst met openstaande posten.',
  'is-bankcsv': 'dit is een bankafschrift en geen lijst met openstaande posten.',
  'is-xaf': 'dit is een auditfile en geen lijst met openstaande posten.',
  'is-ubl': 'dit is een elektronische factuur (UBL) en geen lijst met openstaande posten.',
  'workbook-damaged':
    'het bestand is beschadigd of met een wachtwoord beveiligd. Open het in Excel en bewaar het opnieuw als .xlsx.',
  'workbook-too-large':
    'het bestand pakt uit tot een omvang die geen lijst heeft. Bewaar alleen het blad met de posten.',
  'workbook-unsafe': 'het bestand bevat onderdelen die er niet in horen en wordt niet geopend.',
  'all-sheets-hidden':
    'alle bladen van dit bestand zijn verborgen. Open het in Excel, maak het blad met de posten zichtbaar en bewaar het opnieuw.',
  'no-sheet': 'er is geen zichtbaar blad "{{sheet}}" in dit bestand.',
  'more-sheets': 'gelezen is blad "{{sheet}}"; ook {{others}} bevat een tabel.',
  'line-too-long': 'deze regel is {{length}} tekens lang. Het bestand heeft geen regels zoals een tabel die heeft.',
  'too-many-rows':
    'het bestand heeft {{rows}} rijen; een tabel mag er {{limit}} hebben. Exporteer alleen wat openstaat, exporteer per jaar, of splits het bestand.',
  'too-many-sheet-rows':
    'het bestand heeft meer dan {{limit}} rijen; meer mag een tabel er niet hebben. Exporteer alleen wat openstaat, exporteer per jaar, of splits het bestand.',
  'too-many-cells':
    'tot hier heeft het bestand al {{limit}} cellen; meer past niet in een tabel. Exporteer alleen de kolommen die nodig zijn, of splits het bestand.',
  'too-many-columns': 'er zijn {{columns}} kolommen; meer dan 500 heeft geen lijst met openstaande posten.',
  'no-header':
    'er is geen rij met kolomkoppen gevonden in de eerste 25 rijen. Nodig zijn koppen zoals Factuurnummer, Vervaldatum en Openstaand; transacties van een bank die zo niet worden herkend, zijn te lezen als CAMT.053 of MT940. Gevonden: {{found}}',
  'no-amount-column':
    'er is geen kolom met bedragen herkend (Openstaand, Bedrag, of Debet en Credit). Wijs de kolom aan. Gevonden koppen: {{columns}}',
  'number-assumed':
    'aangenomen is dat dit het factuurnummer is en "{{reference}}" de referentie van de debiteur. Is dit het debiteurnummer, kies dan bij de kolommen "{{reference}}" als factuurnummer.',
  'no-number-column': 'er is geen kolom met factuurnummers herkend. Wijs de kolom aan. Gevonden koppen: {{columns}}',
  'no-debtor-column':
    'er is geen kolom met debiteurnummers of namen herkend. Wijs de kolom aan. Gevonden koppen: {{columns}}',
  'ageing-list':
    'dit is een ouderdomsanalyse (kolommen {{columns}}) zonder factuurnummers. Er zijn geen posten gelezen; de saldi per debiteur zijn als controletotalen te gebruiken.',
  'balance-list':
    'dit is een saldilijst zonder factuurnummers. Er zijn geen posten gelezen; de saldi per debiteur zijn als controletotalen te gebruiken.',
  'debtor-list_one': 'dit is een debiteurenlijst met {{count}} debiteur. Er zijn geen posten gelezen.',
  'debtor-list_other': 'dit is een debiteurenlijst met {{count}} debiteuren. Er zijn geen posten gelezen.',
  'invoice-list':
    'dit is een lijst van facturen. Wat openstaat, volgt uit status of betaald bedrag; wat niet in de lijst staat, geldt niet als betaald.',
  'bookings-of-a-period':
    'dit zijn boekingen van een periode. Regels met hetzelfde factuurnummer zijn opgeteld; wat niet in de lijst staat, geldt niet als betaald.',
  'list-of-a-part':
    'de lijst bevat volgens de kop alleen vervallen posten. Wat niet in de lijst staat, geldt niet als betaald.',
  'no-debtors': 'onder deze kop staat geen enkele debiteur.',
  'mixed-sides':
    'volgens de titel staan debiteuren en crediteuren in deze lijst, en geen kolom of tussenkop zegt welke rij van wie is. Exporteer alleen de openstaande posten van debiteuren.',
  'only-creditors': 'deze lijst bevat alleen crediteuren. Exporteer de openstaande posten van debiteuren.',
  'debtor-twice': '{{debtor}} staat meer dan eens in de lijst. Per gegeven telt de eerste rij waarin het is ingevuld.',
  'ages-differ': 'het saldo is {{stated}}, de bedragen per ouderdom zijn samen {{sum}}.',
  'other-currency-left-out_one': '{{count}} saldo in een andere valuta is niet meegeteld.',
  'other-currency-left-out_other': '{{count}} saldi in een andere valuta zijn niet meegeteld.',
  'status-unknown': 'de status "{{text}}" is niet bekend; zulke facturen zijn als openstaand gelezen.',
  'hidden-rows_one': '{{count}} verborgen rij is ook gelezen.',
  'hidden-rows_other': '{{count}} verborgen rijen zijn ook gelezen.',
  'currency-by-sign_one':
    '{{count}} bedrag staat in {{currencies}}: dat zegt alleen het teken bij het bedrag of de opmaak van de cel. Controleer de valuta.',
  'currency-by-sign_other':
    '{{count}} bedragen staan in {{currencies}}: dat zegt alleen het teken bij het bedrag of de opmaak van de cel. Controleer de valuta.',
  'formulas-unsaved_one':
    '{{count}} cel bevat een formule zonder bewaarde uitkomst en is leeg gelezen. Open het bestand in Excel en bewaar het opnieuw.',
  'formulas-unsaved_other':
    '{{count}} cellen bevatten een formule zonder bewaarde uitkomst en zijn leeg gelezen. Open het bestand in Excel en bewaar het opnieuw.',
  'decimals-ambiguous':
    '"{{sample}}" kan duizendtallen of decimalen bedoelen, en geen ander bedrag in de kolom maakt het duidelijk. Kies komma of punt als decimaalteken.',
  'decimals-mixed':
    'de bedragen gebruiken komma en punt door elkaar als decimaalteken; "{{sample}}" wijkt af. Kies komma of punt; rijen die dan niet kloppen, worden overgeslagen.',
  'dates-month-first':
    '"{{sample}}" heeft de maand vooraan. Bevestig de volgorde maand-dag-jaar, of kies dag-maand-jaar.',
  'dates-assumed':
    'aangenomen is dat "{{sample}}" de dag vooraan heeft: geen enkele datum maakt het duidelijk. Staat de maand vooraan, kies dan maand-dag-jaar.',
  'dates-unreadable':
    '"{{sample}}" is niet met zekerheid als datum te lezen, en geen enkele rij is gelezen. Exporteer datums als dd-mm-jjjj.',
  'amounts-unreadable':
    '"{{sample}}" is niet als bedrag in euro’s te lezen, en geen enkele rij is gelezen. Exporteer bedragen als 1234,56, met een andere valuta dan de euro in een eigen kolom.',
  'amounts-in-thousands':
    'de bedragen staan in duizenden, en geen enkele rij is gelezen. Exporteer de hele bedragen, tot op de cent.',
  'currencies-unknown':
    '"{{sample}}" is geen bekende valuta, en geen enkele rij is gelezen. Schrijf de valuta als code van drie letters, zoals EUR of USD.',
  'currencies-differ':
    'bij "{{sample}}" staat een andere valuta dan de kop, de valutakolom of een ander bedrag van de rij zegt, en geen enkele rij is gelezen. Maak ze gelijk en importeer opnieuw.',
  'currencies-unclear':
    '"{{sample}}" zegt niet om welke valuta het gaat, en geen enkele rij is gelezen. Kies de valuta, of zet de code (zoals USD) in een kolom Valuta of achter de kop van de bedragen: "Openstaand (USD)".',
  'no-items':
    'onder deze kop staat geen enkele rij die als openstaande post te lezen is; er wijzigt niets. Exporteer opnieuw. Is alles betaald, neem dan de betaalde posten in de lijst op, met 0,00 open.',
  mojibake:
    'tekst zoals "{{text}}" is eerder met een verkeerde tekencodering bewaard. Controleer de namen of exporteer opnieuw als UTF-8.',
  'broken-quote': 'een aanhalingsteken is niet gesloten; de rij is op zichzelf gelezen.',
  'mixed-currencies_one':
    '{{count}} post is in {{others}}, naast {{currency}}. Bedragen in verschillende valuta worden nooit opgeteld.',
  'mixed-currencies_other':
    '{{count}} posten zijn in {{others}}, naast {{currency}}. Bedragen in verschillende valuta worden nooit opgeteld.',
  'wide-rows_one':
    '{{count}} rij heeft meer waarden dan er kolomkoppen zijn. Een scheidingsteken in een naam of bedrag zonder aanhalingstekens schuift waarden op of kapt een bedrag af. Controleer de posten, of exporteer als Excel.',
  'wide-rows_other':
    '{{count}} rijen hebben meer waarden dan er kolomkoppen zijn. Een scheidingsteken in een naam of bedrag zonder aanhalingstekens schuift waarden op of kapt een bedrag af. Controleer de posten, of exporteer als Excel.',
  'amount-rounded': 'bedragen met meer dan twee decimalen zijn afgerond op centen.',
  'written-as-deduction':
    'de bedragen in deze kolom zijn met een omgekeerd teken geschreven; ze zijn van het bedrag van de post afgetrokken.',
  'credits-signed_one':
    'de lijst schrijft creditnota’s en betalingen zonder minteken; {{count}} post is als negatief gelezen.',
  'credits-signed_other':
    'de lijst schrijft creditnota’s en betalingen zonder minteken; {{count}} posten zijn als negatief gelezen.',
  'duplicate-number':
    'factuurnummer {{number}} van {{debtor}} staat ook in rij {{first}}. Beide rijen worden als aparte post gelezen.',
  'invoice-lines_one': '{{count}} rij is een regel van een factuur die er al staat en telt niet nog eens.',
  'invoice-lines_other': '{{count}} rijen zijn regels van facturen die er al staan en tellen niet nog eens.',
  'duplicate-summed':
    'factuurnummer {{number}} staat ook in rij {{first}}, als betaling of credit. Samen staat er {{open}} open.',
  'total-differs':
    'de lijst noemt als totaal {{stated}}, de gelezen posten zijn samen {{sum}}. Verschil: {{difference}}.',
  'subtotal-differs': 'het subtotaal is {{stated}}, de posten ervan zijn samen {{sum}}. Verschil: {{difference}}.',
  'negative-total': '{{debtor}} heeft per saldo {{total}}: meer tegoed dan schuld.',
  'creditors-left-out_one': '{{count}} rij van een crediteur is niet gelezen.',
  'creditors-left-out_other': '{{count}} rijen van crediteuren zijn niet gelezen.',
  'older-list':
    'deze lijst is van {{asOf}}, ouder dan de lijst van {{known}} die al is ingelezen. Nieuwere saldi blijven staan.',
  'older-left_one':
    '{{count}} post uit deze lijst staat niet meer op de lijst van {{known}}, geldt daarom als betaald en wordt overgeslagen.',
  'older-left_other':
    '{{count}} posten uit deze lijst staan niet meer op de lijst van {{known}}, gelden daarom als betaald en worden overgeslagen.',
  'many-gone':
    '{{gone}} van de {{open}} openstaande posten staan niet in deze lijst. Bij een deel van de lijst hoort "volledige lijst" uit te staan.',
  'lines-open_one':
    'een ontvangst van {{first}} wacht nog op beoordeling. Volgens deze lijst is de bank die dag al verwerkt, maar de factuur staat er nog open; de regel blijft daarom wachten. Klopt “Bank verwerkt t/m”?',
  'lines-open_other':
    '{{count}} ontvangsten van {{first}} t/m {{last}} wachten nog op beoordeling. Volgens deze lijst is de bank die dagen al verwerkt, maar de facturen staan er nog open; de regels blijven daarom wachten. Klopt “Bank verwerkt t/m”?',
  'lines-perhaps_one':
    'van een ontvangst die wachtte ({{which}}) is niet te zien of zij in deze lijst is verwerkt: de factuur die zij noemt, staat er nog open. Zij wacht niet langer en wordt niet afgetrokken. Controleer de post in de boekhouding.',
  'lines-perhaps_other':
    'van {{count}} ontvangsten die wachtten ({{which}}) is niet te zien of zij in deze lijst zijn verwerkt: de facturen die zij noemen, staan er nog open. Zij wachten niet langer en worden niet afgetrokken. Controleer de posten in de boekhouding.',
  'credit-netted_one':
    'creditnota {{which}} staat niet meer (geheel) op de lijst, en van facturen van dezelfde debiteur is minder open. Is zij daarmee verrekend, dan is wat als betaald verschijnt geen ontvangen geld. De saldi kloppen in beide gevallen.',
  'credit-netted_other':
    "creditnota's {{which}} staan niet meer (geheel) op de lijst, en van facturen van dezelfde debiteuren is minder open. Zijn zij daarmee verrekend, dan is wat als betaald verschijnt geen ontvangen geld. De saldi kloppen in beide gevallen.",
  'name-ambiguous': 'de naam {{debtor}} komt bij meer debiteuren voor; gekozen is {{code}}.',
  'more-warnings_one': 'nog {{count}} melding van dezelfde soort.',
  'more-warnings_other': 'nog {{count}} meldingen van dezelfde soort.',
  skipped: {
    draft: 'concept',
    cancelled: 'geannuleerd',
    'written-off': 'oninbaar',
    'open-unknown': 'deels betaald; het restant staat er niet bij',
    'other-account': 'andere grootboekrekening',
    'other-currency': 'andere valuta',
    header: 'herhaalde kolomkop',
    total: 'totaalregel',
    'group-header': 'regel met alleen de debiteur',
    remark: 'regel zonder post',
    creditor: 'crediteur',
    settled: 'niets meer open',
    'no-debtor': 'geen debiteurnummer of naam',
    'number-missing': 'geen factuurnummer',
    'amount-missing': 'geen bedrag',
    'amount-unreadable': 'bedrag niet leesbaar',
    'date-unreadable': 'datum niet leesbaar',
    'currency-unknown': 'onbekende valuta',
    'currency-differs': 'valuta bij het bedrag is een andere dan die van kop, kolom of rij',
    'currency-unclear': 'valuta van het bedrag niet duidelijk',
  },
  undo: {
    unknown: 'deze import bestaat niet.',
    undone: 'deze import is al ongedaan gemaakt.',
    'too-old':
      'alleen de laatste drie imports kunnen ongedaan worden gemaakt; wat samen is geïmporteerd, telt als één.',
    'later-import': 'daarna is {{by}} geïmporteerd. Maak die import eerst ongedaan.',
    letter: 'er is sindsdien een brief aan {{debtor}} gemaakt over posten uit deze import. Trek die brief eerst in.',
    'later-work': 'bij {{debtor}} is sindsdien {{step}}. Maak dat eerst ongedaan.',
    step: {
      'debtor-changed': 'een gegeven gewijzigd',
      'debtor-merged': 'een andere debiteur samengevoegd',
      'item-corrected': 'een post verbeterd',
      'item-presumed-paid': 'een post als vermoedelijk betaald gemerkt',
      'item-closed': 'een post afgehandeld',
      'item-reopened': 'een post weer opengezet',
      payment: 'een betaling gekoppeld of ingevoerd',
      'payment-removed': 'een betaling verwijderd',
      item: 'een post toegevoegd',
      allocation: 'een betaling verdeeld',
      payer: 'een rekening van de betaler onthouden',
      copy: 'een factuurkopie bewaard',
      hold: 'een aanmaanblokkade ingesteld',
      dispute: 'een dispuut vastgelegd',
      promise: 'een toezegging vastgelegd',
      plan: 'een betalingsregeling vastgelegd',
      letter: 'een brief gemaakt',
      dispatch: 'een verzending vastgelegd',
      task: 'een taak vastgelegd',
      note: 'een notitie gemaakt',
      waiver: 'een bedrag kwijtgescholden',
    },
  },
};
