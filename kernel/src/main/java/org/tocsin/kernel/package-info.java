/**
 * What every room speaks: ids, places, the instance clock, state tables and quantiles. Plain Java,
 * no framework.
 */
@NullMarked
package org.tocsin.kernel;

import org.jspecify.annotations.NullMarked;
