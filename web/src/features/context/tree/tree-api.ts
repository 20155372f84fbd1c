import { api, newKey } from '@/lib/api';
import type { ChangeSet } from '@/lib/change-sets';
import { keys } from '@/lib/query-keys';
import type { AnyRecord } from '@/lib/records-api';
import { entryType } from '../names';

export interface NodeBadge {
  code: 'expiring' | 'expired' | 'no_source' | 'not_citable' | 'variants' | 'not_live' | (string & {});
  label: string;
}

export interface UseCounts {
  uses: number;
  out: number;
  /** Uses of which the account is known: only these can have a reply. */
  told: number;
  accounts: number;
  /** Without a reply so far, but still within the days that count. */
  young: number;
  replies: number;
  wins: number;
  won: Record<string, number>;
}

export interface TreeNode {
  entry: AnyRecord;
  badges: NodeBadge[];
  use: UseCounts;
  /** Places that still say what does not hold any more. */
  outdated: number;
  variants: TreeNode[];
  children: TreeNode[];
}

/** What a message may be, and under what it may stand; each may also stand at the top. */
export interface NodeKind {
  kind: string;
  label: string;
  proof: boolean;
  parents: string[];
  /** Where it stands, in words: "A headline stands at the top of the tree". */
  place: string;
}

export interface Tree {
  tree: AnyRecord;
  nodes: TreeNode[];
  notes: string[];
  kinds: NodeKind[];
  how_use_is_counted: string;
}

export interface TreeSummary {
  product_id: string;
  product_name: string;
  tree_id: string | null;
  headline: string | null;
  messages: number;
  live: number;
  badges: Record<string, number>;
  outdated: number;
  notes: string[];
}

export interface Wording {
  entry: AnyRecord;
  original_id: string;
  why: string[];
}

/** For whom a tree is read. */
export interface Reader {
  segment: string;
  channel: string;
  language: string;
}

/** Where a message is put: under what (null for the top), and beside which. */
export interface Spot {
  parent: string | null;
  before?: string;
  after?: string;
}

/** What a write answered: its change set, none where nothing changed. */
export interface Written {
  change_set_id: string | null;
  waits_for_decision?: boolean;
  change_set?: ChangeSet | null;
}

/** Under the lists of entries, so that every change of an entry reads them again. */
export const treeKeys = {
  all: [...keys.lists(entryType), 'trees'] as const,
  one: (id: string) => [...keys.lists(entryType), 'trees', id] as const,
  best: (id: string, reader: Reader) => [...keys.lists(entryType), 'trees', id, 'best', reader] as const,
};

const root = '/context/trees';

export const trees = {
  list: async (signal?: AbortSignal) => (await api.get<{ data: TreeSummary[] }>(root, { signal })).data,
  get: (id: string, signal?: AbortSignal) => api.get<Tree>(`${root}/${id}`, { signal }),
  best: async (id: string, reader: Reader, signal?: AbortSignal) => {
    const query = new URLSearchParams(Object.entries(reader).filter(([, value]) => value !== ''));
    return (await api.get<{ data: Wording[] }>(`${root}/${id}/best?${query}`, { signal })).data;
  },
  move: (tree: string, node: string, version: number, { parent, before, after }: Spot) =>
    api.post<Written>(`${root}/${tree}/move`, { node_id: node, parent_id: parent, before, after }, { version, idempotencyKey: newKey() }),
  insert: (tree: string, fields: Record<string, unknown>, { parent, before, after }: Spot, key: string) =>
    api.post<Written>(`${root}/${tree}/insert`, { ...fields, parent_id: parent, before, after }, { idempotencyKey: key }),
  publish: (tree: string, node: string, version: number, replace: boolean) =>
    api.post<Written>(`${root}/${tree}/publish`, { node_id: node, replace }, { version, idempotencyKey: newKey() }),
};

/** The message that a write made. */
export const madeBy = (written: Written) => written.change_set?.operations.find(o => o.op === 'create')?.record_id ?? null;
