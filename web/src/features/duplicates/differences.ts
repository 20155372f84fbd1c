import { allFields, type FieldType, type RecordType } from '@/lib/meta';
import type { MergePreview } from '@/lib/duplicates-api';
import type { AnyRecord } from '@/lib/records-api';

const blank = (value: unknown) => value === null || value === undefined || value === '' || (Array.isArray(value) && value.length === 0);
const same = (a: unknown, b: unknown) => (blank(a) && blank(b)) || JSON.stringify(a) === JSON.stringify(b);

export interface Line {
  field: FieldType;
  differs: boolean;
  /** Both have a value, so somebody has to choose. */
  choice: boolean;
}

/** The fields worth comparing: those that differ first, then what both agree on; what both lack is left out. */
export function linesOf(type: RecordType, records: AnyRecord[]): Line[] {
  const seen = new Set<string>();
  const order = [type.title_field, ...type.ui.list, ...type.ui.sections.flatMap(s => s.fields)];
  const fields = [...order.flatMap(name => type.fields.filter(f => f.name === name)), ...allFields(type).filter(f => f.name === 'created_at' || f.name === 'updated_at')];
  const lines = fields.flatMap((field): Line[] => {
    // The name beside a reference says what the reference says.
    const repeats = field.name.endsWith('_name') && type.fields.some(f => f.name === field.name.replace(/_name$/, '_id'));
    if (seen.has(field.name) || field.derived || repeats) return [];
    seen.add(field.name);
    const values = records.map(r => r[field.name]);
    if (values.every(blank)) return [];
    const differs = values.some(v => !same(v, values[0]));
    return [{ field, differs, choice: differs && !field.read_only && values.filter(v => !blank(v)).length > 1 }];
  });
  return [...lines.filter(l => l.differs && !l.field.read_only), ...lines.filter(l => !l.differs), ...lines.filter(l => l.differs && l.field.read_only)];
}

/** The fuller record survives unless somebody says otherwise; of two alike the older. */
export function likelySurvivor(type: RecordType, records: AnyRecord[]): string {
  const filled = (r: AnyRecord) => type.fields.filter(f => !f.read_only && !blank(r[f.name])).length;
  const [best] = [...records].sort((a, b) => filled(b) - filled(a) || a.created_at.localeCompare(b.created_at));
  return best?.id ?? '';
}

/** What happens beside the values: what moves, and where the others go. */
export function movesText(preview: MergePreview, others: number, types: RecordType[], number: (n: number) => string): string {
  const named = (m: MergePreview['moves'][number]) => (m.count === 1 ? (types.find(t => t.name === m.type)?.label ?? m.label) : m.label).toLowerCase();
  const moved = preview.moves.filter(m => m.count > 0);
  const moves = moved.length === 0 ? 'Nothing else moves.' : `${moved.map(m => `${number(m.count)} ${named(m)}`).join(', ')} ${moved.length === 1 && moved[0]?.count === 1 ? 'moves' : 'move'} to the one that stays.`;
  return `${moves} ${others === 1 ? 'The other goes to the bin; both histories are kept.' : `The other ${number(others)} go to the bin; all histories are kept.`}`;
}
