import type { ComboOption } from '@/components/ui/combobox';
import { api } from '@/lib/api';
import { Problem } from '@/lib/problem';
import { pluralOf } from '@/lib/record-routes';
import { records } from '@/lib/records-api';
import { titleOf } from '@/lib/record-title';

interface Found {
  id: string;
  type: string;
  title: string;
  subtitle?: string | null;
}

/** Records of one type for a reference field: the latest, or those that match what is typed. */
export async function searchRecords(type: string, typed: string, signal: AbortSignal): Promise<ComboOption[]> {
  if (!typed.trim()) {
    const recent = await records.query(pluralOf(type), { sort: ['-updated_at'], limit: 8 }, { signal });
    return recent.data.map(r => ({ value: r.id, label: titleOf(r) }));
  }
  const query = new URLSearchParams({ q: typed, types: type, limit: '8' });
  try {
    const { data } = await api.get<{ data: Found[] }>(`/find?${query}`, { signal });
    return data.map(r => ({ value: r.id, label: r.title, hint: r.subtitle ?? undefined }));
  } catch (error) {
    if (error instanceof Problem && error.status === 404) return [];
    throw error;
  }
}
