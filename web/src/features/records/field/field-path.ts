import { allFields, type FieldType, type RecordType } from '@/lib/meta';

const arrow = ' › ';
const farthest = 2;

/** References that lead to records with fields of their own; people are not records. */
const steps = (type: RecordType) => type.fields.filter(f => f.kind === 'reference' && f.ref && f.ref !== 'person' && f.filter);

const labelOfStep = (field: FieldType) => field.label.replace(/ id$/i, '');

/** The field at the end of a path such as `company_id.industry`, called by the whole path. */
export function resolvePath(types: RecordType[], type: RecordType, path: string): FieldType | undefined {
  const [head = '', ...rest] = path.split('.');
  const field = allFields(type).find(f => f.name === head);
  if (!field || rest.length === 0) return field;
  const target = types.find(t => t.name === field.ref);
  const end = target && resolvePath(types, target, rest.join('.'));
  return end && { ...end, name: path, label: labelOfStep(field) + arrow + end.label, read_only: true };
}

export interface PathOption {
  value: string;
  label: string;
}

/** Own fields first, then those of related records, near before far. */
export function pathOptions(types: RecordType[], type: RecordType, fits: (f: FieldType) => boolean, hops = farthest): PathOption[] {
  const own = allFields(type).filter(fits).map(f => ({ value: f.name, label: f.label }));
  if (hops === 0) return own;
  const near: PathOption[] = [];
  const far: PathOption[] = [];
  for (const step of steps(type)) {
    const target = types.find(t => t.name === step.ref);
    if (!target) continue;
    for (const o of pathOptions(types, target, fits, hops - 1)) {
      (o.value.includes('.') ? far : near).push({ value: `${step.name}.${o.value}`, label: labelOfStep(step) + arrow + o.label });
    }
  }
  return [...own, ...near, ...far];
}

export interface ReverseLink {
  type: RecordType;
  field: FieldType;
}

/** What refers to records of this type: deals of an account, tasks of a deal. */
export const reverseLinks = (types: RecordType[], type: RecordType): ReverseLink[] =>
  types.flatMap(t => t.fields.filter(f => f.ref === type.name && (f.kind === 'reference' || (f.kind === 'references' && f.filter))).map(field => ({ type: t, field })));
