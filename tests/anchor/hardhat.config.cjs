// Nothing is compiled here: the contract's bytecode is committed.
module.exports = { solidity: '0.8.28' };
