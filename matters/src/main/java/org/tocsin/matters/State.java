package org.tocsin.matters;

import java.util.Map;
import java.util.Optional;

/**
 * One state of a matter.
 *
 * @param code its name
 * @param names the label
 * @param closed whether nothing is left to do
 * @param noClock why an open state has no clock
 * @param waives what closing here does not need, each with its reason
 */
public record State(
    String code,
    Text names,
    boolean closed,
    Optional<Text> noClock,
    Map<Closing.Need, Text> waives) {}
