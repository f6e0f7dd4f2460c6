export { bodyHash } from './body-hash.ts'
export { SynapseError, type SynapseErrorCode } from './errors.ts'
export type {
  DefaultedField,
  FieldDeclaration,
  FieldDeclarations,
  FieldInput,
  FieldType,
  FieldValue,
  FieldValues,
} from './field-types.ts'
export { synapseFromHeaders, synapseToHeaders } from './headers.ts'
export { formatJson, parseJson } from './json.ts'
export { floatText, reprText, strText } from './python-text.ts'
export {
  copySynapse,
  DEFAULT_TIMEOUT,
  Ping,
  type Synapse,
  SynapseMessage,
  type SynapseOf,
  type SynapseType,
  synapse,
  synapseFromBody,
  synapseToPython,
} from './synapse.ts'
export { t } from './t.ts'
export { type TerminalInfo, terminalInfo } from './terminal-info.ts'
export { EnumMember, Float, type Json, type PythonValue, Tuple } from './values.ts'
