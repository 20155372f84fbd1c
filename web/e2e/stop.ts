import { execFileSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import { resolve } from 'node:path';

export default function stop() {
  const data = process.env.WINDROSE_E2E_DATA;
  if (!data) return;
  execFileSync(resolve(__dirname, '../../windrose'), ['down', '--data', data], { stdio: 'inherit' });
  rmSync(data, { recursive: true, force: true });
}
