import { api } from '@/lib/api';

export const levels = ['public', 'internal', 'confidential'] as const;
export type Level = (typeof levels)[number];

export interface Clearance {
  person_id: string;
  name: string;
  role: string;
  highest: Level;
  /** Given to this person; else it follows from the role. */
  own: boolean;
}

export interface Clearances {
  data: Clearance[];
  usual: { role: string; highest: Level }[];
  /** By sensitivity, of those that the caller may read. */
  entries: Record<Level, number>;
}

export const clearanceKey = ['context', 'clearances'] as const;

export const clearances = {
  all: (signal?: AbortSignal) => api.get<Clearances>('/context/clearances', { signal }),
  change: (person: string, highest: Level | null) => api.put<Clearance>(`/context/clearances/${person}`, { highest }),
};

/** Whoever reads up to a level reads those before it. */
export const readUpTo = (highest: Level, entries: Record<Level, number>) =>
  levels.slice(0, levels.indexOf(highest) + 1).reduce((sum, level) => sum + (entries[level] ?? 0), 0);

export const allOf = (entries: Record<Level, number>) => readUpTo('confidential', entries);
