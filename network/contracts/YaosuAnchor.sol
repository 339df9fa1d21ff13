// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

/// Heads of ledgers' logs: append-only a sender and ledger, so that nobody can take back what was anchored.
contract YaosuAnchor {
    struct Head {
        uint64 size;
        bytes32 root;
    }

    mapping(address sender => mapping(bytes16 ledgerId => Head)) public heads;

    event Anchored(address indexed sender, bytes16 indexed ledgerId, uint64 indexed size, bytes32 root);

    /// What was anchored reaches at least as far.
    error NotLarger(uint64 size);

    function anchor(bytes16 ledgerId, uint64 size, bytes32 root) external {
        Head storage head = heads[msg.sender][ledgerId];
        if (size <= head.size) revert NotLarger(head.size);
        heads[msg.sender][ledgerId] = Head(size, root);
        emit Anchored(msg.sender, ledgerId, size, root);
    }
}
