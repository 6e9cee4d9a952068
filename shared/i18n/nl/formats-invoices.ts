/** Part of `formats`: what is wrong with an electronic invoice, or with a zip of them. */
export const invoiceFormats = {
  'archive-damaged': 'het ingepakte bestand is beschadigd of niet compleet. Maak of download het opnieuw.',
  'archive-part-damaged': 'onderdeel "{{name}}" van het ingepakte bestand is beschadigd. Maak of download het opnieuw.',
  'archive-too-large':
    'het ingepakte bestand bevat te veel bestanden of wordt uitgepakt te groot. Verdeel het over meer bestanden.',
  'archive-unsafe':
    'het ingepakte bestand bevat een naam of koppeling die naar een andere plaats wijst ("{{name}}"). Er is niets uitgepakt.',
  'archive-encrypted': 'het ingepakte bestand is met een wachtwoord beveiligd ("{{name}}"). Pak het eerst uit.',
  'archive-method':
    'onderdeel "{{name}}" is ingepakt op een manier die niet wordt gelezen. Maak het zip-bestand opnieuw met de gewone instelling.',
  'archive-nested':
    '"{{name}}" zit in een zip die zelf in een zip zit, en is niet geopend. Pak het uit en kies het apart.',
  'archive-other': '"{{name}}" is geen factuur en is niet gelezen. Kies het bestand apart.',
  'archive-no-invoices':
    'in het ingepakte bestand zit niets wat ingepakt gelezen wordt: facturen (UBL), afschriften of een auditfile. Pak het uit, ook wat erin is ingepakt, en kies de bestanden apart.',
  'ubl-none': 'dit is geen elektronische factuur of creditnota in UBL; het bestand begint met "{{root}}".',
  'ubl-other':
    'dit is een UBL-document van een andere soort ({{document}}). Alleen facturen en creditnota’s worden gelezen.',
  'ubl-cii':
    'dit is een elektronische factuur in CII (ZUGFeRD, Factur-X). Alleen UBL wordt gelezen; voer de factuur met de hand in of vraag om UBL.',
  'ubl-no-number': 'de factuur heeft geen nummer en wordt niet overgenomen.',
  'ubl-no-customer': 'factuur {{number}} noemt geen klant en wordt niet overgenomen.',
  'ubl-no-customer-name': 'factuur {{number}} noemt de klant niet bij naam.',
  'ubl-no-amount': 'factuur {{number}} noemt geen totaal en geen te betalen bedrag, en wordt niet overgenomen.',
  'ubl-amount': '"{{text}}" bij {{element}} is geen bedrag. Vraag om een nieuw bestand.',
  'ubl-proforma': '{{number}} is een proformafactuur en wordt niet overgenomen: er is nog niets verschuldigd.',
  'ubl-purchase':
    'factuur {{number}} van {{supplier}} is een inkoopfactuur: {{us}} is de klant. Alleen verkoopfacturen worden overgenomen.',
  'ubl-fraction': '"{{text}}" bij {{element}} heeft delen van centen; het bedrag is afgerond.',
  'ubl-payable-missing':
    'factuur {{number}} noemt geen te betalen bedrag; het is berekend uit het totaal en wat al betaald is.',
  'ubl-no-currency': 'factuur {{number}} noemt geen munt; gelezen als EUR.',
  'ubl-two-currencies':
    'factuur {{number}} is in {{stated}}, maar het te betalen bedrag staat er in {{amount}}. Gelezen als {{stated}}; controleer de factuur.',
  'ubl-date': 'factuur {{number}}: "{{text}}" bij {{element}} is geen datum. Die datum is leeg gelaten.',
  'ubl-due-several': 'factuur {{number}} noemt meer dan één vervaldatum; de vroegste is gebruikt.',
  'ubl-due-early': 'factuur {{number}} vervalt volgens het bestand vóór de factuurdatum.',
  'ubl-sum-lines': 'factuur {{number}}: de regels tellen op tot {{computed}}, het bestand noemt {{given}}.',
  'ubl-sum-exclusive':
    'factuur {{number}}: regels, kortingen en toeslagen geven {{computed}} exclusief btw, het bestand noemt {{given}}.',
  'ubl-sum-inclusive':
    'factuur {{number}}: bedrag en btw geven {{computed}}, het bestand noemt {{given}} inclusief btw.',
  'ubl-sum-payable':
    'factuur {{number}}: totaal, vooruitbetaling en afronding geven {{computed}}, te betalen is volgens het bestand {{given}}. Het genoemde bedrag is overgenomen.',
  'ubl-negative-credit':
    'creditnota {{number}} heeft een negatief bedrag. Het is gelezen als tegoed, niet als vordering; controleer of dat klopt.',
  'ubl-credit-claim':
    'creditnota {{number}}: er is meer verrekend dan het tegoed. Het verschil is een vordering; controleer of dat klopt.',
  'ubl-credit-as-invoice': 'factuur {{number}} is volgens de soortcode ({{code}}) een creditnota en is zo gelezen.',
  'ubl-self-billed': 'factuur {{number}} is opgemaakt door de afnemer ({{customer}}), niet door de leverancier.',
  'ubl-kvk-shared':
    'factuur {{number}}: {{name}} heeft hetzelfde KvK-nummer ({{kvk}}) als {{other}} en geldt als dezelfde debiteur. Controleer of dat klopt.',
  'ubl-paid': 'factuur {{number}} heeft niets meer te betalen en wordt geen openstaande post.',
  'ubl-payee':
    'factuur {{number}} moet worden betaald aan {{payee}}. Controleer of de vordering is verkocht (factoring).',
  'ubl-other-supplier':
    'factuur {{number}} is niet van {{us}} maar van {{supplier}}; controleer of dit de juiste administratie is.',
  'ubl-no-reference': '{{number}} corrigeert een factuur, maar noemt niet welke.',
  'ubl-address': 'factuur {{number}}: het adres van {{name}} is niet compleet.',
  'ubl-registration': 'factuur {{number}}: van {{name}} is geen KvK-nummer of OIN genoemd.',
  'ubl-means': 'factuur {{number}}: betaalwijze {{code}} is in Nederland niet gebruikelijk.',
  'ubl-attachments': 'factuur {{number}} heeft {{files}} bijlagen; de eerste {{limit}} zijn gelezen.',
  'ubl-attachment-large':
    'factuur {{number}}: bijlage "{{name}}" is {{megabytes}} MB en wordt niet bewaard; {{limit}} MB is het meeste.',
  'ubl-attachment-damaged': 'factuur {{number}}: bijlage "{{name}}" is leeg of beschadigd en wordt niet bewaard.',
  'ubl-attachment-type': 'factuur {{number}}: bijlage "{{name}}" is van een soort die niet wordt bewaard ({{mime}}).',
  'ubl-attachment-content':
    'factuur {{number}}: bijlage "{{name}}" is niet wat het bestand zegt ({{mime}}) en wordt niet bewaard.',
  'ubl-duplicate':
    'factuur {{number}} van {{supplier}} staat er twee keer in ({{file}} en {{other}}); één keer overgenomen.',
  'ubl-duplicate-differs':
    'factuurnummer {{number}} van {{supplier}} staat er twee keer in met een ander bedrag of een andere datum ({{file}} en {{other}}). Beide zijn gelezen; controleer welke geldt.',
  'copy-unlinked':
    '"{{name}}" hoort bij geen van de facturen en is niet gekoppeld. Wat in een PDF staat, wordt niet gelezen.',
  'copy-ambiguous': '"{{name}}" kan bij meer dan één factuur horen en is niet gekoppeld.',
};
