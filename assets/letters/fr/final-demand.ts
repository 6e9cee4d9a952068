import type { LetterTemplate } from '../template.ts';

export const finalDemand: LetterTemplate = {
  version: 3,
  heading: 'Dernière sommation',
  subject: {
    one: 'Dernière sommation facture {invoice} – {creditor}',
    several: 'Dernière sommation {count} factures – {creditor}',
  },
  opening: [
    {
      when: ['one-item'],
      text: 'Nous vous avons déjà demandé le paiement, mais la facture {invoice} n’est toujours pas (intégralement) payée.',
    },
    {
      when: ['several-items'],
      text: 'Nous vous avons déjà demandé le paiement, mais les factures ci-dessous ne sont toujours pas (intégralement) payées.',
    },
  ],
  request: [
    {
      text: 'Nous vous sommons de payer le montant de {total} dans un délai de {days} à compter de la date de ce courrier, au plus tard le {deadline}.',
    },
  ],
  consequence: [
    {
      when: ['business', 'netherlands', 'no-charges'],
      text: 'C’est la dernière possibilité de payer sans frais supplémentaires. À défaut de paiement, nous confierons la créance sans autre avis à un bureau de recouvrement. Les intérêts légaux commerciaux (art. 6:119a du Code civil néerlandais) et les frais de recouvrement extrajudiciaires (art. 6:96) seront alors à votre charge.',
    },
    {
      when: ['business', 'belgium', 'no-charges'],
      text: 'C’est la dernière possibilité de payer sans frais supplémentaires. À défaut de paiement, nous confierons la créance sans autre avis à un bureau de recouvrement. Les intérêts de retard et l’indemnité forfaitaire pour frais de recouvrement (art. 5 et 6 de la loi du 2 août 2002 concernant la lutte contre le retard de paiement dans les transactions commerciales) seront alors à votre charge.',
    },
    {
      when: ['business', 'abroad', 'no-charges'],
      text: 'À défaut de paiement, nous confierons la créance sans autre avis à un bureau de recouvrement. Tous nos droits restent réservés.',
    },
    {
      when: ['business', 'waived'],
      text: 'À défaut de paiement, nous confierons la créance sans autre avis à un bureau de recouvrement. Tous nos droits restent réservés.',
    },
    {
      when: ['business', 'charges'],
      text: 'À défaut de paiement, nous confierons la créance sans autre avis à un bureau de recouvrement. Les frais de procédure s’y ajouteront alors.',
    },
    {
      when: ['business', 'announced'],
      text: 'À défaut de paiement, nous confierons la créance sans autre avis à un bureau de recouvrement.',
    },
    {
      when: ['public', 'statutory-claim'],
      text: 'À défaut de paiement, nous confierons la créance à un bureau de recouvrement et réclamerons les indemnités que la loi prévoit en cas de retard de paiement.',
    },
    {
      when: ['public', 'no-statutory-claim'],
      text: 'À défaut de paiement, nous confierons la créance à un bureau de recouvrement.',
    },
    {
      when: ['consumer'],
      text: 'À défaut de paiement, nous confierons la créance à un bureau de recouvrement. Vous souhaitez l’éviter mais ne pouvez pas payer en une fois ? Veuillez nous contacter avant la date indiquée.',
    },
  ],
  closing: 'Veuillez agréer, Madame, Monsieur, nos salutations distinguées.',
};
