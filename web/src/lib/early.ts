/** The longest an answer may wait for the page that asked for it. */
const fresh = 15_000;

interface Early {
  at: number;
  answers: Record<string, Promise<Response>>;
}

declare global {
  interface Window {
    early?: Early;
  }
}

/**
 * Runs in the head of each page, before any script of the application has come: who is here, which record types there are and
 * the record of the address are then read while the scripts load, and not after them.
 */
export const earlyScript = `(function(){var p=location.pathname;if(/^\\/(sign-in|setup|link)(\\/|$)/.test(p))return;var a={},get=function(u){a[u]=fetch('/api/v1'+u,{headers:{Accept:'application/json'}});a[u].catch(function(){})};get('/session');get('/meta/types');get('/people');var m=/^\\/([a-z_]+)\\/([0-9a-f-]{36})$/.exec(p);if(m&&/^(accounts|contacts|deals|products|interactions|objections|feedback|tasks)$/.test(m[1]))get(m[1]==='accounts'?'/companies/'+m[2]+'/workspace':'/'+m[1]+'/'+m[2]);window.early={at:Date.now(),answers:a}})()`;

/** The answer that is under way already; each is taken once, a second reader asks anew. */
export function takeEarly(method: string, path: string): Promise<Response> | undefined {
  if (method !== 'GET' || typeof window === 'undefined' || !window.early) return undefined;
  const { at, answers } = window.early;
  if (Date.now() - at > fresh) {
    delete window.early;
    return undefined;
  }
  const answer = answers[path];
  delete answers[path];
  return answer;
}
