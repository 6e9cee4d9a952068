import { verificationScript } from './verification-script.ts';

/** `verificatie.html`: checks a dossier in any browser, offline. Self-contained; its policy forbids the network. */
export const verificationPage = `<!doctype html>
<html lang="nl">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; script-src 'unsafe-inline'; style-src 'unsafe-inline'">
<meta name="viewport" content="width=device-width">
<title>Dossier controleren</title>
<style>
:root { color-scheme: light dark; }
body { font: 16px/1.5 system-ui, sans-serif; max-width: 44rem; margin: 3rem auto; padding: 0 1rem; }
h1 { font-size: 1.5rem; }
label.drop { display: block; border: 2px dashed #8a949e; border-radius: 8px; padding: 2rem; text-align: center; cursor: pointer; }
label.over { border-style: solid; }
input { display: block; margin: 1rem auto 0; }
#result { margin-top: 1.5rem; font-size: 1.1rem; font-weight: 600; }
li { overflow-wrap: anywhere; }
</style>
</head>
<body>
<h1>Dossier controleren</h1>
<p>Deze pagina gaat na of het dossier nog precies is zoals het is gemaakt. Alles gebeurt in deze browser; er wordt niets verstuurd.</p>
<label class="drop" id="drop">Sleep het ZIP-bestand of alle uitgepakte bestanden hierheen, of kies ze:
<input type="file" id="files" multiple></label>
<p id="result" role="status"></p>
<ul id="detail"></ul>
<h2>Wat wordt gecontroleerd</h2>
<p>Van elk bestand wordt een SHA-256 berekend: een getal dat verandert zodra er één teken in het bestand verandert. Dat getal moet gelijk zijn aan
het getal in manifest.json. Geen bestand mag ontbreken of erbij zijn gekomen. Elke regel in gebeurtenissen.jsonl bevat het getal van de regel ervoor,
zodat een regel die is gewijzigd, weggelaten of tussengevoegd zichtbaar wordt.</p>
<p>Niet te zien is of een hele keten opnieuw is gemaakt. Vergelijk daarvoor het laatste getal van de keten met een eerder verstuurd exemplaar.</p>
<script>
${verificationScript}
</script>
</body>
</html>
`;
