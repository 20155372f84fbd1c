// Writes a Brotli form beside each page, script and style, so that the server need not make one.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants } from 'node:zlib';

const root = process.argv[2] ?? 'out';
const compress = promisify(brotliCompress);
const files = readdirSync(root, { recursive: true, withFileTypes: true })
  .filter(e => e.isFile() && /\.(js|css|html)$/.test(e.name))
  .map(e => join(e.parentPath, e.name));

let before = 0;
let after = 0;
await Promise.all(files.map(async file => {
  const content = readFileSync(file);
  const small = await compress(content, { params: { [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY, [constants.BROTLI_PARAM_SIZE_HINT]: content.length } });
  writeFileSync(`${file}.br`, small);
  before += content.length;
  after += small.length;
}));
console.log(`brotli: ${files.length} files, ${Math.round(before / 1000)} kB to ${Math.round(after / 1000)} kB`);
