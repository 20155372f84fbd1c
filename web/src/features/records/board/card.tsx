'use client';
import { CalendarClock } from 'lucide-react';
import { Avatar } from '@/components/ui/avatar';
import { ChoiceBadge } from '@/components/choice-badge';
import { cn } from '@/lib/cn';
import type { Formats, MoneyValue } from '@/lib/format';
import type { FieldType, RecordType } from '@/lib/meta';
import type { AnyRecord } from '@/lib/records-api';
import { titleOf } from '@/lib/record-title';
import { refsOf } from '../field/references';
import { usualDates } from '../layout-fields';

/** What of a type a card has room for. */
export interface CardFields {
  account?: FieldType;
  money?: FieldType;
  person?: FieldType;
  date?: FieldType;
  badge?: FieldType;
}

export function cardFields(type: RecordType, by: FieldType): CardFields {
  const listed = type.ui.list.flatMap(n => type.fields.find(f => f.name === n) ?? []);
  const named = (name: string) => type.fields.find(f => f.name === name);
  const end = named(usualDates(type)[1]);
  return {
    account: named('company_id') ?? type.fields.find(f => f.kind === 'reference' && f.ref !== 'person'),
    money: listed.find(f => f.kind === 'money') ?? type.fields.find(f => f.kind === 'money'),
    person: named('assignee_id') ?? named('owner_id') ?? type.fields.find(f => f.kind === 'person'),
    date: end?.kind === 'date' ? end : listed.find(f => f.kind === 'date'),
    badge: listed.find(f => f.kind === 'choice' && f.name !== by.name),
  };
}

interface CardFaceProps {
  type: RecordType;
  record: AnyRecord;
  fields: CardFields;
  format: Formats;
  people: Map<string, string>;
  today: string;
  title: React.ReactNode;
}

export function CardFace({ type, record, fields, format, people, today, title }: CardFaceProps) {
  const account = fields.account && refsOf(record, fields.account.name)[0];
  const person = fields.person && record[fields.person.name] ? (people.get(String(record[fields.person.name])) ?? refsOf(record, fields.person.name)[0]?.title) : undefined;
  const date = fields.date && record[fields.date.name] ? String(record[fields.date.name]) : undefined;
  const money = fields.money && format.money(record[fields.money.name] as MoneyValue, fields.money.currency_field ? (record[fields.money.currency_field] as string) : null, true);
  return (
    <>
      {(account || money) && (
        <span className="flex min-w-0 items-center gap-2 text-xs text-fg-2">
          {account && <><Avatar name={account.title} size={16} square decorative /><span className="min-w-0 truncate">{account.title}</span></>}
          {money && <span className="num ml-auto shrink-0 font-semibold text-fg">{money}</span>}
        </span>
      )}
      {title}
      {(person || date || (fields.badge && record[fields.badge.name])) && (
        <span className="flex min-h-5 min-w-0 items-center gap-2 text-xs text-fg-3">
          {person && <span title={person} className="flex"><Avatar name={person} size={18} decorative /><span className="sr-only">{person}</span></span>}
          {date && <span className={cn('num flex items-center gap-1 whitespace-nowrap', date < today && 'text-red-text')}><CalendarClock aria-hidden className="size-3.5" />{format.date(date)}</span>}
          {fields.badge && <span className="ml-auto flex min-w-0"><ChoiceBadge type={type} field={fields.badge.name} value={record[fields.badge.name]} /></span>}
        </span>
      )}
    </>
  );
}

export const cardTitle = (record: AnyRecord, type: RecordType, account: string | undefined) => {
  const title = titleOf(record, type);
  // The account stands above already.
  return account && title.startsWith(`${account}: `) ? title.slice(account.length + 2) : title;
};
