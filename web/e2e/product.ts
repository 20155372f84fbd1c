import { execFileSync } from 'node:child_process';
import { createServer } from 'node:net';
import { resolve } from 'node:path';

const script = resolve(__dirname, '../../windrose');

export const freePort = () =>
  new Promise<number>((done, fail) => {
    const server = createServer().once('error', fail);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as { port: number };
      server.close(() => done(port));
    });
  });

/** Starts the product as a user does; the set-up link is printed by the first start only. */
export function up(data: string, port: number): { url: string; setup: string | null } {
  const said = execFileSync(script, ['up', '--port', String(port), '--data', data, '--detach'], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'] });
  const setup = /https?:\/\/\S+\/setup\?token=\S+/.exec(said)?.[0];
  return { url: `http://127.0.0.1:${port}`, setup: setup ? new URL(setup).pathname + new URL(setup).search : null };
}

export const down = (data: string) => execFileSync(script, ['down', '--data', data], { stdio: 'inherit' });
