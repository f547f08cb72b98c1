// Small pieces that several parts of the page use.
import { html, svg } from 'lit-html';

const PATHS = {
  search: 'M10.500 4a6.500 6.500 0 1 1 0 13 6.500 6.500 0 1 1 0-13zM15.500 15.500L20.500 20.500',
  close: 'M6 6l12 12M18 6L6 18',
  filter: 'M4 7h16M7 12h10M10 17h4',
  auto: 'M12 4a8 8 0 1 1 0 16 8 8 0 1 1 0-16zM12 4v16M12 8h5M12 12h7.500M12 16h5',
  light: 'M12 8a4 4 0 1 1 0 8 4 4 0 1 1 0-8zM12 2.500v2M12 19.500v2M2.500 12h2M19.500 12h2M5.300 5.300l1.400 1.400M17.300 17.300l1.400 1.400M5.300 18.700l1.400-1.400M17.300 6.700l1.400-1.400',
  dark: 'M19.500 14.500A8 8 0 0 1 9.500 4.500a8 8 0 1 0 10 10z',
  tag: 'M4 4h8l8 8-8 8-8-8zM8.500 8.500h0',
  grid: 'M4 4h7v7H4zM13 4h7v7h-7zM4 13h7v7H4zM13 13h7v7h-7z',
  box: 'M4 8l8-4 8 4v8l-8 4-8-4zM4 8l8 4 8-4M12 12v8',
  question: 'M9 9.500q0-3 3-3t3 2.800q0 1.700-3 3.200v1.500M12 17h0',
};

export const icon = (name) => html`<svg class="icon" viewBox="0 0 24 24" aria-hidden="true"
  focusable="false">${svg`<path d=${PATHS[name]}></path>`}</svg>`;

export const logo = () => html`<svg class="logo-mark" viewBox="0 0 48 48" aria-hidden="true"
  focusable="false"><rect class="logo-seal" width="48" height="48" rx="13"></rect><path
  class="logo-gem" d="M15 13h15l5 6.500-12.500 13.500L10 19.500zM10 19.500h25M18.500 19.500l4 13.500 4-13.500-4-6.500z"></path><path
  class="logo-handle" d="M31.500 30.500l6 6"></path></svg>`;

/** A link that changes the state of the page without loading it again. */
export const stateLink = (address, go, content, name = '') => html`<a class=${name} href=${address}
  @click=${(event) => {
    if (event.metaKey || event.ctrlKey || event.shiftKey || event.button !== 0) return;
    event.preventDefault();
    go();
  }}>${content}</a>`;
