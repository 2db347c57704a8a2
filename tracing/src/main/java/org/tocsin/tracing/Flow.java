package org.tocsin.tracing;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What one payment carried of one report's money.
 *
 * @param tracedFen how much; under {@link Rule#REACH} the whole amount
 * @param tier least number of payments from the report to the receiver by this payment
 * @param report label of the report
 * @param end how the money came to rest on arrival; null where it went to an account that is
 *     followed, or fell below the threshold
 * @param dust whether it was below the threshold and not followed
 */
public record Flow(
    long paymentId,
    int from,
    int to,
    long amountFen,
    long tracedFen,
    Instant at,
    int tier,
    int report,
    @Nullable End end,
    boolean dust) {}
