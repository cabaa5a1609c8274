import { createElement, Fragment, type ElementType, type Key, type ReactElement } from 'react';

/**
 * Stands in for `react/jsx-runtime` in the packages that are bundled with the plugin: makes elements with the React that
 * Grafana shares, so that they fit its version whatever that is.
 */
export function jsx(type: ElementType, props: object, key?: Key): ReactElement {
  return createElement(type, key === undefined ? props : { ...props, key });
}

export const jsxs = jsx;
export { Fragment };
