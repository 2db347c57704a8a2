/** A server started for one measurement, and the world that is registered on it. */
@NullMarked
package org.tocsin.bench.server;

import org.jspecify.annotations.NullMarked;
