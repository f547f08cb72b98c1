// What narrows a list: facets with counts, a price of one's own, chips of what is chosen.
import { html, nothing } from 'lit-html';
import { repeat } from 'lit-html/directives/repeat.js';
import { count, leaf, symbol } from './format.js';
import { icon } from './parts.js';
import { fieldOf, toggled, valueOf } from './state.js';

const SHOWN = 7;
const PRICE = /^\d{1,9}(\.\d{1,2})?$/;
const FIELDS = ['category', 'brand', 'price', 'shop'];

const trimmed = (value) => String(value).replace(/\.00$/, '');

/** What a filter is called on a chip or beside a checkbox. */
export const filterName = (filter, t) => {
  const value = valueOf(filter);
  if (fieldOf(filter) === 'category') return leaf(value);
  if (fieldOf(filter) !== 'price') return value;
  const [low, high] = value.split('-');
  const sign = symbol('CNY');
  if (!high) return t('priceAbove', { min: sign + low });
  return Number(low) === 0
    ? t('priceBelow', { max: sign + high })
    : t('priceBetween', { min: sign + low, max: sign + high });
};

const rangeName = (range, t) => {
  const sign = symbol('CNY');
  const min = sign + trimmed(range.min);
  if (range.max === undefined) return t('priceAbove', { min });
  // The upper end is inclusive, 299.99; shoppers read 300 more easily.
  const max = sign + trimmed(Math.ceil(range.max));
  return range.min === 0 ? t('priceBelow', { max }) : t('priceBetween', { min, max });
};

const row = (value, name, view, actions) => html`
  <label class="facet-row" title=${value.value ?? nothing}>
    <input type="checkbox" .checked=${view.state.filters.includes(value.filter)}
      @change=${() => actions.go(toggled(view.state, value.filter))}>
    <span class="facet-name">${name}</span>
    <span class="facet-count">${count(value.count, view.state.lang)}</span>
  </label>`;

const ownPrice = (view, actions, t) => {
  const apply = (event) => {
    event.preventDefault();
    const form = event.currentTarget;
    const low = form.elements.low.value.trim();
    const high = form.elements.high.value.trim();
    const valid = (low || high) && (!low || PRICE.test(low)) && (!high || PRICE.test(high))
      && (!low || !high || Number(low) <= Number(high));
    form.elements.high.setCustomValidity(valid ? '' : t('priceWrong'));
    if (!form.reportValidity()) return;
    const filters = view.state.filters.filter((f) => fieldOf(f) !== 'price');
    actions.go({ ...view.state, filters: [...filters, `price:${low}-${high}`] });
  };
  const forget = (event) => event.currentTarget.form.elements.high.setCustomValidity('');
  return html`
    <form class="price-form" novalidate @submit=${apply}>
      <input name="low" inputmode="decimal" aria-label=${t('priceFrom')} placeholder="¥" @input=${forget}>
      <span aria-hidden="true">–</span>
      <input name="high" inputmode="decimal" aria-label=${t('priceTo')} placeholder="¥" @input=${forget}>
      <button class="button quiet" type="submit">${t('priceApply')}</button>
    </form>`;
};

const group = (field, values, view, actions, t) => {
  const isPrice = field === 'price';
  const useful = values.filter((v) => v.count > 0 || view.state.filters.includes(v.filter));
  if (useful.length === 0 && (!isPrice || view.answer === null || view.hits.length === 0)) return nothing;
  const all = view.unfolded.has(field);
  const shown = all ? useful : useful.slice(0, SHOWN);
  return html`
    <fieldset class="facet">
      <legend>${t(field)}</legend>
      ${repeat(shown, (v) => v.filter, (v) =>
        row(v, isPrice ? rangeName(v, t) : field === 'category' ? leaf(v.value) : v.value, view, actions))}
      ${useful.length > SHOWN ? html`<button class="link" type="button" aria-expanded=${all ? 'true' : 'false'}
        @click=${() => actions.unfold(field)}>${all ? t('showLess') : t('showMore', { n: useful.length })}</button>` : nothing}
      ${isPrice ? ownPrice(view, actions, t) : nothing}
    </fieldset>`;
};

/** All facets of an answer. */
export const facets = (view, actions, t) =>
  FIELDS.map((field) => group(field, view.answer?.facets[field] ?? [], view, actions, t));

/** The chosen filters, each with a button that removes it. */
export const chips = (view, actions, t) => {
  const { filters } = view.state;
  if (filters.length === 0) return nothing;
  return html`
    <ul class="chips" aria-label=${t('chosen')}>
      ${repeat(filters, (f) => f, (filter) => {
        const name = filterName(filter, t);
        return html`<li><button class="chip" type="button" aria-label=${t('removeFilter', { f: name })}
          @click=${() => actions.go(toggled(view.state, filter))}>
          <span class="chip-field">${t(fieldOf(filter))}</span>${name}${icon('close')}</button></li>`;
      })}
      ${filters.length > 1 ? html`<li><button class="link" type="button"
        @click=${() => actions.go({ ...view.state, filters: [] })}>${t('clearFilters')}</button></li>` : nothing}
    </ul>`;
};
