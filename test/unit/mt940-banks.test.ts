import { describe, expect, it } from 'vitest';
import { around, headers, readText, swift } from '#test/unit/mt940-text.ts';

describe('the bank of a file', () => {
  it.each([
    ['ING', around('', swift('INGBNL2A'), '0001234567')],
    ['ING', around('', headers.oldIng, '0001234567')],
    ['ING', around('', '', 'NL18INGB0123456789EUR')],
    ['Rabobank', around('', ':940:\r\n', '1234.56.789EUR')],
    ['Rabobank', around('').replace(':20:A', ':20:940S260105').replace('NL18ABCD0123456789', '12345')],
    [null, around('').replace(':20:A', ':20:940S260105').replace('NL18ABCD0123456789', 'RO49AAAA1B31007593840000')],
    ['MoneYou', around('', 'MOYONL21\r\n940\r\nMOYONL21\r\n', '0987654321').replace(':20:A', ':20:940A260105')],
    ['ABN AMRO', around('', headers.abn, '123456789')],
    ['SNS', around('', swift('SNSBNL2A'), '0123456789')],
    ['ASN Bank', around('', swift('ASNBNL21'), 'NL53ASNB0781269733')],
    ['RegioBank', around('', swift('RBRBNL21'), 'NL53RBRB0781269733')],
    ['Triodos Bank', around('', '', 'TRIODOSBANK/0123456789')],
    ['Knab', around('', swift('KNABNL2H'), '123456789')],
    ['bunq', around('', 'BUNQNL2A\r\n940\r\nBUNQNL2A\r\n', 'NL10BUNQ2290325473 EUR')],
    ['Van Lanschot', around('', headers.lanschot, '0878787878')],
    [null, around('')],
  ])('%s', (bank, text) => {
    expect(readText(text).bank).toBe(bank);
  });
});

describe('the account of a statement', () => {
  it.each([
    ['NL77INGB0574908765EUR', 'NL77INGB0574908765'],
    ['NL44RABO0123456789 EUR', 'NL44RABO0123456789'],
    ['nl92 knab 0123 4567 89', 'NL92KNAB0123456789'],
    ['1234.56.789EUR', '123456789'],
    ['NL84RABO01212121212 EUR', 'NL84RABO01212121212'],
    ['GB33BUKB20201555555555GBP', 'GB33BUKB20201555555555'],
    ['0001234567', '0001234567'],
    ['TRIODOSBANK/0666666666', '0666666666'],
    ['12345678/0123456789EUR', '12345678/0123456789'],
    ['BE68539007547034EUR', 'BE68539007547034'],
    ['0878787878                   ', '0878787878'],
    ['//AT12345/12345678901/EUR', 'AT12345/12345678901'],
    ['ABCDHUHB/1234567890ABCDEF002/HUF', '1234567890ABCDEF002'],
  ])('%s is %s', (given, account) => {
    expect(readText(around('', '', given)).statements[0]!.account).toBe(account);
  });
});
