/** Part of `formats`: what is wrong with a file as one of several that were dropped together. */
export const dropFormats = {
  'drop-empty': 'het bestand is leeg. Exporteer of download het opnieuw.',
  'drop-unreadable': 'het bestand is niet te lezen: het is verplaatst, gewijzigd of in gebruik. Kies het opnieuw.',
  'drop-failed':
    'het lezen is mislukt door een fout in het programma; er is niets van overgenomen. Meld het met deze tekst: {{detail}}',
  'drop-unknown-xml':
    'dit XML-bestand is geen factuur (UBL), bankafschrift (CAMT) of auditfile (XAF) en wordt niet gelezen. Exporteer een lijst als CSV of als .xlsx, en transacties als CAMT.053, MT940 of CSV.',
  'drop-twice': 'dit is hetzelfde bestand als "{{first}}" en telt één keer.',
  'drop-other-company':
    'het bestand is van "{{company}}", met een ander KvK- of btw-nummer dan deze administratie. Controleer of het hier hoort.',
  'copy-too-large': '"{{name}}" is {{megabytes}} MB en wordt niet bewaard; een factuurkopie mag {{limit}} MB zijn.',
};
