/**
 * {@code ./tocsin trace}: reads statements, follows the money of a report through them, and writes
 * what it found.
 */
@NullMarked
package org.tocsin.tracing.cli;

import org.jspecify.annotations.NullMarked;
