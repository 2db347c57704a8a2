package org.tocsin.matters.flow;

import java.util.Optional;
import org.tocsin.matters.Transition;

/**
 * A transition from the present state, seen by one person.
 *
 * @param transition the transition
 * @param refusal why that person may not do it; empty if they may once fields and proof are there
 */
public record ActView(Transition transition, Optional<Decision.Rejected> refusal) {}
