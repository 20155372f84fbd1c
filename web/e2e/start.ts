import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

const script = resolve(__dirname, '../../windrose');

const freePort = () =>
  new Promise<number>((done, fail) => {
    const server = createServer().once('error', fail);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as { port: number };
      server.close(() => done(port));
    });
  });

/** Starts the product as a user does, on a scratch data folder, and leaves its address and set-up link to the tests. */
export default async function start() {
  // Against a process that runs already: `WINDROSE_E2E_URL=… npx playwright test --no-deps`, with a signed-in state in place.
  if (process.env.WINDROSE_E2E_URL) return;
  rmSync('test-results', { recursive: true, force: true });
  mkdirSync('test-results', { recursive: true });
  const data = mkdtempSync(join(tmpdir(), 'windrose-e2e-'));
  const port = await freePort();
  const said = execFileSync(script, ['up', '--port', String(port), '--data', data, '--detach'], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'] });
  const setup = /https?:\/\/\S+\/setup\?token=\S+/.exec(said)?.[0];
  if (!setup) throw new Error(`The start printed no set-up link: ${said}`);
  process.env.WINDROSE_E2E_DATA = data;
  process.env.WINDROSE_E2E_URL = `http://127.0.0.1:${port}`;
  process.env.WINDROSE_E2E_SETUP = new URL(setup).pathname + new URL(setup).search;
  writeFileSync('test-results/run.json', JSON.stringify({ data, port }));
}
