// Numbers and texts as people read them.
import { html } from 'lit-html';

const SYMBOLS = { CNY: '¥', USD: '$', EUR: '€', GBP: '£', JPY: 'JP¥', HKD: 'HK$' };

export const localeOf = (lang) => (lang === 'zh' ? 'zh-CN' : 'en');

export const count = (value, lang) => new Intl.NumberFormat(localeOf(lang)).format(value);

/** A rounded count: 1.6万 or 16K. */
export const compact = (value, lang) =>
  new Intl.NumberFormat(localeOf(lang), { notation: 'compact', maximumFractionDigits: 1 })
    .format(value);

export const symbol = (currency) => SYMBOLS[currency] ?? `${currency} `;

/** A price out of hundredths, split so that its parts can be set in different sizes; exact. */
export const priceParts = (fen, currency) => ({
  symbol: symbol(currency),
  whole: new Intl.NumberFormat('en').format(Math.floor(fen / 100)),
  cents: String(fen % 100).padStart(2, '0'),
});

export const price = (fen, currency) => {
  const { symbol: sign, whole, cents } = priceParts(fen, currency);
  return html`<span class="price"><span class="price-sign">${sign}</span>${whole}<span
    class="price-cents">.${cents}</span></span>`;
};

/** A text with its ranges (UTF-16 units, in order, without overlaps) marked. */
export const highlighted = (text, ranges) => {
  const parts = [];
  let at = 0;
  for (const { start, end } of ranges) {
    if (start > at) parts.push(text.slice(at, start));
    parts.push(html`<mark>${text.slice(start, end)}</mark>`);
    at = end;
  }
  parts.push(text.slice(at));
  return parts;
};

export const leaf = (path) => path.slice(path.lastIndexOf('>') + 1).trim();

export const day = (iso, lang) =>
  new Intl.DateTimeFormat(localeOf(lang), { dateStyle: 'medium', timeZone: 'UTC' })
    .format(new Date(iso));
