/** What our pages may load and do in a browser (Content-Security-Policy, without who may frame them). */
export const PAGE_POLICY = {
  defaultSrc: ["'self'"],
  // Grafana's components write their styles into the page at run time.
  styleSrc: ["'self'", "'unsafe-inline'"],
  imgSrc: ["'self'", 'data:', 'blob:'],
  workerSrc: ["'self'", 'blob:'],
  upgradeInsecureRequests: null,
};
