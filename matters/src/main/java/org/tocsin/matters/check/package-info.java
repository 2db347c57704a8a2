/**
 * Reads declarations, tells what is wrong with them and where, and proves that what is right can be
 * lived: every state left, every clock kept, nothing closed by who did it.
 */
@NullMarked
package org.tocsin.matters.check;

import org.jspecify.annotations.NullMarked;
