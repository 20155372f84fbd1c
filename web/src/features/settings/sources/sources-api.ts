import { api } from '@/lib/api';
import type { Tone } from '@/lib/tone';

export interface StoredSecret {
  last_four: string;
  set_at: string;
  set_by_name: string;
  readable: boolean;
}

export interface MailServer {
  configured: boolean;
  host: string | null;
  port: number | null;
  security: string | null;
  user_name: string | null;
  password: StoredSecret | null;
  from_address: string | null;
  from_name: string | null;
  reply_to: string | null;
  waiting: number;
}

export type MailStatus = 'waiting' | 'sending' | 'sent' | 'bounced' | 'failed' | 'suppressed' | 'cancelled';

export interface Mail {
  id: string;
  status: MailStatus;
  to: string[];
  cc: string[];
  bcc: string[];
  subject: string;
  text: string;
  created_by_name: string;
  created_at: string;
  sent_at: string | null;
  attempts: number;
  reason: string | null;
}

export interface Connection {
  id: string;
  kind: string;
  name: string;
  settings: Record<string, unknown>;
  secret: (StoredSecret & { kind: string }) | null;
  status: 'active' | 'paused';
  shared: boolean;
  owner_id: string | null;
  problem: string | null;
  address: string | null;
  polled_at: string | null;
}

export interface Kind {
  kind: string;
  label: string;
  secret: string | null;
  pulled: boolean;
  settings: KindSetting[];
  /** What is asked for so that messages are answered; null where they never are. */
  answer_token: KindSetting | null;
}

export type SettingKind = 'text' | 'number' | 'choice' | 'texts' | 'pairs' | 'record_type' | 'condition';

/** What a kind of source wants to know, as the server describes it. */
export interface KindSetting {
  name: string;
  label: string;
  kind: SettingKind;
  help: string | null;
  required: boolean;
  secret: boolean;
  initial: unknown;
  choices: { value: string; label: string }[];
}

export interface AnswerToken {
  answers: boolean;
  last_four: string | null;
  set_at: string | null;
  set_by_name: string | null;
}

export interface Alias {
  address: string;
  same_as: string;
  added_at: string;
  added_by_name: string;
}

export interface HealthDay {
  day: string;
  received: number;
  stored: number;
  excluded: Record<string, number>;
  failed: Record<string, number>;
  waiting: number;
  announced: number | null;
  missing: number;
  adds_up: boolean;
}

export interface Health {
  adds_up: boolean;
  problem: string | null;
  polled_at: string | null;
  days: HealthDay[];
}

export type MessageState = 'waiting' | 'stored' | 'excluded' | 'failed';

export interface Received {
  id: string;
  connection_id: string;
  arrived_at: string;
  received_at: string;
  state: MessageState;
  reason: string | null;
  detail: string | null;
  shared: boolean;
  subject: string | null;
  sender: string | null;
  sender_name: string | null;
  text: string | null;
  prompt_log_id: string | null;
}

interface Page<T> {
  data: T[];
  next_cursor: string | null;
}

const query = (parts: Record<string, string>) => new URLSearchParams(Object.entries(parts).filter(([, value]) => value)).toString();

export const sourceKeys = {
  server: ['sources', 'mail-server'] as const,
  mails: (status: string) => ['sources', 'mails', status] as const,
  connections: ['sources', 'connections'] as const,
  kinds: ['sources', 'kinds'] as const,
  untracked: ['sources', 'untracked'] as const,
  aliases: ['sources', 'aliases'] as const,
  retention: ['sources', 'retention'] as const,
  token: (id: string) => ['sources', 'answer-token', id] as const,
  health: (id: string) => ['sources', 'health', id] as const,
  received: (state: string) => ['sources', 'received', state] as const,
};

export const sources = {
  server: () => api.get<MailServer>('/mail-server'),
  saveServer: (change: object) => api.put<MailServer>('/mail-server', change),
  removeServer: () => api.delete<void>('/mail-server'),
  testServer: () => api.post<{ ok: boolean; sent_to: string | null }>('/mail-server/test'),
  mails: (status: string, cursor: string) => api.get<Page<Mail>>(`/mails?${query({ status, cursor })}`),
  sendMail: (id: string) => api.post<Mail>(`/mails/${id}/send`),
  cancelMail: (id: string) => api.post<Mail>(`/mails/${id}/cancel`),
  connections: async () => (await api.get<{ data: Connection[] }>('/connections')).data,
  kinds: async () => (await api.get<{ data: Kind[] }>('/connections/kinds')).data,
  create: (change: object) => api.post<Connection>('/connections', change),
  change: (id: string, change: object) => api.patch<Connection>(`/connections/${id}`, change),
  remove: (id: string) => api.delete<void>(`/connections/${id}`),
  test: (id: string) => api.post<{ ok: boolean }>(`/connections/${id}/test`),
  poll: (id: string) => api.post<Connection>(`/connections/${id}/poll`),
  health: (id: string) => api.get<Health>(`/connections/${id}/health?days=14`),
  untracked: async () => (await api.get<{ data: { address: string }[] }>('/connections/untracked')).data,
  leaveOut: (address: string) => api.post<unknown>('/connections/untracked', { address }),
  takeAgain: (address: string) => api.delete<unknown>(`/connections/untracked/${encodeURIComponent(address)}`),
  aliases: async () => (await api.get<{ data: Alias[] }>('/connections/aliases')).data,
  addAlias: (address: string, same_as: string) => api.post<unknown>('/connections/aliases', { address, same_as }),
  removeAlias: (address: string) => api.delete<unknown>(`/connections/aliases/${encodeURIComponent(address)}`),
  retention: () => api.get<{ days: number | null }>('/connections/retention'),
  retain: (days: number | string | null) => api.put<unknown>('/connections/retention', { days }),
  token: (id: string) => api.get<AnswerToken>(`/connections/${id}/answer-token`),
  setToken: (id: string, token: string) => api.put<AnswerToken>(`/connections/${id}/answer-token`, { token }),
  removeToken: (id: string) => api.delete<void>(`/connections/${id}/answer-token`),
  received: (state: string, cursor: string) => api.get<Page<Received>>(`/received-messages?${query({ state, cursor })}`),
  replay: (id: string, text?: string) => api.post<Received>(`/received-messages/${id}/replay`, text === undefined ? {} : { text }),
};

export const mailTones: Record<MailStatus, Tone> = { waiting: 'amber', sending: 'amber', sent: 'green', bounced: 'red', failed: 'red', suppressed: 'neutral', cancelled: 'neutral' };
export const stateTones: Record<MessageState, Tone> = { waiting: 'amber', stored: 'green', excluded: 'neutral', failed: 'red' };

const reasons: Record<string, string> = {
  do_not_track: 'do not track',
  auto_reply: 'answer by a program',
  spam: 'filled in by a program',
  bounce: 'came back',
  own_mail: 'sent by us',
  known: 'known from another source',
  internal: 'among employees',
  empty: 'without text',
  unreadable_message: 'not readable',
  notice: 'told by the source itself',
  writer_unknown: 'private, writer not known',
  not_handled: 'given up',
  error: 'fault of the program',
};

export const reasonText = (reason: string) => reasons[reason] ?? (reason.replaceAll('_', ' ') || 'without a reason');
export const sum = (counts: Record<string, number>) => Object.values(counts).reduce((all, one) => all + one, 0);
export const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);
