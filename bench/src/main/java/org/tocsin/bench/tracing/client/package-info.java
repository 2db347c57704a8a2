/**
 * The part of a trace that a client program must do where the engine under comparison cannot: the
 * obvious algorithms, told to the engine in as few and as large questions as it takes. JDK only.
 */
@NullMarked
package org.tocsin.bench.tracing.client;

import org.jspecify.annotations.NullMarked;
