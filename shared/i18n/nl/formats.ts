/** What is wrong with a file that is read, and what to do; the file and the line stand before it. */
export const formats = {
  'too-large': 'het bestand is {{megabytes}} MB; het mag {{limit}} MB zijn. Exporteer een kortere periode.',
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
};
