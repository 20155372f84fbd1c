// Prints the compressed JavaScript each page loads, and what all pages share. With --strict, fails above the budget.
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { gzipSync } from 'node:zlib';

const root = process.argv[2] ?? 'out';
const sharedBudget = 200;
const pageBudget = 60;
const size = new Map();
const kb = file => {
  if (!size.has(file)) size.set(file, gzipSync(readFileSync(join(root, file)), { level: 9 }).length / 1000);
  return size.get(file);
};

const pages = readdirSync(root, { recursive: true, withFileTypes: true })
  .filter(e => e.isFile() && e.name.endsWith('.html'))
  .map(e => relative(root, join(e.parentPath, e.name)));
// Scripts for browsers without modules are never loaded by those we serve.
const scripts = page =>
  new Set([...readFileSync(join(root, page), 'utf8').matchAll(/<script([^>]*)\ssrc="\/(_next\/[^"]+\.js)"([^>]*)>/g)]
    .filter(([, before, , after]) => !/nomodule/i.test(before + after))
    .map(m => m[2]));
const byPage = new Map(pages.map(page => [page, scripts(page)]));
const app = pages.filter(p => !/^(404|_not-found|_global-error)/.test(p));
const shared = [...(byPage.get(app[0]) ?? [])].filter(s => app.every(p => byPage.get(p).has(s)));
const sum = files => [...files].reduce((total, f) => total + kb(f), 0);

const base = sum(shared);
const extra = app.map(p => [p, sum([...byPage.get(p)].filter(s => !shared.includes(s)))]).sort((a, b) => b[1] - a[1]);
console.log(`shared JavaScript ${base.toFixed(1)} kB gz`);
for (const [page, more] of extra.slice(0, 5)) console.log(`  ${page} +${more.toFixed(1)}`);
const over = extra.filter(([, more]) => more > pageBudget);
if (base > sharedBudget || over.length) {
  console.error(`Over budget (shared ${sharedBudget}, page ${pageBudget}): load what is not needed at once with next/dynamic.`);
  if (process.argv.includes('--strict')) process.exit(1);
}
