// swift-tools-version: 6.1
// Written by hand.
