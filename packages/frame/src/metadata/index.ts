export { METADATA_VERSIONS, type MetadataVersion, metadata } from './encode.ts'
export { TypeRegistry } from './registry.ts'
