// The backend replaces variables by the same rules, for links and reports that ask without a browser's help.
export {
  expandList,
  expandText,
  hasVariable,
  variableNames,
  type VariableSource,
  type VariableTraits,
} from '@contract';
