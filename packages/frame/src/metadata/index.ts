export { METADATA_VERSIONS, type MetadataVersion, metadata } from './encode.ts'
export { type HashedExtras, metadataHash } from './merkle.ts'
export { TypeRegistry } from './registry.ts'
