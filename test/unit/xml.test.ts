import { describe, expect, it } from 'vitest';
import { FormatRefusal } from '#shared/formats/problem.ts';
import { FalseEncoding } from '#shared/formats/xml/decoding.ts';
import { documentLimits } from '#shared/formats/xml/limits.ts';
import { ownText } from '#shared/formats/xml/names.ts';
import { readXml, streamXml, type XmlHandler } from '#shared/formats/xml/read.ts';
import { attributeOf, nodeAt, nodesAt, readTree, textOf } from '#shared/formats/xml/tree.ts';

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
const latin = (text: string): Uint8Array => Uint8Array.from(text, (char) => char.charCodeAt(0));
const bytes = (...parts: readonly Uint8Array[]): Uint8Array => Uint8Array.from(parts.flatMap((part) => [...part]));

function wide(text: string, bigEnd: boolean): Uint8Array {
  return Uint8Array.from(text, (char) => char.charCodeAt(0)).reduce(
    (all, code, i) => {
      all[i * 2 + (bigEnd ? 1 : 0)] = code;
      return all;
    },
    new Uint8Array(text.length * 2),
  );
}

/** What is refused, and at which line. */
function refusal(source: Uint8Array | string, limits = documentLimits): [string, number | null] {
  try {
    readTree(typeof source === 'string' ? utf8(source) : source, limits);
  } catch (error) {
    if (error instanceof FormatRefusal) return [error.problem.code, error.problem.row];
    throw error;
  }
  return ['read', null];
}

const silent: XmlHandler = { open: () => 'text', text: () => undefined, close: () => undefined };

describe('encodings', () => {
  const declared = (encoding: string) => `<?xml version="1.0" encoding="${encoding}"?><a>Zoë €</a>`;
  const one = (encoding: string, text = 'Zo\xeb') =>
    latin(`<?xml version="1.0" encoding="${encoding}"?><a>${text}</a>`);
  const mark = Uint8Array.of(0xef, 0xbb, 0xbf);

  it.each([
    ['UTF-8 as declared', utf8(declared('UTF-8')), 'utf-8', 'Zoë €'],
    ['UTF-8 without a declaration', utf8('<a>Zoë</a>'), 'utf-8', 'Zoë'],
    ['a byte order mark', bytes(mark, utf8(declared('utf-8'))), 'utf-8-bom', 'Zoë €'],
    ['a byte order mark against the declaration', bytes(mark, utf8(declared('ISO-8859-1'))), 'utf-8-bom', 'Zoë €'],
    ['ISO-8859-1', one('ISO-8859-1'), 'iso-8859-1', 'Zoë'],
    ['windows-1252 with a euro sign', one('Windows-1252', 'Zo\xeb \x80'), 'windows-1252', 'Zoë €'],
    ['ISO-8859-1 with the euro sign of windows-1252', one('iso-8859-1', '\x80'), 'iso-8859-1', '€'],
    ['US-ASCII', one('US-ASCII', 'Zoe'), 'us-ascii', 'Zoe'],
    ['ISO-8859-15', one('ISO-8859-15', '\xa4'), 'iso-8859-15', '€'],
    ['UTF-16 with a mark', bytes(Uint8Array.of(0xff, 0xfe), wide(declared('UTF-16'), false)), 'utf-16le', 'Zoë'],
    ['UTF-16 big end first', bytes(Uint8Array.of(0xfe, 0xff), wide(declared('UTF-16'), true)), 'utf-16be', 'Zoë'],
    ['UTF-16 without a mark', wide(declared('UTF-16'), false), 'utf-16le', 'Zoë'],
    ['UTF-16 declared in 8-bit letters', utf8(declared('UTF-16')), 'utf-8', 'Zoë €'],
    ['single quotes in the declaration', utf8("<?xml version='1.0' encoding='utf-8'?><a>Zoë</a>"), 'utf-8', 'Zoë'],
  ])('%s', (_, source, encoding, text) => {
    const read = readTree(source);
    expect([read.encoding, read.tree.text.slice(0, text.length), read.warnings]).toEqual([encoding, text, []]);
  });

  it.each([
    ['UTF-8', 'utf-8'],
    ['US-ASCII', 'us-ascii'],
  ])('bytes that are not the declared %s are read as windows-1252, and told', (name, named) => {
    const read = readTree(one(name, 'Caf\xe9 \x80'));
    expect([read.encoding, read.tree.text]).toEqual(['windows-1252', 'Café €']);
    expect(read.warnings).toEqual([
      { code: 'encoding-false', row: null, params: { declared: named, encoding: 'windows-1252' } },
    ]);
  });

  it.each(['ISO-8859-1', 'windows-1252'])(
    'UTF-8 that calls itself %s is read as what it is, and told',
    async (name) => {
      const source = utf8(
        `<?xml version="1.0" encoding="${name}"?><a>${' '.repeat(70_000)}Zoë €${'é'.repeat(40_000)}</a>`,
      );
      const read = readTree(source);
      expect([read.encoding, read.tree.text.trim().slice(0, 6)]).toEqual(['utf-8', 'Zoë €é']);
      expect(read.warnings.map(({ code }) => code)).toEqual(['encoding-false']);
      await expect(streamXml([source], silent, documentLimits)).rejects.toMatchObject({ instead: { label: 'utf-8' } });
    },
  );

  it('a false encoding deep in a stream asks for a new start', async () => {
    const source = bytes(utf8('<a>'), latin(`${' '.repeat(200_000)}\xe9</a>`));
    const inChunks = () => Array.from({ length: 21 }, (_, i) => source.subarray(i * 10_000, (i + 1) * 10_000));
    const reading = streamXml(inChunks(), silent, documentLimits);
    await expect(reading).rejects.toBeInstanceOf(FalseEncoding);
    const instead = await reading.then(
      () => null,
      (error: FalseEncoding) => error.instead,
    );
    const again = await streamXml(inChunks(), silent, documentLimits, {}, instead);
    expect([again.encoding, again.warnings.map(({ code }) => code)]).toEqual(['windows-1252', ['encoding-false']]);
  });

  it('a letter cut in two by the pieces of a stream is one letter', async () => {
    const source = utf8(`<a>${'é€𝄞'.repeat(500)}</a>`);
    for (const size of [1, 7, 1023]) {
      let text = '';
      const pieces = Array.from({ length: Math.ceil(source.length / size) }, (_, i) =>
        source.subarray(i * size, (i + 1) * size),
      );
      await streamXml(pieces, { ...silent, text: (part) => (text += part) }, documentLimits);
      expect(text).toBe('é€𝄞'.repeat(500));
    }
  });
});

describe('what is read', () => {
  it('local names whatever the prefix, attributes, CDATA and references', () => {
    const { tree, root } = readTree(
      utf8(
        '<n:Doc xmlns:n="urn:x"><n:Id a="1" n:b="2">A &amp; B &#8364;&#x20ac;<![CDATA[ <c> ]]></n:Id><n:Id>2</n:Id></n:Doc>',
      ),
    );
    expect(root).toEqual({ name: 'Doc', namespace: 'urn:x' });
    expect(textOf(tree, 'Id')).toBe('A & B €€ <c>');
    expect(nodesAt(tree, 'Id').map(({ text }) => text)).toEqual(['A & B €€ <c> ', '2']);
    expect([attributeOf(nodeAt(tree, 'Id'), 'a'), attributeOf(nodeAt(tree, 'Id'), 'b')]).toEqual(['1', '2']);
  });

  it('paths go through every branch', () => {
    const { tree } = readTree(utf8('<a><b><c>1</c></b><b><c>2</c><c/></b></a>'));
    expect(nodesAt(tree, 'b/c').map(({ text }) => text)).toEqual(['1', '2', '']);
    expect([textOf(tree, 'b/c'), textOf(tree, 'b/d'), textOf(tree, 'x/c')]).toEqual(['1', null, null]);
  });

  it('an element that is not of interest is passed over with all that is in it', () => {
    const seen: string[] = [];
    readXml(utf8('<a>1<b>2<c>3</c>4</b>5<d>6</d></a>'), {
      open(name) {
        seen.push(name);
        return name === 'b' ? 'none' : 'text';
      },
      text: (text) => seen.push(text),
      close: (name) => seen.push(`/${name}`),
    });
    expect(seen).toEqual(['a', '1', 'b', '5', 'd', '6', '/d', '/a']);
  });

  it('the text of an element is told where it is asked for, as far as the first element in it', () => {
    let told = '';
    readXml(utf8('<a>1<b>2<c>3</c>4</b>5<d>6</d></a>'), {
      open: (name) => (name === 'a' ? 'elements' : 'text'),
      text: (text) => (told += text),
      close: () => undefined,
    });
    expect(told).toBe('236');
  });

  it('all text in an element is told where it is mixed with others, and none of what is passed over in it', () => {
    let told = '';
    const handler: XmlHandler = {
      open: (name) => (name === 'mixed' ? 'mixed' : name === 'skipped' ? 'none' : 'elements'),
      text: (text) => {
        told += text;
      },
      close: (name) => {
        if (name === 'mixed') told += '|';
      },
    };
    const source = '<a>1<mixed>b<c>c<d/></c>d<skipped>x<c>x</c></skipped>e</mixed>2<mixed>f</mixed><c>3</c></a>';
    readXml(utf8(source), handler);
    expect(told).toBe('bcde|f|');
  });

  it('lines count from the first of the file, empty ones before the declaration included', () => {
    const { tree } = readTree(utf8('\r\n\n<?xml version="1.0"?>\n<a>\n<b/></a>'));
    expect([tree.line, nodeAt(tree, 'b')?.line]).toEqual([4, 5]);
  });

  it.each([
    ['a Ctrl-Z at the end', '<a>x</a>\r\n\u001a', []],
    ['zero bytes at the end', `<a>x</a>${'\0'.repeat(500)}`, []],
    ['CR CR LF line ends', '<?xml version="1.0"?>\r\r\n<a>x</a>\r\r\n', []],
    ['a control character in a text', '<a>\u0002x</a>', ['xml-control']],
    ['text after the end', '<a>x</a> einde', ['xml-after-root']],
    ['version 1.1', '<?xml version="1.1"?><a>x</a>', []],
    ['a comment and an instruction', '<!-- <!DOCTYPE a> --><?style x?><a>x<!-- y --></a>', []],
  ])('%s', (_, source, warnings) => {
    const read = readTree(utf8(source));
    expect([read.tree.text, read.warnings.map(({ code }) => code)]).toEqual(['x', warnings]);
  });

  it('a text kept from a large file is the same text', () => {
    expect([ownText('kort'), ownText('een langere tekst €')]).toEqual(['kort', 'een langere tekst €']);
  });
});

describe('what is refused', () => {
  const bomb = '<!DOCTYPE a [<!ENTITY x "ha"><!ENTITY y "&x;&x;&x;&x;">]><a>&y;</a>';
  it.each([
    ['a DOCTYPE with entities', bomb, 'xml-doctype', null],
    ['a DOCTYPE that points elsewhere', '<!DOCTYPE a SYSTEM "file:///etc/passwd"><a/>', 'xml-doctype', null],
    ['a DOCTYPE after a comment', '<?xml version="1.0"?>\n<!-- x -->\n<!doctype a><a/>', 'xml-doctype', null],
    ['a DOCTYPE that never ends', '<!DOCTYPE a [', 'xml-doctype', null],
    ['a DOCTYPE behind a long comment', `<!--${'x'.repeat(100_000)}--><!DOCTYPE a><a/>`, 'xml-doctype', null],
    ['an entity of HTML', '<a>\n&euro;</a>', 'xml-entity', 2],
    ['a bare ampersand', '<a>\nJansen & Zn</a>', 'xml-entity', 2],
    ['a bare ampersand before a real one', '<a>\nJansen & Zn\n</a><b>&amp;</b>', 'xml-entity', 2],
    ['a file cut off in an entity', '<a>x &am', 'xml-truncated', 1],
    ['a character that is none', '<a>&#0;</a>', 'xml-entity', 1],
    ['a file cut off in a text', '<a>\n<b>x', 'xml-truncated', 2],
    ['a file cut off in a tag', '<a>\n<b', 'xml-truncated', 2],
    ['a file cut off in a comment', '<a/>\n<!-- x', 'xml-truncated', 2],
    ['a second root', '<a/>\n<b/>', 'xml-second-root', 2],
    ['two documents in one file', '<?xml version="1.0"?><a/>\n<?xml version="1.0"?><a/>', 'xml-second-root', 2],
    ['crossing tags', '<a>\n<b></a></b>', 'xml-tags', 2],
    ['no XML at all', 'Datum;Bedrag', 'xml-no-root', null],
    ['nothing', '', 'xml-no-root', null],
    ['only white space', ' \r\n\r\n', 'xml-no-root', null],
    ['an attribute without quotes', '<a b=c/>', 'xml-malformed', 1],
    ['the same attribute twice', '<a b="1" b="2"/>', 'xml-malformed', 1],
    ['zero bytes', '\0'.repeat(100_000), 'xml-not-text', 1],
    ['65 deep', `${'<a>'.repeat(65)}${'</a>'.repeat(65)}`, 'xml-depth', 1],
    ['300 attributes', `<a ${Array.from({ length: 300 }, (_, i) => `b${i}="x"`).join(' ')}/>`, 'xml-attributes', 1],
    ['an attribute of 70,000 characters', `<a b="${'x'.repeat(70_000)}"/>`, 'xml-attributes', 1],
  ])('%s', (_, source, code, row) => {
    expect(refusal(source)).toEqual([code, row]);
  });

  const small = { ...documentLimits, textLength: 1_000, elements: 10, fileBytes: 1_000_000 };
  it.each([
    ['a text', `<a>${'x'.repeat(2_000)}</a>`],
    ['a text in parts', `<a>${'x<!-- -->'.repeat(2_000)}</a>`],
    ['a name', `<${'a'.repeat(200_000)}>`],
    ['a comment', `<a><!--${'x'.repeat(200_000)}--></a>`],
    ['an entity', `<a>&${'x'.repeat(200_000)};</a>`],
    ['an attribute that never ends', `<a b="${'x'.repeat(200_000)}`],
  ])('%s longer than the limit', (_, source) => {
    expect(['xml-text-long', 'xml-entity']).toContain(refusal(source, small)[0]);
  });

  it.each(['<![CDATA[0123456789]]>', '0123456789<!-- -->'])(
    'a text in parts (%s) is refused as it grows, not at its end',
    (part) => {
      const told: number[] = [];
      const control = { onProgress: (read: number) => told.push(read) };
      const read = () => readXml(utf8(`<a>${part.repeat(30_000)}</a>`), silent, small, control);
      expect(read).toThrowError(/xml-text-long/);
      expect(told).toEqual([]);
    },
  );

  it('more elements than the limit, and a larger file', () => {
    expect(refusal(`<a>${'<b/>'.repeat(10)}</a>`, small)[0]).toBe('xml-elements');
    expect(refusal(`<a>${' '.repeat(1_000_000)}</a>`, small)[0]).toBe('too-large');
  });

  it('reading that is cancelled, between two pieces', () => {
    const told: number[] = [];
    const source = utf8(`<a>${' '.repeat(300_000)}</a>`);
    const control = { onProgress: (read: number) => told.push(read), isCancelled: () => told.length === 2 };
    expect(() => readXml(source, silent, documentLimits, control)).toThrowError(/cancelled/);
    expect(told).toEqual([65_536, 131_072]);
  });
});
