package org.tocsin.tracing;

import org.jspecify.annotations.Nullable;

/**
 * A bank takes back a payment it stated, or states it anew.
 *
 * @param wrong the payment as it was stated; all its values must agree
 * @param right what it should have been; null where it never was
 */
public record Correction(Payment wrong, @Nullable Payment right) {}
