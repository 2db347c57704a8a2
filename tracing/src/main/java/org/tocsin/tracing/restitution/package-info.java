/**
 * Proposes how frozen money is divided among victims: directly where it can be told whose it is,
 * else pro rata, to the fen.
 */
@NullMarked
package org.tocsin.tracing.restitution;

import org.jspecify.annotations.NullMarked;
