'use client';
import { useMemo } from 'react';
import { useStored } from '@/lib/browser-store';
import { allFields, type FieldKind, type FieldType, type RecordType } from '@/lib/meta';

export const rightAligned = new Set<FieldKind>(['money', 'integer', 'number']);

const widths: Partial<Record<FieldKind, [css: string, least: number]>> = {
  choice: ['132px', 132],
  multi_choice: ['minmax(150px,1fr)', 150],
  money: ['128px', 128],
  integer: ['112px', 112],
  number: ['112px', 112],
  score: ['136px', 136],
  date: ['128px', 128],
  instant: ['112px', 112],
  boolean: ['92px', 92],
  person: ['minmax(150px,1fr)', 150],
  reference: ['minmax(150px,1.1fr)', 150],
  email: ['minmax(180px,1.1fr)', 180],
  country: ['minmax(144px,.8fr)', 144],
};

const width = (f: FieldType): [string, number] => widths[f.kind] ?? ['minmax(140px,1fr)', 140];

export interface Columns {
  title: FieldType;
  shown: FieldType[];
  /** The web address, in grey beside the title where it has no column. */
  second?: string;
  template: string;
  minWidth: number;
}

const checkbox = 36;
const titleWidth = 250;

export function layOut(type: RecordType, names: string[]): Columns {
  const fields = allFields(type);
  const title = fields.find(f => f.name === type.title_field) ?? { name: 'title', label: type.label, kind: 'text' as const };
  const shown = names.flatMap(n => fields.find(f => f.name === n && n !== type.title_field) ?? []);
  const second = fields.find(f => f.kind === 'url' && !shown.includes(f))?.name;
  const template = [`${checkbox}px`, `minmax(${titleWidth}px,1.7fr)`, ...shown.map(f => width(f)[0])].join(' ');
  return { title, shown, second, template, minWidth: shown.reduce((sum, f) => sum + width(f)[1], checkbox + titleWidth) };
}

export function useColumns(type: RecordType) {
  const [names, setNames] = useStored<string[]>(`columns:${type.name}`, type.ui.list);
  const columns = useMemo(() => layOut(type, names), [type, names]);
  return { names, setNames, columns };
}
