import { Badge, Dot } from '@/components/ui/badge';
import { fieldOf, type RecordType } from '@/lib/meta';
import type { AnyRecord } from '@/lib/records-api';
import { toneOf } from '@/lib/tone';

export function StatusBadge({ type, record }: { type: RecordType; record: AnyRecord }) {
  const choice = fieldOf(type, 'status')?.choices?.find(c => c.value === record.status);
  const tone = toneOf(choice?.tone);
  return <Badge tone={tone}><Dot tone={tone} />{choice?.label ?? String(record.status ?? '')}</Badge>;
}

export function SensitivityBadge({ type, record }: { type: RecordType; record: AnyRecord }) {
  const choice = fieldOf(type, 'sensitivity')?.choices?.find(c => c.value === record.sensitivity);
  return choice ? <Badge tone={toneOf(choice.tone)}>{choice.label}</Badge> : null;
}
