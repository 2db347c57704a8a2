/**
 * The generated city at work on a running instance: callers, call-takers, dispatchers and crews,
 * all through the public API and the devices' endpoints.
 */
@NullMarked
package org.tocsin.exercise.live;

import org.jspecify.annotations.NullMarked;
