import { MailCheck, MailX } from 'lucide-react';
import { Badge } from '@/components/ui/badge';
import { useFormats } from '@/lib/format';
import { fieldOf, type RecordType } from '@/lib/meta';
import type { AnyRecord } from '@/lib/records-api';

/** Whether we may write to somebody; told beside the button that would do it. */
export function Consent({ type, record }: { type: RecordType; record: AnyRecord }) {
  const format = useFormats();
  const label = (field: string) => fieldOf(type, field)?.choices?.find(c => c.value === record[field])?.label ?? '';
  const since = (field: string) => (typeof record[field] === 'string' ? ` since ${format.date(String(record[field]))}` : '');
  if (record.suppressed === true) {
    const why = label('suppression_reason').toLowerCase();
    return <p className="flex px-5 pb-4"><Badge tone="red"><MailX aria-hidden />Do not write{why && `: ${why}`}{since('suppressed_at')}</Badge></p>;
  }
  if (record.consent_state === 'given') return <p className="flex px-5 pb-4"><Badge tone="green"><MailCheck aria-hidden />Consent given{since('consent_changed_at')}</Badge></p>;
  if (record.consent_state === 'withdrawn') return <p className="flex px-5 pb-4"><Badge tone="red"><MailX aria-hidden />Consent withdrawn{since('consent_changed_at')}</Badge></p>;
  return null;
}
