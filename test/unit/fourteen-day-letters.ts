import { readFourteenDayLetter } from '#shared/law/fourteen-day-letter/read-letter.ts';

/** Letters as different senders write them; every one of them holds. */
export const languages = ['nl', 'en', 'de', 'fr'] as const;
export type Language = (typeof languages)[number];

const three = [
  { number: '2026-101', invoiceDate: '2026-09-01', dueDate: '2026-10-01', open: '120.00', included: true },
  { number: '2026-118', invoiceDate: '2026-09-15', dueDate: '2026-10-15', open: '95.50', included: true },
  { number: '2026-131', invoiceDate: '2026-10-01', dueDate: '2026-10-31', open: '310.00', included: true },
];
const one = [{ number: 'F-20455', invoiceDate: '2026-08-17', dueDate: '2026-09-16', open: '1250.00', included: true }];
const two = [
  { number: 'VF26/0077', invoiceDate: '2026-07-03', dueDate: '2026-08-02', open: '1899.95', included: true },
  { number: 'VF26/0091', invoiceDate: '2026-08-03', dueDate: '2026-09-02', open: '1000.05', included: true },
  { number: 'VF26/0140', invoiceDate: '2026-12-03', dueDate: '2027-01-02', open: '450.00', included: false },
];
const common = { channel: 'post', debtor: { consumer: true }, creditor: { deductsVat: true }, printedDeadline: null };
const iban = 'NL91ABNA0417164300';

/** 525.50 → 78.83. */
const threeItems = {
  ...common,
  sentOn: '2026-11-23',
  items: three,
  amounts: ['525.50'],
  ibans: [iban],
  costsAnnounced: '78.83',
};
/** 1,250.00 → 187.50. */
const oneItem = {
  ...common,
  sentOn: '2026-11-26',
  items: one,
  amounts: ['1250.00'],
  ibans: [iban],
  costsAnnounced: '187.50',
};
/** 2,900.00 → 415.00. */
const twoItems = { ...common, sentOn: '2026-12-24', items: two, amounts: [2900], ibans: [iban], costsAnnounced: 415 };
/** 120.00 → 40.00, with VAT 48.40. */
const withVat = {
  ...common,
  sentOn: '2026-11-27',
  channel: 'email',
  creditor: { deductsVat: false },
  items: three.slice(0, 1),
  amounts: ['120.00'],
  ibans: [iban],
  costsAnnounced: '48.40',
};
/** 525.50 → 78.83, with an end date that is late enough: posted on a Friday. */
const withDate = { ...threeItems, sentOn: '2026-11-27', channel: 'registered', printedDeadline: '2026-12-16' };

const texts: Readonly<Record<Language, readonly (readonly [name: string, fields: object, text: string])[]>> = {
  nl: [
    [
      'a bookkeeper, three invoices',
      threeItems,
      `Geachte mevrouw Jansen,

Ondanks onze herinnering en aanmaning staan de volgende facturen nog open:

Factuur    Datum       Vervaldatum  Openstaand
2026-101   01-09-2026  01-10-2026   € 120,00
2026-118   15-09-2026  15-10-2026   €  95,50
2026-131   01-10-2026  31-10-2026   € 310,00
Totaal te betalen: € 525,50

Wij verzoeken u het bedrag van € 525,50 binnen vijftien dagen nadat deze brief bij u is bezorgd te betalen op rekening NL91 ABNA 0417 1643 00 ten name van Fietsenmaker De Ketting.

Betaalt u niet binnen deze termijn, dan bent u ook buitengerechtelijke incassokosten verschuldigd. Die bedragen volgens het wettelijke tarief € 78,83. Het totaal wordt dan € 604,33.

Bent u het niet eens met deze brief? Laat het ons dan binnen acht dagen weten via 010 123 45 67.

Met vriendelijke groet,
Fietsenmaker De Ketting`,
    ],
    [
      'a lawyer',
      oneItem,
      `Betreft: aanmaning ex artikel 6:96 lid 6 BW

Geachte heer De Wit,

Namens cliënte, Schildersbedrijf Van Dalen B.V., bericht ik u als volgt. Cliënte heeft van u opeisbaar te vorderen de factuur F-20455 d.d. 17 augustus 2026, groot € 1.250,00. De betalingstermijn van 30 dagen is op 16 september 2026 verstreken, zodat u in verzuim verkeert.

Ik sommeer u het bedrag van € 1.250,00 te voldoen binnen veertien dagen, te rekenen vanaf de dag na die waarop deze brief bij u is bezorgd, door overmaking op rekeningnummer NL91ABNA0417164300 onder vermelding van F-20455.

Indien u niet, niet tijdig of niet volledig binnen de gestelde termijn betaalt, bent u tevens een vergoeding voor buitengerechtelijke kosten verschuldigd ten bedrage van € 187,50, berekend conform artikel 2 van het Besluit vergoeding voor buitengerechtelijke incassokosten (15% over de eerste € 2.500,00 met een minimum van € 40,00).

Hoogachtend,`,
    ],
    [
      'plain words, e-mail, VAT that cannot be deducted',
      withVat,
      `Beste heer Bakker,

U moet ons nog € 120,00 betalen voor factuur 2026-101 van 1 september 2026.

Wat moet u doen?
Betaal € 120,00 op NL91 ABNA 0417 1643 00. U hebt hiervoor 14 dagen de tijd. Die termijn begint op de dag nadat u deze brief hebt ontvangen.

Wat gebeurt er als u niet op tijd betaalt?
Dan komen er incassokosten bij. Die zijn € 48,40: € 40,00 plus € 8,40 btw. Omdat wij de btw niet kunnen verrekenen, zijn de kosten verhoogd met 21% btw. U betaalt dan in totaal € 168,40.

Kunt u niet in één keer betalen? Bel ons dan binnen een week.`,
    ],
    [
      'a landlord, two invoices and one not yet due',
      twoItems,
      `Geachte huurder,

De facturen VF26/0077 (€ 1.899,95, te betalen vóór 2 augustus 2026) en VF26/0091 (€ 1.000,05) hebt u ondanks herinneringen niet betaald. Factuur VF26/0140 van € 450,00 vervalt pas op 2 januari 2027 en blijft hier buiten.

U krijgt een laatste gelegenheid om zonder extra kosten te betalen. Maak € 2.900,00 over binnen een termijn van vijftien (15) dagen na ontvangst van deze brief. Rente brengen wij nu niet in rekening.

Doet u dat niet, dan brengen wij € 415,00 aan incassokosten bij u in rekening (artikel 6:96 BW). Na het verstrijken van de termijn van veertien dagen kan ook wettelijke rente worden gevorderd.`,
    ],
    [
      'a printed end date that is late enough',
      withDate,
      `Geachte heer, mevrouw,

Voor 2026-101 t/m 2026-131 staat nog € 525,50 open. Betalingen zijn verwerkt t/m 26-11-2026.

Wij stellen u in de gelegenheid dit bedrag alsnog te betalen binnen vijftien dagen na bezorging van deze brief, dus uiterlijk 16 december 2026.

Bij gebreke van tijdige betaling maken wij aanspraak op € 78,83 aan buitengerechtelijke incassokosten.`,
    ],
  ],
  en: [
    [
      'a bookkeeper, three invoices',
      threeItems,
      `Dear Ms Jansen,

In spite of our reminders we have not received payment of these invoices:

2026-101   01-09-2026   EUR 120.00
2026-118   15-09-2026   EUR  95.50
2026-131   01-10-2026   EUR 310.00
Total to pay: EUR 525.50

Please pay the amount of EUR 525.50 within fifteen days after this letter has been delivered to you, to account NL91 ABNA 0417 1643 00.

If we do not receive your payment within this period, you will also owe collection costs of EUR 78.83 under the statutory scale. The total would then be EUR 604.33.

If you disagree with this letter, please let us know within eight days.

Yours sincerely,`,
    ],
    [
      'a lawyer',
      oneItem,
      `Re: notice under section 6:96(6) of the Dutch Civil Code

Dear Mr De Wit,

On behalf of my client I draw your attention to invoice F-20455 of 17 August 2026 for €1,250.00. The agreed payment term of 30 days expired on 16 September 2026 and you are in default.

I hereby demand that you pay the sum of €1,250.00 within a period of fourteen (14) days, commencing on the day following the day on which this letter is received by you.

Should you fail to pay the full amount in time, you shall be liable for extrajudicial collection costs in the amount of €187.50, calculated in accordance with the Decree (15% of the first €2,500 with a minimum of €40).

Yours faithfully,`,
    ],
    [
      'plain words, e-mail, VAT that cannot be deducted',
      withVat,
      `Dear Mr Bakker,

You still have to pay us €120.00 for invoice 2026-101.

What do you have to do?
Transfer €120.00 to NL91 ABNA 0417 1643 00. You have 14 days to pay. This period starts on the day after you receive this letter.

What happens if you do not pay on time?
We will then charge collection costs of €48.40: €40.00 plus €8.40 VAT. As we cannot deduct VAT, the costs have been increased by 21% VAT. In total you pay €168.40 then.

It is in your own interest to contact us if you cannot pay at once.`,
    ],
    [
      'a landlord, two invoices and one not yet due',
      twoItems,
      `Dear tenant,

The invoices VF26/0077 (€ 1,899.95) and VF26/0091 (€ 1,000.05) are unpaid. Invoice VF26/0140 for € 450.00 is due on 2 January 2027 and is not part of this letter.

This is your last opportunity to pay without extra costs. Please transfer € 2,900.00 within 15 days of receipt of this letter. No interest is charged.

If payment is late, collection costs of € 415.00 will be added (article 6:96 of the Dutch Civil Code). We reserve the right to claim statutory interest.`,
    ],
    [
      'a printed end date that is late enough',
      withDate,
      `Dear Sir or Madam,

For 2026-101 to 2026-131 an amount of €525.50 is outstanding. Payments have been processed until 26-11-2026.

We offer you the opportunity to pay this amount within fifteen days after delivery of this letter, that is no later than 16 December 2026.

Failing timely payment, we will claim €78.83 in collection costs from you.`,
    ],
  ],
  de: [
    [
      'a bookkeeper, three invoices',
      threeItems,
      `Sehr geehrte Frau Jansen,

trotz unserer Mahnung sind die folgenden Rechnungen noch offen:

2026-101   01.09.2026   120,00 €
2026-118   15.09.2026    95,50 €
2026-131   01.10.2026   310,00 €
Gesamtbetrag: 525,50 €

Wir bitten Sie, den Betrag von 525,50 € innerhalb von fünfzehn Tagen nach Zustellung dieses Schreibens auf das Konto NL91 ABNA 0417 1643 00 zu überweisen.

Geht Ihre Zahlung nicht innerhalb dieser Frist ein, so schulden Sie zusätzlich außergerichtliche Inkassokosten in Höhe von 78,83 €. Insgesamt sind dann 604,33 € zu zahlen.

Mit freundlichen Grüßen`,
    ],
    [
      'a lawyer',
      oneItem,
      `Betreff: Mahnung gemäß Art. 6:96 Abs. 6 des niederländischen Bürgerlichen Gesetzbuchs

Sehr geehrter Herr De Wit,

namens meiner Mandantin fordere ich Sie auf, die Rechnung F-20455 vom 17. August 2026 über 1.250,00 € zu begleichen. Die Zahlungsfrist von 30 Tagen ist am 16. September 2026 abgelaufen; Sie befinden sich in Verzug.

Ich setze Ihnen hierfür eine Frist von vierzehn Tagen, gerechnet ab dem Tag, der auf den Zugang dieses Schreibens folgt, also ab dem Tag nach Erhalt.

Sollten Sie nicht fristgerecht und vollständig zahlen, haben Sie auch die Inkassokosten in Höhe von 187,50 € zu tragen (15 % der ersten 2.500,00 €, mindestens 40,00 €).

Hochachtungsvoll`,
    ],
    [
      'plain words, e-mail, VAT that cannot be deducted',
      withVat,
      `Guten Tag Herr Bakker,

für die Rechnung 2026-101 müssen Sie uns noch 120,00 € bezahlen.

Was müssen Sie tun?
Überweisen Sie 120,00 € auf NL91 ABNA 0417 1643 00. Sie haben dafür 14 Tage Zeit. Die Frist beginnt am Tag, nachdem Sie dieses Schreiben erhalten haben.

Was passiert, wenn Sie nicht rechtzeitig zahlen?
Dann kommen Inkassokosten hinzu. Diese betragen 48,40 €: 40,00 € zuzüglich 8,40 € Mehrwertsteuer. Da wir die Mehrwertsteuer nicht abziehen können, sind die Kosten um 21 % Mehrwertsteuer erhöht. Sie zahlen dann insgesamt 168,40 €.`,
    ],
    [
      'a landlord, two invoices and one not yet due',
      twoItems,
      `Sehr geehrter Mieter,

die Rechnungen VF26/0077 (1.899,95 €) und VF26/0091 (1.000,05 €) sind nicht bezahlt. Die Rechnung VF26/0140 über 450,00 € wird erst am 2. Januar 2027 fällig.

Überweisen Sie bitte 2.900,00 € binnen 15 (fünfzehn) Tagen nach Erhalt dieses Briefes. Zinsen berechnen wir nicht.

Andernfalls stellen wir Ihnen Inkassokosten von 415,00 € in Rechnung. Wir behalten uns vor, gesetzliche Zinsen zu fordern.`,
    ],
    [
      'a printed end date that is late enough',
      withDate,
      `Sehr geehrte Damen und Herren,

für 2026-101 bis 2026-131 sind noch 525,50 € offen. Zahlungen sind bis einschließlich 26.11.2026 berücksichtigt.

Sie können diesen Betrag noch innerhalb von fünfzehn Tagen nach Zugang dieses Schreibens zahlen, spätestens am 16. Dezember 2026.

Bei ausbleibender Zahlung verlangen wir 78,83 € an Inkassokosten.`,
    ],
  ],
  fr: [
    [
      'a bookkeeper, three invoices',
      threeItems,
      `Madame,

Malgré nos rappels, les factures suivantes restent impayées :

2026-101   01/09/2026   120,00 €
2026-118   15/09/2026    95,50 €
2026-131   01/10/2026   310,00 €
Total à payer : 525,50 €

Nous vous prions de payer la somme de 525,50 € dans les quinze jours suivant la remise de la présente lettre, sur le compte NL91 ABNA 0417 1643 00.

À défaut de paiement dans ce délai, vous serez redevable des frais de recouvrement extrajudiciaires, soit 78,83 €. Le total s'élèvera alors à 604,33 €.

Veuillez agréer, Madame, nos salutations distinguées.`,
    ],
    [
      'a lawyer',
      oneItem,
      `Objet : mise en demeure (art. 6:96, alinéa 6, du Code civil néerlandais)

Monsieur,

Au nom de ma cliente, je vous rappelle la facture F-20455 du 17 août 2026, d'un montant de 1 250,00 €. Le délai de paiement de 30 jours a expiré le 16 septembre 2026.

Je vous mets en demeure de régler la somme de 1 250,00 € dans un délai de quatorze jours à compter du lendemain de la réception de la présente.

Si vous ne payez pas intégralement dans ce délai, vous devrez également les frais de recouvrement, fixés à 187,50 € selon le barème légal (15 % des premiers 2 500 €, minimum 40 €).`,
    ],
    [
      'plain words, e-mail, VAT that cannot be deducted',
      withVat,
      `Bonjour Monsieur Bakker,

Vous devez encore nous payer 120,00 € pour la facture 2026-101.

Que devez-vous faire ?
Versez 120,00 € sur NL91 ABNA 0417 1643 00. Vous avez 14 jours pour payer. Ce délai commence le lendemain du jour où vous avez reçu cette lettre.

Que se passe-t-il si vous ne payez pas à temps ?
Des frais de recouvrement de 48,40 € s'ajouteront alors : 40,00 € plus 8,40 € de TVA. Comme nous ne pouvons pas déduire la TVA, les frais sont majorés de 21 % de TVA. Vous paierez alors 168,40 € au total.`,
    ],
    [
      'a landlord, two invoices and one not yet due',
      twoItems,
      `Cher locataire,

Les factures VF26/0077 (1 899,95 €) et VF26/0091 (1 000,05 €) n'ont pas été payées. La facture VF26/0140 de 450,00 € n'est due que le 2 janvier 2027.

Veuillez verser 2 900,00 € dans les 15 jours après réception de cette lettre. Aucun intérêt de retard n'est réclamé.

Passé ce délai, des frais de recouvrement de 415,00 € vous seront facturés. Nous nous réservons le droit de réclamer les intérêts légaux.`,
    ],
    [
      'a printed end date that is late enough',
      withDate,
      `Madame, Monsieur,

Pour 2026-101 à 2026-131, un montant de 525,50 € reste ouvert. Les paiements sont pris en compte jusqu'au 26-11-2026.

Vous pouvez encore payer ce montant dans les quinze jours suivant la réception de cette lettre, au plus tard le 16 décembre 2026.

En cas de non-paiement dans ce délai, nous réclamerons 78,83 € de frais de recouvrement.`,
    ],
  ],
};

/** Right letters, as the command line reads them. */
export const rightLetters = languages.flatMap((language) =>
  texts[language].map(([name, fields, text]) => ({
    language,
    name,
    letter: readFourteenDayLetter({ ...fields, text }),
  })),
);
