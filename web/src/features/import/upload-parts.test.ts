import { expect, it, vi } from 'vitest';
import { uploadInParts } from './upload-parts';

it('sends a file in parts and a failed part once more', async () => {
  const sent: string[] = [];
  let failed = false;
  vi.stubGlobal('fetch', async (url: string, init: RequestInit) => {
    sent.push(`${init.method} ${url.replace('/api/v1', '')} ${init.body instanceof Blob ? init.body.size : ''}`.trim());
    if (url.endsWith('/parts/2') && !failed) {
      failed = true;
      return new Response('{}', { status: 503 });
    }
    return new Response(JSON.stringify({ id: 'u1', part_size: 4, parts: 3, received: [] }), { status: 200 });
  });
  const shares: number[] = [];
  expect(await uploadInParts(new File(['0123456789'], 'rows.csv'), share => shares.push(share))).toBe('u1');
  expect(sent).toEqual(['POST /uploads', 'PUT /uploads/u1/parts/1 4', 'PUT /uploads/u1/parts/2 4', 'PUT /uploads/u1/parts/2 4', 'PUT /uploads/u1/parts/3 2', 'POST /uploads/u1/complete']);
  expect(shares.at(-1)).toBe(1);
  vi.unstubAllGlobals();
});
