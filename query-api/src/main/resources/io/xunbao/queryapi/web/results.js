// The list of products, and what stands in its place: a start, skeletons, nothing found, a failure.
import { html, nothing } from 'lit-html';
import { repeat } from 'lit-html/directives/repeat.js';
import { categoryArt, productArt } from './art.js';
import { PAGE_SIZE } from './api.js';
import { chips } from './facets.js';
import { compact, count, highlighted, leaf, price } from './format.js';
import { icon, stateLink } from './parts.js';
import { RANKERS, SORTS, href } from './state.js';

const EXAMPLES = 6;
const CATEGORIES = 12;
const SKELETONS = 8;

export const card = (hit, view, actions, t) => {
  const { product } = hit;
  const opened = { ...view.state, item: product.id, why: false };
  const explained = { ...view.state, item: product.id, why: true };
  return html`
    <li class="card" data-id=${product.id}>
      <div class="card-art">${productArt(product)}</div>
      <div class="card-body">
        <h3 class="card-title">${stateLink(href(opened), () => actions.open(opened),
          highlighted(product.title, hit.highlights), 'card-link')}</h3>
        <p class="card-price">${product.priceFen === undefined
          ? html`<span class="no-price">${t('noPrice')}</span>`
          : price(product.priceFen, product.currency)}
          ${product.sales === undefined ? nothing : html`<span class="card-sold">${
            t('sold', { n: compact(product.sales, view.state.lang) })}</span>`}</p>
        <p class="card-foot"><span class="card-shop">${product.shop ?? product.brand ?? ''}</span>
          <button class="why" type="button" aria-label=${t('whyFor', { t: product.title })}
            title=${t('why')} @click=${() => actions.open(explained)}>${icon('question')}<span
            class="why-text" aria-hidden="true">${t('whyShort')}</span></button></p>
      </div>
    </li>`;
};

const grid = (hits, view, actions, t, label) => html`
  <ul class="grid" aria-label=${label}>
    ${repeat(hits, (hit) => hit.product.id, (hit) => card(hit, view, actions, t))}
  </ul>`;

const skeletons = (t) => html`
  <div class="grid" role="status" aria-label=${t('loading')}>
    ${Array.from({ length: SKELETONS }, () => html`<div class="card skeleton" aria-hidden="true">
      <div class="bone bone-art"></div><div class="bone"></div><div class="bone bone-short"></div>
    </div>`)}
  </div>`;

const search = (view, actions, text, name) => {
  const next = { ...view.state, q: text, filters: [], item: null, sort: 'relevance' };
  return stateLink(href(next), () => actions.go(next), text, name);
};

/** Queries that find something here: kinds of products, and brands with theirs, out of the answer. */
const examples = (view) => {
  const kinds = view.answer.facets.category.map((category) => leaf(category.value));
  const branded = view.hits
    .filter(({ product }) => product.brand && product.category.length > 0)
    .map(({ product }) => `${product.brand} ${product.category.at(-1)}`);
  const mixed = kinds.slice(0, EXAMPLES).flatMap((kind, i) => (branded[i] ? [kind, branded[i]] : [kind]));
  return [...new Set(mixed)].slice(0, EXAMPLES);
};

/** What is seen before anything is searched. */
export const start = (view, actions, t) => {
  if (view.answer === null) return view.slow ? skeletons(t) : nothing;
  const categories = view.answer.facets.category.slice(0, CATEGORIES);
  return html`
    <section class="hero">
      <h1>${t('heroTitle')}</h1>
      <p>${t('heroText')}<span class="hero-count">${
        t('heroCount', { n: count(view.answer.total.value, view.state.lang) })}</span></p>
      <p class="examples"><span>${t('tryThese')}</span>${examples(view).map((text) =>
        search(view, actions, text, 'pill'))}</p>
    </section>
    ${categories.length === 0 ? nothing : html`<section aria-labelledby="browse">
      <h2 id="browse">${t('browse')}</h2>
      <ul class="tiles">${categories.map((category) => {
        const next = { ...view.state, filters: [category.filter], item: null };
        return html`<li>${stateLink(href(next), () => actions.go(next), html`${categoryArt(category.value)}
          <span class="tile-name">${leaf(category.value)}</span>
          <span class="tile-count">${count(category.count, view.state.lang)}</span>`, 'tile')}</li>`;
      })}</ul></section>`}
    <section aria-labelledby="popular">
      <h2 id="popular">${t('popular')}</h2>
      ${grid(view.hits, view, actions, t, t('popular'))}
    </section>`;
};

const foundText = (view, t) => {
  const { total } = view.answer;
  const values = { q: view.state.q.trim(), n: count(total.value, view.state.lang) };
  if (!values.q) return t('found', values);
  return t(total.exact ? 'foundFor' : 'foundAtLeast', values);
};

const correctionLine = (view, actions, t) => {
  const { correction } = view.answer;
  if (!correction) return nothing;
  return html`<p class="correction">${correction.applied
    ? html`<strong>${t('corrected', { c: correction.corrected })}</strong>
        <span class="muted">${t('typedAs', { t: correction.typed })}</span>`
    : html`${t('maybe')} ${search(view, actions, correction.corrected, 'strong-link')}`}</p>`;
};

const STEPS = ['retrieve', 'facets', 'vectors', 'hybrid', 'ltr'];

const stepName = (step, t) => (STEPS.includes(step) ? t(`step_${step}`) : step);

/** What was left out: the ranking that was asked for in words of its own, anything else by name. */
const partialLine = (view, t) => {
  const asked = view.answer.degraded.filter((d) => d.step === view.state.ranker);
  const others = view.answer.degraded.filter((d) => d.step !== view.state.ranker);
  return html`
    ${asked.map((d) => html`<p class="notice" title=${d.reason}>${t('instead', { r: t(`ranker_${d.step}`) })}</p>`)}
    ${others.length === 0 ? nothing : html`<p class="notice">${t('partial', {
    steps: others.map((d) => stepName(d.step, t)).join(t('comma')) })}</p>`}`;
};

const rankerSwitch = (view, actions, t) => (view.state.sort !== 'relevance' || !view.state.q.trim()
  ? nothing
  : html`<div class="rankers" role="radiogroup" aria-label=${t('ranker')}>
      ${RANKERS.map((ranker) => html`<button type="button" role="radio" class="ranker" title=${t(`rankerHint_${ranker}`)}
        aria-checked=${ranker === view.state.ranker} @click=${() => actions.go({ ...view.state, ranker })}
        >${t(`ranker_${ranker}`)}</button>`)}
    </div>`);

const toolbar = (view, actions, t) => {
  const millis = view.answer.timings.reduce((sum, timing) => sum + timing.millis, 0);
  const filters = view.state.filters.length;
  return html`
    <div class="toolbar">
      <div class="found" role="status"><h1>${foundText(view, t)}</h1><span class="took">${
        t('tookMillis', { ms: millis < 10 ? millis.toFixed(1) : Math.round(millis) })}</span></div>
      <button class="button quiet only-narrow" type="button" @click=${() => actions.sheet(true)}>${icon('filter')}${
        filters > 0 ? t('filtersCount', { n: filters }) : t('filters')}</button>
      ${rankerSwitch(view, actions, t)}
      <label class="sort"><span>${t('sort')}</span>
        <select @change=${(event) => actions.go({ ...view.state, sort: event.target.value })}>
          ${SORTS.map((sort) => html`<option value=${sort} ?selected=${sort === view.state.sort}
            .selected=${sort === view.state.sort}>${t(`sort_${sort}`)}</option>`)}
        </select></label>
    </div>`;
};

const more = (view, actions, t) => {
  const left = view.answer.total.value - view.hits.length;
  if (!view.answer.cursor) {
    return view.hits.length > PAGE_SIZE
      ? html`<p class="end">${t('allShown', { n: count(view.hits.length, view.state.lang) })}</p>`
      : nothing;
  }
  return html`<p class="end"><button class="button wide" type="button" ?disabled=${view.loadingMore}
    @click=${actions.more}>${view.loadingMore
      ? t('loadingMore')
      : t('more', { n: count(Math.min(PAGE_SIZE, Math.max(left, 1)), view.state.lang) })}</button></p>`;
};

const nothingFound = (view, actions, t) => {
  const { q, filters } = view.state;
  return html`
    <section class="empty">
      ${icon('box')}
      <h2>${q.trim() ? t('emptyTitle', { q: q.trim() }) : t('emptyFiltersTitle')}</h2>
      ${filters.length > 0
        ? html`<p>${t('emptyFilters', { n: filters.length })}</p>
          <button class="button" type="button"
            @click=${() => actions.go({ ...view.state, filters: [] })}>${t('clearFilters')}</button>`
        : view.words.length > 1
          ? html`<p>${t('emptyWords')}</p><p class="examples">${view.words.map((word) =>
            search(view, actions, word, 'pill'))}</p>`
          : html`<p>${t('emptyPlain')}</p>`}
    </section>
    ${view.rescue.length === 0 ? nothing : html`<section aria-labelledby="rescue">
      <h2 id="rescue">${t('emptyPopular')}</h2>
      ${grid(view.rescue, view, actions, t, t('emptyPopular'))}</section>`}`;
};

const failureText = (problem, t) => {
  if (problem.status === 0) return t('errorUnreachable');
  if (problem.status === 503) return t('errorBusy');
  return problem.status < 500 ? t('errorMine') : t('errorTheirs');
};

/** A failed search: what it means, the server's own words, and the ways on. */
export const failure = (view, actions, t) => {
  const { problem, url } = view.failure;
  return html`
    <section class="empty" role="alert">
      ${icon('box')}
      <h2>${t('errorTitle')}</h2>
      <p>${failureText(problem, t)}</p>
      <p class="examples">
        <button class="button" type="button" @click=${actions.retry}>${t('retry')}</button>
        <button class="button quiet" type="button" @click=${actions.home}>${t('backHome')}</button>
      </p>
      ${problem.status === 0 ? nothing : html`<details class="cause" open><summary>${t('errorDetail')}</summary>
        <p><b>${problem.title}</b> <code>${problem.code}</code></p>
        <p>${problem.detail}</p>
        <pre>curl '${location.origin}${url}'</pre></details>`}
    </section>`;
};

/** The list for a search, with everything around it. */
export const results = (view, actions, t) => {
  if (view.failure !== null) return failure(view, actions, t);
  if (view.answer === null) return view.slow ? skeletons(t) : nothing;
  const some = view.hits.length > 0;
  return html`
    ${toolbar(view, actions, t)}
    ${chips(view, actions, t)}
    ${correctionLine(view, actions, t)}
    ${partialLine(view, t)}
    <div class=${view.stale ? 'list stale' : 'list'} aria-busy=${view.stale ? 'true' : 'false'}>
      ${some ? html`${grid(view.hits, view, actions, t, t('resultsLabel'))}${more(view, actions, t)}`
        : nothingFound(view, actions, t)}
    </div>`;
};
