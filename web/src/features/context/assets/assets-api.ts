import { api } from '@/lib/api';
import { keys } from '@/lib/query-keys';
import { records, type AnyRecord, type FilterTree } from '@/lib/records-api';
import { search, type Highlight } from '@/lib/search-api';
import { sendFile } from '@/features/files/upload';

/** A content that a file has or had. */
export interface FileVersion {
  number: number;
  name: string;
  content_type: string;
  size: number;
  width: number | null;
  height: number | null;
  added_at: string;
  added_by: string | null;
  current: boolean;
}

export interface AssetFilter {
  q: string;
  kind: string;
  product: string;
}

export interface Asset {
  record: AnyRecord;
  /** What was found in it, where words were looked for. */
  match?: Highlight;
}

export interface AssetPage {
  assets: Asset[];
  next: string | null;
  total: number | null;
}

/** Kinds of files as people tell them apart, with the content types of each. */
export const kinds: { value: string; label: string; types: string[] }[] = [
  { value: 'picture', label: 'Pictures', types: ['image/png', 'image/jpeg', 'image/gif', 'image/webp', 'image/svg+xml'] },
  { value: 'pdf', label: 'PDF', types: ['application/pdf'] },
  { value: 'slides', label: 'Slides', types: ['application/vnd.openxmlformats-officedocument.presentationml.presentation'] },
  { value: 'document', label: 'Documents', types: ['application/vnd.openxmlformats-officedocument.wordprocessingml.document', 'text/plain', 'text/markdown', 'text/html'] },
  { value: 'sheet', label: 'Tables', types: ['application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', 'text/csv'] },
  { value: 'media', label: 'Film and sound', types: ['video/mp4', 'audio/mpeg', 'audio/wav'] },
];

const ofKind = (value: string) => kinds.find(k => k.value === value)?.types ?? [];

export const kindOf = (contentType: unknown): string => kinds.find(k => k.types.includes(String(contentType)))?.label ?? 'File';

/** The library, and what of it is looked for. */
export function filterOf({ kind, product }: Pick<AssetFilter, 'kind' | 'product'>): FilterTree {
  const parts: FilterTree[] = [{ field: 'library', op: 'is', value: true }];
  if (kind) parts.push({ field: 'content_type', op: 'in', value: ofKind(kind) });
  if (product) parts.push({ field: 'product_ids', op: 'is', value: product });
  return { and: parts };
}

const pageSize = 60;
const found = 50;

/** By words in names and contents where some are given, otherwise what was changed last. */
export async function listAssets(filter: AssetFilter, cursor: string, signal: AbortSignal): Promise<AssetPage> {
  const where = filterOf(filter);
  const words = filter.q.trim();
  if (!words) {
    const page = await records.query('files', { filter: where, sort: ['-updated_at'], limit: pageSize, ...(cursor ? { cursor } : { count: true }) }, { signal });
    return { assets: page.data.map(record => ({ record })), next: page.next_cursor ?? null, total: page.total ?? null };
  }
  const typed = await search.query({ q: words, types: ['file'], filter: where, limit: found, mode: 'type' }, { signal });
  const answer = typed.groups.length > 0 ? typed : await search.query({ q: words, types: ['file'], filter: where, limit: found }, { signal });
  const hits = answer.groups[0]?.hits ?? [];
  if (hits.length === 0) return { assets: [], next: null, total: 0 };
  const page = await records.query('files', { filter: { field: 'id', op: 'in', value: hits.map(h => h.id) }, limit: found }, { signal });
  return { assets: inOrder(hits, page.data), next: null, total: answer.groups[0]?.total ?? hits.length };
}

/** The records in the order in which they were found, with what was found in them. */
export function inOrder(hits: { id: string; title: string; highlights: Highlight[] }[], all: AnyRecord[]): Asset[] {
  return hits.flatMap(hit => {
    const record = all.find(r => r.id === hit.id);
    const match = hit.highlights.find(h => h.text !== hit.title);
    return record ? [{ record, ...(match && { match }) }] : [];
  });
}

export const assetKeys = {
  list: (filter: AssetFilter) => [...keys.lists('file'), 'library', filter] as const,
  versions: (id: string) => [...keys.record('file', id), 'versions'] as const,
};

export const assets = {
  versions: async (id: string) => (await api.get<{ data: FileVersion[] }>(`/files/${id}/versions`)).data,
  restore: (id: string, number: number) => api.post<AnyRecord>(`/files/${id}/versions/${number}/restore`),
  add: (file: File, tell: (part: number) => void) => sendFile('/files', file, { library: 'true' }, tell),
  addVersion: (id: string, file: File, tell: (part: number) => void) => sendFile(`/files/${id}/versions`, file, {}, tell),
  /** An asset that is called like this, whose next version a file may be. */
  called: async (name: string): Promise<AnyRecord | undefined> =>
    (await records.query('files', { filter: { and: [{ field: 'library', op: 'is', value: true }, { field: 'name', op: 'is', value: name }] }, limit: 1 })).data[0],
};

export const contentPath = (id: string, number?: number) => `/api/v1/files/${id}${number ? `/versions/${number}` : ''}/content`;
