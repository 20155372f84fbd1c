import { vi } from 'vitest';
import type { RecordType } from '@/lib/meta';
import type { AnyRecord, RecordQuery } from '@/lib/records-api';
import { companyType, people, session } from './fixtures';

export interface Call {
  method: string;
  path: string;
  body: unknown;
  headers: Record<string, string>;
}

interface Reply {
  status?: number;
  body?: unknown;
}

export type Route = (call: Call) => Reply | Promise<Reply> | undefined;

const problem = (status: number, code: string, detail: string, field?: string): Reply => ({ status, body: { status, code, detail, ...(field && { field }) } });

/** A small back end in memory: enough of the contract for lists, pages and forms of one type. */
export class FakeApi {
  readonly calls: Call[] = [];
  readonly rows = new Map<string, AnyRecord>();
  private readonly extra: Route[] = [];

  constructor(private readonly type: RecordType = companyType, rows: AnyRecord[] = []) {
    rows.forEach(r => this.rows.set(r.id, r));
  }

  /** Answers before the rest does, the latest first. */
  answer(route: Route): this {
    this.extra.unshift(route);
    return this;
  }

  install(): this {
    vi.stubGlobal('fetch', async (url: string, init: RequestInit = {}) => {
      const body = typeof init.body === 'string' ? (JSON.parse(init.body) as unknown) : init.body;
      const call = { method: init.method ?? 'GET', path: url.replace('/api/v1', ''), body, headers: (init.headers ?? {}) as Record<string, string> };
      this.calls.push(call);
      const { status = 200, body: answer } = (await this.extra.map(r => r(call)).find(r => r !== undefined)) ?? this.own(call);
      return new Response(status === 204 ? null : JSON.stringify(answer ?? {}), { status, headers: { 'Content-Type': 'application/json' } });
    });
    return this;
  }

  private own({ method, path, body, headers }: Call): Reply {
    const [, head, id, tail] = path.split('?')[0]?.split('/') ?? [];
    if (path === '/session') return { body: session };
    if (path === '/people') return { body: people };
    if (path === '/meta/types') return { body: [this.type] };
    if (head !== this.type.plural) return problem(404, 'not_found', 'There is nothing here.');
    if (id === 'query') return { body: this.page(body as RecordQuery) };
    if (method === 'POST' && !id) return this.create(body as Record<string, unknown>);
    const row = this.rows.get(id ?? '');
    if (!row) return problem(404, 'not_found', 'There is no such record.');
    if (tail === 'duplicates') return { body: { data: [] } };
    if (tail === 'history') return { body: { data: [], next_cursor: null } };
    if (tail === 'provenance') return { body: {} };
    if (method === 'PATCH') {
      if (headers['If-Match'] !== `"${row.version}"`) return problem(412, 'stale_version', 'The record has changed.');
      return this.save({ ...row, ...(body as object), version: row.version + 1 });
    }
    return { body: row };
  }

  private page(query: RecordQuery): Reply['body'] {
    let rows = [...this.rows.values()];
    const filter = query.filter;
    if (filter && 'field' in filter && filter.op === 'starts_with') {
      rows = rows.filter(r => String(r[filter.field]).toLowerCase().startsWith(String(filter.value).toLowerCase()));
    }
    const from = query.offset ?? 0;
    return { data: rows.slice(from, from + (query.limit ?? 50)), next_cursor: null, ...(query.count && { total: rows.length }) };
  }

  private create(fields: Record<string, unknown>): Reply {
    const title = fields[this.type.title_field];
    if (!title) return problem(400, 'required', 'Name is required.', this.type.title_field);
    const at = '2026-11-22T12:00:00Z';
    return { ...this.save({ id: `n${this.rows.size}`, type: this.type.name, version: 1, title: String(title), created_at: at, updated_at: at, ...fields }), status: 201 };
  }

  private save(row: AnyRecord): Reply {
    this.rows.set(row.id, row);
    return { body: { ...row, change_set_id: 'cs1' } };
  }
}
