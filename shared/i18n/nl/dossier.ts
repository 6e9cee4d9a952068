import { dossierZip } from './dossier-zip.ts';

export const dossier = {
  title: 'Dossiers',
  sentence_one: '{{count}} debiteur met een brief.',
  sentence_other: '{{count}} debiteuren met een brief.',
  sentenceNone: 'Van elke debiteur staat vast wat er is gestuurd, ontvangen en afgesproken.',
  list: 'Debiteuren met een dossier',
  columns: {
    debtor: 'Debiteur',
    code: 'Nummer',
    lastLetter: 'Laatste brief',
    date: 'Datum',
    deadline: 'Betalen t/m',
    open: 'Open',
  },
  empty: {
    title: 'Nog geen dossiers',
    text: 'Een dossier ontstaat met de eerste brief.',
    action: 'Naar Aanmanen',
  },
  emptyFilter: {
    title: 'Geen debiteur gevonden',
    text: 'Pas de zoektekst aan.',
  },
  filter: 'Zoek op naam of nummer',
  showAll: 'Ook debiteuren zonder brief',
  panel: {
    timeline: 'Tijdlijn',
    events_one: '{{count}} gebeurtenis',
    events_other: '{{count}} gebeurtenissen',
    chainOk: 'Keten klopt: elke gebeurtenis sluit aan op de vorige.',
    chainBroken: 'De keten breekt bij gebeurtenis {{seq}}.',
    open: 'Debiteurkaart openen',
    none: 'Nog geen gebeurtenissen.',
  },
  export: {
    button: 'Dossier exporteren',
    busy: 'Dossier maken…',
    done: 'Dossier gemaakt: {{name}}',
    content_one: '{{count}} bestand, {{size}}. Controlegetal {{hash}}…',
    content_other: '{{count}} bestanden, {{size}}. Controlegetal {{hash}}…',
    open: 'Openen',
    reveal: 'Tonen in map',
    check: 'Dossier controleren',
  },
  verify: {
    title: 'Dossier controleren',
    drop: 'Sleep een dossier (ZIP) hierheen om het te controleren',
    dropText: 'Elk bestand en elke gebeurtenis wordt nagerekend.',
    busy: '{{name}} controleren…',
    ok: '{{name}} is ongewijzigd.',
    okText:
      'Bestanden gecontroleerd: {{files}}. Gebeurtenissen gecontroleerd: {{events}}. Alles klopt met de lijst van controlegetallen.',
    broken: '{{name}} is gewijzigd of beschadigd.',
    brokenText: 'De eerste afwijking: {{what}}.',
    brokenTodo: 'Gebruik dit bestand niet als bewijs. Exporteer het dossier opnieuw.',
    anchor:
      'Een volledig herschreven dossier is zonder ander bewijs niet te herkennen: aangetekende post, verzonden e-mails en het exemplaar van het incassobureau zijn dat bewijs.',
    notZip: 'Dit is geen ZIP-bestand.',
  },
  zip: dossierZip,
};
