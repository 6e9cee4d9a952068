/** Why a text is no IBAN, VAT id, payment reference and the like. */
export const identifiers = {
  reason: {
    empty: 'Er is niets ingevuld.',
    characters: 'Er staan tekens in die er niet in voorkomen.',
    length: 'Het aantal tekens klopt niet.',
    country: 'De landcode bestaat hier niet.',
    form: 'Letters en cijfers staan niet op de goede plaats.',
    'length-code': 'De lengtecode, het tweede cijfer, past niet bij het aantal cijfers.',
    'check-digits': 'Het controlecijfer klopt niet: er is een teken verkeerd of verwisseld.',
  },
};
