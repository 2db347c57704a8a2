package org.tocsin.matters;

/** A word or sentence in Chinese and English. */
public record Text(String zh, String en) {}
