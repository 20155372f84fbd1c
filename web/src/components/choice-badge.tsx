import { fieldOf, type RecordType } from '@/lib/meta';
import { toneOf } from '@/lib/tone';
import { Badge, Dot } from './ui/badge';

/** The value of a choice field in the label and colour that its type declares. */
export function ChoiceBadge({ type, field, value, dot }: { type: RecordType | undefined; field: string; value: unknown; dot?: boolean }) {
  if (typeof value !== 'string' || !value) return null;
  const choice = type && fieldOf(type, field)?.choices?.find(c => c.value === value);
  const tone = toneOf(choice?.tone);
  return <Badge tone={tone}>{dot && <Dot tone={tone} />}{choice?.label ?? value}</Badge>;
}
