/*
 * Words of a veertiendagenbrief in Dutch, English, German and French, folded (lower case, without accents). A letter is
 * read with all four at once: words that mean something else in a neighbour language are not in these lists.
 */

/** Alternatives of a pattern, one per line of a list. */
export function anyOf(...parts: readonly string[]): string {
  return `(?:${parts.join('|')})`;
}

export const costsWords = anyOf(
  '\\w*incasso-?kosten|kosten|buitengerechtelijke (?:incasso)?kosten',
  '(?:collection|recovery) (?:costs?|charges?|fees?|expenses)|costs?|\\w*inkasso-?(?:kosten|gebuhren?)',
  'mahnkosten|betreibungskosten|frais(?! de port)|couts?|indemnite',
);

/** What is not principal and no collection costs either: never owed by a consumer (art. 6:96 lid 5 BW). */
export const feeWords = anyOf(
  '(?:administratie|aanmanings?|herinnerings|dossier|registratie|verwerkings|behandelings|porto|verzend|sommatie|opslag)-?kosten',
  'administratietoeslag|toeslag|boete',
  '(?:administrati(?:on|ve)|reminder|handling|late|late payment|processing|service|file|dossier) (?:costs?|fees?|charges?)',
  'surcharge|penalty',
  '(?:mahn|verwaltungs|bearbeitungs|verzugs|saumnis|porto)-?(?:gebuhr(?:en)?|pauschale|zuschlag)',
  '(?:bearbeitungs|verwaltungs|porto)-?kosten|vertragsstrafe',
  "frais (?:de dossier|de rappel|de gestion|d'administration|administratifs|d'envoi|de traitement)|penalites?",
);

export const interestWords = anyOf(
  '(?:\\w*(?<!\\bhou))rentes?(?!loos|vrij)(?:bedrag|kosten|vergoeding|percentage)?',
  '(?<!(?:your|our|own|best|mutual|common|public|the|of|this|great|much|an) )interests?(?! (?:of(?! \\d| €| eur)|to|in)\\b)',
  '(?:the|of|this|an) (?:statutory |legal |commercial |accrued )?interest(?! (?:of(?! \\d| €| eur)|to|in|is served)\\b)',
  '\\w*zins(?:en|betrag|forderung)?|(?<!vos |meilleurs |propres |leurs |nos )interets',
  'interet (?:legal|moratoire|de retard|contractuel|au taux)',
);

/** The amount of an invoice, before it: what was charged, not what is asked now. */
export const invoiceWords = anyOf(
  'factu(?:ur|ren)\\w*|invoices?|rechnung(?:en|sbetrag)?|factures?|oorspronkelijk\\w*|original\\w*|ursprunglich\\w*|origine|initial\\w*',
);

/** A request to pay: what the debtor is to do, not what was done. */
export const payWords = anyOf(
  '(?:te |alsnog |moet|dient)?\\b(?:betaal|betaalt|betalen|voldoen|voldoe|overmaken|overmaakt|overschrijven|maakt?|storten)\\b',
  'over te (?:maken|schrijven|boeken)|te voldoen|voldoening van|betaling van|verschuldigd',
  'openstaande? (?:bedrag|saldo|vordering|totaal)|pay(?:able|ment of)?\\b|be paid|transfer(?:red)?|remit|settle',
  'you owe|(?:amount|sum|balance) (?:now )?(?:due|owed|outstanding)|outstanding (?:amount|balance|sum)|zahlen',
  'bezahlen|zahlbar|zahlung (?:von|in hohe|des)|zu (?:be)?zahlen|uberweis\\w+|begleichen|entrichten|zahlbetrag',
  'offene[rsn]? (?:gesamt)?(?:betrag|forderung|saldo)|payer|payez|regler|reglez|verser|versez|virer|acquitter',
  'paiement de|reglement de|montant (?:restant |total )?du\\b|somme (?:restant )?due|solde',
);

/** Money that came in already. */
export const paidWords = anyOf(
  'hebt .{0,40}(?:betaald|voldaan|overgemaakt)',
  '(?:al|reeds|eerder|inmiddels|gedeeltelijk|deels) .{0,20}(?:betaald|voldaan|ontvangen)',
  '(?:betaald|ontvangen|voldaan|verrekend)\\b|creditnota',
  '(?:have|has|already|been|was|were) .{0,20}(?:paid|received|credited)|(?:paid|received|credited)\\b',
  'credit note|(?:bereits|schon|teilweise|haben|wurde) .{0,40}(?:gezahlt|bezahlt|erhalten|eingegangen)',
  '(?:gezahlt|bezahlt|eingegangen|gutgeschrieben)\\b|gutschrift',
  '(?:avez|deja|recu|recus|ete) .{0,30}(?:paye|regle|verse|recu)|(?:paye|verse|regle|recu)e?s?\\b|avoir\\b',
);

export const vatWords = anyOf(
  'btw|b\\.t\\.w\\.?|omzetbelasting|vat|value[- ]added tax|mwst\\.?|mehrwertsteuer|umsatzsteuer|ust\\.?|tva',
  't\\.v\\.a\\.?|taxe sur la valeur ajoutee',
);

/** Not, none, without: close to a word they say it is not claimed. */
export const notWords = anyOf(
  'geen|niet|zonder|noch|nihil|exclusief|excl\\.?|no|not|none|without|nor|excluding|exclusive|excludes?|waives?',
  'forgo|keine?[nrsm]?|nicht|ohne|weder|exklusive|verzichten|aucune?s?|sans|pas|ni|hors|renonc\\w+|afzien',
  'zien .{0,30}\\baf',
);

/** What happens when the debtor does not pay in time, or once the term is over. */
const ifUnpaid: readonly RegExp[] = [
  /^\W*(?:en |maar |let op\W+)?(?:betaalt|betaal|voldoet|doet|lukt|hebt|heeft|hebben|ontvang|ontvangen|is|zijn|blijft|wordt|worden|bent|mocht|mochten|komt|maakt|reageert|laat|staat)\b.{0,140}?\b(?:niet|geen|uit|achterwege|onbetaald|te laat|na)\b/,
  /\b(?:als|indien|wanneer|mocht|mochten|ingeval|zodra|voor zover|tenzij|zolang)\b.{0,180}?\b(?:niet|geen|uitblijft|uitblijven|te laat|later|betaalt|betaald|ontvangen|onbetaald|verstreken|voorbij|verlopen)\b/,
  /\bbij (?:gebreke|gebrek|uitblijven|niet|te late|geen|niet-tijdige|overschrijding|wanbetaling|verzuim)\b/,
  /\bzonder (?:tijdige |volledige |uw |een )*betaling\b/,
  /\b(?:in dat geval|doet u dat niet|zo niet|anders|daarna|na afloop|na het verstrijken|na ommekomst|na die termijn|na deze termijn|pas na|na die periode|te late betaling|niet-tijdige betaling|betaling uitblijft|niet tijdig)\b/,
  /\b(?:if|should|unless|where|in the event)\b.{0,180}?\b(?:not|no|fail|fails|late|unpaid|outstanding|remain|remains|pay in full|pay within|paid within|receive|received|been paid|without|expire|expired|missed)\b/,
  /\b(?:failing|failure to|in the absence of|absent|otherwise|thereafter|non-?payment|late payment|in that case|after (?:this|that|the|these|those)(?: \w+){0,2} (?:term|period|date|days|deadline)|after expiry|once (?:this|that|the)(?: \w+){0,2} (?:term|period|deadline)|without (?:timely|full)? ?payment|do not pay|does not pay)\b/,
  /\b(?:wenn|sofern|falls|sollte|sollten|soweit|geht|gehen|zahlen sie|erfolgt|bleibt|ist|haben|leisten sie|begleichen sie)\b.{0,180}?\b(?:nicht|kein|keine|keinen|keiner|aus|verspatet|zu spat|unbezahlt|verstreichen|verstrichen|versaumen|ausbleiben)\b/,
  /\b(?:andernfalls|ansonsten|anderenfalls|sonst|danach|mangels|nach (?:fruchtlosem )?(?:ablauf|fristablauf|verstreichen)|nach dieser frist|in diesem fall|nichtzahlung|zahlungsverzug|ohne (?:fristgerechte |rechtzeitige |vollstandige |ihre )*zahlung|bei (?:nichtzahlung|ausbleiben|ausbleibender|verspateter|nicht|fristuberschreitung|zahlungsverzug))\b/,
  /\b(?:si|s'il|lorsque|quand)\b.{0,180}?\b(?:pas|aucun|aucune|n'est|n'avez|n'a|n'avons|tardif|retard|impaye|impayee|impayees|ne)\b/,
  /(?:\b|^)(?:a defaut|faute de|en l'absence|sans (?:paiement|reglement|versement)|passe ce delai|passe cette|au-dela|a l'expiration|a l'issue|apres (?:ce|cette|l'expiration|expiration|ces)|dans ce cas|sinon|en cas de (?:non|retard|defaut|paiement tardif|paiement incomplet|absence)|a moins que|non-paiement|defaut de paiement)/,
];

/** That something becomes owed. */
export const becomesDue = new RegExp(
  `\\b${anyOf(
    'verschuldigd|in rekening|rekenen|berekenen|bereken(?:d|t)?|doorbereken\\w*|betaalt u|betalen|voldoen',
    'vergoed(?:en|t)|kom(?:t|en)|bijgeteld|bovenop|verhoog\\w*|verhogen|vermeerder\\w*|vorder\\w*|aanspraak',
    'voor uw rekening|ten laste|verhalen|bijkomen\\w*|kost|opeisbaar|schuldig|eisen|owe[ds]?|owing|due|pay',
    'payable|charg\\w+|liable|add(?:ed)?|claim(?:ed)?|incur\\w*|increase[sd]?|bear|recover|on top|schulden',
    'geschuldet|fallig|berechne\\w*|zahlen|bezahlen|erstatten|tragen|hinzu\\w*|erhoh\\w*|zuzuglich|verlang\\w*',
    'forder\\w*|geltend|in rechnung|zu ihren lasten|an(?:fallen|gefallen)?|erheb\\w*|entsteh\\w*|verpflichtet|gehouden|obliged|required|obligee?s?|ersetzen|verguten|ubernehmen|belasten|reimburse\\w*|compensate|rembours\\w*|incomb\\w*|tenue?|bijbetalen|opgeteld|redevable\\w*|devrez|devez|dus?|dues?',
    "exigibles?|factur\\w+|a votre charge|reclam\\w+|s'ajout\\w+|ajout\\w+|payer|regler|supporter\\w*|major\\w+",
    'imput\\w+',
  )}\\b`,
);

/** Sentences about something other than paying: objecting, asking, answering, processing. */
export const otherMatters = anyOf(
  'niet eens|bezwaar|betwist\\w*|reageren|reactie|contact|bel(?:t|len)?\\b|laat .{0,60}weten|laten weten|vragen',
  'betalingsregeling|regeling|verwerkt?|bijgewerkt|terugbetaal\\w*|antwoord\\w*|disagree|objection|object',
  'dispute|contact|let us know|inform us|call us|questions?|payment plan|instal?ments?|processed|repl(?:y|ies)',
  'respond|einwand\\w*|einwendungen|widerspr\\w+|nicht einverstanden|melden|mitteil\\w*|teilen sie|kontakt\\w*',
  "fragen|ratenzahlung|berucksichtigt|verarbeitet|antwort\\w*|contest\\w*|pas d'accord|desaccord|contactez",
  'contacter|faire savoir|faites-nous|informer|echelonn\\w*|questions?|pris en compte|traite\\w*|repond\\w*',
);

/** Whether one of these says what follows when the debtor does not pay. */
export function saysIfUnpaid(sentence: string): boolean {
  return ifUnpaid.some((pattern) => pattern.test(sentence.trim()));
}

export function matcher(words: string, flags = ''): RegExp {
  return new RegExp(`(?<![a-z])${words}(?![a-z])`, flags);
}
