declare global {
  interface Window {
    /** Where @grafana/ui looks for its icons and fonts; it reads this when it is loaded. */
    __grafana_public_path__?: string;
    /** Switches of Grafana's own application that its packages read. */
    grafanaBootData?: { settings: { featureToggles: Record<string, boolean> } };
    /** i18next, which comes with @grafana/i18n, prints an advertisement unless it believes that it has done so. */
    __i18next_supportNoticeShown?: boolean;
  }
}

window.__grafana_public_path__ = '/assets/';
// Dates in the reader's own notation.
window.grafanaBootData = { settings: { featureToggles: { localeFormatPreference: true } } };
window.__i18next_supportNoticeShown = true;

export {};
