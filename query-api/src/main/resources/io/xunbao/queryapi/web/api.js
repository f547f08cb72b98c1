// The calls to the server, which answers with JSON or with a problem (RFC 9457).

export const PAGE_SIZE = 24;

/** A request that failed: the server's problem, or one made here when it could not be reached. */
export class Failure extends Error {
  constructor(problem, url) {
    super(problem.detail);
    this.problem = problem;
    this.url = url;
  }
}

const UNREACHABLE = { code: 'unreachable', title: '', detail: '', status: 0 };

const get = async (path, params, signal) => {
  const url = `${path}?${params}`;
  let response;
  let body;
  try {
    response = await fetch(url, { signal, headers: { Accept: 'application/json' } });
    body = await response.json();
  } catch (error) {
    // A request can be given up while its head or its body is on the way.
    if (error.name === 'AbortError') throw error;
    throw new Failure(UNREACHABLE, url);
  }
  if (!response.ok) throw new Failure(body, url);
  return body;
};

const searchParams = (state, cursor) => {
  const params = new URLSearchParams();
  params.set('q', state.q.trim());
  params.set('size', PAGE_SIZE);
  state.filters.forEach((filter) => params.append('filter', filter));
  if (state.sort !== 'relevance') params.set('sort', state.sort);
  if (state.ranker !== 'plain') params.set('ranker', state.ranker);
  if (cursor) params.set('cursor', cursor);
  return params;
};

export const search = (state, cursor, signal) =>
  get('/v1/search', searchParams(state, cursor), signal);

/** The same page again, with the reason for each place; its impression keeps it the same. */
export const explain = (state, cursor, impression, signal) => {
  const params = searchParams(state, cursor);
  if (impression) params.set('impression', impression);
  params.set('explain', 'true');
  params.set('audience', 'shopper');
  params.set('lang', state.lang === 'zh' ? 'zh' : 'en');
  return get('/v1/search', params, signal);
};

export const product = (id, signal) =>
  get(`/v1/products/${encodeURIComponent(id)}`, new URLSearchParams(), signal);

/** Products like another; none where the server knows no likeness and would give best sellers. */
export const similar = async (id, size) => {
  const { items, degraded } = await get(
    `/v1/products/${encodeURIComponent(id)}/similar`, new URLSearchParams({ size }));
  return degraded.length > 0 ? [] : items.map((item) => item.product);
};

export const suggest = (q, signal) =>
  get('/v1/suggest', new URLSearchParams({ q }), signal);

export const words = (text, signal) =>
  get('/v1/analyze', new URLSearchParams({ text }), signal);
