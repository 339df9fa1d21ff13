/**
 * The anchoring contract (`network/contracts/YaosuAnchor.sol`), compiled by solc 0.8.37+commit.f401782d.Emscripten.clang for the EVM "paris", optimised for
 * 200 runs. Made by `node network/scripts/compile-anchor.mjs`; not edited by hand.
 */

/** What it can be asked and told. */
export const ANCHOR_ABI = [
  { inputs: [{ internalType: 'uint64', name: 'size', type: 'uint64' }], name: 'NotLarger', type: 'error' },
  {
    anonymous: false,
    inputs: [
      { indexed: true, internalType: 'address', name: 'sender', type: 'address' },
      { indexed: true, internalType: 'bytes16', name: 'ledgerId', type: 'bytes16' },
      { indexed: true, internalType: 'uint64', name: 'size', type: 'uint64' },
      { indexed: false, internalType: 'bytes32', name: 'root', type: 'bytes32' },
    ],
    name: 'Anchored',
    type: 'event',
  },
  {
    inputs: [
      { internalType: 'bytes16', name: 'ledgerId', type: 'bytes16' },
      { internalType: 'uint64', name: 'size', type: 'uint64' },
      { internalType: 'bytes32', name: 'root', type: 'bytes32' },
    ],
    name: 'anchor',
    outputs: [],
    stateMutability: 'nonpayable',
    type: 'function',
  },
  {
    inputs: [
      { internalType: 'address', name: 'sender', type: 'address' },
      { internalType: 'bytes16', name: 'ledgerId', type: 'bytes16' },
    ],
    name: 'heads',
    outputs: [
      { internalType: 'uint64', name: 'size', type: 'uint64' },
      { internalType: 'bytes32', name: 'root', type: 'bytes32' },
    ],
    stateMutability: 'view',
    type: 'function',
  },
] as const;

/** What is sent to put it on a chain. */
export const ANCHOR_BYTECODE =
  '0x6080604052348015600f57600080fd5b506102958061001f6000396000f3fe608060405234801561001057600080fd5b50600436106100365760003560e01c80632e52530f1461003b5780637536e2b61461009b575b600080fd5b6100776100493660046101d2565b60006020818152928152604080822090935290815220805460019091015467ffffffffffffffff9091169082565b6040805167ffffffffffffffff909316835260208301919091520160405180910390f35b6100ae6100a9366004610213565b6100b0565b005b336000908152602081815260408083206001600160801b0319871684529091529020805467ffffffffffffffff9081169084161161011457805460405163189ce2a760e11b815267ffffffffffffffff909116600482015260240160405180910390fd5b60408051808201825267ffffffffffffffff80861680835260208084018781523360008181528084528781206001600160801b03198d16808352945287902095518654951667ffffffffffffffff199095169490941785555160019094019390935592517f091be701390c9ee44b9d19c71e77925bbe2342619436b7d59a4c80209b9422e9906101a79087815260200190565b60405180910390a450505050565b80356001600160801b0319811681146101cd57600080fd5b919050565b600080604083850312156101e557600080fd5b82356001600160a01b03811681146101fc57600080fd5b915061020a602084016101b5565b90509250929050565b60008060006060848603121561022857600080fd5b610231846101b5565b9250602084013567ffffffffffffffff8116811461024e57600080fd5b92959294505050604091909101359056fea2646970667358221220564b432726129edf173a8e70f2af805717d39d44d4b1bc6013a64a239b82c3a164736f6c63430008250033';
