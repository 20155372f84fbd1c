import { api, newKey } from '@/lib/api';
import { keys } from '@/lib/query-keys';
import type { AnyRecord } from '@/lib/records-api';
import { entryType } from '../../names';
import type { NodeBadge, UseCounts } from '../tree-api';

export interface Message {
  entry: AnyRecord;
  original_id: string;
  why: string[];
  badges: NodeBadge[];
  use: UseCounts;
  /** Whether this account was told it, and when last. */
  told: { times: number; last: string } | null;
}

export interface AccountFit {
  company_id: string;
  company_name: string;
  wanted: { segments: string[]; regions: string[]; channel: string | null; language: string | null };
  why: string[];
  /** Languages and channels in which there are wordings. */
  spoken: { languages: string[]; channels: string[] };
  products: { product_id: string; product_name: string; tree_id: string; why: string; messages: Message[] }[];
  objections: { objection: AnyRecord; answers: { product_id: string; why: string; message: Message }[] }[];
  how_use_is_counted: string;
}

/** A message that stands in a draft, in the words and version it was put there. */
export interface Inserted {
  id: string;
  version: number;
  words: string;
  /** Why outsiders may not be told it; null where they may. */
  closed: string | null;
}

export const fitKey = (company: string, language: string, channel: string) => [...keys.lists(entryType), 'fit', company, language, channel] as const;

export const fit = {
  of: (company: string, language: string, channel: string, signal?: AbortSignal) => {
    const query = new URLSearchParams({ ...(language && { language }), ...(channel && { channel }) });
    return api.get<AccountFit>(`/context/trees/for-account/${company}?${query}`, { signal });
  },
  used: (message: Inserted, place: { kind: string; record_type: string; record_id: string; label: string; company_id: string; on: string }) =>
    api.post<unknown>('/context/uses', { entry_id: message.id, version: message.version, ...place }, { idempotencyKey: newKey() }),
};
