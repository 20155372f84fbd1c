import { navigation } from '@/components/shell/nav-items';
import { listPath, recordPath } from '@/lib/record-routes';
import { matchOf, titleMatch, type Highlight, type Hit } from '@/lib/search-api';
import type { Recent } from '@/lib/recent';
import { can, type Session } from '@/lib/session';


export interface Entry {
  id: string;
  label: string;
  hint?: string;
  keys?: string[];
  /** Where the name holds what was typed. */
  ranges?: Highlight['ranges'];
  /** What matched instead of the name. */
  match?: Highlight;
  icon: { kind: 'record'; type: string } | { kind: 'go' | 'create' | 'ask' | 'import' | 'search' };
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

const record = (found: Hit | Recent, labels: Record<string, string>, plurals: Record<string, string>, prefix: string): Entry => ({
  id: `${prefix}-${found.id}`,
  label: found.title,
  hint: ('subtitle' in found && found.subtitle) || label(found.type, labels),
  ...('highlights' in found && { ranges: titleMatch(found)?.ranges, match: titleMatch(found) ? undefined : matchOf(found) }),
  icon: { kind: 'record', type: found.type },
  action: { go: recordPath(found.type, found.id, plurals[found.type]) },
});

const matches = (text: string, q: string) => q.split(/\s+/).every(word => text.toLowerCase().includes(word));

function pages(session: Session | undefined): Entry[] {
  const places: [string, string][] = [['Settings', '/settings'], ['Profile', '/settings/profile'], ['People and roles', '/settings/people'], ['API tokens', '/settings/tokens'], ['Outdated uses', '/context/outdated'], ['Who reads what', '/context/clearances']];
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
  found: Hit[];
  recent: Recent[];
  session: Session | undefined;
  /** Labels of record types by name. */
  labels: Record<string, string>;
  /** And where their pages are. */
  plurals?: Record<string, string>;
}

/** What the palette offers, best first; pure, so that its order is tested. */
export function groupsFor({ query, found, recent, session, labels, plurals = {} }: PaletteState): Group[] {
  const q = query.trim().toLowerCase();
  const ask: Entry = { id: 'ask', label: query.trim(), hint: 'Ask', icon: { kind: 'ask' }, action: { ask: query.trim() } };
  if (!q) {
    return present([
      { title: 'Recent', entries: recent.slice(0, 6).map(r => record(r, labels, plurals, 'recent')) },
      { title: 'Go to', entries: pages(session) },
      { title: 'Create', entries: creations(session) },
    ]);
  }
  const commands = [...pages(session), ...creations(session)].filter(e => matches(e.label, q)).slice(0, 6);
  const records = found.map(f => record(f, labels, plurals, 'found'));
  const everywhere: Entry = { id: 'search', label: `All results for “${query.trim()}”`, icon: { kind: 'search' }, action: { go: `/search?q=${encodeURIComponent(query.trim())}` } };
  const question = q.endsWith('?') || q.split(/\s+/).length > 4;
  const asking = { title: 'Assistant', entries: [ask] };
  const all = { title: 'Search', entries: [everywhere] };
  // Where no record begins like that, it is rather a question than a search.
  const rest = records.length > 0 ? [all, { title: 'Commands', entries: commands }, asking] : [{ title: 'Commands', entries: commands }, asking, all];
  return present([...(question ? [asking] : []), { title: 'Records', entries: records }, ...rest.filter(g => !question || g !== asking)]);
}

const present = (groups: Group[]) => groups.filter(g => g.entries.length > 0);
