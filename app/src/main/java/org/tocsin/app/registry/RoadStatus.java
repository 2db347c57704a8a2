package org.tocsin.app.registry;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The road network in use.
 *
 * @param source the imported files it was built from; empty where there is none
 * @param nodes crossings and ends
 * @param edges drivable pieces between them
 * @param builtAt when it was built, by the instance's clock; null where there is none
 */
public record RoadStatus(String source, int nodes, int edges, @Nullable Instant builtAt) {}
