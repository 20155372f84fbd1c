// Writes <out>/csp.json: for each page the hashes of its inline scripts, so that the server can forbid all others.
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';

const root = process.argv[2] ?? 'out';
const inline = /<script(?![^>]*\ssrc=)[^>]*>([\s\S]*?)<\/script>/g;

const pages = readdirSync(root, { recursive: true, withFileTypes: true })
  .filter(entry => entry.isFile() && entry.name.endsWith('.html'))
  .map(entry => join(entry.parentPath, entry.name))
  .sort();

const policy = {};
for (const page of pages) {
  const hashes = new Set();
  for (const [, script] of readFileSync(page, 'utf8').matchAll(inline)) {
    if (script) hashes.add(`sha256-${createHash('sha256').update(script).digest('base64')}`);
  }
  policy[relative(root, page).replaceAll('\\', '/')] = [...hashes];
}
writeFileSync(join(root, 'csp.json'), JSON.stringify(policy));
console.log(`csp.json: ${pages.length} pages, ${new Set(Object.values(policy).flat()).size} scripts`);
