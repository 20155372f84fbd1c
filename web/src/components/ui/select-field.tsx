import type { ReactNode } from 'react';
import { Field } from './field';
import { Select, type Option } from './select';

interface SelectFieldProps {
  label: ReactNode;
  hint?: ReactNode;
  error?: string;
  value: string;
  options: Option[];
  disabled?: boolean;
  onChange: (value: string) => void;
  className?: string;
}

export function SelectField({ label, hint, error, value, options, disabled, onChange, className }: SelectFieldProps) {
  return (
    <Field label={label} hint={hint} error={error} className={className}>
      {control => <Select {...control} disabled={disabled} options={options} value={value} onChange={e => onChange(e.target.value)} />}
    </Field>
  );
}
