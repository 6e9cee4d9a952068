import type { XmlAttributes } from '../../xml/names.ts';
import type { Interest, XmlHandler } from '../../xml/read.ts';

/** A sheet as the workbook lists it. */
export interface ListedSheet {
  readonly name: string;
  readonly hidden: boolean;
  /** Its relation, by which its part is found. */
  readonly relation: string;
}

/** Reads the list of sheets of a workbook (`workbook.xml`) and from which day it counts. */
export class Book implements XmlHandler {
  readonly sheets: ListedSheet[] = [];
  countsFrom1904 = false;

  open(name: string, attributes: XmlAttributes): Interest {
    switch (name) {
      case 'workbook':
      case 'sheets':
        return 'elements';
      case 'workbookPr':
        this.countsFrom1904 = attributes.date1904 === '1' || attributes.date1904 === 'true';
        return 'none';
      case 'sheet': {
        const relation = Object.keys(attributes).find((key) => key.endsWith(':id'));
        this.sheets.push({
          name: attributes.name ?? '',
          hidden: attributes.state === 'hidden' || attributes.state === 'veryHidden',
          relation: relation === undefined ? '' : attributes[relation]!,
        });
        return 'none';
      }
      default:
        return 'none';
    }
  }

  text(): void {}

  close(): void {}
}

/** Reads to which parts of a package another refers (`….rels`), and what they are. */
export class Relations implements XmlHandler {
  private readonly found: { readonly id: string; readonly kind: string; readonly target: string }[] = [];

  /** The part by its relation; undefined when there is none. */
  byId(id: string): { readonly kind: string; readonly target: string } | undefined {
    return this.found.find((relation) => relation.id === id);
  }

  /** The first part of a kind: `sharedStrings`. */
  byKind(kind: string): string | undefined {
    return this.found.find((relation) => relation.kind === kind)?.target;
  }

  open(name: string, attributes: XmlAttributes): Interest {
    if (name === 'Relationship') {
      const { Id = '', Type = '', Target = '' } = attributes;
      this.found.push({ id: Id, kind: Type.slice(Type.lastIndexOf('/') + 1), target: Target });
    }
    return name === 'Relationships' ? 'elements' : 'none';
  }

  text(): void {}

  close(): void {}
}
