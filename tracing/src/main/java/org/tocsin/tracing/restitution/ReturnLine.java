package org.tocsin.tracing.restitution;

/**
 * One sum from one frozen account to one victim, with how it was worked out.
 *
 * @param victim place of the victim in the list of losses
 * @param fen at least 1
 */
public record ReturnLine(
    String account, int victim, ReturnMethod method, long fen, String zh, String en) {}
