import { api } from '@/lib/api';
import type { Measured } from '@/lib/lists-api';
import type { AnyRecord, RecordPage } from '@/lib/records-api';

export interface StateStep {
  from: string | null;
  to: string | null;
  at: string;
  by: string;
  reason?: string | null;
  change_set_id?: string | null;
}

export interface CustomerState {
  state: string | null;
  since?: string | null;
  /** Steps that the state model allows from here. */
  next: string[];
  history: StateStep[];
}

export interface DealTotal {
  state: string | null;
  deals: number;
  amount: Measured;
}

/** What the page of an account shows first. A list that the reader may not see is left out. */
export interface AccountAnswer {
  company: AnyRecord;
  lists: Partial<Record<'contact' | 'deal' | 'task' | 'objection' | 'interaction', RecordPage>>;
  deal_totals: DealTotal[];
  state: CustomerState;
}

/** Parts that ask within this time share one request. */
const together = 60;

const running = new Map<string, { at: number; answer: Promise<AccountAnswer> }>();

/** The page of an account in one request, however many of its parts ask at the same time. */
export function accountAnswer(id: string, now = performance.now()): Promise<AccountAnswer> {
  const known = running.get(id);
  if (known && now - known.at < together) return known.answer;
  const answer = api.get<AccountAnswer>(`/companies/${id}/workspace`);
  running.set(id, { at: now, answer });
  const forget = () => {
    if (running.get(id)?.answer === answer) running.delete(id);
  };
  answer.then(forget, forget);
  return answer;
}
