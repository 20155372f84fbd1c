'use client';
import { Field } from '@/components/ui/field';
import { Textarea } from '@/components/ui/input';
import { SelectField } from '@/components/ui/select-field';
import { TextField } from '@/components/ui/text-field';
import { FilterBuilder } from '@/features/records/list/filter-builder';
import { useFormats } from '@/lib/format';
import { useTypes } from '@/lib/meta';
import type { FilterTree } from '@/lib/records-api';
import { usePeople } from '@/lib/session';
import type { Entry } from './setting-values';
import type { KindSetting } from './sources-api';

interface SettingFieldProps {
  setting: KindSetting;
  entry: Entry;
  onChange: (entry: Entry) => void;
  /** The type of records that a condition is about. */
  about: string | null;
  error?: string;
}

/** One control for what a kind of source wants to know, by what the server says about it. */
export function SettingField({ setting, entry, onChange, about, error }: SettingFieldProps) {
  const types = useTypes().data ?? [];
  const shared = { label: setting.label, hint: setting.help ?? undefined, error };
  const text = typeof entry === 'string' ? entry : '';
  switch (setting.kind) {
    case 'choice':
      return <SelectField {...shared} options={setting.choices} value={text} onChange={onChange} />;
    case 'record_type':
      return <SelectField {...shared} options={types.map(t => ({ value: t.name, label: t.label_plural }))} value={text} onChange={onChange} />;
    case 'condition':
      return <ConditionField {...shared} about={about} filter={typeof entry === 'string' ? null : entry} onChange={onChange} />;
    case 'pairs':
      return (
        <Field {...shared} required={setting.required}>
          {control => <Textarea {...control} rows={4} value={text} onChange={e => onChange(e.target.value)} />}
        </Field>
      );
    default:
      return <TextField {...shared} inputMode={setting.kind === 'number' ? 'numeric' : undefined} required={setting.required} value={text} onChange={onChange} />;
  }
}

interface ConditionFieldProps {
  label: string;
  hint?: string;
  error?: string;
  about: string | null;
  filter: FilterTree | null;
  onChange: (filter: FilterTree | null) => void;
}

function ConditionField({ label, hint, error, about, filter, onChange }: ConditionFieldProps) {
  const type = useTypes().data?.find(t => t.name === about);
  const people = usePeople().data ?? [];
  const format = useFormats();
  return (
    <div role="group" aria-label={label} className="flex flex-col items-start gap-1">
      <span className="text-xs font-medium text-fg-2">{label}<span aria-hidden className="ml-0.5 text-red-text">*</span></span>
      {type && <FilterBuilder key={type.name} type={type} filter={filter} onChange={onChange} format={format} people={people} />}
      {error ? <p className="text-xs text-red-text">{error}</p> : hint && <p className="text-xs text-fg-3">{hint}</p>}
    </div>
  );
}
