import type { SavedView } from '@/lib/lists-api';
import type { FilterTree, RecordQuery } from '@/lib/records-api';

export type Layout = 'list' | 'board' | 'timeline';

/** What a list shows, as it stands in the address bar: can be reloaded, shared and stepped back to. */
export interface View {
  filter: FilterTree | null;
  /** Field names, a minus in front for descending. */
  sort: string[];
  /** Typed into the quick search: the beginning of the title. */
  q: string;
  bin: boolean;
  layout: Layout;
  /** Columns of this view; null for those that this browser keeps. */
  columns: string[] | null;
  /** A field to group by, a date with its unit: "created_at:month". */
  group: string | null;
  /** The field whose values are the columns of a board. */
  by: string | null;
  /** Begin and end on a timeline. */
  dates: [string, string] | null;
  /** The list as it was at this moment. */
  asOf: string | null;
  /** The saved view it began with; "all" for none where another would open by itself. */
  saved: string | null;
}

export const plainView: View = {
  filter: null, sort: [], q: '', bin: false, layout: 'list', columns: null, group: null, by: null, dates: null, asOf: null, saved: null,
};

type Params = { get(name: string): string | null };

const listOf = (text: string | null) => (text ?? '').split(',').filter(Boolean);

function parsed(raw: string | null): FilterTree | null {
  if (!raw) return null;
  try {
    return JSON.parse(raw) as FilterTree;
  } catch {
    return null;
  }
}

const pair = (text: string | null): [string, string] | null => {
  const [from, to] = listOf(text);
  return from && to ? [from, to] : null;
};

export function readView(params: Params): View {
  const layout = params.get('layout');
  return {
    filter: parsed(params.get('filter')),
    sort: listOf(params.get('sort')),
    q: params.get('q') ?? '',
    bin: params.get('bin') === '1',
    layout: layout === 'board' || layout === 'timeline' ? layout : 'list',
    columns: params.get('columns') ? listOf(params.get('columns')) : null,
    group: params.get('group'),
    by: params.get('by'),
    dates: pair(params.get('dates')),
    asOf: params.get('as_of'),
    saved: params.get('view'),
  };
}

const own = ['filter', 'sort', 'q', 'bin', 'layout', 'columns', 'group', 'by', 'dates', 'as_of', 'view', 'edited'];

/** The address says nothing about the list, so a view that opens by itself may. */
export const isBare = (params: Params) => own.every(name => params.get(name) === null);

/** The address holds more than the saved view it names. */
export const isEdited = (params: Params) => params.get('edited') === '1';

export function writeView(view: View, edited = false): string {
  const params = new URLSearchParams();
  const put = (name: string, value: string | null | undefined) => value && params.set(name, value);
  put('view', view.saved);
  put('edited', edited ? '1' : null);
  put('q', view.q);
  put('layout', view.layout === 'list' ? null : view.layout);
  put('filter', view.filter && JSON.stringify(view.filter));
  put('sort', view.sort.join(','));
  put('columns', view.columns?.join(','));
  put('group', view.group);
  put('by', view.by);
  put('dates', view.dates?.join(','));
  put('bin', view.bin ? '1' : null);
  put('as_of', view.asOf);
  const text = params.toString();
  return text ? `?${text}` : '';
}

export function ofSaved(saved: SavedView): View {
  const { filter, sort, fields, group_by, column_field, date_fields } = saved.query;
  return {
    ...plainView,
    filter: filter ?? null,
    sort: sort ?? [],
    layout: saved.layout,
    columns: fields?.length ? fields : null,
    group: group_by?.[0] ?? null,
    by: column_field ?? null,
    dates: date_fields?.length === 2 ? [date_fields[0] as string, date_fields[1] as string] : null,
    saved: saved.id,
  };
}

/** What of a view can be kept; the quick search, the bin and the moment are of this visit. */
export function toSaved(view: View, columns: string[]): Pick<SavedView, 'layout' | 'query'> {
  return {
    layout: view.layout,
    query: {
      ...(view.filter && { filter: view.filter }),
      ...(view.sort.length && { sort: view.sort }),
      fields: view.columns ?? columns,
      ...(view.group && { group_by: [view.group] }),
      ...(view.by && { column_field: view.by }),
      ...(view.dates && { date_fields: view.dates }),
    },
  };
}

const kept = (view: View) => JSON.stringify([view.filter, view.sort, view.layout, view.columns, view.group, view.by, view.dates]);

export const sameView = (a: View, b: View) => kept(a) === kept(b);

/** The conditions of a view, with the quick search. */
export function filterOf(view: View, titleField: string, ...more: FilterTree[]): FilterTree | undefined {
  const parts: FilterTree[] = [...more];
  if (view.q.trim()) parts.push({ field: titleField, op: 'starts_with', value: view.q.trim() });
  if (view.filter) parts.push(view.filter);
  return parts.length > 1 ? { and: parts } : parts[0];
}

export function toQuery(view: View, titleField: string, ...more: FilterTree[]): RecordQuery {
  const filter = filterOf(view, titleField, ...more);
  return { ...(filter && { filter }), ...(view.sort.length && { sort: view.sort }), ...(view.asOf && { as_of: view.asOf }) };
}

/** A click on a header: ascending, descending, off. With shift the other sorts stay. */
export function nextSort(sort: string[], field: string, keepOthers: boolean): string[] {
  const now = sort.find(s => s.replace('-', '') === field);
  const next = now === undefined ? field : now === field ? `-${field}` : null;
  if (!keepOthers) return next ? [next] : [];
  if (now === undefined) return [...sort, field];
  return sort.flatMap(s => (s === now ? (next ? [next] : []) : [s]));
}
