package org.tocsin.tracing;

import java.time.Instant;

/**
 * Traced money at one account, in one way of coming to rest.
 *
 * @param account number of the account
 * @param tier least number of payments from a report to this account, 1 for the first receiver
 * @param remainingFen traced money there at the end of the window; 0 under {@link Rule#REACH}
 * @param lowFen the lesser of the conventions asked for; equals remaining unless both were
 * @param highFen the greater of the conventions asked for; under REACH a bound
 * @param stoppableFen what a stop could hold: remaining, at most the balance
 * @param hoursToLeave estimate of how soon it leaves: balance ÷ outflow per hour of the window's
 *     last 24 hours, at most the hours since traced money last arrived (a heuristic, not evidence)
 * @param rank place in the order of stoppable ÷ (1 + hours to leave), from 1
 */
public record Holding(
    int account,
    int tier,
    long remainingFen,
    long lowFen,
    long highFen,
    long stoppableFen,
    double hoursToLeave,
    int rank,
    Instant firstArrival,
    Instant lastArrival,
    End end) {}
