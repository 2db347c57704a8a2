/** How long it takes to say who should go. */
@NullMarked
package org.tocsin.bench.recommend;

import org.jspecify.annotations.NullMarked;
