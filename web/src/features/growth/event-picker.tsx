'use client';
import { Combobox } from '@/components/ui/combobox';
import { useFormats } from '@/lib/format';
import type { EventTest, Vocabulary } from './journeys-api';
import { kindName } from './names';

interface PickerProps {
  label: string;
  event: EventTest;
  vocabulary: Vocabulary | undefined;
  onChange: (event: EventTest) => void;
  className?: string;
}

/** What an event is: one kind, or several kinds of which any will do. */
export function EventPicker({ label, event, vocabulary, onChange, className }: PickerProps) {
  const format = useFormats();
  const kinds = event.kinds ?? [];
  const known = vocabulary?.values.kind ?? [];
  const options = known.filter(k => k.value !== '').map(k => ({ value: k.value, label: kindName(k.value), hint: format.number(k.events) }));
  const value = kinds.length === 0 ? null : { value: kinds.join('|'), label: eventName(event) };
  return <Combobox label={label} value={value} options={options} clearable={false} placeholder="Choose an event…" className={className} onChange={chosen => chosen && onChange({ ...event, kinds: [chosen.value] })} />;
}

export const eventName = (event: EventTest) => (event.kinds?.length ? event.kinds.map(kindName).join(' or ') : 'Any event');
