'use client';
import { useMemo } from 'react';
import { useStored } from '@/lib/browser-store';
import { useTypes, type FieldKind, type FieldType, type RecordType } from '@/lib/meta';
import { resolvePath } from '../field/field-path';

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

export const leastWidth = 64;
export const mostWidth = 640;

export type Widths = Record<string, number>;
export type Density = 'normal' | 'compact';
export const rowHeights: Record<Density, number> = { normal: 38, compact: 30 };

const width = (f: FieldType, own: Widths): [string, number] => {
  const set = own[f.name];
  return set ? [`${set}px`, set] : (widths[f.kind] ?? ['minmax(140px,1fr)', 140]);
};

export interface Columns {
  title: FieldType;
  shown: FieldType[];
  /** The web address, in grey beside the title where it has no column. */
  second?: string;
  template: string;
  minWidth: number;
  height: number;
}

const checkbox = 36;
const titleWidth = 250;

export function layOut(types: RecordType[], type: RecordType, names: string[], own: Widths = {}, density: Density = 'normal'): Columns {
  const title = resolvePath(types, type, type.title_field) ?? { name: 'title', label: type.label, kind: 'text' as const };
  const shown = names.flatMap(n => (n === type.title_field ? [] : (resolvePath(types, type, n) ?? [])));
  const second = type.fields.find(f => f.kind === 'url' && !shown.includes(f))?.name;
  const first: [string, number] = own[title.name] ? [`${own[title.name]}px`, own[title.name] as number] : [`minmax(${titleWidth}px,1.7fr)`, titleWidth];
  const template = [`${checkbox}px`, first[0], ...shown.map(f => width(f, own)[0])].join(' ');
  return {
    title, shown, second, template,
    minWidth: shown.reduce((sum, f) => sum + width(f, own)[1], checkbox + first[1]),
    height: rowHeights[density],
  };
}

/** What a query has to name so that all of these columns come back; nothing where the usual answer holds them. */
export function queryFields(type: RecordType, columns: Columns): string[] | undefined {
  const paths = columns.shown.filter(f => f.name.includes('.')).map(f => f.name);
  return paths.length ? [...type.fields.map(f => f.name), ...paths] : undefined;
}

const noTypes: RecordType[] = [];
const noWidths: Widths = {};

/** The columns of a view, or those that this browser keeps for the type. */
export function useColumns(type: RecordType, ofView: string[] | null) {
  const types = useTypes().data ?? noTypes;
  const [kept, keep] = useStored<string[]>(`columns:${type.name}`, type.ui.list);
  const [own, setOwn] = useStored<Widths>(`widths:${type.name}`, noWidths);
  const [density, setDensity] = useStored<Density>('density', 'normal');
  const names = ofView ?? kept;
  const columns = useMemo(() => layOut(types, type, names, own, density), [types, type, names, own, density]);
  const setWidth = (name: string, px: number | null) => {
    const { [name]: _, ...rest } = own;
    setOwn(px === null ? rest : { ...rest, [name]: Math.round(Math.max(leastWidth, Math.min(mostWidth, px))) });
  };
  return { names, keep, columns, setWidth, density, setDensity };
}
