import { takeEarly } from './early';
import { Problem, type ProblemBody } from './problem';

export interface Answer<T> {
  data: T;
  etag: string | null;
}

export interface CallOptions {
  signal?: AbortSignal;
  /** Version of the record the change rests on, sent as If-Match. */
  version?: number | string;
  /** Same key, same effect: a repeated click or a retry writes once. */
  idempotencyKey?: string;
  headers?: Record<string, string>;
}

const ROOT = '/api/v1';

export const newKey = () =>
  crypto.randomUUID?.() ?? Array.from(crypto.getRandomValues(new Uint8Array(16)), b => b.toString(16).padStart(2, '0')).join('');

export function csrfToken(cookies = typeof document === 'undefined' ? '' : document.cookie): string | null {
  const found = /(?:^|;\s*)XSRF-TOKEN=([^;]+)/.exec(cookies);
  return found?.[1] ? decodeURIComponent(found[1]) : null;
}

export function requestHeaders(method: string, options: CallOptions = {}, json = true): Record<string, string> {
  const headers: Record<string, string> = { Accept: 'application/json', ...options.headers };
  if (json && method !== 'GET') headers['Content-Type'] = 'application/json';
  if (method !== 'GET') {
    const token = csrfToken();
    if (token) headers['X-XSRF-TOKEN'] = token;
  }
  if (options.version !== undefined) headers['If-Match'] = `"${options.version}"`;
  if (options.idempotencyKey) headers['Idempotency-Key'] = options.idempotencyKey;
  return headers;
}

async function call<T>(method: string, path: string, body?: unknown, options: CallOptions = {}): Promise<Answer<T>> {
  const form = body instanceof FormData;
  const sent = body === undefined ? undefined : form ? body : JSON.stringify(body);
  let response: Response;
  try {
    response = await (takeEarly(method, path, typeof sent === 'string' ? sent : undefined) ??
      fetch(ROOT + path, {
        method,
        signal: options.signal,
        credentials: 'same-origin',
        headers: requestHeaders(method, options, !form && body !== undefined),
        body: sent,
      }));
  } catch (cause) {
    if (cause instanceof DOMException && cause.name === 'AbortError') throw cause;
    throw new Problem({ status: 0, code: 'offline', title: 'No connection' });
  }
  if (!response.ok) throw await readProblem(response);
  const text = response.status === 204 ? '' : await response.text();
  return { data: (text ? JSON.parse(text) : undefined) as T, etag: response.headers.get('ETag') };
}

export async function readProblem(response: Response): Promise<Problem> {
  let body: Partial<ProblemBody> = {};
  try {
    body = (await response.json()) as ProblemBody;
  } catch {
    body = {};
  }
  return new Problem({ ...body, status: response.status, code: body.code ?? `http_${response.status}` });
}

export const api = {
  get: async <T>(path: string, options?: CallOptions) => (await call<T>('GET', path, undefined, options)).data,
  post: async <T>(path: string, body?: unknown, options?: CallOptions) => (await call<T>('POST', path, body ?? {}, options)).data,
  put: async <T>(path: string, body?: unknown, options?: CallOptions) => (await call<T>('PUT', path, body ?? {}, options)).data,
  patch: async <T>(path: string, body?: unknown, options?: CallOptions) => (await call<T>('PATCH', path, body ?? {}, options)).data,
  delete: async <T>(path: string, options?: CallOptions) => (await call<T>('DELETE', path, undefined, options)).data,
};

/** Fetches a file that the server makes and hands it to the browser under the server's name. */
export async function download(path: string, body: unknown, fallbackName: string): Promise<string> {
  const response = await fetch(ROOT + path, {
    method: 'POST',
    credentials: 'same-origin',
    headers: { ...requestHeaders('POST'), Accept: '*/*' },
    body: JSON.stringify(body),
  });
  if (!response.ok) throw await readProblem(response);
  const name = /filename="([^"]+)"/.exec(response.headers.get('Content-Disposition') ?? '')?.[1] ?? fallbackName;
  const link = document.createElement('a');
  link.href = URL.createObjectURL(await response.blob());
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
  return name;
}
