import type { FilterTree } from '@/lib/records-api';
import { instants } from './intelligence-api';

/** What the log of prompts is looked through by; empty leaves it out. */
export interface PromptFilter {
  text: string;
  company_id: string;
  contact_id: string;
  deal_id: string;
  employee_id: string;
  employee_name: string;
  interaction_type: string;
  from: string;
  to: string;
}

export const noFilter: PromptFilter = { text: '', company_id: '', contact_id: '', deal_id: '', employee_id: '', employee_name: '', interaction_type: '', from: '', to: '' };

const same = ['company_id', 'contact_id', 'deal_id', 'employee_id', 'interaction_type'] as const;

/** The filter as lists take it. */
export function promptQuery(filter: PromptFilter): FilterTree | undefined {
  const { from, to } = instants(filter.from, filter.to);
  const parts: FilterTree[] = [
    ...same.filter(field => filter[field]).map(field => ({ field, op: 'is', value: filter[field] })),
    ...(filter.employee_name.trim() ? [{ field: 'employee_name', op: 'contains', value: filter.employee_name.trim() }] : []),
    ...(filter.text.trim() ? [{ field: 'raw_input', op: 'contains', value: filter.text.trim() }] : []),
    ...(from ? [{ field: 'created_at', op: 'gte', value: from }] : []),
    ...(to ? [{ field: 'created_at', op: 'lte', value: to }] : []),
  ];
  return parts.length ? { and: parts } : undefined;
}
