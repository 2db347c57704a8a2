/** The closed loop: matters of declared kinds, decided by their declarations, kept here. */
@NullMarked
package org.tocsin.app.matter.internal.loop;

import org.jspecify.annotations.NullMarked;
