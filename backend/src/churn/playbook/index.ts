export { actionFor, topReasons, type Action } from './action';
export { builtInPlaybook, loadPlaybook, type LoadedPlaybook } from './load-playbook';
export { playbookIn } from './in-language';
export { parsePlaybook } from './parse-playbook';
export type { Channel, Figure, Playbook, PlaybookCustomer, PlaybookRule } from './playbook';
export { PlaybookError } from './reading';
