import type { ChangeSet } from '@/lib/change-sets';
import type { RecordRef } from '@/lib/records-api';

export interface Evidence {
  quote?: string;
  start?: number;
  end?: number;
}

export interface FieldDetail {
  field: string;
  value: unknown;
  evidence?: Evidence | null;
  confidence?: number | null;
}

export interface DecidedOperation {
  op: 'create' | 'update';
  entity: string;
  match?: Record<string, unknown> | null;
  record?: RecordRef | null;
  fields: Record<string, unknown>;
  field_details?: FieldDetail[];
  confidence?: number | null;
  status: 'applied' | 'waiting' | 'refused';
  reason?: string | null;
  change_set_id?: string | null;
  operation_id?: string | null;
  entry?: EntryChange | null;
}

/** What an entry of the context says now and what it would say. */
export interface EntryChange {
  edits: { field: string; before: string; after: string }[];
  /** What a policy makes the product ask for, in words. */
  rules?: { before: string[]; after: string[] };
  from?: string;
}

/** A file that was sent with a message, kept as a record of its own. */
export interface SentFile {
  id: string;
  name: string;
}

/** A record that an answer rests on. Of an entry of the company's context also what it says. */
export interface Cited extends RecordRef {
  version?: number;
  quote?: string;
  /** Titles that the quote stands under. */
  heading?: string;
  sensitivity?: string;
  /** What spoke for it, a sentence each. */
  why?: string[];
}

/** Where of a dropped file something is from. */
export interface FileSource {
  name: string;
  title?: string | null;
  index?: number;
  of?: number;
}

export interface Question {
  id: string;
  text: string;
  options: { label: string; value: string }[];
}

/** What the reader of a message decided, and on which words. */
export interface Decision {
  id?: string;
  intents: string[];
  operations: DecidedOperation[];
  questions?: Question[];
  answer?: string | null;
  change_set_id?: string | null;
  proposed_change_set_id?: string | null;
  prompt_log_id?: string | null;
  clarify?: boolean;
  source?: FileSource | null;
  /** What could not be told otherwise, a sentence each. */
  notes?: string[];
  /** Why a language model had no part in it, or not with all of the text. */
  engine_note?: string | null;
  /** en, de, fr, es, pt or other; null where too little stands there to tell. */
  language?: string | null;
}

export type Part =
  | { type: 'understood'; decision: Decision }
  | { type: 'written'; changeSetId: string; changeSet: ChangeSet | null }
  | { type: 'waiting'; changeSetId: string; changeSet: ChangeSet | null }
  | { type: 'question'; question: Question }
  | { type: 'plan'; goalId: string; goal: string }
  | { type: 'answer'; text: string; records: Cited[] }
  | { type: 'note'; text: string; source?: FileSource | null; hint?: { code: string; href: string } | null };

type Raw = Record<string, unknown>;

const object = (value: unknown): Raw | null => (typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Raw) : null);
const text = (value: unknown): string => (typeof value === 'string' ? value : '');
const list = <T>(value: unknown): T[] => (Array.isArray(value) ? (value as T[]) : []);

/** A part as the server names it; null for one this version does not know, which is then simply not shown. */
export function readPart(type: string, raw: Raw): Part | null {
  switch (type) {
    case 'understood':
      return { type, decision: readDecision(object(raw.decision) ?? raw) };
    case 'written':
    case 'waiting': {
      const whole = object(raw.change_set) ?? (Array.isArray(raw.operations) ? raw : null);
      const id = text(whole?.id) || text(raw.change_set_id) || text(raw.id);
      return id ? { type, changeSetId: id, changeSet: whole as ChangeSet | null } : null;
    }
    case 'question': {
      const q = object(raw.question) ?? raw;
      return { type, question: { id: text(q.id), text: text(q.text), options: list(q.options) } };
    }
    case 'plan':
      return text(raw.goal_id) ? { type, goalId: text(raw.goal_id), goal: text(raw.goal) } : null;
    case 'answer':
      return { type, text: text(raw.text) || text(raw.answer), records: list(raw.records ?? raw.cites ?? raw.sources) };
    case 'note':
      return { type, text: text(raw.text), source: object(raw.source) as FileSource | null, hint: object(raw.hint) as { code: string; href: string } | null };
    default:
      return null;
  }
}

function readDecision(raw: Raw): Decision {
  return { ...raw, intents: list(raw.intents), operations: list(raw.operations), questions: list(raw.questions) } as Decision;
}

export interface ThreadMessage {
  id: string;
  role: 'user' | 'assistant';
  text: string;
  created_at: string;
  parts: Part[];
  files: SentFile[];
}

export function readMessage(raw: Raw): ThreadMessage {
  const parts = list<Raw>(raw.parts).map(p => readPart(text(p.type), object(p.data) ?? p));
  return {
    id: text(raw.id),
    role: raw.role === 'user' ? 'user' : 'assistant',
    text: text(raw.text),
    created_at: text(raw.created_at),
    parts: parts.filter(p => p !== null),
    files: list(raw.files),
  };
}

/** The key under which a later event of the same thing replaces the earlier one. */
export function partKey(part: Part): string {
  switch (part.type) {
    case 'written':
    case 'waiting':
      return part.type + part.changeSetId;
    case 'question':
      return `question${part.question.id}`;
    case 'plan':
      return part.type + part.goalId;
    case 'understood':
      return part.type + (part.decision.source ? (part.decision.id ?? '') : '');
    case 'answer':
      return part.type + part.text;
    case 'note':
      return `note${part.source?.name ?? ''}${part.text}`;
  }
}
