import type { AnyRecord, HistoryEntry } from '@/lib/records-api';

export type EntryKind = 'change' | 'interaction' | 'task' | 'objection' | 'feedback' | 'comment' | 'deal' | 'contact';

export interface FieldChange {
  field: string;
  before?: unknown;
  after?: unknown;
}

export interface TimelineEntry {
  key: string;
  at: string;
  kind: EntryKind;
  text: string;
  by: string | null;
  /** Who or what made it: person, agent, import, message and so on. */
  source: string | null;
  note: string | null;
  changeSetId: string | null;
  record: { type: string; id: string } | null;
  fields: FieldChange[];
}

type Raw = Record<string, unknown>;

const text = (value: unknown): string | null => (typeof value === 'string' && value ? value : null);
const kinds = new Set<EntryKind>(['change', 'interaction', 'task', 'objection', 'feedback', 'comment', 'deal', 'contact']);

function fieldsOf(entry: { changed_fields?: unknown; previous_values?: unknown; new_values?: unknown }): FieldChange[] {
  const before = (entry.previous_values ?? {}) as Raw;
  const after = (entry.new_values ?? {}) as Raw;
  const names = Array.isArray(entry.changed_fields) ? (entry.changed_fields as string[]) : Object.keys({ ...before, ...after });
  return names.map(field => ({ field, before: before[field], after: after[field] }));
}

const quoteOf = (evidence: unknown) => text((evidence as { quote?: string } | null)?.quote);

export function fromHistory(entry: HistoryEntry, record: { type: string; id: string }): TimelineEntry {
  return {
    key: `change-${record.id}-${entry.version}`,
    at: entry.at,
    kind: 'change',
    text: entry.summary,
    by: entry.user_name ?? null,
    source: entry.source ?? null,
    note: quoteOf(entry.evidence),
    changeSetId: entry.change_set_id ?? null,
    record,
    fields: fieldsOf(entry),
  };
}

const line: Partial<Record<string, (r: AnyRecord) => [string | null, string | null]>> = {
  interaction: r => [text(r.subject), text(r.body)],
  task: r => [text(r.title), text(r.description)],
  objection: r => [text(r.text), text(r.response)],
  feedback: r => [text(r.summary), text(r.body)],
};

/** A record that belongs to the one in view; an interaction stands at the day it took place. */
export function fromRecord(record: AnyRecord): TimelineEntry {
  const [said, note] = line[record.type]?.(record) ?? [record.title, null];
  const day = record.type === 'interaction' ? text(record.date) : null;
  return {
    key: `${record.type}-${record.id}`,
    at: day && day !== record.created_at.slice(0, 10) ? `${day}T12:00:00Z` : record.created_at,
    kind: kinds.has(record.type as EntryKind) ? (record.type as EntryKind) : 'change',
    text: said ?? record.title,
    by: null,
    source: null,
    note,
    changeSetId: null,
    record: { type: record.type, id: record.id },
    fields: [],
  };
}

/** An entry as the server merges them for an account. */
export function fromServer(raw: Raw, position: number): TimelineEntry {
  const details = (raw.details ?? {}) as Raw;
  const record = raw.record as { type?: string; id?: string } | undefined;
  const named = text(raw.kind) ?? 'history';
  const kind = kinds.has(named as EntryKind) ? (named as EntryKind) : 'change';
  const at = text(raw.at) ?? '';
  return {
    key: `${kind}-${text(raw.id) ?? `${at}-${position}`}`,
    at,
    kind,
    text: text(raw.title) ?? '',
    by: text((raw.by as Raw | undefined)?.name),
    source: text(details.source),
    note: text(raw.text) ?? quoteOf(details.evidence),
    changeSetId: text(details.change_set_id),
    record: record?.type && record.id ? { type: record.type, id: record.id } : null,
    fields: fieldsOf(details),
  };
}

export interface Day {
  day: string;
  entries: TimelineEntry[];
}

/** Newest first, one group a day of the reader's time zone. */
export function byDay(entries: TimelineEntry[], dayOf: (iso: string) => string): Day[] {
  const days: Day[] = [];
  const once = new Map(entries.map(e => [e.key, e]));
  for (const entry of [...once.values()].sort((a, b) => b.at.localeCompare(a.at))) {
    const day = dayOf(entry.at);
    const last = days.at(-1);
    if (last?.day === day) last.entries.push(entry);
    else days.push({ day, entries: [entry] });
  }
  return days;
}
