import type { identifiers as dutch } from '../nl/identifiers.ts';
import type { Wording } from '../wording.ts';

export const identifiers: Wording<typeof dutch> = {
  reason: {
    empty: 'Nothing has been filled in.',
    characters: 'It has characters that cannot occur in it.',
    length: 'The number of characters is wrong.',
    country: 'The country code does not exist here.',
    form: 'Letters and digits are not in the right places.',
    'length-code': 'The length code, the second digit, does not fit the number of digits.',
    'check-digits': 'The check digit is wrong: a character is mistaken or two were swapped.',
  },
};
