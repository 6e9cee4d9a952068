import { describe, expect, it } from 'vitest';
import { readSlashTags } from '#shared/formats/bank/information/slash-tags.ts';

const context = { isCredit: true, bank: null, account: null, name: null };

describe('what stands between slashes is a tag by all its letters', () => {
  it.each([
    ['its last letters alone', '/REMI/Bon /RREFTP/12/EREF/E1'],
    ['more letters before them', '/REMI/Bon /ABCDTRREF/12/EREF/E1'],
    ['another letter before them', '/REMI/Bon /ODTRREF/12/EREF/E1'],
    ['more letters before a short one', '/REMI/Bon /AAAAAANAME/12/EREF/E1'],
    ['small letters', '/REMI/Bon /name/12/EREF/E1'],
  ])('%s', (_, text) => {
    expect(readSlashTags(text, context)).toMatchObject({
      remittance: text.slice('/REMI/'.length, text.indexOf('/EREF')),
      counterpartyName: null,
      structuredReference: null,
      endToEndId: 'E1',
    });
  });

  it('reads a long tag', () => {
    expect(readSlashTags('/REMI/Bon/CDTRREF/RF18539007547034/EREF/E1', context)).toMatchObject({
      remittance: 'Bon',
      structuredReference: 'RF18539007547034',
    });
  });
});
