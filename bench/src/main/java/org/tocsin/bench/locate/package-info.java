/** How long finding a place takes while it is being typed. */
@NullMarked
package org.tocsin.bench.locate;

import org.jspecify.annotations.NullMarked;
