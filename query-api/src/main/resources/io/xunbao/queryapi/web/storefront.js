// The storefront: keeps the address, the data and what is drawn together.
import { html, nothing, render } from 'lit-html';
import * as api from './api.js';
import { detailPanel } from './detail.js';
import { facets } from './facets.js';
import { translator } from './messages.js';
import { icon, logo, stateLink } from './parts.js';
import { failure, results, start } from './results.js';
import { createSearchBox } from './searchbox.js';
import { THEMES, href, isStart, listKey, parse, remember } from './state.js';

const SIMILAR = 6;
const SLOW_MILLIS = 150;
const KEPT_LISTS = 12;
const NARROW = matchMedia('(max-width: 860px)');

const view = {
  state: parse(location.search),
  answer: null, // of the last page that came
  hits: [],
  cursors: [], // the cursor of each page in hits
  failure: null,
  stale: false, // an answer to an earlier state is on show
  slow: false, // waiting for longer than a blink
  loadingMore: false,
  words: [], // of a query that found nothing
  rescue: [], // products to show in place of nothing
  unfolded: new Set(),
  sheet: false,
  detail: null,
};
const lists = new Map(); // lists that were shown, so that going back is instant
let running = null;
let slowTimer = 0;

const draw = () => {
  const t = translator(view.state.lang);
  document.documentElement.lang = view.state.lang === 'zh' ? 'zh-CN' : 'en';
  document.documentElement.dataset.theme = view.state.theme;
  const q = view.state.q.trim();
  document.title = q ? t('titleFor', { q }) : t('title');
  render(page(t), document.getElementById('app'));
  sync('detail', view.state.item !== null);
  sync('sheet', view.sheet && NARROW.matches);
};

/** Opens or closes a dialog as the state says. */
const sync = (id, open) => {
  const dialog = document.getElementById(id);
  if (open && !dialog.open) dialog.showModal();
  if (!open && dialog.open) dialog.close();
};

const keep = () => {
  lists.set(listKey(view.state), {
    answer: view.answer, hits: view.hits, cursors: view.cursors, words: view.words, rescue: view.rescue,
  });
  if (lists.size > KEPT_LISTS) lists.delete(lists.keys().next().value);
};

const load = async () => {
  running?.abort();
  clearTimeout(slowTimer);
  const kept = lists.get(listKey(view.state));
  if (kept) {
    Object.assign(view, kept, { failure: null, stale: false, slow: false });
    return draw();
  }
  const call = new AbortController();
  running = call;
  view.stale = view.answer !== null;
  slowTimer = setTimeout(() => {
    Object.assign(view, { slow: true, answer: null, hits: [] });
    draw();
  }, SLOW_MILLIS);
  draw();
  try {
    const wanted = isStart(view.state) ? { ...view.state, sort: 'sales' } : view.state;
    const answer = await api.search(wanted, null, call.signal);
    const found = { answer, hits: answer.hits, cursors: [null], words: [], rescue: [] };
    if (answer.hits.length === 0) await rescue(found, call.signal);
    if (running !== call) return; // another list was asked for meanwhile
    Object.assign(view, found, { failure: null });
    keep();
  } catch (error) {
    if (error.name === 'AbortError') return;
    if (!(error instanceof api.Failure)) throw error;
    Object.assign(view, { failure: error, answer: null, hits: [] });
  }
  clearTimeout(slowTimer);
  Object.assign(view, { stale: false, slow: false });
  draw();
};

/** Gathers what helps where nothing was found; without it the page says so in words alone. */
const rescue = async (found, signal) => {
  const anything = { ...view.state, q: '', filters: [], sort: 'sales' };
  const [words, popular] = await Promise.allSettled([
    api.words(view.state.q, signal), api.search(anything, null, signal)]);
  if (words.status === 'fulfilled') {
    found.words = [...new Set(words.value.tokens.map((token) => token.text))].slice(0, 6);
  }
  if (popular.status === 'fulfilled') found.rescue = popular.value.hits.slice(0, 8);
};

const loadMore = async () => {
  const key = listKey(view.state);
  view.loadingMore = true;
  draw();
  try {
    const cursor = view.answer.cursor;
    const answer = await api.search(view.state, cursor, running?.signal);
    if (listKey(view.state) !== key) return;
    view.answer = { ...view.answer, cursor: answer.cursor };
    view.hits = [...view.hits, ...answer.hits];
    view.cursors = [...view.cursors, cursor];
    keep();
  } catch (error) {
    if (error.name === 'AbortError') return;
    if (!(error instanceof api.Failure)) throw error;
    view.failure = error;
  } finally {
    view.loadingMore = false;
    draw();
  }
};

const loadDetail = async () => {
  const id = view.state.item;
  if (id === null) {
    view.detail = null;
    return draw();
  }
  if (view.detail?.id !== id) {
    const hit = view.hits.find((h) => h.product.id === id);
    view.detail = { id, product: hit?.product, explanation: undefined };
    draw();
    try {
      const product = await api.product(id);
      if (view.detail?.id === id) view.detail.product = product;
    } catch (error) {
      if (view.detail?.id === id) view.detail.failure = error;
    }
    draw();
    loadSimilar(id);
  }
  if (view.state.why) loadWhy();
};

const loadSimilar = async (id) => {
  let similar = [];
  try {
    similar = await api.similar(id, SIMILAR);
  } catch {
    // The panel shows the product all the same, without a row of others.
  }
  if (view.detail?.id === id) {
    view.detail.similar = similar;
    draw();
  }
};

const loadWhy = async () => {
  const { detail } = view;
  if (!detail || detail.explanation !== undefined) return;
  detail.explanation = null;
  const at = view.hits.findIndex((hit) => hit.product.id === detail.id);
  if (at >= 0 && view.state.sort === 'relevance' && view.state.q.trim()) {
    detail.explanation = undefined;
    try {
      const cursor = view.cursors[Math.floor(at / api.PAGE_SIZE)];
      const { hits } = await api.explain(view.state, cursor, view.answer.impression);
      const hit = hits.find((found) => found.product.id === detail.id);
      detail.reasons = hit?.why ?? [];
      detail.explanation = hit?.explanation ?? null;
    } catch {
      detail.explanation = null; // The panel then says that there is no explanation.
    }
  }
  draw();
};

/** Moves to a state: the address first, then whatever it asks for. */
const go = (next, { replace = false } = {}) => {
  const listChanged = listKey(next) !== listKey(view.state);
  history[replace ? 'replaceState' : 'pushState'](null, '', href(next));
  arrive(next, listChanged);
  if (listChanged) scrollTo(0, 0);
};

const arrive = (next, listChanged) => {
  view.state = next;
  searchBox.show(next.q);
  if (listChanged || view.failure !== null) load();
  else draw();
  loadDetail();
};

const actions = {
  go: (next) => go({ ...next, item: null, why: false }),
  open: (next) => go(next),
  home: () => go({ ...view.state, q: '', filters: [], sort: 'relevance', item: null, why: false }),
  retry: load,
  more: loadMore,
  unfold: (field) => {
    if (!view.unfolded.delete(field)) view.unfolded.add(field);
    draw();
  },
  sheet: (open) => {
    view.sheet = open;
    draw();
  },
  closed: () => {
    if (view.state.item !== null) go({ ...view.state, item: null, why: false });
  },
  whyToggled: (open) => {
    if (open === view.state.why || view.state.item === null) return;
    go({ ...view.state, why: open }, { replace: true });
  },
};

const choose = (key, value) => {
  remember(key, value);
  go({ ...view.state, [key]: value, explicit: { ...view.state.explicit, [key]: true } }, { replace: true });
};

const searchBox = createSearchBox({
  onSearch: (q) => go({ ...view.state, q, filters: [], sort: 'relevance', item: null, why: false }),
  onChange: () => draw(),
});

const themeName = { auto: 'themeAuto', light: 'themeLight', dark: 'themeDark' };
const nextTheme = (theme) => THEMES[(THEMES.indexOf(theme) + 1) % THEMES.length];

const header = (t) => html`
  <header class="header">
    <div class="header-row">
      ${stateLink('/', actions.home, html`${logo()}<span class="logo-name">${t('brandName')}</span>`, 'logo')}
      ${searchBox.template(t)}
      <div class="tools">
        ${view.answer?.generatedData ? html`<span class="badge" title=${t('generatedHint')}>${t('generated')}</span>` : nothing}
        <button class="tool" type="button" aria-label=${t(themeName[view.state.theme])} title=${t(themeName[view.state.theme])}
          @click=${() => choose('theme', nextTheme(view.state.theme))}>${icon(view.state.theme)}</button>
        <button class="tool tool-text" type="button" aria-label=${t('languageLabel')}
          @click=${() => choose('lang', view.state.lang === 'zh' ? 'en' : 'zh')}>${t('language')}</button>
      </div>
    </div>
  </header>`;

const sheet = (t) => html`
  <dialog id="sheet" class="panel sheet" aria-label=${t('filters')} @close=${() => actions.sheet(false)}>
    <div class="panel-body">
      ${view.sheet ? facets(view, actions, t) : nothing}
      <button class="button wide sheet-done" type="button" @click=${() => actions.sheet(false)}>${t('closeFilters')}</button>
    </div>
  </dialog>`;

const main = (t) => {
  if (view.failure !== null) return html`<main id="main" class="main">${failure(view, actions, t)}</main>`;
  if (isStart(view.state)) return html`<main id="main" class="main">${start(view, actions, t)}</main>`;
  return html`<main id="main" class="main with-facets">
    <aside class="facets" aria-label=${t('filters')}>${NARROW.matches ? nothing : facets(view, actions, t)}</aside>
    <div class="content">${results(view, actions, t)}</div>
  </main>`;
};

const page = (t) => html`
  <a class="skip" href="#main">${t('skip')}</a>
  ${header(t)}
  ${main(t)}
  <footer class="footer">
    <span>${t('brandName')}</span><a href="/docs">${t('footer')}</a><a href="/health">${t('footerHealth')}</a>
    ${view.answer?.generatedData ? html`<span>${t('generatedHint')}</span>` : nothing}
  </footer>
  ${detailPanel(view, actions, t)}
  ${sheet(t)}`;

addEventListener('popstate', () => {
  const next = parse(location.search);
  arrive(next, listKey(next) !== listKey(view.state));
});

addEventListener('keydown', (event) => {
  const typing = /^(INPUT|TEXTAREA|SELECT)$/.test(event.target.tagName);
  if (event.key === '/' && !typing && !event.ctrlKey && !event.metaKey && !event.isComposing) {
    event.preventDefault();
    searchBox.focus();
  }
});

NARROW.addEventListener('change', draw);
searchBox.show(view.state.q);
load();
loadDetail();
