'use client';
import { History, MoreHorizontal, Plus, RotateCcw, Shapes } from 'lucide-react';
import dynamic from 'next/dynamic';
import { usePathname, useRouter, useSearchParams } from 'next/navigation';
import { useState } from 'react';
import { RecordIcon } from '@/components/record-icon';
import { Badge } from '@/components/ui/badge';
import { Button } from '@/components/ui/button';
import { Card, SectionTitle } from '@/components/ui/card';
import { Menu, MenuItem } from '@/components/ui/menu';
import { Select } from '@/components/ui/select';
import { SkeletonRows } from '@/components/ui/skeleton';
import { EmptyState, ErrorState } from '@/components/ui/states';
import { toast } from '@/components/ui/toast';
import { listPath } from '@/lib/record-routes';
import { useTypes, type FieldType, type RecordType } from '@/lib/meta';
import { can, useSession } from '@/lib/session';
import { Link } from '@/components/link';
import { kindLabel } from './field-draft';
import { RemoveDialog } from './remove-dialog';
import { schema, useEntities, useFields, useRefreshSchema, type EntityDefinition, type FieldDefinition } from './schema-api';
import { SchemaChanges } from './schema-changes';

const FieldDialog = dynamic(() => import('./field-dialog').then(m => m.FieldDialog), { ssr: false });
const EntityDialog = dynamic(() => import('./entity-dialog').then(m => m.EntityDialog), { ssr: false });

/** Choice fields of the product to which a workspace may add values. */
const extendable = (f: FieldType) => f.kind === 'choice' && !f.custom && !f.read_only;

const asAddition = (type: RecordType, f: FieldType): FieldDefinition => ({
  id: `${type.name}.${f.name}`, record_type: type.name, name: f.name, label: f.label, kind: 'choices', required: false, unique: false, choices: [], filter: false, sort: false, list: 0,
});

export function DataModel() {
  const types = useTypes();
  const entities = useEntities();
  const path = usePathname();
  const router = useRouter();
  const wanted = useSearchParams().get('type');
  const session = useSession().data;
  const mayManage = can(session, 'workspace.manage');
  const [making, setMaking] = useState(false);
  const type = types.data?.find(t => t.name === wanted) ?? types.data?.find(t => t.name === 'company') ?? types.data?.[0];
  const go = (name: string) => router.replace(`${path}?type=${name}`, { scroll: false });
  if (types.error) return <ErrorState error={types.error} retry={() => void types.refetch()} />;
  if (!type) return <SkeletonRows />;
  const entity = entities.data?.find(e => e.name === type.name);
  return (
    <div className="flex flex-col gap-6">
      <div className="flex flex-wrap items-center gap-2">
        <Select aria-label="Record type" className="w-64 max-sm:w-full" options={(types.data ?? []).map(t => ({ value: t.name, label: t.custom ? `${t.label_plural} (own)` : t.label_plural }))} value={type.name} onChange={e => go(e.target.value)} />
        <Link href={listPath(type.name, type.plural)} className="text-sm text-accent-text hover:underline">Open the list</Link>
        <span className="flex-1" />
        {mayManage && <Button onClick={() => setMaking(true)}><Shapes />New record type</Button>}
      </div>
      {entity && <EntityRow entity={entity} mayManage={mayManage} />}
      <Fields key={type.name} type={type} mayManage={mayManage} />
      <RemovedEntities entities={entities.data ?? []} mayManage={mayManage} />
      <SchemaChanges mayManage={mayManage} />
      {making && <EntityDialog onClose={() => setMaking(false)} onDone={name => { setMaking(false); go(name); }} />}
    </div>
  );
}

function Fields({ type, mayManage }: { type: RecordType; mayManage: boolean }) {
  const fields = useFields(type.name);
  const refresh = useRefreshSchema();
  const [editing, setEditing] = useState<FieldDefinition | 'new' | null>(null);
  const [removing, setRemoving] = useState<FieldDefinition | null>(null);
  const restore = (f: FieldDefinition) => void schema.restoreField(f.id).then(refresh).then(() => toast.ok(`${f.label} is back`), toast.error);
  const own = fields.data?.filter(f => !f.removed_at && f.kind !== 'choices') ?? [];
  const removed = fields.data?.filter(f => f.removed_at) ?? [];
  const added = new Map(fields.data?.filter(f => f.kind === 'choices' && !f.removed_at).map(f => [f.name, f]));
  return (
    <>
      <section>
        <SectionTitle className="mb-2" aside={mayManage && <Button variant="primary" onClick={() => setEditing('new')}><Plus />New field</Button>}>
          Own fields {fields.data && <span className="num ml-1 font-normal text-fg-3">{own.length}</span>}
        </SectionTitle>
        {fields.isPending && <SkeletonRows rows={3} />}
        {fields.error && <ErrorState error={fields.error} retry={() => void fields.refetch()} />}
        {fields.data && own.length === 0 && (
          <Card><EmptyState icon={Shapes} title="No fields of your own yet">What {type.label_plural.toLowerCase()} should hold beyond the built-in fields: add it here, and it takes part in lists, forms, filters, import and the API.</EmptyState></Card>
        )}
        {own.length > 0 && (
          <Card><ul className="divide-y">{own.map(f => <FieldRow key={f.id} field={f} mayManage={mayManage} onEdit={() => setEditing(f)} onRemove={() => setRemoving(f)} />)}</ul></Card>
        )}
      </section>
      <BuiltIn type={type} added={added} mayManage={mayManage} onAdd={f => setEditing(added.get(f.name) ?? asAddition(type, f))} />
      {removed.length > 0 && (
        <section>
          <SectionTitle className="mb-2">Removed fields</SectionTitle>
          <Card>
            <ul className="divide-y">
              {removed.map(f => (
                <li key={f.id} className="flex min-h-11 items-center gap-3 px-4 py-1.5 text-sm">
                  <span className="min-w-0 flex-1 truncate text-fg-3 line-through">{f.label}</span>
                  <span className="text-xs text-fg-3">Its values are kept</span>
                  {mayManage && <Button size="xs" aria-label={`Restore ${f.label}`} onClick={() => restore(f)}><RotateCcw />Restore</Button>}
                </li>
              ))}
            </ul>
          </Card>
        </section>
      )}
      {editing && <FieldDialog type={type} field={editing === 'new' ? undefined : editing} onClose={() => setEditing(null)} />}
      {removing && <RemoveDialog title={`Remove “${removing.label}”?`} path={`/schema/fields/${removing.id}`} remove={() => schema.removeField(removing.id)} said={`${removing.label} is removed`} onClose={() => setRemoving(null)} />}
    </>
  );
}

function FieldRow({ field, mayManage, onEdit, onRemove }: { field: FieldDefinition; mayManage: boolean; onEdit: () => void; onRemove: () => void }) {
  const detail = field.formula ?? (field.rollup ? [field.rollup.op, field.rollup.field, 'over', field.rollup.type].filter(Boolean).join(' ') : field.help) ?? '';
  return (
    <li className="flex min-h-12 items-center gap-3 px-4 py-2">
      <span className="min-w-0 flex-1">
        <span className="flex flex-wrap items-center gap-1.5 text-sm font-medium">
          {field.label}
          <Badge>{kindLabel(field.kind)}</Badge>
          {field.required && <Badge tone="amber">Required</Badge>}
          {field.unique && <Badge tone="teal">Unique</Badge>}
        </span>
        <span className="block truncate text-xs text-fg-3"><code>{field.name}</code>{detail && <> · {detail}</>}</span>
      </span>
      {mayManage && (
        <>
          <Button size="xs" variant="ghost" aria-label={`Change ${field.label}`} onClick={onEdit}>Change</Button>
          <Menu label={`Actions for ${field.label}`} align="end" trigger={<Button variant="ghost" size="icon" aria-label={`Actions for ${field.label}`}><MoreHorizontal /></Button>}>
            <MenuItem danger onSelect={onRemove}>Remove…</MenuItem>
          </Menu>
        </>
      )}
    </li>
  );
}

function BuiltIn({ type, added, mayManage, onAdd }: { type: RecordType; added: Map<string, FieldDefinition>; mayManage: boolean; onAdd: (f: FieldType) => void }) {
  const [open, setOpen] = useState(false);
  const fields = type.fields.filter(f => !f.custom);
  return (
    <section>
      <SectionTitle className="mb-2" aside={<Button variant="ghost" size="xs" aria-expanded={open} onClick={() => setOpen(!open)}>{open ? 'Hide' : 'Show'}</Button>}>
        Built-in fields <span className="num ml-1 font-normal text-fg-3">{fields.length}</span>
      </SectionTitle>
      {open && (
        <Card>
          <ul className="divide-y">
            {fields.map(f => (
              <li key={f.name} className="flex min-h-10 items-center gap-3 px-4 py-1.5 text-sm">
                <span className="min-w-0 flex-1 truncate">{f.label} <code className="ml-1 text-xs text-fg-3">{f.name}</code></span>
                {added.has(f.name) && <Badge tone="accent">{added.get(f.name)?.choices.length} added</Badge>}
                <span className="text-xs text-fg-3">{kindLabel(f.kind)}</span>
                {mayManage && extendable(f) && <Button size="xs" variant="ghost" aria-label={`Values of ${f.label}`} onClick={() => onAdd(f)}>Values</Button>}
              </li>
            ))}
          </ul>
        </Card>
      )}
    </section>
  );
}

function EntityRow({ entity, mayManage }: { entity: EntityDefinition; mayManage: boolean }) {
  const [editing, setEditing] = useState(false);
  const [removing, setRemoving] = useState(false);
  return (
    <Card className="flex items-center gap-3 px-4 py-3">
      <RecordIcon type={entity.name} className="size-5 text-fg-3" />
      <span className="min-w-0 flex-1 text-sm"><b className="font-medium">{entity.label_plural}</b> <span className="text-fg-3">is a record type of this workspace. API: <code>/api/v1/{entity.plural}</code></span></span>
      {mayManage && <><Button size="xs" variant="ghost" onClick={() => setEditing(true)}>Rename</Button><Button size="xs" variant="ghost" onClick={() => setRemoving(true)}>Remove…</Button></>}
      {editing && <EntityDialog entity={entity} onClose={() => setEditing(false)} onDone={() => setEditing(false)} />}
      {removing && <RemoveDialog title={`Remove ${entity.label_plural}?`} path={`/schema/entities/${entity.id}`} remove={() => schema.removeEntity(entity.id)} said={`${entity.label_plural} are removed`} onClose={() => setRemoving(false)} />}
    </Card>
  );
}

function RemovedEntities({ entities, mayManage }: { entities: EntityDefinition[]; mayManage: boolean }) {
  const refresh = useRefreshSchema();
  const removed = entities.filter(e => e.removed_at);
  if (removed.length === 0) return null;
  return (
    <section>
      <SectionTitle className="mb-2">Removed record types</SectionTitle>
      <Card>
        <ul className="divide-y">
          {removed.map(e => (
            <li key={e.id} className="flex min-h-11 items-center gap-3 px-4 text-sm">
              <span className="flex-1 text-fg-3 line-through">{e.label_plural}</span>
              {mayManage && <Button size="xs" onClick={() => void schema.restoreEntity(e.id).then(refresh, toast.error)}><History />Restore</Button>}
            </li>
          ))}
        </ul>
      </Card>
    </section>
  );
}
