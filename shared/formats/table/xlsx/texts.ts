import { ownText } from '../../xml/names.ts';
import type { Interest, XmlHandler } from '../../xml/read.ts';

/** Reads the texts cells share (`sharedStrings.xml`), each as one however it is formatted. */
export class SharedTexts implements XmlHandler {
  readonly texts: string[] = [];
  private written = '';

  open(name: string): Interest {
    switch (name) {
      case 'sst':
      case 'r':
        return 'elements';
      case 'si':
        this.written = '';
        return 'elements';
      case 't':
        return 'text';
      default:
        // How a text is pronounced (`rPh`) is no part of it.
        return 'none';
    }
  }

  text(text: string): void {
    this.written += text;
  }

  close(name: string): void {
    if (name === 'si') this.texts.push(ownText(withoutEscapes(this.written)));
  }
}

/** Characters XML does not have stand as `_x000D_`. */
export function withoutEscapes(text: string): string {
  if (!text.includes('_x')) return text;
  return text.replace(/_x([\da-f]{4})_/gi, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));
}
