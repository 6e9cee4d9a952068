/** A part of an auditfile that Voldaan reads. */
export type Part =
  | ('auditfile' | 'container' | 'header' | 'company' | 'relation' | 'address' | 'bank' | 'account' | 'taxonomy')
  | ('opening' | 'openingLine' | 'subledger' | 'subLine' | 'transactions' | 'journal' | 'transaction' | 'line')
  | ('currency' | 'oldLine');

export interface Shape {
  readonly part: Part;
  /** Number of fields. */
  readonly size: number;
  /** Elements whose text is taken, in lower case, by place in the values handed over. */
  readonly fields: ReadonlyMap<string, number>;
  /** Elements that are a part of their own, in lower case. */
  readonly parts: ReadonlyMap<string, Shape>;
}

interface GrowingShape extends Shape {
  readonly fields: Map<string, number>;
  readonly parts: Map<string, Shape>;
}

function shape(part: Part, names: readonly string[] = []): GrowingShape {
  return { part, size: names.length, fields: new Map(names.map((name, place) => [name, place])), parts: new Map() };
}

const header = [
  'fiscalyear',
  'startdate',
  'enddate',
  'curcode',
  'datecreated',
  'softwaredesc',
  'softwareversion',
  'auditfileversion',
  'rgsversion',
] as const;
const company = ['companyident', 'companyname', 'taxregistrationcountry', 'taxregident', 'commercenr'] as const;
const relation = [
  'custsupid',
  'custsupname',
  'contact',
  'telephone',
  'email',
  'website',
  'commercenr',
  'taxregistrationcountry',
  'taxregident',
  'custsuptp',
  'custcreditlimit',
  'opbaldesc',
  'opbaltp',
  'clbaldesc',
  'clbaltp',
] as const;
const address = ['streetname', 'number', 'numberextension', 'property', 'postalcode', 'city', 'country'] as const;
const account = ['accid', 'accdesc', 'acctp', 'rgscode', 'leadreference', 'leadcode'] as const;
const totals = ['linescount', 'totaldebit', 'totalcredit'] as const;
const bank = ['bankaccnr'] as const;
const taxonomy = ['conceptref', 'domainmemberref', 'taxoref', 'taxoelement'] as const;
const openingLine = ['nr', 'accid', 'amnt', 'amnttp'] as const;
const subledger = [...totals, 'sbtype', 'sbdesc'] as const;
const journal = ['jrnid', 'jrntp'] as const;
const transaction = ['nr', 'trdt', 'source', 'user'] as const;
const currency = ['curcode'] as const;
const oldLine = ['debitamount', 'creditamount'] as const;
const line = [
  'nr',
  'accid',
  'amnt',
  'amnttp',
  'effdate',
  'desc',
  'custsupid',
  'invref',
  'matchkeyid',
  'recref',
  'settdate',
  'docref',
] as const;
const subLine = [
  'nr',
  'oblinenr',
  'jrnid',
  'trnr',
  'trlinenr',
  'accid',
  'desc',
  'amnt',
  'amnttp',
  'recref',
  'matchkeyid',
  'custsupid',
  'invref',
  'invpursaltp',
  'invtp',
  'invdt',
  'invduedt',
  'muttp',
] as const;

/** Places of the values of each part: `at.line.amnt`. */
export const at = {
  header: places(header),
  company: places(company),
  relation: places(relation),
  address: places(address),
  bank: places(bank),
  account: places(account),
  totals: places(totals),
  openingLine: places(openingLine),
  subledger: places(subledger),
  subLine: places(subLine),
  journal: places(journal),
  transaction: places(transaction),
  line: places(line),
  currency: places(currency),
  oldLine: places(oldLine),
};

function places<N extends string>(names: readonly N[]): Readonly<Record<N, number>> {
  return Object.fromEntries(names.map((name, place) => [name, place])) as Record<N, number>;
}

const shapes = {
  auditfile: shape('auditfile'),
  container: shape('container'),
  header: shape('header', header),
  company: shape('company', company),
  relation: shape('relation', relation),
  address: shape('address', address),
  bank: shape('bank', bank),
  account: shape('account', account),
  taxonomy: shape('taxonomy', taxonomy),
  opening: shape('opening', totals),
  openingLine: shape('openingLine', openingLine),
  subledger: shape('subledger', subledger),
  subLine: shape('subLine', subLine),
  transactions: shape('transactions', totals),
  journal: shape('journal', journal),
  transaction: shape('transaction', transaction),
  line: shape('line', line),
  currency: shape('currency', currency),
  oldLine: shape('oldLine', oldLine),
} satisfies Record<Part, GrowingShape>;

/** Parts found wherever the order or nesting of a package puts them. */
const anywhere: readonly (readonly [string, Shape])[] = [
  ['header', shapes.header],
  ['company', shapes.company],
  ['customerssuppliers', shapes.container],
  ['customersupplier', shapes.relation],
  ['generalledger', shapes.container],
  ['ledgeraccount', shapes.account],
  ['openingbalance', shapes.opening],
  ['obline', shapes.openingLine],
  ['obsubledgers', shapes.container],
  ['obsubledger', shapes.subledger],
  ['obsbline', shapes.subLine],
  ['transactions', shapes.transactions],
  ['journal', shapes.journal],
  ['transaction', shapes.transaction],
  ['trline', shapes.line],
  ['line', shapes.oldLine],
  ['subledgers', shapes.container],
  ['subledger', shapes.subledger],
  ['sbline', shapes.subLine],
];

function nest(outer: GrowingShape, inner: readonly (readonly [string, Shape])[]): void {
  for (const [name, part] of inner) if (!outer.fields.has(name)) outer.parts.set(name, part);
}

for (const outer of [
  shapes.auditfile,
  shapes.container,
  shapes.company,
  shapes.opening,
  shapes.transactions,
  shapes.journal,
  shapes.transaction,
  shapes.subledger,
]) {
  nest(outer, anywhere);
}
nest(shapes.relation, [
  ['streetaddress', shapes.address],
  ['postaladdress', shapes.address],
  ['bankaccount', shapes.bank],
]);
nest(shapes.account, [
  ['taxonomy', shapes.taxonomy],
  ['taxonomies', shapes.taxonomy],
]);
nest(shapes.taxonomy, [
  ['entrypoint', shapes.taxonomy],
  ['domainmember', shapes.taxonomy],
  ['taxonomy', shapes.taxonomy],
]);
nest(shapes.line, [['currency', shapes.currency]]);
nest(shapes.subLine, [['currency', shapes.currency]]);

export const auditfile: Shape = shapes.auditfile;
