import { readProblem, requestHeaders } from '@/lib/api';
import { Problem } from '@/lib/problem';
import type { AnyRecord } from '@/lib/records-api';

/** Sends one file and tells how far it is; fetch cannot tell that. */
export function upload(file: File, record: { type: string; id: string } | null, onProgress: (part: number) => void): { done: Promise<AnyRecord>; cancel: () => void } {
  return sendFile('/files', file, record ? { record_type: record.type, record_id: record.id } : {}, onProgress);
}

/** Sends one file with other parts of a form to any address. */
export function sendFile<T = AnyRecord>(path: string, file: File, parts: Record<string, string>, onProgress: (part: number) => void): { done: Promise<T>; cancel: () => void } {
  const request = new XMLHttpRequest();
  const done = new Promise<T>((resolve, reject) => {
    request.open('POST', `/api/v1${path}`);
    for (const [name, value] of Object.entries(requestHeaders('POST', {}, false))) request.setRequestHeader(name, value);
    request.upload.onprogress = e => e.lengthComputable && onProgress(e.loaded / e.total);
    request.onerror = () => reject(new Problem({ status: 0, code: 'offline' }));
    request.onabort = () => reject(new Problem({ status: 0, code: 'cancelled', detail: 'Cancelled.' }));
    request.onload = () => {
      if (request.status < 300) return resolve(JSON.parse(request.responseText) as T);
      void readProblem(new Response(request.responseText, { status: request.status })).then(reject);
    };
    const form = new FormData();
    form.set('file', file);
    for (const [name, value] of Object.entries(parts)) form.set(name, value);
    request.send(form);
  });
  return { done, cancel: () => request.abort() };
}

const units = ['byte', 'kilobyte', 'megabyte', 'gigabyte'] as const;

export function sizeText(bytes: number, locale: string): string {
  let value = bytes;
  let unit = 0;
  while (value >= 1000 && unit < units.length - 1) {
    value /= 1000;
    unit++;
  }
  return new Intl.NumberFormat(locale, { style: 'unit', unit: units[unit], unitDisplay: unit === 0 ? 'long' : 'short', maximumFractionDigits: value < 10 && unit > 0 ? 1 : 0 }).format(value);
}

/** What the browser shows itself, in a frame that runs nothing. */
export const canPreview = (contentType: unknown) => typeof contentType === 'string' && (/^image\/(png|jpeg|gif|webp)$/.test(contentType) || contentType === 'application/pdf');
