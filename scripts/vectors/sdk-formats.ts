/** Vector files of the Python packages. */
import { axonChecks } from '../../packages/sdk/test/vectors/axon-cases.ts'
import { bodyHashChecks } from '../../packages/sdk/test/vectors/body-hash.ts'
import { dendriteChecks } from '../../packages/sdk/test/vectors/dendrite-cases.ts'
import { lockedKeyfileChecks, plainKeyfileChecks } from '../../packages/sdk/test/vectors/keyfile.ts'
import { keyChecks } from '../../packages/sdk/test/vectors/keys.ts'
import { sdkWeightChecks } from '../../packages/sdk/test/vectors/weights.ts'
import { type Format, hasFields } from './format.ts'

export const SDK_FORMATS: readonly Format[] = [
  {
    recognises: hasFields('mnemonics', 'derivation', 'seed'),
    sections: [
      'mnemonics',
      'invalid_mnemonics',
      'derivation',
      'seed',
      'seed_utf8_quirk',
      'signatures',
      'hex_message_rule',
      'wrapped_rule',
      'bad_signatures',
      'polkadot_json_pjs',
      'polkadot_json_pjs-ed',
      'ed25519_encrypt',
      'ss58',
      'foreign_prefix_accepted',
      'private_key_forms',
    ],
    remarks: ['crypto_types'],
    checks: ({ data }) => keyChecks(data),
  },
  {
    recognises: hasFields('plain_files', 'nacl_sr25519', 'password_env'),
    sections: [
      'plain_files',
      'password_env',
      'nacl_sr25519',
      'nacl_ed25519',
      'ansible_vault',
      'fernet_legacy',
    ],
    leftOut: { reader_matrix: 'told in words' },
    remarks: ['kdf'],
    *checks({ data }) {
      yield* plainKeyfileChecks(data)
      yield* lockedKeyfileChecks(data)
    },
  },
  {
    recognises: hasFields('axon_edge_cases', 'dendrite_vs_handmade_server'),
    sections: ['axon_edge_cases', 'dendrite_vs_handmade_server'],
    leftOut: {
      exchanges: 'between two Python peers; the interop tests run such',
      streaming: 'between two Python peers; the interop tests run such',
    },
    remarks: ['keys', 'synapses', 'notes'],
    async *checks({ data }) {
      yield* axonChecks(data)
      yield* dendriteChecks(data)
    },
  },
  {
    recognises: hasFields('empty_body_hash', 'cases'),
    sections: ['cases', 'multi', 'empty_body_hash', 'legacy_field_form'],
    checks: ({ text }) => bodyHashChecks(text),
  },
  {
    recognises: hasFields('convert_weights_and_uids_for_emit', 'process_weights'),
    sections: [
      'convert_weights_and_uids_for_emit',
      'emit_errors',
      'normalize_max_weight',
      'process_weights',
      'generate_weight_hash',
      'mechid_storage_index',
      'row_weights',
      'u16_normalized',
      'ip',
      'balance_from_tao',
    ],
    leftOut: {
      convert_maybe_split_to_u16: 'the SDK takes shares of mechanisms as the chain has them',
      float_to_u64: 'the SDK takes proportions as the chain has them',
      version_as_int: 'the version is a constant of the SDK',
      balance_misc: 'amounts are integers in the SDK',
      balance_ops: 'amounts are integers in the SDK',
    },
    checks: ({ data }) => sdkWeightChecks(data),
  },
]
