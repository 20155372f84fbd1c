import { api, type CallOptions } from './api';
import type { FilterTree } from './records-api';

export interface Highlight {
  field: string;
  label: string;
  text: string;
  /** Places that were found, from and to. */
  ranges: [number, number][];
}

export interface Hit {
  id: string;
  type: string;
  title: string;
  subtitle?: string | null;
  score: number;
  highlights: Highlight[];
  /** Found by its words, or because it means something like them. */
  via?: 'text' | 'meaning';
}

export interface SearchGroup {
  type: string;
  label: string;
  label_plural?: string | null;
  /** What the reader may see of it; null where it was not counted. */
  total: number | null;
  /** There are more than were counted. */
  more?: boolean;
  hits: Hit[];
}

export interface SearchAnswer {
  groups: SearchGroup[];
  took_ms: number;
  /** While the index is being made, in words. */
  notice?: string | null;
}

export interface SearchQuery {
  q: string;
  types?: string[];
  filter?: FilterTree;
  limit?: number;
  offset?: number;
  mode?: 'full' | 'type';
}

export interface SearchStatus {
  documents: number | null;
  size_bytes: number | null;
  indexed_to: string | null;
  behind: number;
  rebuilding: boolean;
  progress: number | null;
}

export const search = {
  /** As one types: the last word is a beginning. */
  typing: (q: string, limit: number, options?: CallOptions) => api.get<SearchAnswer>(`/search?q=${encodeURIComponent(q)}&limit=${limit}`, options),
  query: (query: SearchQuery, options?: CallOptions) => api.post<SearchAnswer>('/search', query, options),
  /** Later searches put first what a person opens. */
  opened: (type: string, id: string) => void api.post('/search/opened', { type, id }).catch(() => undefined),
  status: () => api.get<SearchStatus>('/search/status'),
  reindex: () => api.post('/search/reindex'),
  synonyms: () => api.get<{ groups: string[][]; version?: number }>('/search/synonyms'),
  putSynonyms: (groups: string[][]) => api.put('/search/synonyms', { groups }),
};

/** What matched, beside the title. */
export const matchOf = (hit: Hit, titleField?: string): Highlight | undefined => hit.highlights.find(h => h.field !== titleField && h.text !== hit.title);
export const titleMatch = (hit: Hit): Highlight | undefined => hit.highlights.find(h => h.text === hit.title);
