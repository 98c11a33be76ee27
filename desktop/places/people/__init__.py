"""Everyone of the network: who they are, what they came to, what they took on."""
