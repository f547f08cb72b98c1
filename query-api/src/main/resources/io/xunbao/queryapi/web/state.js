// The state of the page is its address: what is searched, filtered, sorted and opened.

export const SORTS = ['relevance', 'sales', 'price_asc', 'price_desc', 'newest'];
/** How the best match is found: words alone, with meaning, or by a learned model. */
export const RANKERS = ['plain', 'hybrid', 'ltr'];
export const LANGUAGES = ['zh', 'en'];
export const THEMES = ['auto', 'light', 'dark'];

const oneOf = (choices, value, fallback) => (choices.includes(value) ? value : fallback);

const remembered = (key) => {
  try {
    return localStorage.getItem(`xunbao.${key}`);
  } catch {
    return null; // Storage is switched off; the address alone holds the choice then.
  }
};

export const remember = (key, value) => {
  try {
    localStorage.setItem(`xunbao.${key}`, value);
  } catch {
    // As above.
  }
};

const browserLanguage = () => (navigator.language.toLowerCase().startsWith('zh') ? 'zh' : 'en');

/** Reads the state from the query string of an address. */
export const parse = (search) => {
  const params = new URLSearchParams(search);
  return {
    q: params.get('q') ?? '',
    filters: params.getAll('filter'),
    sort: oneOf(SORTS, params.get('sort'), 'relevance'),
    ranker: oneOf(RANKERS, params.get('ranker'), 'plain'),
    item: params.get('item'),
    why: params.has('why'),
    lang: oneOf(LANGUAGES, params.get('lang') ?? remembered('lang'), browserLanguage()),
    theme: oneOf(THEMES, params.get('theme') ?? remembered('theme'), 'auto'),
    explicit: { lang: params.has('lang'), theme: params.has('theme') },
  };
};

/** The address of a state; parse(href(s)) is s again. */
export const href = (state) => {
  const params = new URLSearchParams();
  if (state.q) params.set('q', state.q);
  state.filters.forEach((filter) => params.append('filter', filter));
  if (state.sort !== 'relevance') params.set('sort', state.sort);
  if (state.ranker !== 'plain') params.set('ranker', state.ranker);
  if (state.item) params.set('item', state.item);
  if (state.item && state.why) params.set('why', '');
  if (state.explicit.lang) params.set('lang', state.lang);
  if (state.explicit.theme) params.set('theme', state.theme);
  const text = params.toString();
  return text ? `/?${text}` : '/';
};

/** What decides the list of products; states with the same key show the same list. */
export const listKey = (state) => 
  JSON.stringify([state.q.trim(), state.filters, state.sort, state.ranker]);

export const isStart = (state) => state.q.trim() === '' && state.filters.length === 0;

export const fieldOf = (filter) => filter.slice(0, filter.indexOf(':'));
export const valueOf = (filter) => filter.slice(filter.indexOf(':') + 1);

/** The state with one filter switched; a price range takes the place of another. */
export const toggled = (state, filter) => {
  const without = state.filters.filter((f) => f !== filter);
  if (without.length < state.filters.length) return { ...state, filters: without };
  const kept = fieldOf(filter) === 'price' ? without.filter((f) => fieldOf(f) !== 'price') : without;
  return { ...state, filters: [...kept, filter] };
};
