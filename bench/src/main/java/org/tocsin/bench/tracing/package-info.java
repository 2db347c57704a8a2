/** Fund tracing against other engines, and whether planted networks are found again. */
@NullMarked
package org.tocsin.bench.tracing;

import org.jspecify.annotations.NullMarked;
