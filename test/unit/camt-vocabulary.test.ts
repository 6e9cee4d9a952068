import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it, vi } from 'vitest';
import { type Place, statement } from '#shared/formats/bank/camt/vocabulary.ts';
import type { XmlNode } from '#shared/formats/xml/tree.ts';
import { entry, message, money, read, tag } from './camt-text.ts';

/** Paths a reader asked of an element, from the statement on, and those steps of them the vocabulary leaves out. */
const asked = new Set<string>();
const unread = new Set<string>();

function placesDown(from: Place | null, names: readonly string[]): Place | null {
  return names.reduce<Place | null>((place, name) => place?.inner.get(name) ?? null, from);
}

function namesTo(node: XmlNode): readonly string[] {
  const names: string[] = [];
  for (let at: XmlNode | null = node; at !== null; at = (at as XmlNode & { parent: XmlNode | null }).parent) {
    names.unshift(at.name);
  }
  return names;
}

function ask(node: XmlNode | null, path: string, wantsText: boolean): void {
  if (node === null) return;
  asked.add(path);
  const names = [...namesTo(node), ...path.split('/').filter((name) => name !== '')];
  const place = placesDown(statement, names);
  if (place === null || (wantsText && !place.hasText)) unread.add(names.join('/'));
}

vi.mock('#shared/formats/xml/tree.ts', async (original) => {
  const tree = await original<typeof import('#shared/formats/xml/tree.ts')>();
  return {
    ...tree,
    nodeAt: (node: XmlNode | null, path: string) => {
      ask(node, path, false);
      return tree.nodeAt(node, path);
    },
    nodesAt: (node: XmlNode | null, path: string) => {
      ask(node, path, false);
      return tree.nodesAt(node, path);
    },
    textOf: (node: XmlNode | null, path: string) => {
      ask(node, path, true);
      return tree.textOf(node, path);
    },
    ownTextOf: (node: XmlNode | null) => {
      ask(node, '', true);
      return tree.ownTextOf(node);
    },
  };
});

/** Elements that are there and say nothing, so that every reader goes on to the next place it knows. */
const empty = (...names: readonly string[]): string => names.map((name) => `<${name}/>`).join('');
const parties =
  empty('Dbtr', 'UltmtDbtr', 'Cdtr', 'UltmtCdtr') + ['DbtrAcct', 'CdtrAcct'].map((one) => tag(one, '<Id/>')).join('');
const remittance = tag('RmtInf', '<Ustrd>x</Ustrd><Strd><CdtrRefInf/><RfrdDocInf><Nb>1</Nb></RfrdDocInf></Strd>');
const detail = (returned: string): string =>
  tag('TxDtls', tag('Refs', '<InstrId>1</InstrId>') + tag('RltdPties', parties) + remittance + tag('RtrInf', returned));
const all = [
  tag('Id', 'S1') + tag('ElctrncSeqNb', '1') + tag('LglSeqNb', '1') + tag('CreDtTm', '2026-01-06T10:00:00'),
  tag('FrToDt', empty('FrDtTm', 'ToDtTm')),
  tag('Acct', `<Id/>${tag('Ownr', '<Pty/>')}${tag('Svcr', '<FinInstnId/>')}`),
  ['OPBD', 'CLBD'].map((kind) => tag('Bal', `${tag('Tp', tag('Cd', kind))}${money('x')}<Dt><Dt/></Dt>`)).join(''),
  tag('Bal', tag('Tp', tag('CdOrPrtry', tag('Prtry', 'X')))),
  entry({ details: detail('<Rsn/>') + detail('<RtrRsn/>') }),
  entry({ side: 'DBIT', details: tag('TxDtls', money('1.00')) + tag('TxDtls', money('99.00')) }),
  entry({ details: tag('Btch', empty('NbOfTxs', 'PmtInfId', 'MsgId')) }),
  entry({ details: detail('<Rsn><Cd>AC04</Cd></Rsn>'), more: tag('RvslInd', 'false') }),
  entry({ details: detail('<RtrRsn/>') }),
  entry({ booked: 'x', value: null, side: 'CRDT' }),
  entry({ side: null }),
  entry({ amount: 'x' }),
].join('');

const folder = new URL('../../shared/formats/bank/camt/', import.meta.url);
const source = ['entry', 'parties', 'remittance', 'statement', 'values'].map((name) =>
  readFileSync(new URL(`${name}.ts`, folder), 'utf8'),
);
/** What reads like an element or a path of them, and not like a code of a bank, which is in capitals. */
const written = new Set(
  source.flatMap((text) =>
    [...text.matchAll(/'((?:[A-Z][A-Za-z]*[a-z][A-Za-z]*|IBAN|BIC|BICFI|BBAN)(?:\/[A-Z][A-Za-z]*)*)'/g)].map(
      ([, path]) => path!,
    ),
  ),
);

describe('what the reader of CAMT asks for', () => {
  read(message(all));
  read(message(all, '054'));

  it('is all in its vocabulary: what is not there would read as absent', () => {
    expect([...unread]).toEqual([]);
    expect(asked.size).toBeGreaterThan(40);
  });

  it('has been asked here, to the last path its source names', () => {
    const byName = new Set([...statement.inner.keys(), 'Ustrd', 'Strd']);
    expect([...written].filter((path) => !asked.has(path) && !byName.has(path))).toEqual([]);
  });

  it('is read in these files alone', () => {
    const asks = readdirSync(folder).filter((name) =>
      /xml\/tree\.ts/.test(readFileSync(new URL(name, folder), 'utf8')),
    );
    expect(asks.sort()).toEqual(['entry.ts', 'parties.ts', 'read.ts', 'remittance.ts', 'statement.ts', 'values.ts']);
  });

  it('knows the elements it takes by their name', () => {
    const taken = [...source[3]!.matchAll(/case '(\w+)'/g)].map(([, name]) => name!);
    expect(taken.length).toBeGreaterThan(5);
    expect(taken.filter((name) => !statement.inner.has(name))).toEqual([]);
    const remitted = placesDown(statement, ['Ntry', 'NtryDtls', 'TxDtls', 'RmtInf']);
    expect([...source[2]!.matchAll(/child\.name === '(\w+)'/g)].map(([, name]) => remitted?.inner.has(name!))).toEqual([
      true,
      true,
    ]);
  });
});
