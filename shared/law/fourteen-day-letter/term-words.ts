import { anyOf } from './words.ts';

/*
 * Words of the term in a veertiendagenbrief (nl, en, de, fr; folded): numbers, units, and what a term is counted from.
 */

/** Numbers a term is written with, each followed by its words. */
const numbers = `
  1 een one une eine einer; 2 two zwei deux twee; 3 drie three drei trois; 4 vier four quatre; 5 vijf five
  funf cinq; 6 zes six sechs; 7 zeven seven sieben sept; 8 acht eight huit; 9 negen nine neuf; 10 tien ten
  zehn dix; 11 elf eleven onze; 12 twaalf twelve zwolf douze; 13 dertien thirteen dreizehn treize; 14 veertien
  fourteen vierzehn quatorze; 15 vijftien fifteen funfzehn fuenfzehn quinze; 16 zestien sixteen sechzehn
  seize; 17 zeventien; 18 achttien eighteen; 19 negentien; 20 twintig twenty zwanzig vingt; 21 eenentwintig
  twenty-one einundzwanzig vingt_et_un; 30 dertig thirty dreisig trente`;
const numberWords: Readonly<Record<string, number>> = Object.fromEntries(
  numbers.split(';').flatMap((entry) => {
    const [count, ...words] = entry.trim().split(/\s+/);
    return words.map((word) => [word.replaceAll('_', ' '), Number(count)]);
  }),
);

const number = `(?:\\d{1,3}|${Object.keys(numberWords)
  .sort((one, other) => other.length - one.length)
  .join('|')})`;
const fullDay = '(?:volle|hele|gehele|kalender|calendar|full|clear|consecutive|vollen|ganzen|vollstandigen)';
const units: readonly (readonly [kind: TermUnit, words: string])[] = [
  [
    'working-day',
    anyOf(
      'werkdagen|(?:working|business|week) ?-?days?|week-?days|(?:werk|arbeits|bankarbeits|geschafts)tag(?:e|en)?',
      'jours (?:ouvrables|ouvres)',
    ),
  ],
  [
    'day',
    anyOf(
      '(?:kalender)?dagen|dag(?=-?termijn)|(?:calendar )?days?|kalendertag(?:e|en)?|tag(?:e|en)?',
      'jours(?: (?:calendaires|calendrier|francs|pleins|entiers))?',
    ),
  ],
  ['week', anyOf('weken', 'week', 'weeks?', 'wochen?', 'semaines?')],
];

export type TermUnit = 'day' | 'working-day' | 'week';

/** `veertien (14) dagen`, `14 calendar days`, `vierzehntägige`, `14-day`, `quinzaine`. */
export const termPattern = new RegExp(
  `(?<![a-z\\d.,/-])(?<first>${number})(?: ?\\((?<second>${number})\\))?(?: ?\\(?(?:i\\.e\\. )?\\)?)?[ -]{0,2}(?:(?:${fullDay}|volledige|aaneengesloten)[ -]?)?(?:${units.map(([, words], at) => `(?<unit${at}>${words})`).join('|')})(?![a-z])` +
    `|(?<![a-z])(?<fused>veertien|vijftien|14|15|vierzehn|funfzehn)-?(?:daagse|dagentermijn|tagige[nrsm]?)(?![a-z])` +
    `|(?<![a-z])(?<fortnight>quinzaine|huitaine|fortnight)(?![a-z])`,
  'g',
);

export interface TermSize {
  readonly count: number;
  readonly unit: TermUnit;
}

/** What a find of {@link termPattern} comes to; a number in words and digits that differ gives the smaller. */
export function termSize(groups: Readonly<Record<string, string | undefined>>): TermSize {
  if (groups.fused) return { count: numberOf(groups.fused), unit: 'day' };
  if (groups.fortnight) return { count: groups.fortnight === 'huitaine' ? 1 : 2, unit: 'week' };
  const counts = [groups.first, groups.second].filter((word) => word !== undefined).map(numberOf);
  const at = units.findIndex((_, index) => groups[`unit${index}`] !== undefined);
  return { count: Math.min(...counts), unit: units[at]?.[0] ?? 'day' };
}

function numberOf(word: string): number {
  return numberWords[word] ?? Number(word);
}

/** Before a term of payment: `binnen`, `within`, `innerhalb von`, `dans un délai de`. */
export const governs = new RegExp(
  `${anyOf(
    'binnen|termijn van|periode van|tijd van|uiterlijk|ten laatste|nog|krijgt u|hebt u|heeft u|u (?:hebt|heeft|krijgt)|hiervoor|daarvoor|geven wij u',
    'gunnen wij u|gedurende|in|over|within|period of|term of|have|has|given|give you|allow you|grant you',
    'no later than|not later than|at most|a|further|another|final|innerhalb|innerhalb von|innert|frist von',
    'zeitraum von|haben sie|sie haben|sie erhalten|dafur|hierfur|ihnen|spatestens|bis|binnen von|eine|einer|dans les|dans un delai de|delai de',
    "delai maximal de|delai maximum de|sous|pour cela|disposez de|avez|accordons|endeans les|endeans|dans|periode de|d'ici",
  )}(?: (?:de|het|een|alsnog|nog|the|a|an|next|the next|den|die|der|les|un|une|von|volle|uiterlijk|maximaal|hooguit|ten hoogste|at most|nachsten|kommenden|prochains|wettelijke|laatste|final|last|of|gesetzlichen?|legale?))*\\W{0,2}$`,
);

/** The debtor gets the letter. */
export const receiptWords = anyOf(
  'ontvangst\\w*|ontvangen|ontvangt|ontving|bezorgd|bezorging|bezorgen|besteld|bestelling|afgeleverd|aflevering',
  'bereikt|bereikte|bezit|brievenbus|bus|overhandigd|betekend|betekening|aankomst|aangekomen|receipt|receiv\\w+',
  'deliver\\w*|reach(?:es|ed|ing)?|arriv\\w+|service|served|gets? to you|zustellung|zugestellt|zugang\\w*',
  'zugegangen|zugeht|erhalt\\w*|erhielten|empfang\\w*|eingang\\w*|eingegangen|eintreffen\\w*|eingetroffen',
  'ausgehandigt|erreicht|reception|recue?s?|recu|recevez|recevrez|aurez recu|remise?s?|distribution',
  'distribuee?s?|livraison|livree?s?|notification|notifiee?s?|parvenue?s?|parviendra|parvient|delivrance',
  'delivree?s?|presentation',
);

/** The creditor wrote or sent the letter: a term from there may be over before it was read. */
export const dispatchWords = anyOf(
  '(?:brief|post)?dat(?:um|e|ums)(?!,? (?:waarop|dat|die|on which|upon which|when|that|you|an (?:dem|welchem)|zu (?:dem|welchem)|a laquelle|ou (?:vous|la|le|cette|ce)))',
  'dagtekening|gedagtekend|heden|vandaag|nu af|nu|morgen|verzend\\w*|verzonden(?! brief)|versturen',
  'verstuurd\\w*|versturing|poststempel|opmaak|opgesteld|geschreven|hereof|today|tomorrow|now|dispatch\\w*',
  'sending|sent|posting|posted|mailing|mailed|postmark|issued?|dated|drafted|ausstellung\\w*|heute|heutigen',
  'absend\\w+|versand\\w*|versendung|versendet|verschickt|abgesandt|abgeschickt|aufgabe|poststempel\\w*|jetzt',
  "sofort|ce jour|aujourd'hui|envoi|l'envoi|envoyee?s?|expedition|l'expedition|expediee?s?|emission|l'emission",
  'cachet de la poste|demain|maintenant',
);

/** The letter itself, as what a term is counted from when nothing says that it was received. */
export const letterWords = anyOf(
  '(?:deze|dit|onze|this|our|dieses?|dieser|diesem|unser\\w*|cette|ce|notre|la present)\\w* (?:\\w+ )?(?:brief|schrijven|aanmaning|sommatie|bericht|mail|e-mail|letter|notice|demand|reminder|schreiben\\w*|briefe?s?|mahnung|lettre|courrier|mise)?',
  'la presente|des presentes',
);

/** What a term was counted from when the invoice was sent: not a term of this letter. */
export const invoiceWords = anyOf(
  'factuur\\w*|facturen|facturatie|vervaldatum|vervaldag|levering|invoice\\w*|due date|rechnung\\w*',
  "falligkeit\\w*|lieferung|factur\\w+|date d'echeance|echeance",
);

/** A term that is over, was agreed before, or stood in an earlier letter. */
export const pastWords = anyOf(
  'verstreken|verlopen|overschreden|voorbij|overeengekomen|afgesproken|voorwaarden|eerder(?:e)?|had u',
  'had moeten|hadden|destijds|herinnering(?:en)?|te laat|expired|elapsed|passed|overdue|agreed',
  'terms and conditions|earlier|previous(?:ly)?|reminders?|should have been|had to|ago|has lapsed|abgelaufen',
  'verstrichen|uberschritten|vereinbart\\w*|zahlungsziel|geschaftsbedingungen|fruher\\w*|zuvor|erinnerung\\w*',
  'uberfallig|expire|ecoule|depasse|convenu|conditions generales|precedent\\w*|anterieur\\w*|rappels?|auriez du',
  'aurait du|echue?s?',
);

/** Starts the part that says from when the term counts. */
export const countsFrom = anyOf(
  'nadat|na|vanaf|met ingang van|ingaand\\w*|gaat in|gaan in|ingaat|ingaan|te rekenen|gerekend|te tellen|geteld',
  'beginn?en\\w*|begint|aanvang\\w*|vangt|start\\w*|lop(?:end|en)|loopt|volgend\\w*|sinds|van de dag|een dag na',
  'op de dag|after|from',
  'of(?= (?:the |its |your )?(?:receipt|receiving|delivery|date|day|today|this|dispatch|sending|posting|being|having|service))',
  'following|starting|starts?|beginning|begins?|commenc\\w+|counting|counted|calculated|running|runs?|as of',
  'as from|since|on which|upon|with effect|nach|nachdem|ab|seit|gerechnet|beginnend|beginnt|gezahlt|lauft',
  'startet|von dem|vom|folgend\\w*|an dem|a compter|a partir|a dater|apres|suivant|qui suit|qui suivent',
  'commenc\\w+|debut\\w+|court|courant|depuis|des',
  'de(?= (?:la |sa |votre )?(?:reception|remise|notification|date|envoi|presentation))|des la|du lendemain',
  'prenant effet|prend effet',
);

/** The first day is the one after that on which the letter is received. */
export const dayAfter = anyOf(
  '(?:dag|dagen) (?:na|nadat|volgend\\w*|die volgt|erna|daarna|daarop|later|die (?:na|volgt))',
  '(?:volgende|eerste|eerstvolgende) dag(?: na| nadat)?|daags na',
  '(?:na|volgend op|volgt op) (?:de|die|den) dag (?:waarop|dat|van|der|die)?|na die (?:waarop|van)',
  'daaropvolgende dag|dag (?:der|van) ontvangst volgende dag',
  '(?:day|date) (?:after|following|that follows|which follows|next|immediately after|immediately following)',
  '(?:next|following) day|(?:after|following) the (?:day|date) (?:on which|of|that|you|this|when)',
  'day thereafter|not counting the day',
  'tag(?:e|es|en)?,? (?:nach|nachdem|danach|,? ?der auf|,? ?welcher auf|der dem|darauf)|folgetag\\w*',
  '(?:folgenden|nachsten|darauffolgenden) (?:kalender)?tag\\w*|nach dem (?:tag|tage)|tags darauf',
  'folgenden tages?|lendemain|jour (?:suivant|qui suit|apres|suivant celui)|apres le jour',
  "suivant (?:le jour|celui)|suivent (?:le jour|celui)|jour d'apres|premier jour (?:suivant|qui suit|apres)",
);

/** The sentence is about a term and when it starts. */
export const termStarts = new RegExp(
  `(?<![a-z])${anyOf(
    '(?:betalings)?termijn|periode|dagen|period|term|days|time limit|\\w*frist|tage|delai|periode|jours|deadline',
  )}(?![a-z]).{0,40}(?<![a-z])${anyOf(
    'begint|beginnen|gaat|gaan|start|starten|vangt|loopt|lopen|geldt|begins?|starts?|runs?|commences?|is counted',
    'counts?|beginnt|lauft|startet|gilt|commencent?|court|courent|debute|prend|rekenen wij|wordt gerekend',
    'wird gerechnet|est calcule',
  )}(?![a-z])`,
);

/** Pay now, without a term. */
export const atOnce = new RegExp(
  `(?<![a-z])${anyOf(
    'per omgaande?|omgaand|per direct|onverwijld|onmiddellijk|terstond|ogenblikkelijk|vandaag nog|nog vandaag',
    'by return(?: of post)?|immediately|immediate|forthwith|at once|without delay|umgehend|unverzuglich|sofort',
    'sofortige[nrsm]?|postwendend|ohne verzug|sans delai|par retour(?: du courrier| de courrier)?|immediatement',
    'immediate?|sans attendre',
  )}(?![a-z])`,
);

/** That something falls due by itself; "immediately due" asks no payment at once. */
export const fallsDue = new RegExp(
  `(?<![a-z])${anyOf(
    'verschuldigd|opeisbaar|in rekening|due|charged|fallig|geschuldet|exigibles?|dus?|dues?|redevable',
  )}(?![a-z])`,
);
