import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '#test/architecture/module-imports.ts';
import type { VoldaanWindow } from './voldaan-window.ts';

const source = readFileSync(join(root, 'node_modules/axe-core/axe.min.js'), 'utf8');
/** WCAG 2.2 AA, criterion N2. */
const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

/** What axe finds wrong on the screen as it is now, each with where; empty when accessible. */
export async function axeFindings(window: VoldaanWindow): Promise<string[]> {
  await window.evaluate(`globalThis.axe ? 0 : void (() => { ${source} })()`);
  const options = JSON.stringify({ runOnly: rules, resultTypes: ['violations'] });
  const found = await window.evaluate(
    `axe.run(document, ${options}).then(({ violations }) => violations.flatMap((rule) =>
      rule.nodes.map((node) => rule.id + ': ' + node.target.join(' ') + ' — ' + node.html.slice(0, 160) + ' — ' + (node.any[0]?.message ?? rule.help))))`,
  );
  return Array.isArray(found) ? found.map(String) : [];
}
