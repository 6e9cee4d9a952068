import { auditfileFormats } from './formats-auditfile.ts';
import { dropFormats } from './formats-drop.ts';
import { invoiceFormats } from './formats-invoices.ts';

/** What is wrong with a file that is read, and what to do; the file and the line stand before it. */
export const formats = {
  ...auditfileFormats,
  ...dropFormats,
  ...invoiceFormats,
  'too-large':
    'het bestand is {{megabytes}} MB; het mag {{limit}} MB zijn. Exporteer een kortere periode, of alleen wat openstaat.',
  cancelled: 'het lezen is gestopt. Er is niets overgenomen.',
  'encoding-false':
    'het bestand noemt zichzelf {{declared}}, maar de tekens zijn anders bewaard; het is gelezen als {{encoding}}. Controleer namen met bijzondere letters.',
  'xml-doctype':
    'het bestand bevat een DOCTYPE. Afschriften, facturen en auditfiles hebben die niet; het bestand wordt niet gelezen.',
  'xml-truncated': 'het bestand is afgebroken: "{{element}}" wordt niet afgesloten. Exporteer of download het opnieuw.',
  'xml-no-root': 'dit is geen XML-bestand, of het is beschadigd. Exporteer of download het opnieuw.',
  'xml-second-root':
    'hier begint een tweede XML-document in hetzelfde bestand. Bewaar elk document in een eigen bestand.',
  'xml-tags':
    'de XML klopt hier niet: "{{element}}" wordt anders afgesloten dan geopend. Exporteer of download het bestand opnieuw.',
  'xml-entity':
    '"{{text}}" is hier geen geldige XML. Het programma dat het bestand maakte, had "&amp;" moeten schrijven; exporteer het opnieuw of meld het daar.',
  'xml-malformed': 'de XML klopt hier niet ({{detail}}). Exporteer of download het bestand opnieuw.',
  'xml-not-text': 'het bestand bevat geen leesbare tekst. Exporteer of download het opnieuw.',
  'xml-control': 'het bestand bevat stuurtekens die in XML niet mogen; ze zijn weggelaten.',
  'xml-after-root': 'na het einde van het XML-document staat nog tekst; die is niet gelezen.',
  'xml-depth':
    'elementen staan hier meer dan {{limit}} diep in elkaar. Zo ziet geen afschrift, factuur of auditfile eruit.',
  'xml-elements': 'het bestand heeft meer dan {{limit}} elementen. Exporteer een kortere periode.',
  'xml-text-long': 'hier staat een tekst die langer is dan een afschrift, factuur of auditfile kan hebben.',
  'xml-attributes':
    'een element heeft hier te veel of te lange attributen. Zo ziet geen afschrift, factuur of auditfile eruit.',
  'bank-empty': 'het bestand is leeg.',
  'bank-not-text': 'het bestand bevat geen leesbare tekst. Download de transacties opnieuw als CSV.',
  'bank-no-columns':
    'hierin zijn geen kolommen van een bank herkend: nodig zijn een datum en een bedrag, of kolommen af en bij. Gevonden: {{found}}',
  'bank-no-date': 'er is geen kolom met de datum herkend. Gevonden koppen: {{columns}}',
  'bank-no-amount': 'er is geen kolom met het bedrag herkend, en geen paar met af en bij. Gevonden koppen: {{columns}}',
  'bank-balances-only':
    'dit bestand bevat alleen saldi per dag en geen transacties. Kies bij het downloaden het bestand met bij- en afschrijvingen.',
  'bank-credit-card':
    'dit is een overzicht van een creditcard en geen afschrift van een rekening. Download de transacties van de rekening zelf.',
  'bank-too-many-rows':
    'het bestand heeft {{rows}} regels; {{limit}} worden er in één keer gelezen. Download een kortere periode.',
  'bank-too-many-lines':
    'het bestand heeft meer dan {{limit}} transacties; meer worden er niet in één keer gelezen. Download een kortere periode.',
  'bank-too-many-cells':
    'tot hier heeft het bestand al {{limit}} cellen; zo veel heeft geen overzicht van een bank. Download een kortere periode.',
  'bank-line-too-long':
    'deze regel is {{length}} tekens lang. Zo lang is geen regel van een bank; download het bestand opnieuw.',
  'bank-too-many-columns': 'er zijn {{columns}} kolommen; zo veel heeft geen overzicht van een bank.',
  'bank-amount':
    '"{{amount}}" is niet als bedrag te lezen. Er is niets overgenomen; download het bestand opnieuw of herstel deze regel.',
  'bank-date':
    '"{{date}}" is niet als datum te lezen. Er is niets overgenomen; download het bestand opnieuw of herstel deze regel.',
  'bank-direction':
    '"{{word}}" zegt niet of het bedrag is bij- of afgeschreven. Er is niets overgenomen, omdat het teken niet geraden wordt.',
  'bank-sign':
    'het bedrag {{amount}} en de richting "{{word}}" spreken elkaar tegen. Er is niets overgenomen, omdat het teken niet geraden wordt.',
  'bank-cut-off': 'het bestand is hier afgebroken: de laatste regel is niet volledig. Download het opnieuw.',
  'bank-row-short': 'deze regel heeft geen bedrag: er ontbreken kolommen. Download het bestand opnieuw.',
  'bank-decimals-mixed':
    'de bedragen gebruiken komma en punt door elkaar als decimaalteken; "{{sample}}" wijkt af. Download het bestand opnieuw zonder het in een spreadsheet te bewerken.',
  'bank-decimals-ambiguous':
    '"{{sample}}" kan duizendtallen of decimalen bedoelen, en geen ander bedrag in het bestand maakt het duidelijk. Download een langere periode of een andere indeling.',
  'bank-dates-month-first': '"{{sample}}" heeft de maand vooraan; alle datums van deze kolom zijn zo gelezen.',
  'bank-broken-quote': 'een aanhalingsteken is niet gesloten; de regel is op zichzelf gelezen.',
  'bank-mojibake':
    'tekst zoals "{{text}}" is eerder met een verkeerde tekencodering bewaard. Namen kunnen verminkt zijn; download het bestand opnieuw bij de bank.',
  'bank-amount-rounded': 'bedragen met meer dan twee decimalen zijn afgerond op centen.',
  'bank-not-booked_one': '{{count}} regel is niet gelezen: nog niet geboekt, of teruggedraaid.',
  'bank-not-booked_other': '{{count}} regels zijn niet gelezen: nog niet geboekt, of teruggedraaid.',
  'bank-rows-left-out_one': '{{count}} regel zonder datum of bedrag is overgeslagen.',
  'bank-rows-left-out_other': '{{count}} regels zonder datum of bedrag zijn overgeslagen.',
  'bank-line-repeated_one': '{{count}} regel stond er twee keer met hetzelfde nummer van de bank en telt één keer.',
  'bank-line-repeated_other':
    '{{count}} regels stonden er twee keer met hetzelfde nummer van de bank en tellen één keer.',
  'bank-lines-alike_one':
    '{{count}} regel is gelijk aan die erboven en heeft hetzelfde nummer van de bank. Beide tellen; kijk na of het twee betalingen zijn.',
  'bank-lines-alike_other':
    '{{count}} regels zijn gelijk aan die erboven en hebben hetzelfde nummer van de bank. Alle tellen; kijk na of het losse betalingen zijn.',
  'bank-fees-left-out_one':
    'de kosten bij {{count}} regel zijn niet meegeteld: het bestand laat niet zien of ze al in het bedrag zitten.',
  'bank-fees-left-out_other':
    'de kosten bij {{count}} regels zijn niet meegeteld: het bestand laat niet zien of ze al in het bedrag zitten.',
  'bank-balance-gap':
    'het saldo volgt hier niet uit de regel ervoor. Er ontbreken regels, of het bestand is bewerkt; controleer de periode.',
  'bank-more-sheets':
    'alleen blad "{{sheet}}" is gelezen; transacties staan ook op {{others}}. Bewaar elk blad als eigen bestand en kies ze samen.',
  'bank-no-lines': 'er staan geen transacties in dit bestand.',
  'bank-account-unknown': 'het bestand noemt niet van welke rekening de regels zijn. Kies de rekening zelf.',
  'bank-not-reconciled':
    'afschrift {{number}} van {{account}} telt niet op: het eindsaldo is {{expected}}, beginsaldo en regels geven {{found}}. Verschil: {{difference}}. De regels zijn wel gelezen.',
  'bank-not-reconciled-file':
    'de saldi tellen niet op: het eindsaldo is {{expected}}, beginsaldo en regels geven {{found}}. Verschil: {{difference}}. De regels zijn wel gelezen.',
  'bank-statements-missing':
    'afschrift {{number}} van {{account}} begint met {{opening}}, maar het vorige ({{before}}) eindigt met {{closing}}. Er ontbreken afschriften tussen; exporteer een aaneengesloten periode.',
  'mt940-none': 'dit is geen MT940-bestand: er staan geen afschriften in met tags zoals :20:, :25: en :61:.',
  'mt940-cut':
    'het bestand is afgebroken voordat een afschrift compleet is: het eindsaldo (:62F:) ontbreekt. Exporteer of download het opnieuw.',
  'mt940-cut-statement_one':
    'het bestand is afgebroken in afschrift {{number}} van {{account}}: het eindsaldo (:62F:) ontbreekt. Dit afschrift, met {{count}} regel, is niet gelezen. Exporteer of download het bestand opnieuw.',
  'mt940-cut-statement_other':
    'het bestand is afgebroken in afschrift {{number}} van {{account}}: het eindsaldo (:62F:) ontbreekt. Dit afschrift, met {{count}} regels, is niet gelezen. Exporteer of download het bestand opnieuw.',
  'mt940-line': 'deze transactieregel is niet te lezen en is overgeslagen: {{text}}',
  'mt940-balance': 'dit saldo is niet te lezen: {{text}}',
  'mt940-no-opening': 'afschrift {{number}} van {{account}} heeft geen beginsaldo; of het optelt, is niet na te gaan.',
  'mt940-no-closing': 'afschrift {{number}} van {{account}} heeft geen eindsaldo; of het optelt, is niet na te gaan.',
  'mt940-interim':
    'dit is een tussentijds overzicht (MT942) van {{account}}, zonder saldi. Dezelfde regels komen terug in het afschrift van die dag.',
  'mt940-page-before':
    'afschrift {{number}} van {{account}} begint met een vervolgpagina; de pagina ervoor staat niet in dit bestand.',
  'mt940-page-after':
    'afschrift {{number}} van {{account}} gaat verder op een volgende pagina, die niet in dit bestand staat.',
  'mt940-repeated': 'afschrift {{number}} van {{account}} staat ook op regel {{first}} en telt één keer.',
  'mt940-currencies':
    'afschrift {{number}} van {{account}} begint in {{opening}} en eindigt in {{closing}}; of het optelt, is niet na te gaan.',
  'camt-no-message': 'dit XML-bestand bevat geen bankafschrift (CAMT.052, .053 of .054).',
  'camt-no-statement': 'het bestand bevat geen enkel afschrift.',
  'camt-amount': 'het bedrag "{{given}}" is niet te lezen; deze regel is overgeslagen.',
  'camt-decimals': 'het bedrag "{{given}}" heeft delen van centen; deze regel is overgeslagen.',
  'camt-sign': 'bij het bedrag staat niet of het af of bij is ("{{given}}"); deze regel is overgeslagen.',
  'camt-date': 'deze regel heeft geen boekdatum of valutadatum en is overgeslagen.',
  'camt-date-unreadable':
    'de boekdatum "{{given}}" bestaat niet; de valutadatum of de datum van het afschrift is gebruikt.',
  'camt-date-of-statement': 'deze regel heeft geen boekdatum of valutadatum; de datum van het afschrift is gebruikt.',
  'camt-negative': 'het bedrag van deze regel is negatief; het is van teken gedraaid.',
  'camt-balance': 'het saldo "{{given}}" is niet te lezen; het afschrift is niet op saldo te controleren.',
  'camt-batch-kept_one':
    'de {{count}} post van deze verzamelboeking telt niet op tot het bedrag; de boeking is als één regel gelezen.',
  'camt-batch-kept_other':
    'de {{count}} posten van deze verzamelboeking tellen niet op tot het bedrag; de boeking is als één regel gelezen.',
  'camt-currency_one': '{{count}} regel van rekening {{account}} is in {{currency}}; die staat apart.',
  'camt-currency_other': '{{count}} regels van rekening {{account}} zijn in {{currency}}; die staan apart.',
  'camt-intraday':
    'dit is een overzicht van de lopende dag (CAMT.052): regels kunnen nog wijzigen. Importeer het afschrift (CAMT.053) zodra het er is.',
  'camt-notification':
    'dit is een boekingsmelding (CAMT.054) zonder saldi. Zij geeft de posten van verzamelboekingen; importeer haar samen met het afschrift (CAMT.053).',
  'bank-archive-other': '"{{name}}" is geen bankbestand en is niet gelezen. Kies het bestand apart.',
  'camt-repeated': 'afschrift {{number}} van {{account}} staat ook op regel {{first}} en telt één keer.',
  'bank-file-repeated': 'afschrift {{number}} van {{account}} staat ook in {{first}} en telt één keer.',
  'bank-open-on-list_one':
    '{{count}} ontvangst van {{first}} betaalt wat op de openpostenlijst nog openstaat, terwijl de bank die dag volgens de lijst al is verwerkt. De regel wacht op beoordeling en is nog niet afgetrokken. Klopt “Bank verwerkt t/m” van die lijst?',
  'bank-open-on-list_other':
    '{{count}} ontvangsten van {{first}} t/m {{last}} betalen wat op de openpostenlijst nog openstaat, terwijl de bank die dagen volgens de lijst al is verwerkt. De regels wachten op beoordeling en zijn nog niet afgetrokken. Klopt “Bank verwerkt t/m” van die lijst?',
  'bank-perhaps-on-list_one':
    'van {{count}} ontvangst ({{which}}) is niet te zien of de openpostenlijst haar bevat: de bank is die dag volgens de lijst al verwerkt, maar de factuur die zij noemt, staat er nog open. Het saldo van de lijst blijft staan. Controleer de post in de boekhouding.',
  'bank-perhaps-on-list_other':
    'van {{count}} ontvangsten ({{which}}) is niet te zien of de openpostenlijst ze bevat: de bank is die dagen volgens de lijst al verwerkt, maar de facturen die zij noemen, staan er nog open. De saldi van de lijst blijven staan. Controleer de posten in de boekhouding.',
  'bank-batch-whole':
    'het totaal van {{amount}} op {{date}} wordt terzijde gelegd: de betalingen erin komen nu los binnen.',
  'bank-batch-parts_one':
    '{{count}} betaling van een verzamelboeking van {{amount}} op {{date}} wordt terzijde gelegd: het totaal is al verwerkt.',
  'bank-batch-parts_other':
    '{{count}} betalingen van een verzamelboeking van {{amount}} op {{date}} worden terzijde gelegd: het totaal is al verwerkt.',
  'bank-statement-known': 'afschrift {{number}} van {{account}} is al geïmporteerd; er komt niets bij.',
  'bank-account-other':
    'rekening {{account}} is niet van deze administratie; de regels van die rekening zijn niet overgenomen.',
  return: {
    AC01: 'rekeningnummer onjuist',
    AC03: 'rekeningnummer van de ontvanger onjuist',
    AC04: 'rekening opgeheven',
    AC06: 'rekening geblokkeerd',
    AC13: 'rekening is van een consument of van een ander soort',
    AG01: 'incasso of overboeking niet toegestaan op deze rekening',
    AG02: 'onjuiste transactiecode',
    AM02: 'bedrag niet toegestaan',
    AM04: 'onvoldoende saldo',
    AM05: 'dubbele opdracht',
    AM09: 'onjuist bedrag',
    BE01: 'naam en rekeningnummer horen niet bij elkaar',
    BE04: 'adres ontbreekt',
    BE05: 'incassant niet herkend',
    CNOR: 'bank van de ontvanger is niet aangesloten',
    CURR: 'onjuiste valuta',
    CUST: 'teruggevraagd door de opdrachtgever',
    DNOR: 'bank van de betaler is niet aangesloten',
    DT01: 'onjuiste datum',
    DUPL: 'dubbele betaling',
    ED05: 'verrekening tussen banken mislukt',
    FF01: 'onjuiste bestandsindeling',
    FF05: 'onjuist soort incasso',
    FOCR: 'teruggestort na verzoek tot annulering',
    FR01: 'fraude',
    FRAD: 'vermoeden van fraude',
    MD01: 'geen machtiging',
    MD02: 'machtigingsgegevens ontbreken of zijn onjuist',
    MD06: 'teruggeboekt door de debiteur',
    MD07: 'rekeninghouder overleden',
    MS02: 'geweigerd door de klant, zonder reden',
    MS03: 'geweigerd door de bank, zonder reden',
    NARR: 'andere reden, zie omschrijving',
    NOAS: 'geen antwoord van de klant',
    RC01: 'onjuiste BIC',
    RF01: 'kenmerk van de transactie is niet uniek',
    RR01: 'rekening of identificatie van de betaler ontbreekt',
    RR02: 'naam of adres van de betaler ontbreekt',
    RR03: 'naam of adres van de ontvanger ontbreekt',
    RR04: 'wettelijke reden',
    SL01: 'specifieke dienst van de bank van de betaler',
    SL11: 'incassant staat niet op de toegestane lijst van de betaler',
    SL12: 'incassant staat op de blokkadelijst van de betaler',
    SL13: 'meer incasso’s dan de betaler toestaat',
    SL14: 'bedrag is hoger dan de betaler toestaat',
    SVNR: 'dienst niet geleverd',
    TECH: 'technische storing',
    TM01: 'te laat aangeleverd',
    UPAY: 'betaling was niet verschuldigd',
    other: 'reden {{code}}',
  },
};
