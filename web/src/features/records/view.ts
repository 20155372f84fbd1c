import type { FilterTree, RecordQuery } from '@/lib/records-api';

/** What a list shows, as it stands in the address bar: can be reloaded, shared and stepped back to. */
export interface View {
  filter: FilterTree | null;
  /** Field names, a minus in front for descending. */
  sort: string[];
  /** Typed into the quick search: the beginning of the title. */
  q: string;
  bin: boolean;
}

export interface Condition {
  field: string;
  op: string;
  value?: unknown;
}

export interface Conditions {
  join: 'and' | 'or';
  list: Condition[];
}

type Params = { get(name: string): string | null };

export function readView(params: Params): View {
  let filter: FilterTree | null = null;
  const raw = params.get('filter');
  if (raw) {
    try {
      filter = JSON.parse(raw) as FilterTree;
    } catch {
      filter = null;
    }
  }
  const sort = (params.get('sort') ?? '').split(',').filter(Boolean);
  return { filter, sort, q: params.get('q') ?? '', bin: params.get('bin') === '1' };
}

export function writeView(view: View): string {
  const params = new URLSearchParams();
  if (view.q) params.set('q', view.q);
  if (view.filter) params.set('filter', JSON.stringify(view.filter));
  if (view.sort.length) params.set('sort', view.sort.join(','));
  if (view.bin) params.set('bin', '1');
  const text = params.toString();
  return text ? `?${text}` : '';
}

export function toQuery(view: View, titleField: string): RecordQuery {
  const parts: FilterTree[] = [];
  if (view.q.trim()) parts.push({ field: titleField, op: 'starts_with', value: view.q.trim() });
  if (view.filter) parts.push(view.filter);
  const filter = parts.length > 1 ? { and: parts } : parts[0];
  return { ...(filter && { filter }), ...(view.sort.length && { sort: view.sort }) };
}

/** The tree as a flat list of conditions, or null where it is deeper than the builder shows. */
export function toConditions(filter: FilterTree | null): Conditions | null {
  if (!filter) return { join: 'and', list: [] };
  if ('field' in filter) return { join: 'and', list: [filter] };
  if ('not' in filter) return null;
  const join = 'and' in filter ? 'and' : 'or';
  const list = 'and' in filter ? filter.and : filter.or;
  return list.every((f): f is Condition => 'field' in f) ? { join, list } : null;
}

export function fromConditions({ join, list }: Conditions): FilterTree | null {
  if (list.length === 0) return null;
  if (list.length === 1) return list[0] ?? null;
  return join === 'and' ? { and: list } : { or: list };
}

/** A click on a header: ascending, descending, off. With shift the other sorts stay. */
export function nextSort(sort: string[], field: string, keepOthers: boolean): string[] {
  const now = sort.find(s => s.replace('-', '') === field);
  const next = now === undefined ? field : now === field ? `-${field}` : null;
  if (!keepOthers) return next ? [next] : [];
  if (now === undefined) return [...sort, field];
  return sort.flatMap(s => (s === now ? (next ? [next] : []) : [s]));
}
