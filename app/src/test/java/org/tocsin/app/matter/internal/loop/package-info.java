/** Tests of the closed loop on a real database. */
@NullMarked
package org.tocsin.app.matter.internal.loop;

import org.jspecify.annotations.NullMarked;
