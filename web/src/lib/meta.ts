'use client';
import { useQuery } from '@tanstack/react-query';
import { api } from './api';
import { keys } from './query-keys';

export type FieldKind =
  | 'text' | 'long_text' | 'integer' | 'number' | 'money' | 'date' | 'instant' | 'boolean' | 'choice' | 'multi_choice'
  | 'reference' | 'references' | 'email' | 'phone' | 'url' | 'country' | 'json' | 'person' | 'score';

export interface Choice {
  value: string;
  label: string;
  tone?: string | null;
}

export interface FieldType {
  name: string;
  label: string;
  kind: FieldKind;
  required?: boolean;
  read_only?: boolean;
  filter?: boolean;
  sort?: boolean;
  search?: boolean;
  max_length?: number | null;
  choices?: Choice[] | null;
  ref?: string | null;
  currency_field?: string | null;
  help?: string | null;
  /** Added by the workspace; the id is that of its definition. */
  custom?: boolean;
  id?: string;
  unique?: boolean;
  default?: unknown;
  /** Computed from other fields. */
  derived?: boolean;
  formula?: string | null;
}

export interface RecordType {
  name: string;
  plural: string;
  label: string;
  label_plural: string;
  icon?: string | null;
  title_field: string;
  ui: { list: string[]; sections: { title: string; fields: string[] }[] };
  operations: string[];
  fields: FieldType[];
  /** Made by the workspace. */
  custom?: boolean;
  id?: string;
}

export const fieldOf = (type: RecordType, name: string) => type.fields.find(f => f.name === name);

/** Fields every record has, whatever its type says; readable, never edited. */
export const commonFields: FieldType[] = [
  { name: 'created_at', label: 'Created', kind: 'instant', read_only: true, filter: true, sort: true },
  { name: 'updated_at', label: 'Updated', kind: 'instant', read_only: true, filter: true, sort: true },
];

export function allFields(type: RecordType): FieldType[] {
  const names = new Set(type.fields.map(f => f.name));
  return [...type.fields, ...commonFields.filter(f => !names.has(f.name))];
}

async function loadTypes(): Promise<RecordType[]> {
  const answer = await api.get<RecordType[] | { data: RecordType[] }>('/meta/types');
  return Array.isArray(answer) ? answer : answer.data;
}

export function useTypes() {
  return useQuery({ queryKey: keys.types, queryFn: loadTypes, staleTime: Infinity });
}

export function useType(name: string): RecordType | undefined {
  return useTypes().data?.find(t => t.name === name || t.plural === name);
}
