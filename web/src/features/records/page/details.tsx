'use client';
import { ChevronDown } from 'lucide-react';
import { useMemo, useState } from 'react';
import { SectionTitle } from '@/components/ui/card';
import { cn } from '@/lib/cn';
import { useFormats } from '@/lib/format';
import { fieldOf, type FieldType, type RecordType } from '@/lib/meta';
import type { AnyRecord } from '@/lib/records-api';
import { can, usePeople, useSession } from '@/lib/session';
import { isBlank } from '../field/field-text';
import { InlineField } from './inline-field';
import { useProvenance } from './use-record';

interface DetailsProps {
  type: RecordType;
  record: AnyRecord;
  /** Fields shown elsewhere on the page. */
  without?: string[];
}

const none: never[] = [];

/** "company_name" says nothing new beside "company_id", which is shown with the name. */
const repeats = (type: RecordType, name: string) => name.endsWith('_name') && fieldOf(type, name.replace(/_name$/, '_id'))?.kind === 'reference';

/** Every field of a record by section, each editable in place. Empty ones of long sections wait behind a button. */
export function Details({ type, record, without = none }: DetailsProps) {
  const provenance = useProvenance(type, record.id).data;
  const format = useFormats();
  const people = usePeople().data ?? none;
  const names = useMemo(() => new Map(people.map(p => [p.id, p.name])), [people]);
  const editable = !record.deleted_at && type.operations.includes('update') && can(useSession().data, `${type.name}.update`);
  return (
    <>
      {type.ui.sections.map(section => {
        const fields = section.fields.flatMap(n => (n === 'tags' || without.includes(n) || repeats(type, n) ? [] : (fieldOf(type, n) ?? [])));
        if (fields.length === 0) return null;
        return (
          <Section key={section.title} title={section.title} fields={fields} record={record}>
            {field => (
              <InlineField key={field.name} type={type} field={field} record={record} format={format} people={people} names={names} provenance={provenance?.[field.name]} editable={editable} />
            )}
          </Section>
        );
      })}
    </>
  );
}

interface SectionProps {
  title: string;
  fields: FieldType[];
  record: AnyRecord;
  children: (field: FieldType) => React.ReactNode;
}

const enough = 6;

function Section({ title, fields, record, children }: SectionProps) {
  const [more, setMore] = useState(false);
  const blank = fields.filter(f => isBlank(record[f.name]));
  const fold = fields.length > enough && blank.length > 1;
  const shown = fold && !more ? fields.filter(f => !blank.includes(f)) : fields;
  return (
    <section className="border-t px-5 py-3">
      <SectionTitle>{title}</SectionTitle>
      <dl className="mt-0.5 text-sm">{shown.map(children)}</dl>
      {fold && (
        <button type="button" aria-expanded={more} onClick={() => setMore(!more)} className="-mx-2 mt-0.5 flex h-7 items-center gap-1.5 rounded-md px-2 text-xs text-fg-3 hover:bg-hover hover:text-fg">
          <ChevronDown className={cn('size-3.5 transition-transform', more && 'rotate-180')} />
          {more ? 'Hide empty fields' : `${blank.length} empty fields`}
        </button>
      )}
    </section>
  );
}
