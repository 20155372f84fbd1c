import type { QueryClient } from '@tanstack/react-query';
import type { Decision } from '@/features/chat/part';
import { api, newKey } from '@/lib/api';
import { refreshRecords, type ChangeSet } from '@/lib/change-sets';
import type { RecordRef } from '@/lib/records-api';
import type { Tone } from '@/lib/tone';

export const states = ['asked', 'waiting', 'written', 'refused', 'failed', 'undone', 'noted', 'private'] as const;
export type InboxState = (typeof states)[number];

export interface InboxLine {
  id: string;
  at: string;
  source: string;
  state: InboxState;
  /** False for what a source brought and nobody has read yet. */
  read: boolean;
  excerpt: string;
  person_id: string | null;
  person_name: string | null;
  thread_id: string | null;
  subject: string | null;
  sender: string | null;
  connection: string | null;
  private: boolean;
  reason: string | null;
  /** It was a question, and the record knew. */
  answered: boolean;
  /** Why nothing came of it. */
  note: string | null;
  intents: string[];
  engine: string | null;
}

export interface QuestionOption {
  value: string;
  label: string;
  record: RecordRef | null;
  facts: { field: string; label: string; value: unknown }[];
}

export interface AskedQuestion {
  id: string;
  message_id: string;
  thread_id: string | null;
  about: string;
  channel: string;
  text: string;
  options: QuestionOption[];
  state: 'open' | 'answered' | 'none' | 'closed' | 'expired';
  answer: string | null;
  answered_by: string | null;
  answered_at: string | null;
  asked_at: string;
}

export interface InboxMessage extends InboxLine {
  text: string;
  decision: Decision | null;
  change_sets: ChangeSet[];
  questions: AskedQuestion[];
  /** What could not be taken back. */
  left: string[];
}

export interface InboxFilter {
  source: string;
  state: string;
  person: string;
  q: string;
}

export type Correction =
  | { kind: 'change'; change_set_id: string; operation_id: string; values: Record<string, unknown> }
  | { kind: 'move'; change_set_id: string; operation_id: string; record_id: string }
  | { kind: 'drop'; change_set_id: string; operation_id: string }
  | { kind: 'add'; record_type: string; record_id: string | null; values: Record<string, unknown> };

export const inboxKeys = {
  all: ['inbox'] as const,
  list: (filter: InboxFilter) => ['inbox', 'list', filter] as const,
  one: (id: string) => ['inbox', 'one', id] as const,
  draft: (id: string) => ['inbox', 'draft', id] as const,
  questions: ['inbox', 'questions'] as const,
  question: (id: string) => ['inbox', 'question', id] as const,
};

const query = (parts: Record<string, string>) => new URLSearchParams(Object.entries(parts).filter(([, value]) => value)).toString();

export const inbox = {
  list: (filter: InboxFilter, cursor: string) => api.get<{ data: InboxLine[]; next_cursor: string | null }>(`/intake/messages?${query({ ...filter, cursor })}`),
  get: (id: string) => api.get<InboxMessage>(`/intake/messages/${id}`),
  correct: (id: string, correction: Correction) => api.post<InboxMessage>(`/intake/messages/${id}/corrections`, correction, { idempotencyKey: newKey() }),
  undo: (id: string) => api.post<InboxMessage>(`/intake/messages/${id}/undo`),
  replay: (id: string, text?: string) => api.post<InboxMessage>(`/intake/messages/${id}/replay`, text === undefined ? {} : { text }),
  readAllTheSame: (id: string) => api.post<InboxMessage>(`/intake/messages/${id}/replay`, { whatever_kind: true }),
  draft: (id: string) => api.get<Decision>(`/received-messages/${id}/draft`),
  share: (id: string) => api.post<unknown>(`/received-messages/${id}/share`),
  replayAll: (ids: string[]) => api.post<{ job_id: string }>('/intake/messages/replay', { ids }),
  questions: async () => (await api.get<{ data: AskedQuestion[] }>('/intake/questions')).data,
  question: (id: string) => api.get<AskedQuestion>(`/intake/questions/${id}`),
  answer: (id: string, answer: string | null) => api.post<AskedQuestion>(`/intake/questions/${id}/answer`, answer === null ? { none: true } : { answer }),
};

/** What a message writes may be shown anywhere. */
export function refreshInbox(client: QueryClient) {
  void client.invalidateQueries({ queryKey: inboxKeys.all });
  refreshRecords(client);
}

export const stateLabels: Record<InboxState, [string, Tone]> = {
  asked: ['Asked', 'accent'],
  waiting: ['Waiting', 'amber'],
  written: ['Written', 'green'],
  refused: ['Refused', 'red'],
  failed: ['Failed', 'red'],
  undone: ['Undone', 'neutral'],
  noted: ['Nothing to record', 'neutral'],
  private: ['Private', 'violet'],
};

/** What has become of a message, in words. */
export function stateOf(line: InboxLine): [string, Tone] {
  if (!line.read && line.state === 'waiting') return ['Not read yet', 'amber'];
  return line.state === 'noted' && line.answered ? ['Answered', 'green'] : stateLabels[line.state];
}

export const sourceLabels: Record<string, string> = { chat: 'Chat', email: 'Mail', slack: 'Slack', web_form: 'Form', call_note: 'Call note', api: 'API' };

/** The message above or below the one that is open; the first where none is. */
export function step(lines: { id: string }[], open: string | null, by: 1 | -1): string | null {
  const at = lines.findIndex(line => line.id === open);
  if (at < 0) return lines[0]?.id ?? null;
  return lines[Math.min(Math.max(at + by, 0), lines.length - 1)]?.id ?? null;
}

const languages: Record<string, string> = { en: 'English', de: 'German', fr: 'French', es: 'Spanish', pt: 'Portuguese', other: 'another language' };

/** In which language a message is, as a sentence; nothing where too little stands there to tell. */
export const languageText = (language: string | null | undefined) => (language && languages[language] ? `Written in ${languages[language]}.` : '');
