/** Weighted sum of the digits, the first digit with the first weight; weights repeat when there are fewer of them. */
export function weightedSum(digits: string, weights: readonly number[]): number {
  let sum = 0;
  for (let at = 0; at < digits.length; at++) sum += Number(digits[at]) * (weights[at % weights.length] ?? 0);
  return sum;
}

/** Remainder by 97 of a text of digits and letters, letters counting as 10 … 35 (ISO 7064). Exact for every length. */
export function mod97(text: string): number {
  let rest = 0;
  for (const character of text) {
    const value = Number.parseInt(character, 36);
    rest = (rest * (value > 9 ? 100 : 10) + value) % 97;
  }
  return rest;
}

/** The elfproef of nine digits, as RSIN and the older VAT numbers have it: weights 9 … 2, the last digit is the remainder. */
export function passesElfproef(nineDigits: string): boolean {
  const sum = weightedSum(nineDigits.slice(0, 8), [9, 8, 7, 6, 5, 4, 3, 2]);
  return Number(nineDigits) > 0 && sum % 11 === Number(nineDigits[8]);
}
