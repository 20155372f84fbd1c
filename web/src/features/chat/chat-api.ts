import { api, readProblem, requestHeaders } from '@/lib/api';
import { Problem } from '@/lib/problem';
import { readMessage, type SentFile, type ThreadMessage } from './part';
import { readEvents, type ServerEvent } from './sse';

export interface RecordInView {
  type: string;
  id: string;
}

export interface Thread {
  id: string;
  title?: string | null;
  created_at?: string;
  updated_at?: string;
  record?: { type: string; id: string; title?: string } | null;
}

export interface WholeThread extends Thread {
  messages: ThreadMessage[];
  /** The run that is still going, if any. */
  running_run_id?: string | null;
}

const listOf = <T>(answer: T[] | { data: T[] }) => (Array.isArray(answer) ? answer : answer.data);

export const chat = {
  threads: async (record?: RecordInView) =>
    listOf(await api.get<Thread[] | { data: Thread[] }>(record ? `/threads?record_type=${record.type}&record_id=${record.id}` : '/threads')),
  thread: async (id: string): Promise<WholeThread> => {
    const answer = await api.get<WholeThread & { messages: unknown[] }>(`/threads/${id}`);
    return { ...answer, messages: (answer.messages ?? []).map(m => readMessage(m as unknown as Record<string, unknown>)) };
  },
  create: (record?: RecordInView, title?: string) => api.post<Thread>('/threads', { title, record }),
};

async function open(path: string, init: RequestInit): Promise<AsyncGenerator<ServerEvent>> {
  let response: Response;
  try {
    response = await fetch(`/api/v1${path}`, { credentials: 'same-origin', ...init });
  } catch (cause) {
    if (cause instanceof DOMException && cause.name === 'AbortError') throw cause;
    throw new Problem({ status: 0, code: 'offline', title: 'No connection' });
  }
  if (!response.ok) throw await readProblem(response);
  if (!response.body) throw new Problem({ status: 0, code: 'offline', title: 'No answer' });
  return readEvents(response.body);
}

export interface Outgoing {
  text: string;
  /** The same key twice is one message, so a retry after a break writes nothing twice. */
  key: string;
  record?: RecordInView;
  files?: SentFile[];
}

export const sendMessage = (thread: string, { text, key, record, files }: Outgoing, signal: AbortSignal) =>
  open(`/threads/${thread}/messages`, {
    method: 'POST',
    signal,
    headers: { ...requestHeaders('POST', { idempotencyKey: key }), Accept: 'text/event-stream' },
    body: JSON.stringify({ text, idempotency_key: key, files: files?.length ? files : undefined, ui: record ? { record } : undefined }),
  });

export const resumeRun = (thread: string, run: string, after: number, signal: AbortSignal) =>
  open(`/threads/${thread}/runs/${run}/events?after=${after}`, { signal, headers: { Accept: 'text/event-stream' } });
