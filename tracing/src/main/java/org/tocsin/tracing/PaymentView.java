package org.tocsin.tracing;

import java.time.Instant;

/**
 * One payment of a snapshot with its derived columns, for people and reports.
 *
 * @param id place in the total order of the snapshot
 * @param outPos what the sender had paid out before
 * @param inPos what had come to the receiver before, its opening and unknown money included
 * @param bal sender's balance before, with any unknown money this payment needed
 */
public record PaymentView(
    long id,
    int from,
    int to,
    long amountFen,
    Instant at,
    String serial,
    String order,
    long outPos,
    long inPos,
    long bal) {}
