export const herstel = {
  title: 'Herstel',
  'journal-behind': {
    sentence: 'De werkdatabase van {{name}} bevat meer wijzigingen dan het journaal op schijf.',
    found:
      'Waarschijnlijk is de gegevensmap teruggezet of van een andere computer gekopieerd. Het journaal is de bron; de werkdatabase is een kopie daarvan.',
    restore:
      'De werkdatabase wordt opnieuw opgebouwd uit het journaal. Wijzigingen die alleen in de werkdatabase staan, vervallen.',
  },
  'journal-broken': {
    sentence: 'Het journaal van {{name}} bevat een beschadigde regel.',
    found: 'Alles vóór de beschadigde regel is gecontroleerd en in orde. Wat erna komt, is niet te vertrouwen.',
    restore: 'Zet de nieuwste back-up terug. De huidige bestanden worden eerst als back-up bewaard.',
  },
  'newer-version': {
    sentence: '{{name}} is gemaakt met een nieuwere versie van Voldaan.',
    found: 'Deze versie kan de gegevens niet zonder risico wijzigen. Er is niets aangepast.',
    restore: 'Installeer de nieuwste versie van Voldaan en open de administratie opnieuw.',
  },
  'safe-mode': {
    sentence: 'De schijf is bijna vol; {{name}} is alleen te lezen.',
    found: 'Er is minder dan 200 MB vrij. De werkdatabase is niet geopend, zodat er niets beschadigd kan raken.',
    restore: 'Maak schijfruimte vrij. Daarna gaat Voldaan vanzelf verder.',
  },
  whatFound: 'Wat er is gevonden',
  whatKept: 'Wat er is bewaard',
  whatNext: 'Wat er gaat gebeuren',
  kept: 'Het journaal, de brieven en de back-ups staan ongewijzigd op schijf. Zolang dit scherm open is, wordt er niets geschreven.',
  rebuild: 'Opnieuw opbouwen uit het journaal',
  rebuildQuestion: 'De werkdatabase van {{name}} wordt opnieuw opgebouwd uit het journaal.',
  rebuildConfirm: 'Opnieuw opbouwen',
  restoreNewest: 'Back-up van {{date}} terugzetten',
  restoreQuestion:
    'De stand van {{date}} wordt de nieuwste stand van {{name}}. De huidige stand wordt eerst als back-up bewaard.',
  restoreConfirm: 'Terugzetten',
  noBackups:
    'Er is geen back-up gevonden. Kopieer de details en neem contact op met ondersteuning voordat er iets wordt gewijzigd.',
  tryAgain: 'Opnieuw proberen',
  otherAdministration: 'Andere administratie openen',
  details: 'Details',
};
