import { api } from '@/lib/api';
import { sendFile } from '@/features/files/upload';
import type { Compiled } from '../policy/policy-api';

export type State = 'new' | 'changed' | 'waits' | 'same' | 'refused' | 'left_out';

export interface Transfer {
  id: string;
  kind: 'files' | 'pasted' | 'starter' | 'example' | 'questions';
  name: string;
  status: 'collecting' | 'reading' | 'ready' | 'applying' | 'applied';
  /** Why the last piece of work on it ended without being done. */
  problem: string | null;
  /** Whether what is named and not there is made. */
  make: boolean;
  notes: string[];
  also: { type: string; name: string }[];
  change_set_id: string | null;
  created_at: string;
  progress: { done: number; total?: number | null; message?: string | null } | null;
  counts: Record<State, number>;
  proposed: number;
}

/** A file, or a part of one, as a line of the preview. */
export interface Item {
  position: number;
  path: string;
  question: string | null;
  proposed: boolean;
  included: boolean;
  sure: boolean;
  reasons: string[];
  category: string | null;
  kind: string | null;
  title: string | null;
  language: string | null;
  source: string | null;
  status: string | null;
  state: State;
  reason: string | null;
  line: number | null;
  notes: string[];
  entry_id: string | null;
}

export interface Difference {
  field: string;
  label: string;
  before: unknown;
  after: unknown;
}

export interface WholeItem extends Item {
  front: Record<string, unknown> | null;
  body: string;
  differences: Difference[];
  compiled: Compiled | null;
}

export interface Question {
  question: string;
  text: string;
  help: string;
  example: string;
  answer: string | null;
  skipped: boolean;
  items: WholeItem[];
}

export interface Questions {
  transfer_id: string | null;
  data: Question[];
}

export interface EntrySet {
  set: 'starter' | 'example';
  label: string;
  entries: number;
  change_set_id: string | null;
}

export interface Correction {
  positions: number[];
  included?: boolean;
  category?: string;
  kind?: string;
  title?: string;
  body?: string;
}

const root = '/context/transfer';

export const setupKeys = {
  sets: ['context', 'transfer', 'sets'] as const,
  waiting: ['context', 'transfer', 'waiting'] as const,
  questions: ['context', 'transfer', 'questions'] as const,
  one: (id: string) => ['context', 'transfer', id] as const,
  items: (id: string) => ['context', 'transfer', id, 'items'] as const,
  item: (id: string, position: number) => ['context', 'transfer', id, 'items', position] as const,
};

export const setup = {
  sets: async () => (await api.get<{ data: EntrySet[] }>(`${root}/sets`)).data,
  waiting: async () => (await api.get<{ data: Transfer[] }>(root)).data,
  begin: (set: string) => api.post<Transfer>(`${root}/sets/${set}`),
  paste: (text: string) => api.post<Transfer>(`${root}/pasted`, { text }),
  get: (id: string) => api.get<Transfer>(`${root}/${id}`),
  items: async (id: string) => (await api.get<{ data: Item[] }>(`${root}/${id}/items`)).data,
  item: (id: string, position: number) => api.get<WholeItem>(`${root}/${id}/items/${position}`),
  correct: async (id: string, correction: Correction) => (await api.patch<{ data: Item[] }>(`${root}/${id}/items`, correction)).data,
  make: (id: string, make: boolean) => api.patch<Transfer>(`${root}/${id}`, { make }),
  apply: (id: string, status?: 'draft' | 'live') => api.post<Transfer>(`${root}/${id}/apply`, status ? { status } : {}),
  cancel: (id: string) => api.post<Transfer>(`${root}/${id}/cancel`),
  drop: (id: string) => api.delete<void>(`${root}/${id}`),
  questions: () => api.get<Questions>(`${root}/questions`),
  answer: (question: string, answer: string, skipped = false) => api.put<Questions>(`${root}/questions/${question}`, { answer, skipped }),
};

/** Sends files one after the other; they are read together once the last one is there. */
export async function sendFiles(files: File[], tell: (part: number) => void): Promise<Transfer> {
  let sent: Transfer | null = null;
  for (const [at, file] of files.entries()) {
    const path: string = sent ? `${root}/${sent.id}/files` : root;
    const more: Record<string, string> = at < files.length - 1 ? { more: 'true' } : {};
    sent = await sendFile<Transfer>(path, file, more, part => tell((at + part) / files.length)).done;
  }
  if (!sent) throw new Error('There are no files.');
  return sent;
}

export const exportPath = '/api/v1/context/transfer/export';

/** What an item would do, in a word, with its colour. */
export const states: Record<State, { label: string; tone: 'green' | 'accent' | 'amber' | 'neutral' | 'red' }> = {
  new: { label: 'New', tone: 'green' },
  changed: { label: 'Changed', tone: 'accent' },
  waits: { label: 'For review', tone: 'amber' },
  same: { label: 'Same', tone: 'neutral' },
  refused: { label: 'Refused', tone: 'red' },
  left_out: { label: 'Left out', tone: 'neutral' },
};

/** How many entries would be written. */
export const writes = (counts: Record<State, number>) => counts.new + counts.changed + counts.waits;

/** What is made beside the entries, in a sentence. */
export function alsoText(also: Transfer['also']): string {
  const many: Record<string, [string, string]> = {
    product: ['product', 'products'],
    message_tree: ['message tree', 'message trees'],
    company: ['customer', 'customers'],
    competitor: ['competitor', 'competitors'],
    tag: ['tag', 'tags'],
  };
  const parts = Object.entries(many).flatMap(([type, [one, more]]) => {
    const n = also.filter(a => a.type === type).length;
    return n ? [`${n} ${n === 1 ? one : more}`] : [];
  });
  return parts.length < 2 ? parts.join('') : `${parts.slice(0, -1).join(', ')} and ${parts.at(-1)}`;
}
