package org.tocsin.bench.study;

import org.tocsin.kernel.Point;

/**
 * One travel that was observed, with where the position model says it began.
 *
 * @param observed seconds
 */
public record Trip(Response response, Whereabouts from, Point start, Point end, double observed) {}
