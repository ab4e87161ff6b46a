// swift-tools-version: 6.1
// Edited by hand.
