import { visibleText } from './visible-text.ts';

const reserved = /^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)/i;
const longest = 120;

/**
 * A file name from a file's own words that can be shown and offered (formats document §7.4): the last part of a path, without
 * control, bidi and zero-width characters and what no system takes. With `extension` it ends in that: `x.exe` of a PDF
 * becomes `x.exe.pdf`.
 */
export function plainFileName(text: string, extension: string | null, instead = 'bijlage'): string {
  const last = visibleText(text.normalize('NFC')).split(/[/\\]/).at(-1) ?? '';
  const plain = last
    .replace(/[<>:"|?*]/g, '-')
    .replace(/^[\s.]+|[\s.]+$/g, '')
    .trim();
  const end = extension === null ? ownExtension(plain) : extensionIn(plain, extension);
  const stem =
    [...plain.slice(0, plain.length - end.length)]
      .slice(0, longest)
      .join('')
      .replace(/[\s.]+$/, '') || instead;
  const ending = end || (extension === null ? '' : `.${extension}`);
  return `${reserved.test(stem) ? '_' : ''}${stem}${ending}`;
}

function ownExtension(name: string): string {
  return /\.[A-Za-z0-9]{1,8}$/.exec(name)?.[0] ?? '';
}

function extensionIn(name: string, extension: string): string {
  const own = ownExtension(name);
  const plain = own.slice(1).toLowerCase();
  return plain === extension || (plain === 'jpeg' && extension === 'jpg') ? own : '';
}
