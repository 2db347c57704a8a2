/**
 * What a declaration of a matter kind says: fields, states, transitions, clocks, closing, prints.
 * Read by {@link org.tocsin.matters.check}, obeyed by {@link org.tocsin.matters.flow}.
 */
@NullMarked
package org.tocsin.matters;

import org.jspecify.annotations.NullMarked;
