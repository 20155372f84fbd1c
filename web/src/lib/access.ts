'use client';
import { useQuery } from '@tanstack/react-query';
import { api } from './api';
import { keys } from './query-keys';

export type Level = 'private' | 'team' | 'territory' | 'everyone';

export interface AccessRule {
  record_type: string;
  role: string;
  read: Level;
  write: Level;
}

export interface FieldMask {
  record_type: string;
  field: string;
  roles: string[];
}

/** Roles that rules are for; owners and admins see everything. */
export const ruledRoles = [
  { value: 'manager', label: 'Manager' },
  { value: 'member', label: 'Member' },
  { value: 'viewer', label: 'Viewer' },
];

export const levels: { value: Level; label: string; hint: string }[] = [
  { value: 'private', label: 'Own', hint: 'What they own, what belongs to accounts they work on, and what is shared with them' },
  { value: 'team', label: 'Team', hint: 'Also what is owned by somebody in their teams' },
  { value: 'territory', label: 'Territory', hint: 'Also what belongs to companies in their territories' },
  { value: 'everyone', label: 'All', hint: 'Every record' },
];

const rank = (level: Level) => levels.findIndex(l => l.value === level);
export const narrower = (a: Level, b: Level): Level => (rank(a) <= rank(b) ? a : b);

export const ruleOf = (rules: AccessRule[], type: string, role: string): AccessRule =>
  rules.find(r => r.record_type === type && r.role === role) ?? { record_type: type, role, read: 'everyone', write: 'everyone' };

/** Nobody changes what they do not see: the other side follows. */
export function withRule(rules: AccessRule[], type: string, role: string, part: { read?: Level; write?: Level }): AccessRule[] {
  const now = ruleOf(rules, type, role);
  const read = part.read ?? (part.write && rank(part.write) > rank(now.read) ? part.write : now.read);
  const write = narrower(part.write ?? now.write, read);
  const rest = rules.filter(r => r.record_type !== type || r.role !== role);
  return read === 'everyone' && write === 'everyone' ? rest : [...rest, { record_type: type, role, read, write }];
}

export const useRules = () => useQuery({ queryKey: [...keys.access, 'rules'], queryFn: async () => (await api.get<{ rules: AccessRule[] }>('/access/rules')).rules });
export const useMasks = () => useQuery({ queryKey: [...keys.access, 'masks'], queryFn: async () => (await api.get<{ masks: FieldMask[] }>('/access/masks')).masks });
export const saveRules = (rules: AccessRule[]) => api.put<{ rules: AccessRule[] }>('/access/rules', { rules });
export const saveMasks = (masks: FieldMask[]) => api.put<{ masks: FieldMask[] }>('/access/masks', { masks });
