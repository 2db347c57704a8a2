/**
 * Whether tracing finds the accounts of laundering patterns again, and how many others it names.
 */
@NullMarked
package org.tocsin.bench.tracing.recovery;

import org.jspecify.annotations.NullMarked;
