// The page with the licences of everything bundled, from the lists that each bundle wrote.
import { existsSync, readFileSync, rmSync } from 'node:fs';

function escaped(text) {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

/** Reads and removes the lists; answers one HTML page, each package once, in order of name. */
export function licencesPage(listFiles) {
  const packages = new Map();
  for (const file of listFiles) {
    if (!existsSync(file)) continue;
    for (const entry of JSON.parse(readFileSync(file, 'utf8'))) packages.set(`${entry.name} ${entry.version}`, entry);
    rmSync(file);
  }
  const sections = [...packages.values()]
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .map(
      ({ name, version, identifier, text }) =>
        `<details><summary>${escaped(name)} ${escaped(version)} — ${escaped(identifier ?? 'onbekend')}</summary>` +
        `<pre>${escaped(text ?? '')}</pre></details>`,
    );
  return (
    '<!doctype html><html lang="nl"><meta charset="utf-8"><title>Licenties — Voldaan</title>' +
    '<style>body{font:15px/1.5 sans-serif;max-width:50rem;margin:2rem auto;padding:0 1rem}pre{white-space:pre-wrap}</style>' +
    `<h1>Licenties</h1><p>Voldaan (MIT) bevat de volgende ${sections.length} onderdelen van anderen.</p>${sections.join('\n')}</html>\n`
  );
}
