/** What random walks over declarations need; used by tests and measurements. */
@NullMarked
package org.tocsin.matters.walk;

import org.jspecify.annotations.NullMarked;
