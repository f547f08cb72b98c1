// One product in full, in a dialog, and why it stands where it stands.
import { html, nothing } from 'lit-html';
import { productArt } from './art.js';
import { compact, count, day, price } from './format.js';
import { icon, stateLink } from './parts.js';
import { href } from './state.js';

const PART = /^(title|brand|category|attributes|description):(.+)$/;
const MAX_PARTS = 12;

const partName = (description, t) => {
  const match = PART.exec(description);
  if (description === 'likeness in meaning') return t('whyLikeness');
  return match ? t(`whyField_${match[1]}`, { w: match[2] }) : description;
};

/** The leaves that add up to the score, the largest first. */
const leaves = (explanation) => {
  const found = [];
  const walk = (part) => {
    const known = PART.test(part.description);
    if (part.parts.length === 0 || known) found.push(part);
    else part.parts.forEach(walk);
  };
  walk(explanation);
  return found.filter((part) => part.value !== 0).sort((a, b) => b.value - a.value);
};

const bar = (part, largest, t) => html`
  <tr><th scope="row">${partName(part.description, t)}</th>
    <td class="why-bar"><svg viewBox="0 0 100 8" preserveAspectRatio="none" aria-hidden="true">
      <rect class="why-track" width="100" height="8" rx="2"></rect>
      <rect class="why-fill" width=${Math.max(1, (100 * part.value) / largest)} height="8" rx="2"></rect></svg></td>
    <td class="why-value">${part.value.toFixed(2)}</td></tr>`;

const why = (detail, view, t) => {
  if (detail.explanation === undefined) return html`<p class="muted">${t('loading')}…</p>`;
  if (detail.explanation === null) {
    return html`<p class="muted">${view.state.sort === 'relevance' ? t('whyOther') : t('whyNone')}</p>`;
  }
  const parts = leaves(detail.explanation).slice(0, MAX_PARTS);
  if (parts.length === 0) return html`<p class="muted">${t('whyNone')}</p>`;
  return html`
    ${(detail.reasons ?? []).map((sentence) => html`<p class="why-words">${sentence}</p>`)}
    <table class="why-table"><caption>${t('whyIntro')}</caption>
      <tbody>${parts.map((part) => bar(part, parts[0].value, t))}</tbody>
      <tfoot><tr><th scope="row">${t('whyTotal')}</th><td></td>
        <td class="why-value">${detail.explanation.value.toFixed(2)}</td></tr></tfoot>
    </table>`;
};

const facts = (product, lang, t) => {
  const rows = [
    [t('brand'), product.brand],
    [t('category'), product.category.join(' › ')],
    [t('shop'), product.shop],
    ...Object.entries(product.attributes).map(([name, values]) => [name, values.join('、')]),
    [t('stock'), product.stock === undefined ? null : count(product.stock, lang)],
    [t('updated'), product.updatedAt.startsWith('1970-') ? null : day(product.updatedAt, lang)],
    [t('productId'), product.id],
  ];
  return html`<dl class="facts">${rows.filter(([, value]) => value).map(([name, value]) =>
    html`<div><dt>${name}</dt><dd>${value}</dd></div>`)}</dl>`;
};

const others = (detail, view, actions, t) => {
  if (!detail.similar?.length) return nothing;
  return html`<section class="similar" aria-labelledby="similar-title">
    <h3 id="similar-title">${t('similar')}</h3>
    <ul>${detail.similar.map((product) => {
      const opened = { ...view.state, item: product.id, why: false };
      return html`<li><span class="similar-art">${productArt(product)}</span>
        ${stateLink(href(opened), () => actions.open(opened), product.title, 'similar-link')}
        ${product.priceFen === undefined ? nothing : price(product.priceFen, product.currency)}</li>`;
    })}</ul></section>`;
};

const body = (detail, view, actions, t) => {
  if (detail.failure) {
    return html`<p class="notice" role="alert">${detail.failure.problem.detail || t('errorUnreachable')}</p>`;
  }
  if (!detail.product) return html`<div class="bone bone-art"></div>`;
  const { product } = detail;
  return html`
    <div class="detail-art">${productArt(product)}</div>
    <h2 id="detail-title">${product.title}</h2>
    <p class="detail-price">${product.priceFen === undefined
      ? html`<span class="no-price">${t('noPrice')}</span>`
      : price(product.priceFen, product.currency)}
      <span class="muted">${[
        product.sales === undefined ? '' : t('sold', { n: compact(product.sales, view.state.lang) }),
        product.comments === undefined ? '' : t('comments', { n: compact(product.comments, view.state.lang) }),
      ].filter(Boolean).join(' · ')}</span></p>
    <details class="why-box" ?open=${view.state.why} @toggle=${(event) => actions.whyToggled(event.target.open)}>
      <summary>${t('why')}</summary>${why(detail, view, t)}</details>
    ${facts(product, view.state.lang, t)}
    ${product.description ? html`<p class="description">${product.description}</p>` : nothing}
    ${others(detail, view, actions, t)}`;
};

/** The dialog's content. */
export const detailPanel = (view, actions, t) => html`
  <dialog id="detail" class="panel" aria-label=${t('details')} @close=${actions.closed}
    @click=${(event) => event.target === event.currentTarget && event.currentTarget.close()}>
    <div class="panel-body">
      <button class="panel-close" type="button" aria-label=${t('close')}
        @click=${(event) => event.currentTarget.closest('dialog').close()}>${icon('close')}</button>
      ${view.detail === null ? nothing : body(view.detail, view, actions, t)}
    </div>
  </dialog>`;
