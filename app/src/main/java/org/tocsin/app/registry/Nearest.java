package org.tocsin.app.registry;

import org.jspecify.annotations.Nullable;

/**
 * What is at a point.
 *
 * @param nearest the nearest known address or block; null where nothing is known within 2 km
 * @param metres to it; 0 where there is none
 * @param precinct the ground the point lies on
 */
public record Nearest(@Nullable Candidate nearest, double metres, @Nullable Precinct precinct) {}
