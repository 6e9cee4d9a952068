import { type FormatProblem, formatProblem } from '../problem.ts';

/**
 * The cause of a fault as the parser words it (saxes 6), at a line of the file. The words of the parser stay in `detail` only
 * where no text of our own says more.
 */
export function xmlCause(message: string, row: number, open: string | null): FormatProblem {
  const detail = message.replace(/^\d+:\d+: /, '');
  const unclosed = /^unclosed tag: (.*)$/.exec(detail)?.[1];
  if (unclosed !== undefined) return formatProblem('xml-truncated', { element: shown(unclosed) }, row);
  if (detail === 'unexpected end.') return formatProblem('xml-truncated', { element: shown(open ?? '') }, row);
  if (detail === 'document must contain a root element.') return formatProblem('xml-no-root');
  if (detail === 'documents may contain only one root.') return formatProblem('xml-second-root', {}, row);
  if (/XML declaration must (?:be|appear) at the start/.test(detail)) return formatProblem('xml-second-root', {}, row);
  if (/^unexpected close tag|^unmatched closing tag/.test(detail)) {
    return formatProblem('xml-tags', { element: shown(open ?? '') }, row);
  }
  if (/entity/.test(detail)) return formatProblem('xml-entity', {}, row);
  if (detail === 'text data outside of root node.') return formatProblem('xml-no-root');
  return formatProblem('xml-malformed', { detail: detail.slice(0, 80) }, row);
}

function shown(name: string): string {
  return name.length > 40 ? `${name.slice(0, 40)}…` : name;
}
