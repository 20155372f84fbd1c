// House rules a type checker does not know. Each message says what to do instead.
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';

const levels = ['lib', 'components', 'features', 'app'];
const sharedFeatures = ['records', 'chat', 'review', 'intake', 'timeline', 'comments', 'workspace', 'notes', 'files', 'sharing', 'agents'];
const problems = [];
const files = readdirSync('src', { recursive: true, withFileTypes: true })
  .filter(e => e.isFile() && /\.tsx?$/.test(e.name))
  .map(e => join(e.parentPath, e.name));

for (const file of files) {
  const path = relative('src', file).replaceAll('\\', '/');
  const text = readFileSync(file, 'utf8');
  const name = path.split('/').at(-1);
  const level = levels.indexOf(path.split('/')[0]);
  const lines = text.split('\n').length;
  if (lines > 400) problems.push(`${path}: ${lines} lines. Split it by topic (limit 400).`);
  if (!/^[a-z0-9.-]+$/.test(name)) problems.push(`${path}: name files in kebab-case.`);
  if (/^index\.tsx?$/.test(name)) problems.push(`${path}: no barrel files; import the file itself.`);
  if (/(^|\/)utils?\.tsx?$/.test(path)) problems.push(`${path}: name it by its purpose.`);
  if (/#[0-9a-f]{6}\b/i.test(text) && name !== 'icon.svg') problems.push(`${path}: take colours from the tokens in globals.css.`);
  for (const [, target] of text.matchAll(/from '@\/([^']+)'/g)) {
    const to = levels.indexOf(target.split('/')[0]);
    if (level >= 0 && to > level) problems.push(`${path}: imports ${target}. Imports go lib, components, features, app; pass it in from above.`);
    const [ours, mine] = path.split('/');
    const [theirs, other] = target.split('/');
    if (ours === 'features' && theirs === 'features' && mine !== other && !sharedFeatures.includes(other)) {
      problems.push(`${path}: imports feature ${other}. Features do not know each other; move what is shared to components or lib.`);
    }
  }
}
for (const problem of problems) console.error(problem);
console.log(`rules: ${files.length} files, ${problems.length} problems`);
process.exit(problems.length ? 1 : 0);
