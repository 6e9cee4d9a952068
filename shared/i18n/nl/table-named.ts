/** Part of `table`: files that are no list, by what they are, and what to choose instead. */
export const namedFiles = {
  'is-pdf':
    'dit is een PDF. Exporteer een lijst uit het boekhoudpakket als CSV of als .xlsx, en download een afschrift bij de bank als CAMT.053, MT940 of CSV.',
  'is-image':
    'dit is een afbeelding. Exporteer een lijst uit het boekhoudpakket als CSV of als .xlsx, en download een afschrift bij de bank als CAMT.053, MT940 of CSV.',
  'is-html':
    'dit is een webpagina. Is het een lijst, open het bestand dan in Excel en bewaar het als .xlsx; is het een inlog- of foutpagina, download het bestand dan opnieuw.',
  'is-document': 'dit is een tekstdocument. Exporteer de lijst uit het boekhoudpakket als CSV of als .xlsx.',
  'is-email': 'dit is een e-mailbericht. Bewaar de bijlage uit het bericht apart en kies die.',
  'is-packed':
    'dit is een ingepakt bestand dat niet wordt geopend (7z, rar of bzip2). Pak het uit en kies wat erin zit.',
  'is-json':
    'dit is een JSON-bestand. Exporteer een lijst als CSV of als .xlsx, en transacties als CAMT.053, MT940 of CSV.',
  'is-xml':
    'dit XML-bestand is geen factuur (UBL), bankafschrift (CAMT) of auditfile (XAF) en wordt niet gelezen. Exporteer een lijst als CSV of als .xlsx, en transacties als CAMT.053, MT940 of CSV.',
  'is-xls': 'dit is een spreadsheet in de oude indeling (.xls). Open het bestand in Excel en bewaar het als .xlsx.',
  'is-xlsb':
    'dit is een Excel-bestand in de binaire indeling (.xlsb). Open het bestand in Excel en bewaar het als .xlsx.',
  'is-locked':
    'dit bestand is met een wachtwoord beveiligd. Open het in Excel, haal het wachtwoord eraf en bewaar het opnieuw als .xlsx.',
  'is-numbers': 'dit is een bestand van Numbers. Exporteer het vanuit Numbers als Excel (.xlsx) of CSV.',
  'is-dbf': 'dit is een dBase-bestand (.dbf). Open het bestand in Excel en bewaar het als .xlsx.',
  'is-database': 'dit is een database (Access of SQLite). Exporteer de lijst eruit als Excel (.xlsx) of CSV.',
  'is-datev':
    'dit is een bestand van DATEV. Exporteer de openstaande posten als CSV of als .xlsx, of maak een auditfile (XAF).',
  'is-other-auditfile':
    'dit is een auditfile van lonen (XAS) of een kassa (XAA); daarin staan geen openstaande posten. Maak een auditfile van de financiële administratie (XAF).',
  'is-exact-xml':
    'dit is een XML-export van Exact en wordt niet gelezen. Exporteer de openstaande posten als Excel (.xlsx) of CSV, of maak een auditfile (XAF).',
  'is-afas-xml':
    'dit is een XML-bestand van AFAS en wordt niet gelezen. Exporteer de openstaande posten als Excel (.xlsx) of CSV, of maak een auditfile (XAF).',
  'is-coda':
    'dit is een afschrift in CODA, de Belgische indeling, en wordt niet gelezen. Download de transacties bij de bank als CAMT.053, MT940 of CSV.',
  'is-ofx':
    'dit is een bestand met transacties in OFX (.ofx of .qfx) en wordt niet gelezen. Download de transacties bij de bank als CAMT.053, MT940 of CSV.',
  'is-qif':
    'dit is een bestand met transacties in QIF en wordt niet gelezen. Download de transacties bij de bank als CAMT.053, MT940 of CSV.',
  'is-clieop':
    'dit is een opdracht aan de bank (ClieOp03) en geen afschrift. Wat is betaald of geïnd, staat in het afschrift: download dat als CAMT.053, MT940 of CSV.',
  'is-payment-order':
    'dit is een betaalopdracht aan de bank (PAIN.001) en geen afschrift. Wat is betaald, staat in het afschrift: download dat als CAMT.053, MT940 of CSV.',
  'is-collection-order':
    'dit is een incasso-opdracht aan de bank (PAIN.008) en geen afschrift. Wat is geïnd of teruggeboekt, staat in het afschrift: download dat als CAMT.053, MT940 of CSV.',
  'is-order-status':
    'dit is een antwoord van de bank op een opdracht (PAIN.002) en geen afschrift. Wat is betaald of geïnd, staat in het afschrift: download dat als CAMT.053, MT940 of CSV.',
  'is-mandate': 'dit is een bericht over machtigingen. Er staan geen openstaande posten of betalingen in.',
  'is-adyen':
    'dit is een afrekening van Adyen en geen afschrift van een bank. De uitbetaling staat in het afschrift van de bank; wat klanten hebben betaald, volgt uit een nieuwe lijst met openstaande posten.',
  'is-klarna':
    'dit is een afrekening van Klarna en geen afschrift van een bank. De uitbetaling staat in het afschrift van de bank; wat klanten hebben betaald, volgt uit een nieuwe lijst met openstaande posten.',
  'is-degiro':
    'dit is een overzicht van een beleggingsrekening (DEGIRO) en geen afschrift. Download de transacties van de betaalrekening.',
  'is-cash-book':
    'dit is een kasboek en geen afschrift van een bank. Voer contant betaalde facturen met de hand in, of importeer een nieuwe lijst met openstaande posten.',
};
