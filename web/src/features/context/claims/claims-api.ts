import { sendFile } from '@/features/files/upload';
import { api } from '@/lib/api';
import { contextKeys } from '../context-api';

export interface Span {
  start: number;
  end: number;
}

export type Verdict = 'supported' | 'contradicted' | 'unsupported' | 'no_claim';

/** What a verdict rests on: an entry or a record, with its words. */
export interface Evidence {
  /** Without an id: several that were counted, found by the filter. */
  record: { id: string | null; type: string; title: string };
  version: number;
  kind: string;
  quote: string;
  /** False for what is expired, a draft, or may not be cited. */
  usable: boolean;
  filter?: Record<string, unknown> | null;
}

export interface Suggestion extends Span {
  text: string;
  why: string;
}

export interface CheckedSentence extends Span {
  text: string;
  verdict: Verdict;
  why: string;
  /** The words that do not hold, and what the entry says in their place. */
  against: (Span & { said: string; known: string | null }) | null;
  by: 'rules' | 'model';
  evidence: Evidence[];
  suggestions: Suggestion[];
}

export interface WordingFinding extends Span {
  rule: string;
  word: string;
  message: string;
  instead: string | null;
  /** What could stand in its place as it is. */
  options: string[];
  record: { id: string; type: string; title: string };
  version: number;
}

export interface Report {
  sentences: CheckedSentence[];
  brand: WordingFinding[];
  figures: { words: number; sentences: number; reading_level: number | null };
  note: string | null;
  /** What part the language model had. */
  model: { available: boolean; asked: boolean; note: string | null };
}

/** For whom a text is, and what it is about. */
export interface Scope {
  audience: 'outside' | 'inside';
  product: { value: string; label: string } | null;
  language: string;
  channel: string;
}

export const anywhere: Scope = { audience: 'outside', product: null, language: '', channel: '' };

interface Part {
  text: string;
  before?: string;
  only: 'claims' | 'wording';
  model: boolean;
}

export const checkKeys = {
  part: (part: Part, scope: Scope) => [...contextKeys.all, 'check', part.only, part.model, part.before ?? '', part.text, scope.audience, scope.product?.value ?? '', scope.language, scope.channel] as const,
};

export const checkPart = (part: Part, scope: Scope, signal?: AbortSignal) =>
  api.post<Report>('/context/check', {
    ...part,
    audience: scope.audience,
    product_id: scope.product?.value,
    language: scope.language || undefined,
    channel: scope.channel || undefined,
  }, { signal });

/** The words of a file. Nothing of it is kept. */
export const readFile = (file: File, onProgress: (part: number) => void) => sendFile<{ name: string; text: string }>('/context/check/file', file, {}, onProgress);

/** The longest text that the page takes: about three hundred pages. */
export const longest = 600_000;
