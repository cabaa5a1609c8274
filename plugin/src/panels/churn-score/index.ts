/** What pages outside Grafana need to show the panel: it, its options and a way to ask its what-ifs. */
export { createChurnScorePanel } from './ChurnScorePanel';
export { ChurnScoreView, type ChurnScoreViewProps } from './ChurnScoreView';
export { DEFAULT_OPTIONS, readOptions, type ChurnScoreOptions } from './options';
export { type RunWhatIf, type WhatIfFor } from './whatif/runWhatIf';
export { askableTarget, whatIfTarget } from './whatif/whatIfTarget';
