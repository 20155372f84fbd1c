'use client';
import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { Dialog, DialogBody, DialogFooter } from '@/components/ui/dialog';
import { Field } from '@/components/ui/field';
import { Notice } from '@/components/ui/notice';
import { Select } from '@/components/ui/select';
import { SelectField } from '@/components/ui/select-field';
import { TextField } from '@/components/ui/text-field';
import { toast } from '@/components/ui/toast';
import { FieldInput } from '@/features/records/field/field-input';
import { useFormats } from '@/lib/format';
import { fieldOf, useTypes, type FieldKind, type RecordType } from '@/lib/meta';
import { usePeople } from '@/lib/session';
import { useSubmit } from '@/lib/use-submit';
import { ChoicesEditor } from './choices-editor';
import { blankDraft, draftOf, hasChoices, isDerived, kinds, mayBeUnique, mayDefault, mayFilter, maySort, problemsOf, toBody, type FieldDraft } from './field-draft';
import { FormulaEditor } from './formula-editor';
import { ImpactNote } from './impact';
import { RollupBuilder } from './rollup-builder';
import { schema, useRefreshSchema, type FieldDefinition, type Impact } from './schema-api';

interface FieldDialogProps {
  type: RecordType;
  /** Without it a new field is made. */
  field?: FieldDefinition;
  onClose: () => void;
}

const members = ['label', 'name', 'kind', 'choices', 'ref', 'formula', 'rollup', 'validation', 'message', 'default', 'help', 'section', 'required', 'unique'];

/** Made or changed in two steps where records are concerned: first what it means, then the change. */
export function FieldDialog({ type, field, onClose }: FieldDialogProps) {
  const refresh = useRefreshSchema();
  const [draft, setDraft] = useState<FieldDraft>(() => (field ? draftOf(field) : blankDraft));
  const [impact, setImpact] = useState<Impact | null>(null);
  const [tried, setTried] = useState(false);
  const form = useSubmit(members);
  const missing = problemsOf(draft);
  const errors = { ...(tried ? missing : {}), ...form.fields };
  const change = (part: Partial<FieldDraft>) => {
    setDraft(now => ({ ...now, ...part }));
    setImpact(null);
  };
  const save = async () => {
    setTried(true);
    if (Object.keys(missing).length) return;
    const body = toBody(draft);
    if (!impact) {
      let found: Impact | undefined;
      const asked = await form.submit(async () => void (found = field ? await schema.tryChange(field.id, body) : await schema.tryCreate({ ...body, record_type: type.name })));
      if (!asked || !found) return;
      if (field || found.invalid > 0) return setImpact(found);
    }
    let change: string | undefined;
    const done = await form.submit(async () => {
      const saved = field ? await schema.changeField(field.id, body) : await schema.createField({ ...body, record_type: type.name });
      change = saved.change_id;
    });
    if (!done) return;
    await refresh();
    toast.ok(field ? `${draft.label} is changed` : `${draft.label} is added`, change ? { label: 'Undo', run: () => void schema.rollBack(change ?? '').then(refresh, toast.error) } : undefined);
    onClose();
  };
  return (
    <Dialog open onClose={onClose} title={field ? `Change “${field.label}”` : `New field of ${type.label_plural.toLowerCase()}`} className="w-[min(640px,calc(100vw-24px))]">
      <form
        className="contents"
        noValidate
        onSubmit={e => {
          e.preventDefault();
          void save();
        }}
      >
        <DialogBody className="flex flex-col gap-4">
          {form.message && <Notice>{form.message}</Notice>}
          <Basics draft={draft} change={change} errors={errors} existing={field !== undefined} />
          {hasChoices(draft.kind) && (
            <ChoicesEditor
              choices={draft.choices}
              builtIn={draft.kind === 'choices' && field ? fieldOf(type, field.name)?.choices?.filter(c => !field.choices.some(own => own.value === c.value)) ?? [] : []}
              stored={new Set(field?.choices.map(c => c.value))}
              onChange={choices => change({ choices })}
              error={errors.choices}
            />
          )}
          {draft.kind === 'reference' && <LinkTarget draft={draft} change={change} error={errors.ref} locked={field !== undefined} />}
          {draft.kind === 'formula' && <FormulaEditor type={type} formula={draft.formula} onChange={formula => change({ formula })} error={errors.formula} />}
          {draft.kind === 'rollup' && <RollupBuilder type={type} rollup={draft.rollup} onChange={rollup => change({ rollup })} error={errors.rollup} />}
          {draft.kind !== 'choices' && (
            <>
              {!isDerived(draft.kind) && <Rules draft={draft} change={change} errors={errors} />}
              <Place type={type} draft={draft} change={change} errors={errors} />
            </>
          )}
          {impact && <ImpactNote impact={impact} />}
        </DialogBody>
        <DialogFooter>
          <Button size="md" onClick={onClose}>Cancel</Button>
          <Button type="submit" size="md" variant="primary" busy={form.busy}>{impact ? (field ? 'Change it' : 'Add it') : field ? 'Next' : 'Add field'}</Button>
        </DialogFooter>
      </form>
    </Dialog>
  );
}

interface PartProps {
  draft: FieldDraft;
  change: (part: Partial<FieldDraft>) => void;
  errors: Record<string, string | undefined>;
}

function Basics({ draft, change, errors, existing }: PartProps & { existing: boolean }) {
  if (draft.kind === 'choices') return <p className="text-sm text-fg-3">Values that the product knows stay; yours are added to them.</p>;
  const hint = kinds.find(k => k.value === draft.kind)?.hint;
  return (
    <div className="grid grid-cols-2 gap-4 max-sm:grid-cols-1">
      <TextField label="Name" required maxLength={80} value={draft.label} onChange={label => change({ label })} error={errors.label ?? errors.name} />
      <SelectField
        label="Kind"
        hint={hint}
        options={existing ? kinds.filter(k => isDerived(k.value) === isDerived(draft.kind)) : kinds}
        value={draft.kind}
        onChange={kind => change({ kind, filter: mayFilter(kind), sort: maySort(kind), default: null })}
        error={errors.kind}
      />
    </div>
  );
}

function LinkTarget({ draft, change, error, locked }: { draft: FieldDraft; change: PartProps['change']; error?: string; locked: boolean }) {
  const types = useTypes().data ?? [];
  return (
    <Field label="Links to" required error={error} hint="Its records show this one in their list of related records, too.">
      {control => <Select {...control} disabled={locked} placeholder="Choose a record type…" options={types.map(t => ({ value: t.name, label: t.label_plural }))} value={draft.ref} onChange={e => change({ ref: e.target.value })} />}
    </Field>
  );
}

function Tick({ label, hint, checked, onChange }: { label: string; hint?: string; checked: boolean; onChange: (on: boolean) => void }) {
  return (
    <label className="flex items-start gap-2 text-sm">
      <input type="checkbox" checked={checked} onChange={e => onChange(e.target.checked)} className="mt-0.5 size-4 accent-accent" />
      <span>{label}{hint && <span className="block text-xs text-fg-3">{hint}</span>}</span>
    </label>
  );
}

function Rules({ draft, change, errors }: PartProps) {
  const format = useFormats();
  const people = usePeople().data ?? [];
  const unchanged = draft.kind === 'long_text' || hasChoices(draft.kind) || draft.kind === 'boolean';
  return (
    <fieldset className="flex flex-col gap-3 border-t pt-4">
      <legend className="sr-only">Rules</legend>
      <div className="grid grid-cols-2 gap-3 max-sm:grid-cols-1">
        <Tick label="Required" hint="New records need a value" checked={draft.required} onChange={required => change({ required })} />
        {mayBeUnique(draft.kind) && <Tick label="Unique" hint="No two records have the same" checked={draft.unique} onChange={unique => change({ unique })} />}
      </div>
      {mayDefault(draft.kind) && (
        <Field label="Default" hint="Stands in a new record until somebody changes it" error={errors.default}>
          {({ id, ...control }) => (
            <FieldInput id={id} describedBy={control['aria-describedby']} field={{ name: 'default', label: 'Default', kind: draft.kind as FieldKind, choices: draft.choices }} value={draft.default} onChange={value => change({ default: value })} format={format} people={people} />
          )}
        </Field>
      )}
      {!unchanged && (
        <div className="grid grid-cols-2 gap-3 max-sm:grid-cols-1">
          <TextField label="Accept only if" hint="A formula that is true for a good value" placeholder="seats > 0" value={draft.expression} onChange={expression => change({ expression })} error={errors.validation} spellCheck={false} />
          <TextField label="Otherwise say" placeholder="Seats must be above zero" value={draft.message} onChange={message => change({ message })} error={errors.message} />
        </div>
      )}
    </fieldset>
  );
}

function Place({ type, draft, change, errors }: PartProps & { type: RecordType }) {
  const sections = [...new Set(type.ui.sections.map(s => s.title))];
  return (
    <fieldset className="flex flex-col gap-3 border-t pt-4">
      <legend className="sr-only">Where it is shown</legend>
      <div className="grid grid-cols-2 gap-3 max-sm:grid-cols-1">
        <TextField label="Help" hint="Stands below the field in forms" value={draft.help} onChange={help => change({ help })} error={errors.help} />
        <TextField label="Section of the page" hint="An own one, or one that is there" list="sections" value={draft.section} onChange={section => change({ section })} error={errors.section} />
        <datalist id="sections">{sections.map(s => <option key={s} value={s} />)}</datalist>
      </div>
      <div className="grid grid-cols-3 gap-3 max-sm:grid-cols-1">
        <Tick label="Column in lists" checked={draft.list > 0} onChange={on => change({ list: on ? 9 : 0 })} />
        {mayFilter(draft.kind) && <Tick label="Can be filtered" checked={draft.filter} onChange={filter => change({ filter })} />}
        {maySort(draft.kind) && <Tick label="Can be sorted" checked={draft.sort} onChange={sort => change({ sort })} />}
      </div>
    </fieldset>
  );
}
