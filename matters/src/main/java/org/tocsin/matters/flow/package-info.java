/**
 * The engine: decides every act on a matter by its declaration. Pure: no database, no clock of its
 * own; the server stores what is decided.
 */
@NullMarked
package org.tocsin.matters.flow;

import org.jspecify.annotations.NullMarked;
