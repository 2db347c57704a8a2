package org.tocsin.app.dispatch.internal;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.tocsin.kernel.Point;

/**
 * Where a unit was.
 *
 * @param speed metres per second
 * @param course degrees from north, clockwise
 */
record Fix(Point at, Instant when, @Nullable Double speed, @Nullable Double course) {}
