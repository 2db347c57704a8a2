package org.tocsin.bench.tracing.ledger;

/**
 * A planted mule network.
 *
 * @param accounts its mules; a merchant it cashes out through is not among them
 * @param reports the ids of the victims' payments, known once the ledger has been written
 */
public record Network(Shape shape, int[] accounts, long[] reports) {}
