import { navigation } from '@/components/shell/nav-items';
import { listPath, recordPath } from '@/lib/record-routes';
import type { Recent } from '@/lib/recent';
import { can, type Session } from '@/lib/session';

export interface Found {
  type: string;
  id: string;
  title: string;
  subtitle?: string | null;
  score?: number;
}

export interface Entry {
  id: string;
  label: string;
  hint?: string;
  keys?: string[];
  icon: { kind: 'record'; type: string } | { kind: 'go' | 'create' | 'ask' | 'import' };
  action: { go: string } | { ask: string };
}

export interface Group {
  title: string;
  entries: Entry[];
}

const kinds: [string, string][] = [
  ['company', 'account'], ['contact', 'contact'], ['deal', 'deal'], ['product', 'product'],
  ['interaction', 'interaction'], ['objection', 'objection'], ['feedback', 'feedback'], ['task', 'task'],
];

const label = (type: string, labels: Record<string, string>) => (type === 'company' ? 'Account' : (labels[type] ?? type.replaceAll('_', ' ')));

const record = (found: Found | Recent, labels: Record<string, string>, prefix: string): Entry => ({
  id: `${prefix}-${found.id}`,
  label: found.title,
  hint: ('subtitle' in found && found.subtitle) || label(found.type, labels),
  icon: { kind: 'record', type: found.type },
  action: { go: recordPath(found.type, found.id) },
});

const matches = (text: string, q: string) => q.split(/\s+/).every(word => text.toLowerCase().includes(word));

function pages(session: Session | undefined): Entry[] {
  const places: [string, string][] = [['Settings', '/settings'], ['Profile', '/settings/profile'], ['People and roles', '/settings/people'], ['API tokens', '/settings/tokens']];
  return [
    ...navigation.flatMap(g => g.items).filter(i => !i.permission || can(session, i.permission)).map((i): Entry => ({
      id: `go-${i.href}`, label: `Go to ${i.label.toLowerCase()}`, keys: i.key ? ['G', i.key.toUpperCase()] : undefined, icon: { kind: 'go' }, action: { go: i.href },
    })),
    ...places.map(([name, href]): Entry => ({ id: `go-${href}`, label: `Go to ${name.toLowerCase().replace('api', 'API')}`, icon: { kind: 'go' }, action: { go: href } })),
  ];
}

const creations = (session: Session | undefined): Entry[] =>
  kinds.filter(([type]) => can(session, `${type}.create`)).map(([type, name]) => ({
    id: `create-${type}`, label: `New ${name}`, icon: { kind: 'create' }, action: { go: `${listPath(type)}?create=1` },
  }));

export interface PaletteState {
  query: string;
  found: Found[];
  recent: Recent[];
  session: Session | undefined;
  /** Labels of record types by name. */
  labels: Record<string, string>;
}

/** What the palette offers, best first; pure, so that its order is tested. */
export function groupsFor({ query, found, recent, session, labels }: PaletteState): Group[] {
  const q = query.trim().toLowerCase();
  const ask: Entry = { id: 'ask', label: query.trim(), hint: 'Ask', icon: { kind: 'ask' }, action: { ask: query.trim() } };
  if (!q) {
    return present([
      { title: 'Recent', entries: recent.slice(0, 6).map(r => record(r, labels, 'recent')) },
      { title: 'Go to', entries: pages(session) },
      { title: 'Create', entries: creations(session) },
    ]);
  }
  const commands = [...pages(session), ...creations(session)].filter(e => matches(e.label, q)).slice(0, 6);
  const records = found.map(f => record(f, labels, 'found'));
  const question = q.endsWith('?') || q.split(/\s+/).length > 4;
  const asking = { title: 'Assistant', entries: [ask] };
  return present([...(question ? [asking] : []), { title: 'Records', entries: records }, { title: 'Commands', entries: commands }, ...(question ? [] : [asking])]);
}

const present = (groups: Group[]) => groups.filter(g => g.entries.length > 0);
