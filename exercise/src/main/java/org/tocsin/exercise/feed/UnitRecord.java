package org.tocsin.exercise.feed;

import org.jspecify.annotations.Nullable;
import org.tocsin.kernel.Point;

/**
 * A unit that a feed needs.
 *
 * @param area the station area it belongs to, empty if it belongs to none
 * @param home where it lives, or null if nothing says so
 */
public record UnitRecord(
    String callSign, String typeCode, String area, @Nullable Point home, String crew) {}
