import type { ParameterSpec } from './parameter-specs';

/**
 * The parameter `frame`, which every kind takes: of an answer of several tables the one to have. A table panel of Grafana
 * shows a list of technical names to choose from beside an answer of more than one.
 */
export const FRAME_PARAMETER: ParameterSpec = {
  name: 'frame',
  label: 'Frame',
  help: 'Only the frame of this name, where the answer has several. Empty: all.',
  type: 'text',
  maxLength: 40,
};
