import { api, readProblem, requestHeaders } from '@/lib/api';

interface Upload {
  id: string;
  part_size: number;
  parts: number;
  received: { n: number }[];
}

const tries = 4;
const pause = (ms: number) => new Promise(done => setTimeout(done, ms));

async function sendPart(id: string, n: number, part: Blob): Promise<void> {
  for (let attempt = 1; ; attempt++) {
    try {
      const response = await fetch(`/api/v1/uploads/${id}/parts/${n}`, {
        method: 'PUT',
        credentials: 'same-origin',
        headers: { ...requestHeaders('PUT', {}, false), 'Content-Type': 'application/octet-stream' },
        body: part,
      });
      if (response.ok) return;
      const problem = await readProblem(response);
      if (response.status < 500 || attempt >= tries) throw problem;
    } catch (error) {
      if (attempt >= tries || !(error instanceof TypeError)) throw error;
    }
    await pause(attempt * 700);
  }
}

/** Sends a large file piece by piece; a piece that fails is sent again, not the whole. */
export async function uploadInParts(file: File, tell: (share: number) => void = () => undefined): Promise<string> {
  const upload = await api.post<Upload>('/uploads', { file_name: file.name, size: file.size });
  const there = new Set(upload.received.map(p => p.n));
  for (let n = 1; n <= upload.parts; n++) {
    if (!there.has(n)) await sendPart(upload.id, n, file.slice((n - 1) * upload.part_size, n * upload.part_size));
    tell(n / upload.parts);
  }
  await api.post(`/uploads/${upload.id}/complete`, {});
  return upload.id;
}
