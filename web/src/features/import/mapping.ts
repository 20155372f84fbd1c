import type { FieldType, RecordType } from '@/lib/meta';
import type { ChoiceQuestion, Import, Mapping, Policy } from './import-api';

/** Fields a column can fill: what the product computes itself is left out, its own key from outside is added. */
export function targetFields(type: RecordType): FieldType[] {
  return type.fields.filter(f => !f.read_only && f.kind !== 'json');
}

export const externalId = 'external_id';
/** Matches names that are written otherwise, by the measure of duplicates. */
export const fuzzyName = 'fuzzy_name';

/** What a column of the file can become. */
export function optionsOf(of: Import, type: RecordType): { value: string; label: string }[] {
  const past = (of.history_targets ?? []).map(t => ({ value: t.target, label: t.label }));
  const known = [...targetFields(type).map(f => ({ value: f.name, label: f.label })), { value: externalId, label: 'External id' }];
  const options = of.kind === 'history' ? [...past, ...known] : [...known, ...past];
  // What the server has chosen can always be shown.
  const chosen = [...Object.values(of.mapping?.columns ?? {}), ...of.columns.map(c => c.suggested_field)].filter(f => typeof f === 'string');
  const others = [...new Set(chosen)].filter(f => !options.some(o => o.value === f));
  return [...options, ...others.map(f => ({ value: f, label: type.fields.find(t => t.name === f)?.label ?? f }))];
}

/** Columns of dates that can be read both ways and are imported. */
export const datesOf = (of: Import, mapping: Mapping) => (of.date_questions ?? []).filter(q => mapping.columns[q.column]);

/** Why the file cannot be checked yet; null when it can. */
export function missingAnswer(of: Import, type: RecordType, mapping: Mapping): string | null {
  const missing = of.kind === 'history' || mapping.only_existing ? [] : missingRequired(type, mapping);
  if (missing.length > 0) return `${missing.map(f => f.label).join(', ')} must be filled by a column.`;
  const undated = datesOf(of, mapping).filter(q => !mapping.date_orders?.[q.column]);
  return undated.length > 0 ? `Say how the dates of ${undated.map(q => q.column).join(', ')} are read.` : null;
}

/** The mapping after the server has taken it: words it asks about for the first time start with what it suggests. */
export function afterMapping(sent: Mapping, answer: Import | undefined): { mapping: Mapping; asks: boolean } {
  const news = answer?.choice_questions ?? [];
  const asks = openQuestions(news, sent).some(q => q.values.some(v => !(v.value in (sent.choices[q.field] ?? {}))));
  return { mapping: asks ? { ...sent, choices: suggestedChoices(news, sent.choices) } : sent, asks };
}

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
export function sentMapping({ policies, person_wins, only_existing, date_orders, reviews, ...rest }: Mapping): Mapping {
  const taken = new Set(Object.values(rest.columns));
  const kept = Object.fromEntries(Object.entries(policies ?? {}).filter(([field]) => taken.has(field)));
  return {
    ...rest,
    ...(Object.keys(kept).length > 0 && { policies: kept }),
    ...(person_wins === false && { person_wins }),
    ...(only_existing && { only_existing }),
    ...(Object.keys(date_orders ?? {}).length > 0 && { date_orders }),
    ...(Object.keys(reviews ?? {}).length > 0 && { reviews }),
  };
}
