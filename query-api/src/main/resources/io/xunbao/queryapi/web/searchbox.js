// The search box: a combobox (ARIA Authoring Practices, editable with list) that is safe with input
// methods: while a word is being composed nothing is asked, opened or submitted.
import { html, nothing } from 'lit-html';
import { live } from 'lit-html/directives/live.js';
import * as api from './api.js';
import { icon } from './parts.js';

const WAIT_MILLIS = 120;

/**
 * Makes the box.
 * @param onSearch called with the text to search for
 * @param onChange called when the box has to be drawn again
 */
export const createSearchBox = ({ onSearch, onChange }) => {
  const box = { text: '', items: [], open: false, active: -1, composing: false };
  let timer = 0;
  let running = null;

  const input = () => document.getElementById('q');

  const close = () => {
    clearTimeout(timer);
    running?.abort();
    Object.assign(box, { items: [], open: false, active: -1 });
    onChange();
  };

  const submit = (text) => {
    box.text = text;
    close();
    onSearch(text.trim());
  };

  const ask = async () => {
    running?.abort();
    const typed = box.text.trim();
    if (!typed) return close();
    running = new AbortController();
    try {
      const { suggestions } = await api.suggest(typed, running.signal);
      if (box.composing || box.text.trim() !== typed || document.activeElement !== input()) return;
      Object.assign(box, { items: suggestions, open: suggestions.length > 0, active: -1 });
      onChange();
    } catch (error) {
      if (error.name !== 'AbortError') close(); // Suggestions are a help, not a duty.
    }
  };

  const typed = (event) => {
    box.text = event.target.value;
    onChange();
    if (box.composing || event.isComposing) return;
    clearTimeout(timer);
    timer = setTimeout(ask, WAIT_MILLIS);
  };

  const composed = (event) => {
    box.composing = false;
    typed({ target: event.target, isComposing: false });
  };

  const move = (step) => {
    const places = box.items.length + 1; // the last one is the box itself
    box.active = ((box.active + 1 + step + places) % places) - 1;
    onChange();
  };

  const pressed = (event) => {
    if (box.composing || event.isComposing || event.keyCode === 229) return;
    const keys = {
      ArrowDown: () => (box.open ? move(1) : ask()),
      ArrowUp: () => box.open && move(-1),
      Enter: () => submit(box.active >= 0 ? box.items[box.active].text : box.text),
      Escape: () => (box.open ? close() : clear()),
    };
    if (!keys[event.key]) return;
    event.preventDefault();
    keys[event.key]();
  };

  const clear = () => {
    box.text = '';
    close();
    input()?.focus();
  };

  const option = (item, index, t) => html`
    <li id="suggestion-${index}" role="option" aria-selected=${index === box.active ? 'true' : 'false'}
      class=${index === box.active ? 'suggestion active' : 'suggestion'}
      @mousedown=${(event) => event.preventDefault()} @click=${() => submit(item.text)}>
      ${icon({ brand: 'tag', category: 'grid', title: 'search' }[item.kind] ?? 'search')}
      <span class="suggestion-text">${completion(item.text)}</span>
      <span class="suggestion-kind">${kindName(item.kind, t)}</span>
    </li>`;

  const completion = (text) => {
    const at = text.toLowerCase().indexOf(box.text.trim().toLowerCase());
    if (at < 0) return html`<b>${text}</b>`;
    const end = at + box.text.trim().length;
    return html`<b>${text.slice(0, at)}</b>${text.slice(at, end)}<b>${text.slice(end)}</b>`;
  };

  const template = (t) => html`
    <form class="search" role="search" @submit=${(event) => { event.preventDefault(); submit(box.text); }}>
      <label class="hidden" for="q">${t('searchLabel')}</label>
      <span class="search-lens">${icon('search')}</span>
      <input id="q" class="search-input" type="text" role="combobox" enterkeyhint="search"
        autocomplete="off" autocapitalize="off" spellcheck="false" maxlength="512"
        placeholder=${t('searchPlaceholder')} .value=${live(box.text)}
        aria-expanded=${box.open ? 'true' : 'false'} aria-controls="suggestions" aria-autocomplete="list"
        aria-activedescendant=${box.active >= 0 ? `suggestion-${box.active}` : nothing}
        @input=${typed} @keydown=${pressed} @blur=${() => box.open && close()}
        @compositionstart=${() => { box.composing = true; clearTimeout(timer); }}
        @compositionend=${composed}>
      ${box.text ? html`<button class="search-clear" type="button" aria-label=${t('clearSearch')}
        @click=${clear}>${icon('close')}</button>` : nothing}
      <button class="button search-go" type="submit">${t('searchButton')}</button>
      <ul id="suggestions" class="suggestions" role="listbox" aria-label=${t('suggestions')}
        ?hidden=${!box.open}>${box.items.map((item, index) => option(item, index, t))}</ul>
    </form>`;

  return {
    template,
    focus: () => { input()?.focus(); input()?.select(); },
    show: (text) => { if (!box.composing) { box.text = text; box.open = false; } },
  };
};

const kindName = (kind, t) =>
  t({ brand: 'kindBrand', category: 'kindCategory' }[kind] ?? 'kindTitle');
