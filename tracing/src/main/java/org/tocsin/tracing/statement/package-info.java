/**
 * Reads bank statements and other lists of payments as they really arrive: finds the heading,
 * guesses what its columns mean, gives bad rows back with reasons, and joins the two banks' views
 * of one payment.
 */
@NullMarked
package org.tocsin.tracing.statement;

import org.jspecify.annotations.NullMarked;
