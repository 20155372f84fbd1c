import type { FieldType, RecordType } from '@/lib/meta';
import type { ChoiceQuestion, Import, Mapping, Policy } from './import-api';

/** Fields a column can fill: what the product computes itself is left out, its own key from outside is added. */
export function targetFields(type: RecordType): FieldType[] {
  return type.fields.filter(f => !f.read_only && f.kind !== 'json');
}

export const externalId = 'external_id';

export function firstMapping(of: Import): Mapping {
  if (of.mapping) return of.mapping;
  const columns = Object.fromEntries(of.columns.map(c => [c.name, c.suggested_field ?? null]));
  return { columns, choices: suggestedChoices(of.choice_questions, {}), match_key: of.match_keys?.[0] ?? null };
}

/** What was answered before stays; a value asked for the first time starts with its suggestion. */
export function suggestedChoices(questions: ChoiceQuestion[], known: Mapping['choices']): Mapping['choices'] {
  const choices: Mapping['choices'] = structuredClone(known);
  for (const q of questions) {
    const of = (choices[q.field] ??= {});
    for (const v of q.values) if (!(v.value in of)) of[v.value] = v.suggested ?? null;
  }
  return choices;
}

/** A field may be filled by one column only: taking it for another frees the first. */
export function withColumn(mapping: Mapping, column: string, field: string | null): Mapping {
  const columns = { ...mapping.columns };
  if (field) for (const [name, taken] of Object.entries(columns)) if (taken === field) columns[name] = null;
  columns[column] = field;
  return { ...mapping, columns };
}

export function withChoice(mapping: Mapping, field: string, value: string, choice: string | null): Mapping {
  return { ...mapping, choices: { ...mapping.choices, [field]: { ...mapping.choices[field], [value]: choice } } };
}

export function missingRequired(type: RecordType, mapping: Mapping): FieldType[] {
  const taken = new Set(Object.values(mapping.columns));
  return type.fields.filter(f => f.required && !f.read_only && !taken.has(f.name));
}

/** Questions about columns that are still mapped to the field they were asked for. */
export const openQuestions = (questions: ChoiceQuestion[], mapping: Mapping) =>
  questions.filter(q => q.values.length > 0 && mapping.columns[q.column] === q.field);

/** Only what was said differs from what happens anyway. */
export function withPolicy(mapping: Mapping, field: string, policy: Policy): Mapping {
  const policies = { ...mapping.policies };
  if (policy === 'always') delete policies[field];
  else policies[field] = policy;
  return { ...mapping, policies };
}

/** What is sent: rules of fields that no column fills any more are left out. */
export function sentMapping({ policies, person_wins, date_orders, reviews, ...rest }: Mapping): Mapping {
  const taken = new Set(Object.values(rest.columns));
  const kept = Object.fromEntries(Object.entries(policies ?? {}).filter(([field]) => taken.has(field)));
  return {
    ...rest,
    ...(Object.keys(kept).length > 0 && { policies: kept }),
    ...(person_wins === false && { person_wins }),
    ...(Object.keys(date_orders ?? {}).length > 0 && { date_orders }),
    ...(Object.keys(reviews ?? {}).length > 0 && { reviews }),
  };
}
