import type { FourteenDayLetter, LetterProblemCode } from '#shared/law/fourteen-day-letter/letter.ts';
import { type Language, rightLetters } from './fourteen-day-letters.ts';

export interface Defect {
  readonly code: LetterProblemCode;
  readonly name: string;
  readonly letter: FourteenDayLetter;
}

type Edit = (letter: FourteenDayLetter) => FourteenDayLetter;

function letterOf(language: Language, at: number): FourteenDayLetter {
  const found = rightLetters.filter((each) => each.language === language)[at];
  if (!found) throw new Error(`no letter ${at} in ${language}`);
  return found.letter;
}

/** Replaces words of the letter; words that are not there are a mistake in the test. */
function saying(from: string, to: string): Edit {
  return (letter) => {
    if (!letter.text?.includes(from)) throw new Error(`not in the letter: ${from}`);
    return { ...letter, text: letter.text.replace(from, to) };
  };
}

/** Adds a sentence of its own below the letter's request. */
function adding(sentence: string): Edit {
  return (letter) => ({ ...letter, text: `${letter.text}\n\n${sentence}` });
}

const iban2 = 'NL20INGB0001234567';

/** Defects of the fields, the same in every language. */
const ofFields: readonly (readonly [LetterProblemCode, string, number, Edit])[] = [
  ['not-consumer', 'a business', 0, (letter) => ({ ...letter, debtor: { consumer: false } })],
  ['not-in-default', 'due today', 1, ofItem(0, { dueDate: '2026-11-26' })],
  ['not-in-default', 'no due date', 1, ofItem(0, { dueDate: null })],
  ['not-in-default', 'one of three due tomorrow', 0, ofItem(2, { dueDate: '2026-11-24' })],
  ['item-missing', 'one in default left out', 0, ofItem(1, { included: false })],
  [
    'end-date-too-early',
    'letter date + 16 on a Friday (D14-13)',
    4,
    (letter) => ({ ...letter, printedDeadline: '2026-12-13' }),
  ],
  ['end-date-too-early', 'a day too early', 4, (letter) => ({ ...letter, printedDeadline: '2026-12-14' })],
  ['costs-missing', 'no costs announced', 0, (letter) => ({ ...letter, costsAnnounced: null })],
  ['costs-amount', 'a cent too much', 0, (letter) => ({ ...letter, costsAnnounced: 7_884 })],
  ['vat-ground', 'VAT that can be deducted', 2, (letter) => ({ ...letter, creditor: { deductsVat: true } })],
  ['interest-claimed', 'more asked than the invoices', 0, (letter) => ({ ...letter, amounts: [52_862] })],
  ['several-amounts', 'two amounts', 0, (letter) => ({ ...letter, amounts: [52_550, 60_433] })],
  ['several-amounts', 'less than the invoices', 0, (letter) => ({ ...letter, amounts: [50_000] })],
  ['several-ibans', 'two accounts', 0, (letter) => ({ ...letter, ibans: [...letter.ibans, iban2] })],
];

function ofItem(at: number, change: Partial<FourteenDayLetter['items'][number]>): Edit {
  return (letter) => ({
    ...letter,
    items: letter.items.map((item, index) => (index === at ? { ...item, ...change } : item)),
  });
}

/** Defects that stand in the words only: the fields still say that all is well. */
const ofWords: Readonly<Record<Language, readonly (readonly [LetterProblemCode, string, number, Edit])[]>> = {
  nl: [
    ['term-wording', 'after the date', 0, saying('nadat deze brief bij u is bezorgd', 'na dagtekening van deze brief')],
    ['term-wording', 'fourteen after receipt', 3, saying('vijftien (15) dagen', 'veertien (14) dagen')],
    ['term-wording', 'beside the right one', 1, adding('Uw betaling zien wij binnen tien dagen tegemoet.')],
    ['end-date-too-early', 'a date in words', 0, saying('op rekening', 'en wel uiterlijk 4 december 2026 op rekening')],
    ['end-date-too-early', 'costs from a date', 1, adding('Vanaf 8 december 2026 bent u de kosten verschuldigd.')],
    ['end-date-too-early', 'before the first right day', 4, saying('uiterlijk 16 december 2026', 'vóór 15-12-2026')],
    ['costs-missing', 'no amount', 1, saying(' ten bedrage van € 187,50, berekend conform', ' volgens')],
    ['costs-amount', 'another amount', 0, saying('tarief € 78,83. Het totaal wordt dan € 604,33', 'tarief € 79,00')],
    [
      'vat-ground',
      'VAT without the statement',
      2,
      saying(' Omdat wij de btw niet kunnen verrekenen, zijn de kosten verhoogd met 21% btw.', ''),
    ],
    [
      'vat-ground',
      'VAT on top',
      1,
      saying('van € 187,50, berekend', 'van € 187,50, te vermeerderen met 21% btw, berekend'),
    ],
    [
      'interest-claimed',
      'added to the principal',
      1,
      saying('te voldoen binnen', 'te vermeerderen met de wettelijke rente vanaf de vervaldatum te voldoen binnen'),
    ],
    ['interest-claimed', 'an amount', 0, adding('Daarnaast bent u € 3,12 rente verschuldigd.')],
    [
      'interest-claimed',
      'administration costs',
      0,
      adding('Hiervoor brengen wij € 15,00 administratiekosten in rekening.'),
    ],
    ['several-amounts', 'a second amount', 3, adding('Met uw borg meegerekend dient u € 3.100,00 te betalen.')],
    [
      'several-amounts',
      'costs in what is to be paid now',
      1,
      saying('het bedrag van € 1.250,00 te voldoen', 'een bedrag van € 1.437,50 te voldoen'),
    ],
    ['several-ibans', 'a second account', 0, adding('U kunt ook betalen op NL20 INGB 0001 2345 67.')],
    ['item-missing', 'one not named', 0, saying('2026-118', 'idem')],
    [
      'consequence-missing',
      'costs without consequence',
      0,
      saying(
        'Betaalt u niet binnen deze termijn, dan bent u ook buitengerechtelijke incassokosten verschuldigd. Die bedragen volgens het wettelijke tarief € 78,83. Het totaal wordt dan € 604,33.',
        'De buitengerechtelijke incassokosten bedragen € 78,83.',
      ),
    ],
    [
      'consequence-missing',
      'a threat without costs',
      1,
      saying(
        'Indien u niet, niet tijdig of niet volledig binnen de gestelde termijn betaalt, bent u tevens een vergoeding voor buitengerechtelijke kosten verschuldigd ten bedrage van € 187,50, berekend conform',
        'Indien u niet betaalt, start ik een procedure. De incassokosten zijn € 187,50, conform',
      ),
    ],
  ],
  en: [
    [
      'term-wording',
      'after the date',
      0,
      saying('fifteen days after this letter has been delivered to you', '14 days of the date of this letter'),
    ],
    ['term-wording', 'fourteen after receipt', 3, saying('15 days of receipt', '14 days of receipt')],
    ['term-wording', 'beside the right one', 1, adding('Your payment is expected within ten days.')],
    [
      'end-date-too-early',
      'a date in words',
      0,
      saying(', to account', ', at the latest on 4 December 2026, to account'),
    ],
    ['end-date-too-early', 'costs from a date', 1, adding('From 8 December 2026 you will owe the collection costs.')],
    [
      'end-date-too-early',
      'before the first right day',
      4,
      saying('no later than 16 December 2026', 'before December 15, 2026'),
    ],
    ['costs-missing', 'no amount', 1, saying(' in the amount of €187.50, calculated', ', calculated')],
    [
      'costs-amount',
      'another amount',
      0,
      saying(
        'EUR 78.83 under the statutory scale. The total would then be EUR 604.33',
        'EUR 79.00 under the statutory scale',
      ),
    ],
    [
      'vat-ground',
      'VAT without the statement',
      2,
      saying(' As we cannot deduct VAT, the costs have been increased by 21% VAT.', ''),
    ],
    ['vat-ground', 'VAT on top', 1, saying('of €187.50, calculated', 'of €187.50, increased by 21% VAT, calculated')],
    [
      'interest-claimed',
      'added to the principal',
      1,
      saying('sum of €1,250.00 within', 'sum of €1,250.00 plus statutory interest from the due date within'),
    ],
    ['interest-claimed', 'an amount', 0, adding('You also owe EUR 3.12 in interest.')],
    ['interest-claimed', 'administration costs', 0, adding('We charge a reminder fee of EUR 15.00.')],
    ['several-amounts', 'a second amount', 3, adding('Including your deposit you have to pay € 3,100.00.')],
    [
      'several-amounts',
      'costs in what is to be paid now',
      1,
      saying('pay the sum of €1,250.00', 'pay the sum of €1,437.50'),
    ],
    ['several-ibans', 'a second account', 0, adding('You can also pay to NL20 INGB 0001 2345 67.')],
    ['item-missing', 'one not named', 0, saying('2026-118', 'ditto')],
    [
      'consequence-missing',
      'costs without consequence',
      0,
      saying(
        'If we do not receive your payment within this period, you will also owe collection costs of EUR 78.83 under the statutory scale. The total would then be EUR 604.33.',
        'The collection costs are EUR 78.83.',
      ),
    ],
    [
      'consequence-missing',
      'a threat without costs',
      1,
      saying(
        'Should you fail to pay the full amount in time, you shall be liable for extrajudicial collection costs in the amount of €187.50, calculated',
        'Should you fail to pay, we will start proceedings. The collection costs are €187.50, calculated',
      ),
    ],
  ],
  de: [
    ['term-wording', 'after the date', 0, saying('fünfzehn Tagen nach Zustellung', '14 Tagen ab Datum')],
    ['term-wording', 'fourteen after receipt', 3, saying('15 (fünfzehn) Tagen', '14 (vierzehn) Tagen')],
    ['term-wording', 'beside the right one', 1, adding('Ihre Zahlung erwarten wir innerhalb von zehn Tagen.')],
    [
      'end-date-too-early',
      'a date in words',
      0,
      saying('auf das Konto', 'spätestens bis zum 4. Dezember 2026 auf das Konto'),
    ],
    ['end-date-too-early', 'costs from a date', 1, adding('Ab dem 8. Dezember 2026 schulden Sie die Inkassokosten.')],
    [
      'end-date-too-early',
      'before the first right day',
      4,
      saying('spätestens am 16. Dezember 2026', 'vor dem 15.12.2026'),
    ],
    ['costs-missing', 'no amount', 1, saying(' in Höhe von 187,50 € zu tragen', ' zu tragen')],
    ['costs-amount', 'another amount', 0, saying('78,83 €. Insgesamt sind dann 604,33 € zu zahlen', '79,00 €')],
    [
      'vat-ground',
      'VAT without the statement',
      2,
      saying(' Da wir die Mehrwertsteuer nicht abziehen können, sind die Kosten um 21 % Mehrwertsteuer erhöht.', ''),
    ],
    ['vat-ground', 'VAT on top', 1, saying('187,50 € zu tragen', '187,50 € zuzüglich 21 % MwSt. zu tragen')],
    [
      'interest-claimed',
      'added to the principal',
      1,
      saying('über 1.250,00 € zu begleichen', 'über 1.250,00 € zuzüglich gesetzlicher Zinsen zu begleichen'),
    ],
    ['interest-claimed', 'an amount', 0, adding('Außerdem schulden Sie 3,12 € Verzugszinsen.')],
    ['interest-claimed', 'administration costs', 0, adding('Wir berechnen eine Mahngebühr von 15,00 €.')],
    ['several-amounts', 'a second amount', 3, adding('Einschließlich Kaution haben Sie 3.100,00 € zu zahlen.')],
    ['several-amounts', 'costs in what is to be paid now', 1, adding('Zu zahlen sind 1.437,50 €.')],
    ['several-ibans', 'a second account', 0, adding('Sie können auch auf NL20 INGB 0001 2345 67 zahlen.')],
    ['item-missing', 'one not named', 0, saying('2026-118', 'desgl.')],
    [
      'consequence-missing',
      'costs without consequence',
      0,
      saying(
        'Geht Ihre Zahlung nicht innerhalb dieser Frist ein, so schulden Sie zusätzlich außergerichtliche Inkassokosten in Höhe von 78,83 €. Insgesamt sind dann 604,33 € zu zahlen.',
        'Die Inkassokosten betragen 78,83 €.',
      ),
    ],
    [
      'consequence-missing',
      'a threat without costs',
      1,
      saying(
        'Sollten Sie nicht fristgerecht und vollständig zahlen, haben Sie auch die Inkassokosten in Höhe von 187,50 € zu tragen',
        'Sollten Sie nicht zahlen, gehen wir vor Gericht. Die Inkassokosten betragen 187,50 €',
      ),
    ],
  ],
  fr: [
    [
      'term-wording',
      'after the date',
      0,
      saying(
        'dans les quinze jours suivant la remise de la présente lettre',
        'dans les 14 jours à compter de la date de la présente lettre',
      ),
    ],
    ['term-wording', 'fourteen after receipt', 3, saying('15 jours après réception', '14 jours après réception')],
    ['term-wording', 'beside the right one', 1, adding('Nous attendons votre paiement dans les dix jours.')],
    [
      'end-date-too-early',
      'a date in words',
      0,
      saying(', sur le compte', ', au plus tard le 4 décembre 2026, sur le compte'),
    ],
    [
      'end-date-too-early',
      'costs from a date',
      1,
      adding('À partir du 8 décembre 2026, vous devrez les frais de recouvrement.'),
    ],
    [
      'end-date-too-early',
      'before the first right day',
      4,
      saying('au plus tard le 16 décembre 2026', 'avant le 15/12/2026'),
    ],
    ['costs-missing', 'no amount', 1, saying(', fixés à 187,50 € selon', ' selon')],
    ['costs-amount', 'another amount', 0, saying("soit 78,83 €. Le total s'élèvera alors à 604,33 €", 'soit 79,00 €')],
    [
      'vat-ground',
      'VAT without the statement',
      2,
      saying(' Comme nous ne pouvons pas déduire la TVA, les frais sont majorés de 21 % de TVA.', ''),
    ],
    [
      'vat-ground',
      'VAT on top',
      1,
      saying('fixés à 187,50 € selon', 'fixés à 187,50 €, majorés de 21 % de TVA, selon'),
    ],
    [
      'interest-claimed',
      'added to the principal',
      1,
      saying('la somme de 1 250,00 € dans', 'la somme de 1 250,00 € majorée des intérêts légaux dans'),
    ],
    ['interest-claimed', 'an amount', 0, adding("Vous devez en outre 3,12 € d'intérêts de retard.")],
    ['interest-claimed', 'administration costs', 0, adding('Nous facturons 15,00 € de frais de dossier.')],
    ['several-amounts', 'a second amount', 3, adding('Caution comprise, vous devez payer 3 100,00 €.')],
    [
      'several-amounts',
      'costs in what is to be paid now',
      1,
      saying('régler la somme de 1 250,00 €', 'régler la somme de 1 437,50 €'),
    ],
    ['several-ibans', 'a second account', 0, adding('Vous pouvez aussi payer sur NL20 INGB 0001 2345 67.')],
    ['item-missing', 'one not named', 0, saying('2026-118', 'idem')],
    [
      'consequence-missing',
      'costs without consequence',
      0,
      saying(
        "À défaut de paiement dans ce délai, vous serez redevable des frais de recouvrement extrajudiciaires, soit 78,83 €. Le total s'élèvera alors à 604,33 €.",
        "Les frais de recouvrement s'élèvent à 78,83 €.",
      ),
    ],
    [
      'consequence-missing',
      'a threat without costs',
      1,
      saying(
        'Si vous ne payez pas intégralement dans ce délai, vous devrez également les frais de recouvrement, fixés',
        'Si vous ne payez pas, nous saisirons le tribunal. Les frais de recouvrement sont fixés',
      ),
    ],
  ],
};

/** Every seeded defect of a language: a right letter with one thing wrong. */
export function defectsIn(language: Language): readonly Defect[] {
  return [...ofFields, ...ofWords[language]].map(([code, name, at, edit]) => ({
    code,
    name,
    letter: edit(letterOf(language, at)),
  }));
}
