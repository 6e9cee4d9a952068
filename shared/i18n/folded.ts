const beyondAscii = /[\u0080-\uffff]/;

/** Lower case without accents: how texts are compared by a person who types or sorts, so that "zoe" finds "Zoë". */
export function folded(text: string): string {
  return beyondAscii.test(text) ? text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase() : text.toLowerCase();
}
