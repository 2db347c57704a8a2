package org.tocsin.tracing.restitution;

/**
 * Evidence that a victim's money is on a frozen account.
 *
 * @param account the frozen account
 * @param victim place of the victim in the list of losses
 * @param fen how much by the rule of tracing that is used as evidence
 * @param certain whether both conventions for unknown opening balances say the same
 * @param onlyDeposit whether the victim's payment is the only one that ever came to the account
 */
public record TracedShare(
    String account, int victim, long fen, boolean certain, boolean onlyDeposit) {}
