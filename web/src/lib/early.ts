import { storedValue, storeValue } from './browser-store';

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

/** Where the browser keeps what each address asked for first, so that the next visit need not wait for the scripts to know. */
const kept = 'first-asked';
const addresses = 24;

/** As `useRecordHead` writes it for a list whose address says nothing. */
export const plainQuery = '{"limit":100,"offset":0,"count":true}';

/**
 * Runs in the head of each page, before any script of the application has come: who is here, which record types there are, the
 * record of the address or the first rows of its list are then read while the scripts load, and not after them.
 */
export const earlyScript = `(function(){var p=location.pathname,q=location.search,m,k;if(/^\\/(sign-in|setup|link)(\\/|$)/.test(p))return;var a={},go=function(n,u,o){a[n]=fetch('/api/v1'+u,o);a[n].catch(function(){})},get=function(u){go(u,u,{headers:{Accept:'application/json'}})},t=/(?:^|; )XSRF-TOKEN=([^;]+)/.exec(document.cookie),post=function(u,b){if(t&&/^\\/[a-z_]+\\/(query|board)$/.test(u))go(u+' '+b,u,{method:'POST',body:b,headers:{Accept:'application/json','Content-Type':'application/json','X-XSRF-TOKEN':decodeURIComponent(t[1])}})};get('/session');get('/meta/types');get('/people');m=/^\\/(accounts|contacts|deals|products|interactions|objections|feedback|tasks)(?:\\/([0-9a-f-]{36}))?$/.exec(p);var s=m&&(m[1]==='accounts'?'companies':m[1]);if(m&&m[2])get('/'+s+'/'+m[2]+(s==='companies'?'/workspace':''));else{try{k=JSON.parse(localStorage.getItem('${kept}')||'{}')[p+q]}catch(e){}if(k)for(var u in k)post(u,k[u]);else if(m&&!q)post('/'+s+'/query','${plainQuery}')}window.early={at:Date.now(),answers:a}})()`;

/** Keeps what the list at this address asked for, for its next visit. */
export function keepFirstAsked(path: string, body: unknown) {
  const address = location.pathname + location.search;
  const { [address]: before, ...others } = storedValue<Record<string, Record<string, string>>>(kept, {});
  const asked = { ...before, [path]: JSON.stringify(body) };
  const rest = Object.entries(others).slice(-addresses + 1);
  storeValue(kept, Object.fromEntries([...rest, [address, asked]]));
}

/** The answer that is under way already; each is taken once, a second reader asks anew. */
export function takeEarly(method: string, path: string, body?: string): Promise<Response> | undefined {
  if ((method !== 'GET' && method !== 'POST') || typeof window === 'undefined' || !window.early) return undefined;
  const { at, answers } = window.early;
  if (Date.now() - at > fresh) {
    delete window.early;
    return undefined;
  }
  const name = method === 'GET' ? path : `${path} ${body}`;
  const answer = answers[name];
  delete answers[name];
  return answer;
}
