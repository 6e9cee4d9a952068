/**
 * Script of verificatie.html, as text: it runs in a stranger's browser, from a file, without modules. `checkFiles` is the
 * whole check (files by name → findings); the rest reads the ZIP and shows the outcome. Old and plain on purpose.
 */
export const verificationScript = String.raw`'use strict';
function sha256(bytes) {
  var K = sha256.K, H = sha256.H.slice(), w = new Uint32Array(64);
  var length = bytes.length, padded = new Uint8Array(((length + 72) >> 6) << 6), i;
  padded.set(bytes); padded[length] = 128;
  var view = new DataView(padded.buffer);
  view.setUint32(padded.length - 8, Math.floor(length / 536870912)); view.setUint32(padded.length - 4, length << 3);
  for (var at = 0; at < padded.length; at += 64) {
    for (i = 0; i < 16; i++) w[i] = view.getUint32(at + i * 4);
    for (i = 16; i < 64; i++) {
      var x = w[i - 15], y = w[i - 2];
      w[i] = w[i - 16] + ((x >>> 7 | x << 25) ^ (x >>> 18 | x << 14) ^ x >>> 3) + w[i - 7] + ((y >>> 17 | y << 15) ^ (y >>> 19 | y << 13) ^ y >>> 10);
    }
    var a = H[0], b = H[1], c = H[2], d = H[3], e = H[4], f = H[5], g = H[6], h = H[7];
    for (i = 0; i < 64; i++) {
      var t1 = h + ((e >>> 6 | e << 26) ^ (e >>> 11 | e << 21) ^ (e >>> 25 | e << 7)) + (e & f ^ ~e & g) + K[i] + w[i] | 0;
      var t2 = ((a >>> 2 | a << 30) ^ (a >>> 13 | a << 19) ^ (a >>> 22 | a << 10)) + (a & b ^ a & c ^ b & c) | 0;
      h = g; g = f; f = e; e = d + t1 | 0; d = c; c = b; b = a; a = t1 + t2 | 0;
    }
    H[0] = H[0] + a | 0; H[1] = H[1] + b | 0; H[2] = H[2] + c | 0; H[3] = H[3] + d | 0;
    H[4] = H[4] + e | 0; H[5] = H[5] + f | 0; H[6] = H[6] + g | 0; H[7] = H[7] + h | 0;
  }
  return H.map(function (n) { return (n >>> 0).toString(16).padStart(8, '0'); }).join('');
}
(function () {
  var primes = [], n = 2;
  while (primes.length < 64) { if (primes.every(function (p) { return n % p; })) primes.push(n); n++; }
  var part = function (value) { return (value - Math.floor(value)) * 4294967296 | 0; };
  sha256.H = primes.slice(0, 8).map(function (p) { return part(Math.sqrt(p)); });
  sha256.K = primes.map(function (p) { return part(Math.cbrt(p)); });
})();
function canonical(value) {
  if (Array.isArray(value)) return '[' + value.map(function (v) { return canonical(v === undefined ? null : v); }).join(',') + ']';
  if (value && typeof value === 'object') return '{' + Object.keys(value).sort().map(function (key) { return JSON.stringify(key) + ':' + canonical(value[key]); }).join(',') + '}';
  return JSON.stringify(value === undefined ? null : value);
}
function utf8(bytes) { return new TextDecoder().decode(bytes); }
function bytesOf(text) { return new TextEncoder().encode(text); }
function checkChain(text, stated) {
  var lines = text.split('\n'), prev = '0'.repeat(64);
  if (lines.pop() !== '') return lines.length + 1;
  for (var i = 0; i < lines.length; i++) {
    try {
      var event = JSON.parse(lines[i]), open = Object.assign({}, event);
      delete open.hash;
      if (canonical(event) !== lines[i] || event.seq !== i + 1 || event.prev !== prev || sha256(bytesOf(canonical(open))) !== event.hash) return i + 1;
      prev = event.hash;
    } catch (error) { return i + 1; }
  }
  return lines.length === stated.events && prev === stated.head ? 0 : lines.length || 1;
}
function checkFiles(files) {
  var findings = [], manifest = null, text = files['manifest.json'] ? utf8(files['manifest.json']) : '';
  try {
    manifest = JSON.parse(text);
    var at = text.lastIndexOf(manifest.seal), bare = text.slice(0, at) + '0'.repeat(64) + text.slice(at + 64);
    if (sha256(bytesOf(bare)) !== manifest.seal) manifest = null;
  } catch (error) { manifest = null; }
  if (!manifest) return { ok: false, findings: ['manifest.json ontbreekt of is gewijzigd'], files: 0, events: 0 };
  var known = { 'manifest.json': true };
  manifest.files.forEach(function (stated) {
    known[stated.name] = true;
    var bytes = files[stated.name];
    if (!bytes) findings.push(stated.name + ' ontbreekt');
    else if (bytes.length !== stated.bytes || sha256(bytes) !== stated.sha256) findings.push(stated.name + ' is gewijzigd');
  });
  Object.keys(files).forEach(function (name) { if (!Object.prototype.hasOwnProperty.call(known, name)) findings.push(name + ' hoort niet bij dit dossier'); });
  [manifest.chains.debtor, manifest.chains.administration].concat(manifest.chains.merged || []).forEach(function (stated) {
    var bytes = files[stated.file];
    var line = bytes ? checkChain(utf8(bytes), stated) : 0;
    if (line) findings.push(stated.file + ': gebeurtenis ' + line + ' klopt niet');
  });
  return { ok: findings.length === 0, findings: findings, files: Object.keys(files).length, events: manifest.counts.events, manifest: manifest };
}
function unzip(bytes) {
  var view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length), end = bytes.length - 22, files = Object.create(null);
  while (end >= 0 && view.getUint32(end, true) !== 0x06054b50) end--;
  if (end < 0) throw new Error('geen ZIP-bestand');
  var count = view.getUint16(end + 10, true), at = view.getUint32(end + 16, true);
  for (var i = 0; i < count; i++) {
    if (view.getUint32(at, true) !== 0x02014b50) throw new Error('de inhoudsopgave van het ZIP-bestand is beschadigd');
    var size = view.getUint32(at + 20, true), nameLength = view.getUint16(at + 28, true), local = view.getUint32(at + 42, true);
    var name = utf8(bytes.subarray(at + 46, at + 46 + nameLength));
    if (view.getUint16(at + 10, true) !== 0) throw new Error('het ZIP-bestand is opnieuw ingepakt; pak het uit en sleep de bestanden hierheen');
    var start = local + 30 + view.getUint16(local + 26, true) + view.getUint16(local + 28, true);
    if (name.slice(-1) !== '/') files[name] = bytes.subarray(start, start + size);
    at += 46 + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  return files;
}
if (typeof document !== 'undefined') {
  var show = function (outcome) {
    document.getElementById('result').textContent = outcome.ok
      ? 'In orde: ' + outcome.files + ' bestanden en ' + outcome.events + ' gebeurtenissen zijn ongewijzigd.'
      : 'Niet in orde.';
    var list = document.getElementById('detail'), details = outcome.findings.slice(0, 50);
    if (outcome.ok) details = ['Debiteur: ' + outcome.manifest.debtor.name, 'Laatste getal van de keten: ' + outcome.manifest.chains.debtor.head];
    list.replaceChildren.apply(list, details.map(function (line) { var item = document.createElement('li'); item.textContent = line; return item; }));
  };
  var check = async function (picked) {
    document.getElementById('result').textContent = 'Bezig met controleren…';
    document.getElementById('detail').replaceChildren();
    try {
      var files = Object.create(null);
      for (var file of picked) {
        var bytes = new Uint8Array(await file.arrayBuffer());
        if (/\.zip$/i.test(file.name)) { files = unzip(bytes); break; }
        files[file.path] = bytes;
      }
      show(checkFiles(files));
    } catch (error) { show({ ok: false, findings: [error.message] }); }
  };
  var walk = function (entry, path) {
    return new Promise(function (resolve, reject) {
      if (entry.isFile) return entry.file(function (file) { resolve([named(file, path + file.name)]); }, reject);
      var reader = entry.createReader(), found = [];
      (function next() {
        reader.readEntries(function (entries) {
          if (entries.length) { found = found.concat(entries); return next(); }
          Promise.all(found.map(function (child) { return walk(child, path + entry.name + '/'); })).then(function (all) { resolve([].concat.apply([], all)); }, reject);
        }, reject);
      })();
    });
  };
  var named = function (file, path) {
    var match = /(?:^|\/)((?:brieven|mails|facturen|bewijs)\/[^/]+)$/.exec(path);
    return { name: file.name, path: match ? match[1] : file.name, arrayBuffer: function () { return file.arrayBuffer(); } };
  };
  var drop = document.getElementById('drop');
  drop.addEventListener('dragover', function (event) { event.preventDefault(); drop.classList.add('over'); });
  drop.addEventListener('dragleave', function () { drop.classList.remove('over'); });
  drop.addEventListener('drop', function (event) {
    event.preventDefault(); drop.classList.remove('over');
    var entries = Array.from(event.dataTransfer.items).map(function (item) { return item.webkitGetAsEntry(); }).filter(Boolean);
    Promise.all(entries.map(function (entry) { return walk(entry, ''); })).then(function (all) { return check([].concat.apply([], all)); });
  });
  document.getElementById('files').addEventListener('change', function (event) {
    check(Array.from(event.target.files).map(function (file) { return named(file, file.webkitRelativePath || file.name); }));
  });
}
`;
