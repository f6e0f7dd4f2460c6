/** Constants of System, as spec 425 declares them. */

import { u16, u32 } from '../codec/index.ts'
import { constant } from '../pallet/constant.ts'
import {
  BlockLength as BlockLengthCodec,
  BlockWeights as BlockWeightsCodec,
  RuntimeDbWeight,
  RuntimeVersion,
} from './types.ts'

export const BlockWeights = constant(BlockWeightsCodec, {
  base_block: { ref_time: 431_614_000n, proof_size: 0n },
  max_block: { ref_time: 4_000_000_000_000n, proof_size: 18_446_744_073_709_551_615n },
  per_class: {
    normal: {
      base_extrinsic: { ref_time: 108_157_000n, proof_size: 0n },
      max_extrinsic: { ref_time: 2_599_891_843_000n, proof_size: 11_990_383_647_911_208_550n },
      max_total: { ref_time: 3_000_000_000_000n, proof_size: 13_835_058_055_282_163_711n },
      reserved: { ref_time: 0n, proof_size: 0n },
    },
    operational: {
      base_extrinsic: { ref_time: 108_157_000n, proof_size: 0n },
      max_extrinsic: { ref_time: 3_599_891_843_000n, proof_size: 16_602_069_666_338_596_454n },
      max_total: { ref_time: 4_000_000_000_000n, proof_size: 18_446_744_073_709_551_615n },
      reserved: { ref_time: 1_000_000_000_000n, proof_size: 4_611_686_018_427_387_904n },
    },
    mandatory: {
      base_extrinsic: { ref_time: 108_157_000n, proof_size: 0n },
      max_extrinsic: undefined,
      max_total: undefined,
      reserved: undefined,
    },
  },
})
export const BlockLength = constant(BlockLengthCodec, {
  max: { normal: 7_864_320, operational: 10_485_760, mandatory: 10_485_760 },
})
export const BlockHashCount = constant(u32, 2400)
export const DbWeight = constant(RuntimeDbWeight, { read: 25_000_000n, write: 100_000_000n })
export const Version = constant(RuntimeVersion, {
  spec_name: 'node-subtensor',
  impl_name: 'node-subtensor',
  authoring_version: 1,
  spec_version: 425,
  impl_version: 1,
  apis: [
    ['0xdf6acb689907609b', 5],
    ['0x37e397fc7c91f5e4', 2],
    ['0x40fe3ad401f8959a', 6],
    ['0xfbc577b9d747efd6', 1],
    ['0xd2bc9897eed08f15', 3],
    ['0xf78b278be53f454c', 2],
    ['0xdd718d5cc53262d4', 1],
    ['0xab3c0572291feb8b', 1],
    ['0xed99c5acb25eedf5', 3],
    ['0xbc9d89904f5b923f', 1],
    ['0x37c8bb1350a9a2a8', 4],
    ['0xf3ff14d5ab527059', 3],
    ['0x582211f65bb14b89', 6],
    ['0xe65b00e46cedd0aa', 2],
    ['0x68b66ba122c93fa7', 2],
    ['0x42e62be4a39e5b60', 1],
    ['0x806df4ccaa9ed485', 1],
    ['0x8375104b299b74c5', 2],
    ['0x5d1fbfbe852f2807', 1],
    ['0xc6886e2f8e598b0a', 1],
    ['0xc0de4984d112f3b4', 1],
    ['0xcbca25e39f142387', 2],
    ['0xa8b093e6508d9e9c', 1],
    ['0x1c4585bd5c707202', 1],
  ],
  transaction_version: 1,
  system_version: 1,
})
export const SS58Prefix = constant(u16, 42)
