/** Part of `formats`: what is wrong with an audit file, or worth knowing of it. */
export const auditfileFormats = {
  'xaf-clair2':
    'dit is een auditfile van de oude soort CLAIR2.00 (XAF 2.0 uit 2003). Daarin staan geen openstaande posten en vervaldatums; deze soort wordt niet ondersteund. Exporteer XAF 3.2 of 4.0, of een lijst met openstaande posten.',
  'xaf-adf':
    'dit is een auditfile in de oude indeling ADF (CLAIR1.00 uit 1999). Die wordt niet ondersteund. Exporteer XAF 3.2 of 4.0, of een lijst met openstaande posten.',
  'xaf-no-auditfile':
    'dit is geen auditfile (XAF): het element "auditfile" ontbreekt. Is dit een deel van een gesplitste auditfile, kies dan alle delen tegelijk.',
  'xaf-truncated':
    'de auditfile houdt midden in "{{element}}" op. Bestaat die uit meer bestanden, kies ze dan tegelijk; exporteer anders opnieuw.',
  'xaf-part-missing':
    'deze auditfile bestaat uit {{of}} bestanden; deel {{missing}} ontbreekt. Kies alle delen tegelijk.',
  'xaf-part-twice': 'deel {{part}} van de auditfile is twee keer gekozen. Kies elk deel één keer.',
  'xaf-not-one-set':
    'de gekozen bestanden horen niet bij hetzelfde auditfile: "{{known}}" en "{{found}}". Lees ze apart in.',
  'xaf-transactions-missing':
    'de auditfile noemt {{declared}} boekingsregels maar bevat er geen. Waarschijnlijk is dit het eerste van meer bestanden; kies alle delen tegelijk.',
  'xaf-zip-empty': 'in het ingepakte bestand zit geen auditfile. Pak het uit en kies wat erin zit.',
  'xaf-ampersand': 'de auditfile bevat losse &-tekens, wat in XML niet mag; ze zijn als gewone tekst gelezen.',
  'xaf-mojibake':
    'tekst zoals "{{text}}" is eerder met een verkeerde tekencodering bewaard. Namen kunnen verminkt zijn; exporteer de auditfile opnieuw uit het boekhoudpakket.',
  'xaf-version': 'de auditfile noemt zich versie {{declared}}, maar is opgebouwd als {{version}}; het is zo gelezen.',
  'xaf-amount': '"{{amount}}" is geen bedrag; de regel is overgeslagen.',
  'xaf-foreign':
    '{{count}} boekingen op de debiteurenrekening waren in vreemde valuta. De bedragen hier zijn in {{currency}}.',
  'xaf-no-transactions': 'de auditfile bevat geen boekingen; alleen de openingsbalans kan openstaande posten geven.',
  'xaf-no-receivables':
    'er is geen debiteurenrekening herkend aan RGS-code, naam of nummer. De posten zijn niet met het grootboek te vergelijken.',
  'xaf-account-guessed':
    'rekening {{account}} is alleen aan het nummer herkend als debiteurenrekening. Controleer of dat klopt.',
  'xaf-level-0':
    'uit deze auditfile zijn geen openstaande posten af te leiden: er is geen subadministratie, en de boekingen noemen debiteur en factuur niet aan beide kanten. Gebruik een lijst met openstaande posten uit het boekhoudpakket.',
  'xaf-level-2':
    'alleen facturen uit boekjaar {{year}}: de auditfile heeft geen subadministratie, de posten zijn afgeleid uit de boekingen. Ze tellen op tot {{items}}; de debiteurenrekening staat op {{control}} (verschil {{difference}}).',
  'xaf-level-3':
    'deze auditfile bevat alleen een saldo per relatie, geen openstaande posten. De saldi kunnen dienen als controle; gebruik een lijst met openstaande posten uit het boekhoudpakket.',
  'xaf-unclear-lines':
    'van {{count}} regels in gemengde subadministraties is niet vast te stellen of ze van debiteuren zijn; ze zijn weggelaten.',
  'xaf-no-debtor': '{{count}} openstaande posten noemen geen debiteur.',
  'xaf-earlier-invoices':
    '{{count}} betalingen (samen {{sum}}) horen bij facturen die niet in deze auditfile staan, waarschijnlijk uit een eerder boekjaar; ze zijn weggelaten.',
  'xaf-control-differs':
    'de openstaande posten tellen op tot {{items}}, maar de debiteurenrekening ({{accounts}}) staat op {{control}}: een verschil van {{difference}}.',
  'xaf-lines-transactions': 'de auditfile noemt {{declared}} boekingsregels maar bevat er {{found}}.',
  'xaf-lines-opening': 'de openingsbalans noemt {{declared}} regels maar bevat er {{found}}.',
  'xaf-lines-subledger': 'subadministratie {{type}} noemt {{declared}} regels maar bevat er {{found}}.',
  'xaf-totals-transactions': 'de boekingen zouden samen {{declared}} zijn (debet / credit) maar zijn {{found}}.',
  'xaf-totals-opening': 'de openingsbalans zou {{declared}} zijn (debet / credit) maar is {{found}}.',
  'xaf-totals-subledger': 'subadministratie {{type}} zou {{declared}} zijn (debet / credit) maar is {{found}}.',
  'xaf-unbalanced':
    'de boekingen zijn niet in evenwicht: debet {{debit}}, credit {{credit}}. Er ontbreekt waarschijnlijk een deel.',
  'xaf-repeated-lines':
    '{{count}} boekingsregels op de debiteurenrekening hebben dagboek, boekstuk en regelnummer van een andere regel. Staat een deel er dubbel in?',
  'xaf-other-year': '{{count}} boekstukken zijn gedateerd buiten boekjaar {{year}}, van {{first}} tot en met {{last}}.',
  'xaf-year-differs': 'de auditfile noemt boekjaar {{year}}, maar loopt van {{period}}.',
};
