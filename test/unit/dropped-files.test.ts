import { describe, expect, it } from 'vitest';
import { type DroppedFile, filesNamed, filesOfInput, laidBeside } from '#renderer/ui/dropped-files.ts';

const file = (name: string, text = 'x', lastModified = 1) => new File([text], name, { lastModified });
const dropped = (name: string, text?: string): DroppedFile => ({ name, file: file(name.split('/').at(-1)!, text) });
const names = (files: readonly DroppedFile[]) => files.map(({ name }) => name);

describe('files laid beside others', () => {
  it('are left out when they lie there already, and numbered when only their name does', () => {
    const table = [dropped('bank.sta', 'een')];
    const beside = laidBeside(table, [dropped('bank.sta', 'een'), dropped('bank.sta', 'ander'), dropped('leeg')]);
    expect(names(beside)).toEqual(['bank.sta', 'bank (2).sta', 'leeg']);
    expect(names(laidBeside(beside, [dropped('bank.sta', 'derde'), dropped('leeg', 'tweede')]))).toEqual([
      'bank.sta',
      'bank (2).sta',
      'leeg',
      'bank (3).sta',
      'leeg (2)',
    ]);
  });
});

describe('the files of a chosen folder', () => {
  it('keep their path; what systems leave behind is passed over', () => {
    const inFolder = (path: string) => {
      const one = file(path.split('/').at(-1)!);
      Object.defineProperty(one, 'webkitRelativePath', { value: path });
      return one;
    };
    const list = ['map/a.csv', 'map/.DS_Store', 'map/Thumbs.db', '__MACOSX/a.csv', 'map/~$lijst.xlsx'].map(inFolder);
    expect(names(filesOfInput(list as unknown as FileList))).toEqual(['map/a.csv']);
    expect(filesOfInput(null)).toEqual([]);
  });
});

describe('the files a unit was read from', () => {
  const table = [dropped('facturen.zip'), dropped('facturen.zipper'), dropped('a.csv')];
  it('are found by name, those in a zip by the zip', () => {
    expect(names(filesNamed(table, ['a.csv']))).toEqual(['a.csv']);
    expect(names(filesNamed(table, ['facturen.zip/1.xml', 'facturen.zip/2.xml']))).toEqual(['facturen.zip']);
    expect(filesNamed(table, ['b.csv'])).toEqual([]);
  });
});
