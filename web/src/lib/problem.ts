export interface FieldProblem {
  field?: string;
  code?: string;
  detail?: string;
}

/** RFC 9457 problem details as the API sends them. */
export interface ProblemBody {
  type?: string;
  title?: string;
  status: number;
  code: string;
  detail?: string;
  field?: string;
  errors?: FieldProblem[];
  request_id?: string;
  [extra: string]: unknown;
}

export class Problem extends Error {
  readonly status: number;
  readonly code: string;
  readonly field?: string;
  readonly errors: FieldProblem[];
  readonly requestId?: string;
  readonly body: ProblemBody;

  constructor(body: ProblemBody) {
    super(problemText(body));
    this.name = 'Problem';
    this.body = body;
    this.status = body.status;
    this.code = body.code;
    this.field = body.field;
    this.errors = body.errors ?? [];
    this.requestId = body.request_id;
  }

  /** Message for each field the server named, for a form. */
  byField(): Record<string, string> {
    const found: Record<string, string> = {};
    for (const e of this.errors) if (e.field) found[e.field] = e.detail ?? texts[e.code ?? ''] ?? this.message;
    if (this.field && !found[this.field]) found[this.field] = this.message;
    return found;
  }
}

/** What we say where the server's own sentence is missing or too technical for a page. */
const texts: Record<string, string> = {
  offline: 'Windrose cannot be reached. Check your connection; what you typed is kept.',
  not_signed_in: 'Your session has ended. Sign in again to go on.',
  bad_credentials: 'E-mail or password is not right.',
  not_found: 'This does not exist, or you may not see it.',
  link_not_valid: 'This link was used already, has expired or is incomplete. Ask for a new one.',
  csrf_token_missing: 'This page has been open for too long. Reload it and try again.',
  stale_version: 'Somebody changed this record meanwhile. The current values are shown now; your change was not saved.',
  version_required: 'Reload the record before you change it.',
  http_401: 'Your session has ended. Sign in again to go on.',
  http_403: 'Your role does not allow this.',
  http_404: 'This does not exist, or you may not see it.',
  http_412: 'Somebody changed this record meanwhile. The current values are shown now; your change was not saved.',
  http_413: 'That is too large.',
  http_429: 'Too many requests. Wait a moment and try again.',
  http_500: 'Something broke on our side. Nothing was changed.',
  http_502: 'Windrose is starting or stopping. Try again in a moment.',
  http_503: 'Windrose is starting or stopping. Try again in a moment.',
};
const preferOwn = new Set(['offline', 'bad_credentials', 'stale_version', 'not_signed_in', 'link_not_valid', 'csrf_token_missing']);

export function problemText(body: Pick<ProblemBody, 'code' | 'status'> & Partial<ProblemBody>): string {
  const own = texts[body.code];
  if (own && (preferOwn.has(body.code) || body.status === 412)) return own;
  return body.detail ?? own ?? texts[`http_${body.status}`] ?? body.title ?? 'That did not work.';
}

export const isConflict = (e: unknown) => e instanceof Problem && e.status === 412;
export const isDenied = (e: unknown) => e instanceof Problem && e.status === 403;
export const isSignedOut = (e: unknown) => e instanceof Problem && e.status === 401;
export const isWrong = (e: unknown) => e instanceof Problem && e.status === 400;
export const isMissing = (e: unknown) => e instanceof Problem && e.status === 404;
export const messageOf = (e: unknown) => (e instanceof Error ? e.message : 'That did not work.');
