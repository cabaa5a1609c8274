// What Grafana's packages read of its page while they are loaded: to be imported before them.
const bootData = {
  user: { orgRole: 'Editor', login: 'ana', theme: 'dark', permissions: {} },
  settings: { featureToggles: { localeFormatPreference: true }, buildInfo: { version: '12.4.0', env: 'production' } },
  navTree: [],
};

Object.assign(window, {
  grafanaBootData: bootData,
  __grafana_public_path__: '/assets/',
  __i18next_supportNoticeShown: true,
});

export {};
