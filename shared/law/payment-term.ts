import { addDays, type IsoDate } from '../dates/civil.ts';
import { checkDate } from './checked-input.ts';
import { type Explanation, type ExplanationStep, explanationStep } from './explanation.ts';
import { LawProblem } from './problem.ts';

/** Days of the statute, art. 6:119a and 6:119b BW. */
const statutoryDays = 30;
const longestAgreed = 60;
/** A large debtor may not agree longer with a small creditor: contracts from 1 July 2022, older ones from 1 July 2023. */
const largeDebtor = { days: 30, from: '2022-07-01', olderContractsFrom: '2023-07-01' } as const;
/** Nobody agrees on longer; it is a slip of the keyboard. */
const longestDays = 3650;

export interface PaymentTermInput {
  /** Day the invoice was received (or of the performance or acceptance, when that came later). */
  readonly received: IsoDate;
  /** Agreed number of days; absent = nothing agreed. */
  readonly agreed?: number | null;
  /** A large enterprise owes a small or medium-sized one. */
  readonly largeDebtor?: boolean;
  readonly publicBody?: boolean;
  /** More than the usual maximum was expressly agreed and is not manifestly unfair. */
  readonly expresslyLonger?: boolean;
  /** Day of the contract; absent = not before 1 July 2022. */
  readonly contractDate?: IsoDate;
}

export interface PaymentTerm {
  /** Days that count. */
  readonly days: number;
  readonly lastPaymentDay: IsoDate;
  /** First day of statutory interest. */
  readonly interestFrom: IsoDate;
  readonly steps: Explanation;
}

/**
 * Last day of payment between businesses and towards public bodies (art. 6:119a, 6:119b BW): the agreed days after receipt of
 * the invoice, within the legal maximum; without agreement 30. A longer term than the maximum counts as the maximum. No
 * extension for weekends. Throws `bad-date`, `date-out-of-range`, `bad-term`.
 */
export function paymentTerm(input: PaymentTermInput): PaymentTerm {
  const { received, agreed = null } = input;
  checkDate(received);
  if (input.contractDate !== undefined) checkDate(input.contractDate);
  if (agreed !== null && !(Number.isInteger(agreed) && agreed >= 0 && agreed <= longestDays)) {
    throw new LawProblem('bad-term', { days: String(agreed), max: longestDays });
  }
  const maximum = maximumOf(input);
  const days = Math.min(agreed ?? statutoryDays, maximum.days);
  const steps: ExplanationStep[] = [
    agreed === null
      ? explanationStep('term-statutory', { days: { count: statutoryDays } }, { article: statutoryArticle(input) })
      : explanationStep('term-agreed', { count: { count: agreed } }, { article: 'overeenkomst' }),
  ];
  if (agreed !== null && agreed > days) {
    steps.push(explanationStep(maximum.key, { days: { count: days } }, { article: maximum.article }));
  }
  const lastPaymentDay = addDays(received, days);
  const interestFrom = addDays(lastPaymentDay, 1);
  const values = { received: { date: received }, last: { date: lastPaymentDay }, from: { date: interestFrom } };
  steps.push(explanationStep('term-last-day', values, { article: statutoryArticle(input) }));
  return { days, lastPaymentDay, interestFrom, steps };
}

function statutoryArticle({ publicBody }: PaymentTermInput): string {
  return publicBody ? 'art. 6:119b lid 2 BW' : 'art. 6:119a lid 2 BW';
}

interface Maximum {
  readonly days: number;
  readonly key: string;
  readonly article: string;
}

function maximumOf({ received, publicBody, expresslyLonger, contractDate, ...input }: PaymentTermInput): Maximum {
  if (publicBody) {
    const days = expresslyLonger ? longestAgreed : statutoryDays;
    return { days, key: 'term-maximum-public', article: 'art. 6:119b BW' };
  }
  const isOlder = contractDate !== undefined && contractDate < largeDebtor.from;
  if (input.largeDebtor && received >= (isOlder ? largeDebtor.olderContractsFrom : largeDebtor.from)) {
    return { days: largeDebtor.days, key: 'term-maximum-large', article: 'art. 6:119a BW' };
  }
  const days = expresslyLonger ? longestDays : longestAgreed;
  return { days, key: 'term-maximum', article: 'art. 6:119a lid 5 BW' };
}
